# SPDX-License-Identifier: Apache-2.0
"""A list comes in from Excel: choice of file, dry run in figures and words, then the good rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import marked_copy
from ui import errors, icons, runner, theme
from ui.dialogs import workbook_ways
from ui.widgets import fields, form, import_result, notice, progress_panel

_SIZE = (1000, 620)
_OPTION = 22
"""Letters of what is chosen that are seen."""


class WorkbookDialog(QtWidgets.QDialog):
    """`written(words)`: the rows are in. Esc stops what is under way, else it leads back."""

    written = QtCore.Signal(str)

    def __init__(
        self, lanes: runner.Runner, way: workbook_ways.AnyWay, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lanes, self._way = lanes, way
        self._path: Path | None = None
        self._mapping: dict[str, str] | None = None
        self._preview: Any = None
        self._handle: runner.Handle | None = None
        self.setAcceptDrops(True)
        self.setWindowTitle(way.title)
        self.notices = notice.NoticeBar()
        self.file = form.label(_("Belum ada berkas dipilih. Berkas juga dapat ditarik ke sini."), "muted", wraps=True)
        self.sheet = QtWidgets.QComboBox()
        self.sheet.setAccessibleName(_("Lembar kerja"))
        self.sheet.activated.connect(lambda _place: self._other_sheet())
        self.option = fields.ChoiceField(way.options)
        self.option.setAccessibleName(way.options_title)
        self.option.set_value(way.chosen)
        self.option.setMinimumContentsLength(_OPTION)
        self.option.committed.connect(lambda code: self._opt(code or ""))
        self.choose = self._button(_("Pilih berkas …"), "folder", self._ask_file)
        theme.set_role(self.choose, "primary")
        icons.put(self.choose, "folder", "on_primary")
        self.template = self._button(_("Simpan contoh isian …"), "unduh", self._ask_template)
        self.progress = progress_panel.ProgressPanel()
        self.progress.cancelled.connect(self._cancel)
        self.outcome = import_result.ImportResult(way.changes())
        self.outcome.remapped.connect(self._remap)
        self.put_in = QtWidgets.QPushButton(_("Masukkan"))
        theme.set_role(self.put_in, "primary")
        self.put_in.setAutoDefault(False)
        self.put_in.clicked.connect(lambda _checked=False: self.write())
        self.copy = self._button(_("Simpan salinan bertanda …"), "excel", self._ask_copy)
        self.copy.setToolTip(_("Salinan berkas dengan sel yang salah diwarnai dan dijelaskan"))
        self._arrange()
        self.outcome.hide()
        self.sheet.hide()
        self.template.setVisible(way.template is not None)
        self.option.setVisible(bool(way.options))
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(QtCore.QSize(*_SIZE).boundedTo(room - QtCore.QSize(16, 32)))
        theme.dress(self)

    def take_file(self, path: Path) -> None:
        """Read a workbook and show what it would do; nothing is written."""
        self._path, self._mapping, self._preview = path, None, None
        self.put_in.setEnabled(False)
        self.outcome.hide()
        self._rest.show()
        self.notices.clear()
        self.file.setText(path.name)
        self.file.setToolTip(str(path))

        def show(found: tuple[list[str], list[tuple[str, str]]]) -> None:
            names, known_ = found
            self.outcome.mapping.set_known(known_)
            self.sheet.clear()
            self.sheet.addItems(names)
            self.sheet.setVisible(len(names) > self._way.sheets_of_ours)
            self.read("")

        self._lanes.read(lambda: self._way.look(path), show, self._refused, key="workbook sheets")

    def read(self, sheet: str) -> None:
        """Do the dry run of one sheet ("": the first that will do)."""
        path, headed = self._path, self._mapping
        if path is not None:
            self._work(_("Membaca berkas …"), lambda: self._way.preview(path, sheet, headed), self._show)

    def write(self) -> None:
        """Put the good rows into the data, after a backup."""
        found = self._preview
        if found is not None:
            self._work(self._way.writing_words, lambda: self._way.write(found), self._written)

    def save_copy(self, path: Path) -> None:
        """Write a copy of the file with what is wrong marked and told."""
        found = self._preview
        if found is not None:
            self._lanes.write(
                lambda: marked_copy.write(found, path), lambda _nothing: self._tell_saved(path), self._refused
            )

    def save_template(self, path: Path) -> None:
        """Write the empty list with its headings."""
        make = self._way.template
        if make is not None:
            self._lanes.write(lambda: make(path), lambda _nothing: self._tell_saved(path), self._refused)

    def reject(self) -> None:
        if self._handle is not None:
            self._cancel()
            return
        super().reject()

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        if self._dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        path = self._dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.take_file(path)

    def _arrange(self) -> None:
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(self.choose)
        top.addWidget(self.file, 1)
        top.addWidget(self.option)
        top.addWidget(self.sheet)
        top.addWidget(self.template)
        foot = QtWidgets.QHBoxLayout()
        foot.addWidget(self.put_in)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        close = QtWidgets.QPushButton(_("Tutup"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        column = QtWidgets.QVBoxLayout(self)
        column.setSpacing(theme.SPACE)
        column.addWidget(form.label(self._way.hint, "muted", wraps=True))
        column.addLayout(top)
        column.addWidget(self.notices)
        column.addWidget(self.progress)
        column.addWidget(self.outcome, 1)
        self._rest = QtWidgets.QWidget()
        column.addWidget(self._rest, 1)
        column.addLayout(foot)
        self.put_in.setEnabled(False)
        self.copy.hide()

    def _show(self, found: Any) -> None:
        self._end()
        heading = self._remapped(found)
        self._preview = found
        self.sheet.setCurrentText(found.sheet)
        known_ = self._way.known(found)
        if known_ is not None:
            self.outcome.mapping.set_known(known_)
        self.outcome.show_result(self._way.shown(found), at_columns=bool(heading))
        good = found.new + found.changed
        self.put_in.setText(self._way.button_words(good))
        self.put_in.setEnabled(good > 0)
        self.copy.setVisible(bool(found.all_faults))
        self.outcome.show()
        self._rest.hide()
        if heading:
            self.outcome.mapping.choices[heading].setFocus()
        else:
            # What is wrong is read first; where nothing is, Enter goes on.
            (self.outcome.tabs if found.all_faults or not good else self.put_in).setFocus()

    def _remapped(self, found: Any) -> str:
        """The heading that was just mapped by hand; "" where it is the first look at a sheet."""
        before, now = (
            {heading: name for _letter, heading, name in one.mapping} if one is not None else {}
            for one in (self._preview, found)
        )
        if self._mapping is None or before.keys() != now.keys():
            return ""
        return next((heading for heading, name in now.items() if before[heading] != name), "")

    def _written(self, found: Any) -> None:
        self._end()
        self._preview = None
        self.written.emit(self._way.done_words(found))
        self.accept()

    def _remap(self, headed: dict[str, str]) -> None:
        self._mapping = headed
        self.read(self.sheet.currentText())

    def _opt(self, code: str) -> None:
        """Read the file again as something else."""
        self._way.chosen = code
        if self._path is not None:
            self.take_file(self._path)

    def _other_sheet(self) -> None:
        self._mapping = None
        self.read(self.sheet.currentText())

    def _work(self, said: str, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self.progress.begin(said)
        self.outcome.setEnabled(False)
        self.put_in.setEnabled(False)
        self._handle = self._lanes.long(
            work, self.progress.show_progress, then, self._refused, self._stopped, lane="write"
        )

    def _end(self) -> None:
        self._handle = None
        self.progress.end()
        self.outcome.setEnabled(True)

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _stopped(self) -> None:
        self._end()
        self.put_in.setEnabled(self._preview is not None)
        self.notices.tell(notice.Notice(_("Dihentikan. Tidak ada data yang ditulis.")))

    def _refused(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, known.Refused):
            raise error
        self.put_in.setEnabled(self._preview is not None)
        self.notices.tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _tell_saved(self, path: Path) -> None:
        self.notices.tell(notice.Notice(_("Tersimpan: {path}").format(path=path), notice.Tone.DONE))

    def _ask_file(self) -> None:
        name, _kind = QtWidgets.QFileDialog.getOpenFileName(self, self._way.file_words, "", self._way.files)
        if name:
            self.take_file(Path(name))

    def _ask_template(self) -> None:
        path = self._ask_path(_("Simpan contoh isian"), self._way.template_name)
        if path is not None:
            self.save_template(path)

    def _ask_copy(self) -> None:
        start = str(self._path.with_name(f"{self._path.stem} - perbaiki.xlsx")) if self._path else ""
        path = self._ask_path(_("Simpan salinan bertanda"), start)
        if path is not None:
            self.save_copy(path)

    def _ask_path(self, title: str, start: str) -> Path | None:
        name, _kind = QtWidgets.QFileDialog.getSaveFileName(self, title, start, "Excel (*.xlsx)")
        return Path(name).with_suffix(".xlsx") if name else None

    def _dropped(self, data: QtCore.QMimeData) -> Path | None:
        paths = (Path(url.toLocalFile()) for url in data.urls())
        return next((path for path in paths if path.suffix.lower() in self._way.endings), None)

    def _button(self, text: str, icon: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(text)
        button.setAutoDefault(False)
        icons.put(button, icon)
        button.clicked.connect(lambda _checked=False: slot())
        return button


def open_over(
    parent: QtWidgets.QWidget,
    lanes: runner.Runner,
    way: workbook_ways.AnyWay,
    written: Callable[[str], object],
    closed: Callable[[], object],
) -> WorkbookDialog:
    """Open the dialog over a window; it is gone when it is closed."""
    made = WorkbookDialog(lanes, way, parent)
    made.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
    made.written.connect(written)
    made.finished.connect(lambda _code: closed())
    made.open()
    return made
