# SPDX-License-Identifier: Apache-2.0
"""The map by risk: a square a TPS in order of place, the shade of its class, number or indicator; larger squares."""

from collections import Counter

import pytest

from desk_app.operations import overview, risk, risk_map
from desk_app.operations.desk import Desk
from desk_app.operations.risk_map import SHADES, Shade
from tests.regency_offices import BELAWA_VILLAGE, MADDUKELLENG, STATIONS, TEMPE_VILLAGE, tps

ONE = tps(TEMPE_VILLAGE, 1)


def shades(desk: Desk, layer: str = risk_map.BY_CLASS) -> dict[str, Shade]:
    found = risk_map.risk_map(desk, layer)
    return {found.subject(at): SHADES[state] for at, state in enumerate(found.states)}


def test_by_class(wajo: Desk) -> None:
    found = shades(wajo)
    assert list(found) == [tps(village, number) for village, number in sorted(STATIONS)]
    assert found[ONE] is Shade.MIDDLE
    assert found[tps(TEMPE_VILLAGE, 2)] is Shade.LOW
    assert found[tps(TEMPE_VILLAGE, 5)] is Shade.HIGH
    assert found[tps(BELAWA_VILLAGE, 901)] is Shade.SPECIAL
    assert found[tps(MADDUKELLENG, 1)] is Shade.NONE


def test_by_indicator_and_by_number(wajo: Desk) -> None:
    risk.tick(wajo, ONE, {f"P{number:02d}": True for number in range(1, 7)})
    risk.tick(wajo, tps(MADDUKELLENG, 1), {"P04": True, "P05": True, "P08": True})
    risk.tick(wajo, tps(MADDUKELLENG, 5), {"P04": True})
    assert Counter(shades(wajo, "P04").values()) == {Shade.HIGH: 3, Shade.NONE: 6}
    found = shades(wajo, risk_map.BY_COUNT)
    assert (found[ONE], found[tps(MADDUKELLENG, 1)], found[tps(MADDUKELLENG, 5)]) == (
        Shade.HIGH,
        Shade.MIDDLE,
        Shade.LOW,
    )
    assert Counter(found.values())[Shade.NONE] == 6


def test_the_squares_are_those_of_the_map_of_readiness(wajo: Desk) -> None:
    ready, found = overview.mosaic(wajo), risk_map.risk_map(wajo)
    assert [(row.code, row.ends) for row in ready.rows] == [(row.code, row.ends) for row in found.rows]
    assert (ready.numbers, ready.groups, ready.starts) == (found.numbers, found.groups, found.starts)


@pytest.mark.parametrize(("most", "square", "count"), [
    (8, overview.Square.VILLAGE, 3),
    (2, overview.Square.DISTRICT, 2),
])
def test_larger_squares_show_the_gravest_in_them(
    wajo: Desk, monkeypatch: pytest.MonkeyPatch, most: int, square: overview.Square, count: int
) -> None:
    monkeypatch.setattr(overview, "MOST_SQUARES", most)
    found = risk_map.risk_map(wajo)
    assert (found.square, len(found.states), len(found.codes), found.stations) == (square, count, count, 9)
    assert SHADES[found.states[0]] is Shade.HIGH
    assert SHADES[found.states[-1]] is Shade.SPECIAL
