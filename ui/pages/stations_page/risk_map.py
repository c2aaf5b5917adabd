# SPDX-License-Identifier: Apache-2.0
"""Kerawanan as a map: one square a TPS by class, number of indicators or one indicator; a square leads to its TPS."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.domain import risk as rules
from desk_app.domain.words import dotted
from desk_app.operations import overview, risk_indicators, risk_map
from desk_app.operations.desk import Desk
from ui import runner, theme
from ui.pages.stations_page import risk_part
from ui.widgets import empty_state, fields, form, mosaic_layout, mosaic_panel, risk_squares


@dataclass(frozen=True, slots=True)
class Shown:
    """The squares, and the indicators that can be chosen."""

    layer: str
    squares: overview.Mosaic
    indicators: list[rules.Indicator]


class RiskMap(risk_part.RiskPart):
    """The map; the filter of kecamatan narrows it."""

    filters = frozenset(("area",))
    has_copy = False

    def __init__(self, desk: Desk, lanes: runner.Runner, failed: Callable[[Exception], None]) -> None:
        super().__init__(desk, lanes, failed)
        self._shown: Shown | None = None
        self.layer = fields.ChoiceField([(risk_map.BY_CLASS, _("Kelas (Polri)"))])
        self.layer.set_value(risk_map.BY_CLASS)
        self.layer.setAccessibleName(_("Yang ditampilkan di peta"))
        self.layer.committed.connect(lambda _code: self.refresh())
        self.panel = mosaic_panel.MosaicPanel(13, paint=risk_squares.paint, words=class_words())
        self.panel.mosaic.opened.connect(self._open)
        self.panel.mosaic.selected.connect(self._select)
        self.empty = empty_state.EmptyState(
            "peta", _("Belum ada TPS"), _("Peta kerawanan tampil setelah daftar TPS dimasukkan.")
        )
        self.stack = QtWidgets.QStackedWidget()
        self.stack.addWidget(self.panel)
        self.stack.addWidget(self.empty)
        self.tools = QtWidgets.QWidget()
        line = QtWidgets.QHBoxLayout(self.tools)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.SPACE)
        line.addWidget(form.label(_("Tampilkan:"), "muted"))
        line.addWidget(self.layer, 1)
        line.addWidget(form.label(_("Klik: buka TPS · seret: pilih beberapa"), "small"))
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack, 1)
        self.first_field = self.panel.mosaic

    def refresh(self, flags: frozenset[str] = frozenset()) -> None:
        desk, area, layer = self.desk, self.chosen.area, str(self.layer.value() or risk_map.BY_CLASS)

        def read() -> Shown:
            return Shown(layer, risk_map.risk_map(desk, layer, area), risk_indicators.indicators(desk))

        self.read(read, self._take)

    def show_layer(self, layer: str) -> None:
        """Show another layer, such as an indicator by its code."""
        self.layer.set_value(layer)
        self.refresh()

    def _take(self, found: Shown) -> None:
        self._shown = found
        chosen = self.layer.value()
        choices = [(risk_map.BY_CLASS, _("Kelas (Polri)")), (risk_map.BY_COUNT, _("Banyaknya indikator"))]
        choices += [(one.code, f"{one.code}  {_(one.label)}") for one in found.indicators if one.in_use]
        self.layer.set_choices(choices)
        self.layer.set_value(chosen)
        self.panel.legend.set_words(words_of(found.layer))
        rows = [
            mosaic_layout.MosaicRow(
                f"{one.name}  {_dots(sum(held.stations for held in one.groups))}", one.states, one.ends
            )
            for one in found.squares.rows
        ]
        unit = {
            overview.Square.STATION: _("1 kotak = 1 TPS"),
            overview.Square.VILLAGE: _("1 kotak = 1 desa/kelurahan"),
            overview.Square.DISTRICT: _("1 kotak = 1 kecamatan"),
        }[found.squares.square]
        self.panel.set_rows(rows, self._tip, unit)
        self.stack.setCurrentWidget(self.panel if found.squares.stations else self.empty)

    def _tip(self, square: int) -> str:
        found = self._shown
        if found is None:
            return ""
        group = found.squares.group(square)
        state = words_of(found.layer)[found.squares.states[square]]
        if found.squares.square is overview.Square.STATION:
            number = f"{found.squares.numbers[square]:03d}"
            return _("TPS {number} {village}: {state}").format(number=number, village=group.label, state=state)
        return _("{place}: {count} TPS, {state}").format(place=group.label, count=_dots(group.stations), state=state)

    def _open(self, square: int) -> None:
        if self._shown is None:
            return
        subject = self._shown.squares.subject(square)
        if self._shown.squares.square is overview.Square.STATION:
            self.opened.emit(subject)
        else:
            self.followed.emit({"area": subject})

    def _select(self, squares: list[int]) -> None:
        if self._shown is None or self._shown.squares.square is overview.Square.DISTRICT:
            return
        self.followed.emit({"subjects": tuple(self._shown.squares.subject(one) for one in squares)})


def class_words() -> list[str]:
    """The legend of the map by class."""
    return [_("Belum dikelaskan"), *(_(rules.CLASS_LABELS[one]) for one in rules.RiskClass)]


def words_of(layer: str) -> list[str]:
    """The legend of a layer, by state; "" for a state that does not occur in it."""
    if layer == risk_map.BY_CLASS:
        return class_words()
    if layer == risk_map.BY_COUNT:
        low, high = risk_map.MIDDLE_FROM, risk_map.HIGH_FROM
        counted = [f"1–{low - 1}", f"{low}–{high - 1}", _("{count} atau lebih").format(count=high)]
        return [_("Tanpa indikator"), *(_("{count} indikator").format(count=words) for words in counted), ""]
    return [_("Tidak ada"), "", "", _("Ada"), ""]


def _dots(number: int) -> str:
    return dotted(number)
