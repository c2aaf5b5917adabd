# SPDX-License-Identifier: Apache-2.0
"""One paper of the exchange as it will be printed: handover, receipt, slips; printed or saved from here.

What is given out is noted in the register of papers by itself, but for what is secret.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.domain import words
from desk_app.operations import papers, printing
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.widgets import form, notice, paper_printer, pdf_preview, progress_panel

_SIZE = (760, 640)


@dataclass(frozen=True, slots=True)
class _Shown:
    prepared: papers.Prepared
    pdf: bytes
    text: str


class PaperDialog(QtWidgets.QDialog):
    """`given()`: the paper went to a printer or into a file."""

    given = QtCore.Signal()

    def __init__(
        self, desk: Desk, lanes: runner.Runner, asked: papers.Asked, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lanes = lanes
        self._asked = asked
        self._shown: _Shown | None = None
        self.setWindowTitle(_(printing.report_title(asked.report)))
        self.title = form.label(self.windowTitle(), "heading", wraps=True)
        self.remark = form.label("", "muted", wraps=True)
        self.remark.hide()
        self.notices = notice.NoticeBar()
        self.preview = pdf_preview.PdfPreview(lanes)
        self.progress = progress_panel.ProgressPanel()
        self.print = self._button("cetak", _("Cetak …"), self._print, "primary")
        self.save = self._button("unduh", _("Simpan PDF …"), self._ask_file)
        self.copy = self._button("wa", _("Salin untuk WhatsApp"), self._copy)
        close = QtWidgets.QPushButton(_("Tutup"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QtWidgets.QHBoxLayout()
        for button in (self.print, self.save, self.copy):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.title)
        column.addWidget(self.remark)
        column.addWidget(self.notices)
        column.addWidget(self.preview, 1)
        column.addWidget(self.progress)
        column.addLayout(foot)
        theme.dress(self)
        room = self.screen().availableGeometry().size()
        self.resize(QtCore.QSize(*_SIZE).boundedTo(room))
        self._enable(False)
        lanes.read(self._make, self._take, self._refuse)

    def save_to(self, path: Path) -> None:
        """Write the paper to a file."""
        if self._shown is None:
            return
        desk, prepared = self._desk, self._shown.prepared

        def work() -> None:
            _issue(desk, prepared)
            printing.save(prepared, path)

        self._lanes.write(work, lambda _nothing: self._give(_("Tersimpan: {path}").format(path=path)), self._refuse)

    def _make(self) -> _Shown:
        made = printing.make(self._desk, self._asked)
        return _Shown(made, made.pdf(), "" if made.report.secret else made.text())

    def _take(self, shown: _Shown) -> None:
        self._shown = shown
        self.title.setText(shown.prepared.title)
        told = [words.render(one.words.message, one.words.params, _) for one in shown.prepared.remarks]
        self.remark.setText(" ".join(told))
        self.remark.setVisible(bool(told))
        self.preview.show_pdf(shown.pdf)
        self._enable(True)
        self.print.setFocus()

    def _refuse(self, error: Exception) -> None:
        self.progress.end()
        if not isinstance(error, known.Refused):
            raise error
        self.notices.tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _enable(self, on: bool) -> None:
        for button in (self.print, self.save, self.copy):
            button.setEnabled(on)
        self.copy.setVisible(self._shown is None or not self._shown.prepared.report.secret)

    def _print(self) -> None:
        if self._shown is not None:
            pdf = self._shown.pdf
            self._lanes.draw(lambda: paper_printer.sizes(pdf), self._ask_printer, self._refuse)

    def _ask_printer(self, sizes: list[tuple[float, float]]) -> None:
        if self._shown is None:
            return
        printer = paper_printer.ask(self, self._shown.prepared.title, sizes)
        if printer is not None:
            self.print_on(printer)

    def print_on(self, printer: QtPrintSupport.QPrinter) -> None:
        """Draw the paper on a printer that was chosen."""
        if self._shown is None:
            return
        desk, shown = self._desk, self._shown
        self.progress.begin(_("Mencetak"), can_cancel=False)
        # What goes to the printer stands in the register first.
        self._lanes.write(
            lambda: _issue(desk, shown.prepared), lambda _no: self._draw_on(printer, shown), self._refuse
        )

    def _draw_on(self, printer: QtPrintSupport.QPrinter, shown: _Shown) -> None:
        self._lanes.long(
            lambda: paper_printer.print_pages(printer, shown.pdf),
            self.progress.show_progress,
            self._printed,
            self._refuse,
            lane="draw",
        )

    def _printed(self, sheets: int) -> None:
        self.progress.end()
        if sheets:
            self._give(_("Dikirim ke pencetak."))
        else:
            said = _("Pencetak tidak menerima naskah. Periksa pencetak, lalu cetak lagi.")
            self.notices.tell(notice.Notice(said, notice.Tone.REFUSED))

    def _give(self, said: str) -> None:
        self.notices.tell(notice.Notice(said, notice.Tone.DONE))
        self.given.emit()

    def _ask_file(self) -> None:
        if self._shown is None:
            return
        folder = QtCore.QStandardPaths.writableLocation(QtCore.QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / f"{self._shown.prepared.file_name}.pdf")
        name, _kind = QtWidgets.QFileDialog.getSaveFileName(self, _("Simpan PDF"), start, _("Berkas PDF (*.pdf)"))
        if name:
            path = Path(name)
            self.save_to(path if path.suffix else path.with_suffix(".pdf"))

    def _copy(self) -> None:
        if self._shown is not None:
            QtGui.QGuiApplication.clipboard().setText(self._shown.text)
            said = _("Teks disalin. Tempel di WhatsApp dengan Ctrl+V.")
            self.notices.tell(notice.Notice(said, notice.Tone.DONE))

    def _button(self, icon: str, label: str, slot: object, role: str = "") -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(label)
        icons.put(button, icon, "on_primary" if role else "text")
        if role:
            theme.set_role(button, role)
        button.setAutoDefault(bool(role))
        button.clicked.connect(lambda _checked=False: slot())  # type: ignore[operator]
        return button


def _issue(desk: Desk, prepared: papers.Prepared) -> None:
    """What leaves the office is noted once; a secret leaves no trace."""
    if not prepared.report.secret and prepared.issued is None:
        printing.issue(desk, prepared)
