# SPDX-License-Identifier: Apache-2.0
"""Kelengkapan: how many TPS have answered all, some, nothing; by region at the left, by item at the right."""

from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain import completeness as rules
from desk_app.domain import elections, places
from desk_app.domain.words import dotted
from desk_app.operations import completeness
from ui import icons, theme
from ui.widgets import columns, empty_state, form, marks, split_view, table_panel

_MARKS = {
    rules.Completeness.COMPLETE: "siap",
    rules.Completeness.PARTIAL: "belum_lengkap",
    rules.Completeness.MISSING: "belum",
    rules.Completeness.DISAGREEING: "berbeda",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A region with its counts; `state` stands below its name."""

    code: str
    name: marks.Marked
    state: str
    complete: int
    partial: int
    missing: int
    disagreeing: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item with its counts; `state` stands below its words, `again` were answered before the question changed."""

    code: str
    no: int
    name: marks.Marked
    state: str
    complete: int
    again: int
    missing: int
    disagreeing: int


class CompletenessPanel(QtWidgets.QWidget):
    """`area_wanted(code)`: look into a region, "" for the whole; `station_wanted(subject)`; `told(words)`."""

    area_wanted = QtCore.Signal(str)
    station_wanted = QtCore.Signal(str)
    told = QtCore.Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._table: completeness.Table | None = None
        self.up = QtWidgets.QPushButton(_("Naik"))
        icons.put(self.up, "naik")
        self.up.clicked.connect(self._go_up)
        self.title = form.label("", "heading")
        self.chip = marks.Chip()
        self.phases = form.label("", "muted", wraps=True)
        state = columns.Column("state", _("Keadaan"), 118)
        name = columns.Column("name", _("Wilayah"), 140, stretches=True, below="state")
        self.regions = table_panel.TablePanel(
            [name, state, *_numbers("partial", _("Sebagian"))],
            name="completeness_regions",
            identity="code",
            filter_words=_("Cari wilayah"),
        )
        self.none = empty_state.EmptyState(
            "data_tps", _("Belum ada TPS"), _("Kelengkapan dihitung terhadap daftar TPS: isi daftar itu dahulu.")
        )
        self.none.hide()
        self._has_none = False
        hint = _("Dijawab sebelum pertanyaannya berubah")
        self.items = table_panel.TablePanel(
            [
                columns.Column("no", _("No."), 40, "right"),
                columns.Column("name", _("Butir"), 200, stretches=True, below="state"),
                columns.Column("state", _("Keadaan"), 118),
                *_numbers("again", _("Lihat lagi"), hint),
            ],
            name="completeness_items",
            identity="code",
            filter_words=_("Cari butir"),
        )
        for panel in (self.regions, self.items):
            panel.told.connect(self.told)
        self.regions.opened.connect(lambda row: self._open(row.code))
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(theme.SPACE)
        for part in (self.up, self.title, self.chip):
            head.addWidget(part)
        head.addStretch(1)
        self.by_item = QtWidgets.QPushButton(_("Menurut butir"))
        icons.put(self.by_item, "buka", "primary")
        theme.set_role(self.by_item, "link")
        self.by_item.hide()
        head.addWidget(self.by_item)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.phases)
        self.split = split_view.SplitView(self.regions, self.items, name="completeness", share=0.4)
        self.by_item.clicked.connect(self._show_items)
        column.addWidget(self.split, 1)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self.by_item.setVisible(event.size().width() < split_view.NARROW)

    def set_table(self, table: completeness.Table, own: str) -> None:
        """Show a phase of an area; `own` is the area of the office, above which nothing is shown."""
        self._table = table
        self.title.setText(f"{table.label} · {elections.day_words(table.phase)}")
        self.chip.set_value(_marked(table.total))
        self.up.setVisible(table.area != own)
        spans = [
            f"{elections.day_words(one.phase)} ({one.day:%d-%m}): " + _share_words(one.tally) for one in table.phases
        ]
        self.phases.setText(" · ".join(spans))
        rows = [_row(one.code, one.name, one.tally) for one in table.regions if one.tally.places]
        if not rows and not self._has_none:  # not before it is read: the list has the keyboard until then
            self._has_none = True
            self.regions.set_empty(self.none)
        self.regions.set_rows(rows)
        self.items.set_rows([_item_row(one) for one in table.items])

    def _show_items(self) -> None:
        """On a small screen the items stand behind the regions."""
        self.split.show_detail()
        self.items.view.setFocus()

    def _open(self, code: str) -> None:
        if "-" in code:
            self.station_wanted.emit(code)
        else:
            self.area_wanted.emit(code)

    def _go_up(self) -> None:
        if self._table is not None:
            self.area_wanted.emit(places.parent(self._table.area) or "")


def _share_words(tally: rules.Tally) -> str:
    complete, held = dotted(tally.complete), dotted(tally.places)
    return _("{complete} dari {places} lengkap").format(complete=complete, places=held)


def _row(code: str, name: str, tally: rules.Tally) -> Row:
    shown, said = marks.Marked(name, _MARKS[tally.state]), _(tally.state.label)
    return Row(code, shown, said, tally.complete, tally.partial, tally.missing, tally.disagreeing)


def _marked(tally: rules.Tally) -> marks.Marked:
    return marks.Marked(_(tally.state.label), _MARKS[tally.state])


def _item_row(one: completeness.ItemLine) -> ItemRow:
    tally = one.tally
    extra = _("bersyarat") if one.conditional else "" if one.required else _("boleh kosong")
    said = " · ".join(part for part in (_(tally.state.label), extra) if part)
    name = marks.Marked(one.label, _MARKS[tally.state])
    return ItemRow(one.code, one.no, name, said, tally.complete, tally.partial, tally.missing, tally.disagreeing)


def _numbers(key: str, title: str, hint: str = "") -> list[columns.Column]:
    """The columns of counts; that in the middle is another one for regions and for items."""
    return [
        columns.Column("complete", _("Lengkap"), 62, "right"),
        columns.Column(key, title, 66, "right", hint=hint),
        columns.Column("missing", _("Kosong"), 60, "right"),
        columns.Column("disagreeing", _("Berbeda"), 64, "right"),
    ]
