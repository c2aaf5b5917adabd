# SPDX-License-Identifier: Apache-2.0
"""The map of TPS by risk: by class, by number of indicators, or by one indicator; one square a TPS, village, kecamatan.

The order of squares and their groups is that of `overview.Mosaic`, so that the same widget shows both.
"""

from array import array
from enum import StrEnum

from desk_app.data import overview_list, place_names, risk_list
from desk_app.domain import risk
from desk_app.operations import overview, settings
from desk_app.operations.desk import Desk

BY_CLASS = "class"
BY_COUNT = "count"
"""Layers beside the indicators, whose layer is their code."""


class Shade(StrEnum):
    """What a square shows; the place in `SHADES` is its state."""

    NONE = "none"
    """Not classed, or no indicator."""
    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"
    SPECIAL = "special"


SHADES = tuple(Shade)
_CLASSES = {
    "": Shade.NONE,
    risk.RiskClass.LOW.value: Shade.LOW,
    risk.RiskClass.AT_RISK.value: Shade.MIDDLE,
    risk.RiskClass.HIGH.value: Shade.HIGH,
    risk.RiskClass.SPECIAL.value: Shade.SPECIAL,
}
_NUMBERS = {code: SHADES.index(shade) for code, shade in _CLASSES.items()}
_WORST = (Shade.HIGH, Shade.SPECIAL, Shade.MIDDLE, Shade.LOW, Shade.NONE)
MIDDLE_FROM, HIGH_FROM = 3, 6
"""Indicators of a TPS from which its square is darker; only a way to draw, no judgement of anybody."""


def risk_map(desk: Desk, layer: str = BY_CLASS, area: str = "") -> overview.Mosaic:
    """The squares of an area; `states` are places in `SHADES`. For a worker."""
    whole = area or desk.identity.place
    event = settings.event_code(desk)
    with desk.reading() as connection:
        held = overview_list.by_village(connection, event, whole)
        stations = sum(count for _village, count in held)
        square = overview.Square.STATION
        if stations > overview.MOST_SQUARES:
            square = overview.Square.VILLAGE if len(held) <= overview.MOST_SQUARES else overview.Square.DISTRICT
        width = overview.WIDTHS[square]
        numbers = array("H")
        states: dict[str, bytearray] = {}
        present = {} if layer == BY_CLASS else risk_list.present_at(connection, event, whole, _code(layer))
        for village, number, code in risk_list.classes(connection, event, whole):
            shade = _NUMBERS.get(code, 0) if layer == BY_CLASS else _shade(layer, present.get((village, number), 0))
            states.setdefault(village[: width.square], bytearray()).append(shade)
            if square is overview.Square.STATION:
                numbers.append(number)
        if square is not overview.Square.STATION:
            held = overview.summed(held, width.square)
        cut = {code[: width.group] for code, _ in held} | {code[: width.row] for code, _ in held}
        names = place_names.named(connection, event, cut)
    squares = [
        (code, count, bytes(states[code]) if square is overview.Square.STATION else bytes((_worst(states[code]),)))
        for code, count in held
    ]
    rows, groups = overview.laid_out(squares, width, names)
    return overview.Mosaic(
        phase=0,
        square=square,
        stations=stations,
        rows=rows,
        groups=groups,
        codes=() if square is overview.Square.STATION else tuple(code for code, _ in held),
        numbers=numbers,
        starts=array("L", (group.first for group in groups)),
    )


def _code(layer: str) -> str:
    return "" if layer == BY_COUNT else layer


def _shade(layer: str, count: int) -> int:
    if not count:
        return 0
    if layer != BY_COUNT:
        return SHADES.index(Shade.HIGH)
    shade = Shade.HIGH if count >= HIGH_FROM else Shade.MIDDLE if count >= MIDDLE_FROM else Shade.LOW
    return SHADES.index(shade)


def _worst(states: bytearray) -> int:
    """A region is shown as the gravest of its TPS."""
    there = set(states)
    return next(number for number in (SHADES.index(shade) for shade in _WORST) if number in there)
