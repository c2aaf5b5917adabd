# SPDX-License-Identifier: Apache-2.0
"""A list of TPS from Excel: template, choice of file, dry run in figures and words, then the good rows."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.domain import places, records, risk, words
from desk_app.domain import stations as rules
from desk_app.domain.words import dotted
from desk_app.operations import marked_copy, station_import, workbook_export
from desk_app.operations.desk import Desk
from ui import errors, icons, runner, theme
from ui.widgets import columns, figure_card, form, mapping_table, notice, progress_panel, remark_list, table_panel

WORKBOOKS = "Excel (*.xlsx *.xls *.ods)"
TEMPLATE_NAME = "Daftar TPS - contoh isian.xlsx"


@dataclass(frozen=True, slots=True)
class FaultLine:
    """A wrong cell, in words."""

    row: int
    column: str
    said: str
    what: str


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A TPS that the list alters, one field of it."""

    place: str
    field: str
    before: str
    after: str


class ImportPanel(QtWidgets.QWidget):
    """`done(words)`: the rows are in. `closed()`: back to the list. `notices(Notice)`."""

    done = QtCore.Signal(str)
    closed = QtCore.Signal()
    notices = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__()
        self._desk = desk
        self._runner = lanes
        self._path: Path | None = None
        self._mapping: dict[str, str] = {}
        self._preview: station_import.Preview | None = None
        self._handle: runner.Handle | None = None
        self.setAcceptDrops(True)
        self.file = form.label(_("Belum ada berkas dipilih. Berkas juga dapat ditarik ke sini."), "muted")
        self.file.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Preferred)
        self.sheet = QtWidgets.QComboBox()
        self.sheet.setAccessibleName(_("Lembar kerja"))
        self.sheet.hide()
        self.sheet.activated.connect(lambda _place: self._other_sheet())
        self.progress = progress_panel.ProgressPanel()
        self.progress.cancelled.connect(self._cancel)
        self.figures = {
            "new": figure_card.FigureCard(_("Baru"), can_follow=False),
            "changed": figure_card.FigureCard(_("Berubah")),
            "same": figure_card.FigureCard(_("Sama"), can_follow=False),
            "refused": figure_card.FigureCard(_("Ditolak")),
        }
        self.sums = form.label("", "muted", wraps=True)
        self.warnings = remark_list.RemarkList()
        self.faults = table_panel.TablePanel(
            [
                columns.Column("row", _("Baris"), 70, "right"),
                columns.Column("column", _("Kolom"), 190),
                columns.Column("said", _("Tertulis"), 160),
                columns.Column("what", _("Yang salah, dan yang perlu dilakukan"), 400, stretches=True),
            ],
            name="import faults",
            unit=lambda count: ngettext("{count} kesalahan", "{count} kesalahan", count),
        )
        self.changes = table_panel.TablePanel(
            [
                columns.Column("place", _("TPS"), 200),
                columns.Column("field", _("Isian"), 160),
                columns.Column("before", _("Sekarang"), 180),
                columns.Column("after", _("Menurut berkas"), 180, stretches=True),
            ],
            name="import changes",
            unit=lambda count: ngettext("{count} isian", "{count} isian", count),
        )
        self.remarks = table_panel.TablePanel(
            [
                columns.Column("row", _("Baris"), 70, "right"),
                columns.Column("column", _("TPS"), 190),
                columns.Column("what", _("Catatan"), 400, stretches=True),
            ],
            name="import remarks",
            unit=lambda count: ngettext("{count} catatan", "{count} catatan", count),
        )
        self.mapping = mapping_table.MappingTable([(one.value, one.value) for one in station_import.Column])
        self.mapping.changed.connect(self._remap)
        self.tabs = QtWidgets.QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setMinimumHeight(100)
        self.tabs.tabBar().setDrawBase(False)
        for panel in (self.faults, self.changes, self.remarks, self.mapping):
            self.tabs.addTab(panel, "")
        self.figures["refused"].followed.connect(lambda: self.tabs.setCurrentWidget(self.faults))
        self.figures["changed"].followed.connect(lambda: self.tabs.setCurrentWidget(self.changes))
        self.import_button = QtWidgets.QPushButton()
        theme.set_role(self.import_button, "primary")
        self.import_button.clicked.connect(lambda _checked=False: self.write())
        self.copy_button = self._button(_("Simpan salinan bertanda …"), "excel", self._ask_copy)
        self.copy_button.setToolTip(_("Salinan berkas dengan sel yang salah diwarnai dan dijelaskan"))
        self._result = QtWidgets.QWidget()
        self._arrange()
        self._result.hide()

    def take_file(self, path: Path) -> None:
        """Read a workbook and show what importing it would do; nothing is written."""
        self._path = path
        self._mapping = {}
        self._preview = None
        self._result.hide()
        self.file.setText(path.name)
        self.file.setToolTip(str(path))

        def show(names: list[str]) -> None:
            self.sheet.clear()
            self.sheet.addItems(names)
            self.sheet.setVisible(len(names) > 1)
            self.read("")

        self._runner.read(lambda: station_import.sheet_names(path), show, self._refused, key="import sheets")

    def read(self, sheet: str) -> None:
        """Do the dry run of one sheet ("" lets the program choose)."""
        path, headed = self._path, dict(self._mapping)
        if path is None:
            return
        self._begin(_("Membaca berkas …"))
        self._handle = self._runner.long(
            lambda: station_import.preview_stations(self._desk, path, sheet, headed or None),
            self.progress.show_progress,
            self._show,
            self._refused,
            self._stopped,
        )

    def write(self) -> None:
        """Put the good rows into the data, after a backup."""
        found = self._preview
        if found is None:
            return
        self._begin(_("Memasukkan daftar TPS …"))
        self._handle = self._runner.long(
            lambda: station_import.import_stations(self._desk, found),
            self.progress.show_progress,
            self._written,
            self._refused,
            self._stopped,
            lane="write",
        )

    def save_template(self, path: Path) -> None:
        """Write the empty list with its headings."""
        self._runner.write(
            lambda: workbook_export.write_template(self._desk, path),
            lambda _nothing: self._tell_saved(path),
            self._refused,
        )

    def save_copy(self, path: Path) -> None:
        """Write a copy of the list with what is wrong marked and told."""
        found = self._preview
        if found is not None:
            self._runner.write(
                lambda: marked_copy.write(found, path),
                lambda _nothing: self._tell_saved(path),
                self._refused,
            )

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        if self._dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        path = self._dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.take_file(path)

    def _arrange(self) -> None:
        template = self._button(_("Simpan contoh isian …"), "unduh", self._ask_template)
        choose = self._button(_("Pilih berkas …"), "folder", self._ask_file)
        theme.set_role(choose, "primary")
        icons.put(choose, "folder", "on_primary")
        back = self._button(_("Kembali ke daftar"), "kembali", self.closed.emit)
        theme.set_role(back, "link")
        icons.put(back, "kembali", "primary")
        top = QtWidgets.QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(choose)
        top.addWidget(self.file, 1)
        top.addWidget(self.sheet)
        top.addWidget(template)
        said = form.label(
            _(
                "Satu baris satu TPS: kode desa (atau kecamatan dan desa), nomor TPS, DPT L dan P. "
                "Judul kolom dari KPU biasanya dikenali. Data baru ditulis setelah tombol Masukkan ditekan."
            ),
            "muted",
            wraps=True,
        )
        card = form.card(said, title=_("Impor daftar TPS dari Excel"))
        inside = card.layout()
        assert isinstance(inside, QtWidgets.QVBoxLayout)
        inside.addLayout(top)
        cards = QtWidgets.QHBoxLayout()
        cards.setSpacing(theme.SPACE)
        for one in self.figures.values():
            cards.addWidget(one, 1)
        buttons = QtWidgets.QHBoxLayout()
        buttons.addWidget(self.import_button)
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.sums, 1)
        result = QtWidgets.QVBoxLayout(self._result)
        result.setContentsMargins(0, 0, 0, 0)
        result.setSpacing(theme.SPACE)
        result.addLayout(cards)
        result.addWidget(self.warnings)
        result.addLayout(buttons)
        result.addWidget(self.tabs, 1)
        whole = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(back, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        column.addWidget(card)
        column.addWidget(self.progress)
        column.addWidget(self._result, 1)
        self._rest = QtWidgets.QWidget()
        column.addWidget(self._rest, 1)
        outer = QtWidgets.QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(form.scrolled(whole))

    def _show(self, found: station_import.Preview) -> None:
        self._end()
        self._preview = found
        self.sheet.setCurrentText(found.sheet)
        for key, card in self.figures.items():
            card.set_figure(dotted(getattr(found, key)))
        total = found.dpt_male + found.dpt_female
        said = _("DPT dalam berkas: {total} (L {male} + P {female}).").format(
            total=dotted(total), male=dotted(found.dpt_male), female=dotted(found.dpt_female)
        )
        if found.missing:
            said += " " + _("{count} TPS yang sudah ada tidak disebut dalam berkas dan tetap ada.").format(
                count=dotted(found.missing)
            )
        self.sums.setText(said)
        self.warnings.set_lines([remark_list.Line(_said(one), grave=True) for one in found.warnings])
        self.faults.set_rows([_fault(one) for one in found.faults])
        self.changes.set_rows([line for one in found.differences for line in _changes(one)])
        odd = [FaultLine(one.row, _subject(one.station), "", _said(one.words)) for one in found.remarks]
        self.remarks.set_rows(odd)
        self.mapping.show_mapping(found.mapping)
        self._title_tabs(found)
        good = found.new + found.changed
        self.import_button.setText(_("Masukkan {count} TPS").format(count=dotted(good)))
        self.import_button.setEnabled(good > 0)
        self.copy_button.setVisible(found.refused > 0)
        self._result.show()
        self._rest.hide()
        shown = self.faults if found.refused else self.changes if found.changed else self.mapping
        self.tabs.setCurrentWidget(shown)

    def _title_tabs(self, found: station_import.Preview) -> None:
        titles: tuple[tuple[QtWidgets.QWidget, str, int], ...] = (
            (self.faults, _("Ditolak"), len(found.all_faults)),
            (self.changes, _("Berubah"), found.changed),
            (self.remarks, _("Perlu dilihat"), len(found.remarks)),
            (self.mapping, _("Kolom"), 0),
        )
        for panel, title, count in titles:
            self.tabs.setTabText(self.tabs.indexOf(panel), f"{title} {dotted(count)}" if count else title)

    def _written(self, found: station_import.Imported) -> None:
        self._end()
        self._preview = None
        self._result.hide()
        self._rest.show()
        said = _("{new} TPS baru dan {changed} yang berubah sudah dimasukkan.").format(
            new=dotted(found.new), changed=dotted(found.changed)
        )
        if found.refused:
            said += " " + _("{count} baris ditolak.").format(count=dotted(found.refused))
        self.done.emit(said)

    def _remap(self, headings: dict[str, str]) -> None:
        self._mapping = headings
        self.read(self.sheet.currentText())

    def _other_sheet(self) -> None:
        self._mapping = {}
        self.read(self.sheet.currentText())

    def _begin(self, said: str) -> None:
        self.progress.begin(said)
        self._result.setEnabled(False)

    def _end(self) -> None:
        self._handle = None
        self.progress.end()
        self._result.setEnabled(True)

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _stopped(self) -> None:
        self._end()
        self.notices.emit(notice.Notice(_("Dihentikan. Tidak ada data yang ditulis.")))

    def _refused(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, known.Refused):
            raise error
        self.notices.emit(notice.Notice(errors.words(error), notice.Tone.REFUSED))

    def _tell_saved(self, path: Path) -> None:
        said = _("Tersimpan: {path}").format(path=path)
        self.notices.emit(notice.Notice(said, notice.Tone.DONE))

    def _ask_file(self) -> None:
        name, _kind = QtWidgets.QFileDialog.getOpenFileName(self, _("Pilih daftar TPS"), "", WORKBOOKS)
        if name:
            self.take_file(Path(name))

    def _ask_template(self) -> None:
        name, _kind = QtWidgets.QFileDialog.getSaveFileName(
            self, _("Simpan contoh isian"), TEMPLATE_NAME, "Excel (*.xlsx)"
        )
        if name:
            self.save_template(Path(name).with_suffix(".xlsx"))

    def _ask_copy(self) -> None:
        start = str(self._path.with_name(f"{self._path.stem} - perbaiki.xlsx")) if self._path else ""
        name, _kind = QtWidgets.QFileDialog.getSaveFileName(
            self, _("Simpan salinan bertanda"), start, "Excel (*.xlsx)"
        )
        if name:
            self.save_copy(Path(name).with_suffix(".xlsx"))

    def _dropped(self, data: QtCore.QMimeData) -> Path | None:
        for url in data.urls():
            path = Path(url.toLocalFile())
            if path.suffix.lower() in (".xlsx", ".xls", ".ods"):
                return path
        return None

    def _button(self, text: str, icon: str, slot: Callable[[], object]) -> QtWidgets.QPushButton:
        button = QtWidgets.QPushButton(text)
        icons.put(button, icon)
        button.clicked.connect(lambda _checked=False: slot())
        return button


def _fault(one: station_import.Fault) -> FaultLine:
    where = f"{one.column} · {one.heading}" if one.heading else one.column
    return FaultLine(one.row, where, one.said, _said(one.what))


def _changes(one: station_import.Difference) -> list[ChangeLine]:
    return [
        ChangeLine(_subject(one.subject), _(records.STATION.field(name).label), _value(name, old), _value(name, new))
        for name, (old, new) in one.fields.items()
    ]


def _value(name: str, value: Any) -> str:
    if value is None:
        return "–"
    if name == "risk":
        return _(risk.CLASS_LABELS[risk.RiskClass(value)])
    return str(value)


def _subject(subject: str) -> str:
    place = places.parse(subject)
    return f"{rules.label(place.number)} · {place.code}" if place.number else place.code


def _said(one: words.Phrase) -> str:
    return words.render(one.message, one.params, _)
