# SPDX-License-Identifier: Apache-2.0
"""Kelengkapan: how many TPS have answered all, some, nothing; by region at the left, by item at the right."""

from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import completeness as rules
from desk_app.domain import elections, places
from desk_app.domain.words import dotted
from desk_app.operations import completeness
from ui import icons, theme
from ui.widgets import columns, form, marks, split_view, table_panel

_MARKS = {
    rules.Completeness.COMPLETE: "siap",
    rules.Completeness.PARTIAL: "belum_lengkap",
    rules.Completeness.MISSING: "belum",
    rules.Completeness.DISAGREEING: "berbeda",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A region or an item with its counts."""

    code: str
    name: str
    state: marks.Marked
    complete: int
    partial: int
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
        counts = (
            ("complete", _("Lengkap")),
            ("partial", _("Sebagian")),
            ("missing", _("Kosong")),
            ("disagreeing", _("Berbeda")),
        )
        numbers = [columns.Column(key, title, 66, "right") for key, title in counts]
        state = columns.Column("state", _("Keadaan"), 118)
        name = columns.Column("name", _("Wilayah"), 130, stretches=True)
        self.regions = table_panel.TablePanel(
            [name, state, *numbers], name="completeness_regions", identity="code", filter_words=_("Cari wilayah")
        )
        item = columns.Column("name", _("Butir"), 130, stretches=True)
        self.items = table_panel.TablePanel(
            [item, state, *numbers], name="completeness_items", identity="code", filter_words=_("Cari butir")
        )
        for panel in (self.regions, self.items):
            panel.told.connect(self.told)
        self.regions.opened.connect(lambda row: self._open(row.code))
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(theme.SPACE)
        for part in (self.up, self.title, self.chip):
            head.addWidget(part)
        head.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addLayout(head)
        column.addWidget(self.phases)
        column.addWidget(split_view.SplitView(self.regions, self.items, name="completeness", share=0.5), 1)

    def set_table(self, table: completeness.Table, own: str) -> None:
        """Show a phase of an area; `own` is the area of the office, above which nothing is shown."""
        self._table = table
        self.title.setText(f"{table.label} · {elections.day_words(table.phase)}")
        self.chip.set_value(_marked(table.total))
        self.up.setVisible(table.area != own)
        spans = [
            f"{elections.day_words(one.phase)} ({one.day:%d-%m-%Y}): " + _share_words(one.tally) for one in table.phases
        ]
        self.phases.setText(" · ".join(spans))
        self.regions.set_rows([_row(one.code, one.name, one.tally) for one in table.regions if one.tally.places])
        self.items.set_rows([_row(one.code, _item_words(one), one.tally) for one in table.items])

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
    return Row(code, name, _marked(tally), tally.complete, tally.partial, tally.missing, tally.disagreeing)


def _marked(tally: rules.Tally) -> marks.Marked:
    return marks.Marked(_(tally.state.label), _MARKS[tally.state])


def _item_words(one: completeness.ItemLine) -> str:
    extra = _("bersyarat") if one.conditional else "" if one.required else _("boleh kosong")
    return f"{one.no}  {one.label}" + (f" ({extra})" if extra else "")
