# SPDX-License-Identifier: Apache-2.0
"""Readiness by kecamatan adds up, and the mosaic holds every TPS once, in its place."""

import pytest

from desk_app.domain import places
from desk_app.domain.readiness import Readiness
from desk_app.operations import answers, overview, stations
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps


def code(state: Readiness) -> int:
    return overview.STATES.index(state)


def test_one_row_a_kecamatan_and_the_sum(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(TEMPE_VILLAGE, 1), "log.hujan", "S")
    answers.set_answer(wajo, tps(BELAWA_VILLAGE, 1), "log.hujan", "B")
    table = overview.readiness_by_district(wajo)
    assert (table.level, table.heading, len(table.rows)) == (places.Level.DISTRICT, "Kecamatan", 14)
    tempe = next(row for row in table.rows if row.code == TEMPE)
    assert (tempe.name, tempe.villages, tempe.stations, tempe.dpt) == ("Tempe", 16, 6, 1443)
    assert (tempe.incomplete, tempe.not_yet, tempe.problem) == (1, 5, 0)
    belawa = next(row for row in table.rows if row.code == BELAWA)
    assert (belawa.problem, belawa.dpt_unknown, belawa.dpt_male, belawa.dpt_female) == (1, 1, 170, 90)
    assert (table.total.stations, table.total.villages) == (9, 190)
    assert table.total.not_yet == 7


def test_a_kecamatan_is_shown_by_village(wajo: Desk) -> None:
    table = overview.readiness_by_district(wajo, area=TEMPE)
    assert (table.heading, len(table.rows)) == ("Desa/Kelurahan", 16)
    assert next(row for row in table.rows if row.code == MADDUKELLENG).stations == 2


def test_a_tps_that_was_removed_is_not_counted(wajo: Desk) -> None:
    stations.delete_station(wajo, tps(TEMPE_VILLAGE, 3))
    assert overview.readiness_by_district(wajo).total.stations == 8
    assert overview.mosaic(wajo).stations == 8


def test_the_mosaic_is_in_order_of_place(wajo: Desk) -> None:
    answers.set_answer(wajo, tps(MADDUKELLENG, 5), "log.hujan", "B")
    found = overview.mosaic(wajo)
    assert (found.square, found.stations, [row.name for row in found.rows]) == (
        overview.Square.STATION, 9, ["Tempe", "Belawa"],
    )
    assert [found.subject(square) for square in range(9)] == [
        tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2), tps(TEMPE_VILLAGE, 3), tps(TEMPE_VILLAGE, 5),
        tps(MADDUKELLENG, 1), tps(MADDUKELLENG, 5),
        tps(BELAWA_VILLAGE, 1), tps(BELAWA_VILLAGE, 2), tps(BELAWA_VILLAGE, 901),
    ]
    assert found.states[5] == code(Readiness.PROBLEM)
    assert set(found.states[:5] + found.states[6:]) == {code(Readiness.NOT_YET)}
    assert found.rows[0].ends == (4, 6)
    assert found.group(4).label == "Kel. Maddukelleng"


def test_many_tps_are_shown_as_villages_by_the_worst(wajo: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    answers.set_answer(wajo, tps(MADDUKELLENG, 5), "log.hujan", "B")
    answers.set_answer(wajo, tps(MADDUKELLENG, 1), "log.hujan", "S")
    answers.set_answer(wajo, tps(BELAWA_VILLAGE, 1), "log.hujan", "S")
    monkeypatch.setattr(overview, "MOST_SQUARES", 8)
    found = overview.mosaic(wajo)
    assert (found.square, [found.subject(square) for square in range(3)]) == (
        overview.Square.VILLAGE, [TEMPE_VILLAGE, MADDUKELLENG, BELAWA_VILLAGE],
    )
    assert list(found.states) == [code(Readiness.NOT_YET), code(Readiness.PROBLEM), code(Readiness.INCOMPLETE)]


def test_many_villages_are_shown_as_kecamatan(wajo: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "MOST_SQUARES", 2)
    found = overview.mosaic(wajo)
    assert (found.square, found.codes, found.rows[0].ends) == (overview.Square.DISTRICT, (TEMPE, BELAWA), (2,))
    assert (found.groups[0].label, found.groups[0].stations) == ("Kabupaten Wajo", 9)


def test_an_empty_office_has_an_empty_mosaic(wajo: Desk) -> None:
    found = overview.mosaic(wajo, area="73.13.10")
    assert (found.stations, found.rows, found.states) == (0, (), b"")
