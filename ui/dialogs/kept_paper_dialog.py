# SPDX-License-Identifier: Apache-2.0
"""A final paper as its file was issued: looked at, printed once more, saved."""

from collections.abc import Callable
from pathlib import Path

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.operations import printing
from ui import errors, icons, runner, theme
from ui.widgets import form, notice, paper_printer, pdf_preview, progress_panel

_SIZE = (860, 680)


class KeptPaperDialog(QtWidgets.QDialog):
    """The file of a paper under its title."""

    def __init__(
        self, lanes: runner.Runner, title: str, data: bytes, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lanes = lanes
        self._title = title
        self._data = data
        self.setWindowTitle(title)
        self.notices = notice.NoticeBar()
        self.preview = pdf_preview.PdfPreview(lanes)
        self.progress = progress_panel.ProgressPanel()
        self.print = self._button("cetak", _("Cetak …"), self._ask_printer, "primary")
        self.save = self._button("unduh", _("Simpan PDF …"), self._ask_file)
        close = self._button("tutup", _("Tutup"), self.reject)
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(self.print)
        foot.addWidget(self.save)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(theme.SPACE)
        column.addWidget(form.label(title, "heading", wraps=True))
        column.addWidget(self.notices)
        column.addWidget(self.preview, 1)
        column.addWidget(self.progress)
        column.addLayout(foot)
        theme.dress(self)
        self.resize(QtCore.QSize(*_SIZE).boundedTo(self.screen().availableGeometry().size()))
        self.preview.show_pdf(data)
        self.print.setFocus()

    def save_to(self, path: Path) -> None:
        """Write the file."""
        data = self._data
        told = _("Tersimpan: {path}").format(path=path)
        self._lanes.read(lambda: printing.write(path, data), lambda _no: self._say(told), self._refuse)

    def _ask_file(self) -> None:
        folder = QtCore.QStandardPaths.writableLocation(QtCore.QStandardPaths.StandardLocation.DocumentsLocation)
        plain = "".join(letter if letter.isalnum() or letter in " -." else "-" for letter in self._title)
        start = str(Path(folder) / f"{' '.join(plain.split())}.pdf")
        name, _kind = QtWidgets.QFileDialog.getSaveFileName(self, _("Simpan PDF"), start, _("Berkas PDF (*.pdf)"))
        if name:
            path = Path(name)
            self.save_to(path if path.suffix else path.with_suffix(".pdf"))

    def _ask_printer(self) -> None:
        data = self._data
        self._lanes.draw(lambda: paper_printer.sizes(data), self._print, self._refuse)

    def _print(self, sizes: list[tuple[float, float]]) -> None:
        printer = paper_printer.ask(self, self._title, sizes)
        if printer is None:
            return
        data = self._data
        self.progress.begin(_("Mencetak"), can_cancel=False)
        self._lanes.long(
            lambda: paper_printer.print_pages(printer, data),
            self.progress.show_progress,
            self._printed,
            self._refuse,
            lane="draw",
        )

    def _printed(self, sheets: int) -> None:
        self.progress.end()
        said = ngettext("{count} halaman dikirim ke pencetak.", "{count} halaman dikirim ke pencetak.", sheets)
        if sheets:
            self._say(said.format(count=sheets))
        else:
            words = _("Pencetak tidak menerima naskah. Periksa pencetak, lalu cetak lagi.")
            self.notices.tell(notice.Notice(words, notice.Tone.REFUSED))

    def _say(self, words: str) -> None:
        self.notices.tell(notice.Notice(words, notice.Tone.DONE))

    def _refuse(self, error: Exception) -> None:
        self.progress.end()
        if not isinstance(error, known.Refused):
            raise error
        self.notices.tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _button(self, icon: str, words: str, slot: Callable[[], object], role: str = "") -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(words)
        icons.put(button, icon, "on_primary" if role else "text")
        if role:
            theme.set_role(button, role)
        button.setAutoDefault(bool(role))
        button.clicked.connect(lambda _checked=False: slot())
        return button
