# SPDX-License-Identifier: Apache-2.0
"""A register comes back from Excel: choice of file, dry run in figures and words, then the good rows."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import words
from desk_app.domain.words import dotted
from desk_app.operations import marked_copy, register_import, register_sheets
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.widgets import columns, figure_card, form, mapping_table, notice, progress_panel, table_panel

WORKBOOKS = "Excel (*.xlsx *.xls *.ods)"
_SIZE = (1000, 620)
_ENDINGS = (".xlsx", ".xls", ".ods")


@dataclass(frozen=True, slots=True)
class FaultLine:
    """A wrong cell, in words."""

    row: int
    column: str
    said: str
    what: str


class WorkbookDialog(QtWidgets.QDialog):
    """`written(words)`: the rows are in."""

    written = QtCore.Signal(str)

    def __init__(self, desk: Desk, lanes: runner.Runner, key: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._lanes = desk, lanes
        self._key = key
        self._path: Path | None = None
        self._mapping: dict[str, str] | None = None
        self._preview: register_import.Preview | None = None
        self._handle: runner.Handle | None = None
        self.setAcceptDrops(True)
        self.setWindowTitle(_("Masukkan dari Excel: {list}").format(list=_(register_sheets.title(key))))
        self.notices = notice.NoticeBar()
        self.file = form.label(_("Belum ada berkas dipilih. Berkas juga dapat ditarik ke sini."), "muted", wraps=True)
        self.sheet = QtWidgets.QComboBox()
        self.sheet.setAccessibleName(_("Lembar kerja"))
        self.sheet.activated.connect(lambda _place: self._other_sheet())
        self.choose = self._button(_("Pilih berkas …"), "folder", self._ask_file)
        theme.set_role(self.choose, "primary")
        icons.put(self.choose, "folder", "on_primary")
        self.progress = progress_panel.ProgressPanel()
        self.progress.cancelled.connect(self._cancel)
        self.figures = {
            "new": figure_card.FigureCard(_("Baru"), can_follow=False),
            "changed": figure_card.FigureCard(_("Berubah")),
            "same": figure_card.FigureCard(_("Sama"), can_follow=False),
            "refused": figure_card.FigureCard(_("Ditolak")),
        }
        self.faults = table_panel.TablePanel(
            [
                columns.Column("row", _("Baris"), 70, "right"),
                columns.Column("column", _("Kolom"), 190),
                columns.Column("said", _("Tertulis"), 160),
                columns.Column("what", _("Yang salah, dan yang perlu dilakukan"), 400, stretches=True),
            ],
            name="register faults",
            unit=lambda count: ngettext("{count} kesalahan", "{count} kesalahan", count),
        )
        self.changes = table_panel.TablePanel(
            [
                columns.Column("row", _("Baris"), 70, "right"),
                columns.Column("title", _("Catatan"), 240),
                columns.Column("field", _("Isian"), 140),
                columns.Column("before", _("Sekarang"), 180),
                columns.Column("after", _("Menurut berkas"), 180, stretches=True),
            ],
            name="register changes",
            unit=lambda count: ngettext("{count} isian", "{count} isian", count),
        )
        self.mapping = mapping_table.MappingTable()
        self.mapping.changed.connect(self._remap)
        self.tabs = QtWidgets.QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for panel in (self.faults, self.changes, self.mapping):
            self.tabs.addTab(panel, "")
        self.figures["refused"].followed.connect(lambda: self.tabs.setCurrentWidget(self.faults))
        self.figures["changed"].followed.connect(lambda: self.tabs.setCurrentWidget(self.changes))
        self.put_in = QtWidgets.QPushButton(_("Masukkan"))
        theme.set_role(self.put_in, "primary")
        self.put_in.setAutoDefault(False)
        self.put_in.clicked.connect(lambda _checked=False: self.write())
        self.copy = self._button(_("Simpan salinan bertanda …"), "excel", self._ask_copy)
        self.copy.setToolTip(_("Salinan berkas dengan sel yang salah diwarnai dan dijelaskan"))
        self._result = QtWidgets.QWidget()
        self._arrange()
        self._result.hide()
        self.sheet.hide()
        self.resize(*_SIZE)
        theme.dress(self)

    def take_file(self, path: Path) -> None:
        """Read a workbook and show what it would do; nothing is written."""
        self._path, self._mapping, self._preview = path, None, None
        self._result.hide()
        self.file.setText(path.name)
        self.file.setToolTip(str(path))

        def show(found: tuple[list[str], list[tuple[str, str]]]) -> None:
            names, known_ = found
            self.mapping.set_known(known_)
            self.sheet.clear()
            self.sheet.addItems(names)
            self.sheet.setVisible(len(names) > 2)  # the second one of our own tells how to fill the first
            self.read("")

        self._lanes.read(
            lambda: (register_import.sheet_names(path), register_import.mappable(self._desk, self._key)),
            show,
            self._refused,
            key="register sheets",
        )

    def read(self, sheet: str) -> None:
        """Do the dry run of one sheet ("": the first)."""
        path, headed = self._path, self._mapping
        if path is None:
            return
        self._begin(_("Membaca berkas …"))
        self._handle = self._lanes.long(
            lambda: register_import.preview(self._desk, self._key, path, sheet, headed),
            self.progress.show_progress,
            self._show,
            self._refused,
            self._stopped,
            lane="write",
        )

    def write(self) -> None:
        """Put the good rows into the data, after a backup."""
        found = self._preview
        if found is None:
            return
        self._begin(_("Memasukkan baris …"))
        self._handle = self._lanes.long(
            lambda: register_import.write(self._desk, found),
            self.progress.show_progress,
            self._written,
            self._refused,
            self._stopped,
            lane="write",
        )

    def save_copy(self, path: Path) -> None:
        """Write a copy of the file with what is wrong marked and told."""
        found = self._preview
        if found is not None:
            self._lanes.write(
                lambda: marked_copy.write(found, path),
                lambda _nothing: self.notices.tell(
                    notice.Notice(_("Tersimpan: {path}").format(path=path), notice.Tone.DONE)
                ),
                self._refused,
            )

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        if _dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        path = _dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.take_file(path)

    def _arrange(self) -> None:
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(self.choose)
        top.addWidget(self.file, 1)
        top.addWidget(self.sheet)
        said = form.label(
            _(
                "Berkas dari Simpan ke Excel, atau daftar sendiri dengan judul kolom yang sama. "
                "Periksa dahulu apa yang berubah; data baru ditulis setelah tombol Masukkan ditekan."
            ),
            "muted",
            wraps=True,
        )
        cards = QtWidgets.QHBoxLayout()
        cards.setSpacing(theme.SPACE)
        for one in self.figures.values():
            cards.addWidget(one, 1)
        result = QtWidgets.QVBoxLayout(self._result)
        result.setContentsMargins(0, 0, 0, 0)
        result.setSpacing(theme.SPACE)
        result.addLayout(cards)
        result.addWidget(self.tabs, 1)
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
        column.addWidget(said)
        column.addLayout(top)
        column.addWidget(self.notices)
        column.addWidget(self.progress)
        column.addWidget(self._result, 1)
        self._rest = QtWidgets.QWidget()
        column.addWidget(self._rest, 1)
        column.addLayout(foot)
        self.put_in.setEnabled(False)
        self.copy.hide()

    def _show(self, found: register_import.Preview) -> None:
        self._end()
        self._preview = found
        self.sheet.setCurrentText(found.sheet)
        for key, card in self.figures.items():
            card.set_figure(dotted(getattr(found, key)))
        self.faults.set_rows([_fault(one) for one in found.faults])
        self.changes.set_rows(found.differences)
        self.mapping.show_mapping(found.mapping)
        titles: tuple[tuple[QtWidgets.QWidget, str, int], ...] = (
            (self.faults, _("Ditolak"), len(found.all_faults)),
            (self.changes, _("Berubah"), found.changed),
            (self.mapping, _("Kolom"), 0),
        )
        for panel, title, count in titles:
            self.tabs.setTabText(self.tabs.indexOf(panel), f"{title} {dotted(count)}" if count else title)
        good = found.new + found.changed
        said = ngettext("Masukkan {count} baris", "Masukkan {count} baris", good)
        self.put_in.setText(said.format(count=dotted(good)))
        self.put_in.setEnabled(good > 0)
        self.copy.setVisible(found.refused > 0)
        self._result.show()
        self._rest.hide()
        shown = self.faults if found.refused else self.changes if found.changed else self.mapping
        self.tabs.setCurrentWidget(shown)

    def _written(self, found: register_import.Imported) -> None:
        self._end()
        self._preview = None
        said = _("{new} baris baru dan {changed} yang berubah sudah dimasukkan.").format(
            new=dotted(found.new), changed=dotted(found.changed)
        )
        if found.refused:
            said += " " + _("{count} baris ditolak.").format(count=dotted(found.refused))
        self.written.emit(said)
        self.accept()

    def _remap(self, headed: dict[str, str]) -> None:
        self._mapping = headed
        self.read(self.sheet.currentText())

    def _other_sheet(self) -> None:
        self._mapping = None
        self.read(self.sheet.currentText())

    def _begin(self, said: str) -> None:
        self.progress.begin(said)
        self._result.setEnabled(False)
        self.put_in.setEnabled(False)

    def _end(self) -> None:
        self._handle = None
        self.progress.end()
        self._result.setEnabled(True)

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _stopped(self) -> None:
        self._end()
        self.notices.tell(notice.Notice(_("Dihentikan. Tidak ada data yang ditulis.")))

    def _refused(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, known.Refused):
            raise error
        self.notices.tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _ask_file(self) -> None:
        name, _kind = QtWidgets.QFileDialog.getOpenFileName(self, _("Pilih berkas Excel"), "", WORKBOOKS)
        if name:
            self.take_file(Path(name))

    def _ask_copy(self) -> None:
        start = str(self._path.with_name(f"{self._path.stem} - perbaiki.xlsx")) if self._path else ""
        name, _kind = QtWidgets.QFileDialog.getSaveFileName(
            self, _("Simpan salinan bertanda"), start, "Excel (*.xlsx)"
        )
        if name:
            self.save_copy(Path(name).with_suffix(".xlsx"))

    def _button(self, text: str, icon: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(text)
        button.setAutoDefault(False)
        icons.put(button, icon)
        button.clicked.connect(lambda _checked=False: slot())
        return button


def _dropped(data: QtCore.QMimeData) -> Path | None:
    paths = (Path(url.toLocalFile()) for url in data.urls())
    return next((path for path in paths if path.suffix.lower() in _ENDINGS), None)


def _fault(one: register_import.Fault) -> FaultLine:
    where = f"{one.column} · {one.heading}" if one.heading else one.column
    return FaultLine(one.row, where, one.said, words.render(one.what.message, one.what.params, _))
