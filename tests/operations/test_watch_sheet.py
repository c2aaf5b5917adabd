# SPDX-License-Identifier: Apache-2.0
"""The sheet of voting day: details and recaps reckoned upwards, blanks that are due, rows that open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import records
from desk_app.operations import answers, watch_entry, watch_sheet
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import small_offices, watch_days

REGENCY = "73.13"
TEMPE, OTHER = "73.13.06", "73.13.07"
VILLAGE = small_offices.VILLAGE
OPEN, AT_TEN = 0, 1
Office = tuple[Desk, watch_days.Clock]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    desk, clock = watch_days.make(tmp_path / "kantor", REGENCY)
    rows = [(("pemilu-2024", "73.13.07.1001", number), {"dpt_male": 100, "dpt_female": 90}) for number in (1, 2)]
    transact(desk, "TPS", lambda unit: unit.put_many(records.STATION, rows), kind="setup")
    yield desk, clock
    desk.close()


def row(desk: Desk, code: str, *opened: str) -> watch_sheet.Row:
    return next(one for one in watch_sheet.sheet(desk, opened).rows if one.code == code)


def test_rows_are_the_parts_of_the_area_and_open_to_villages_and_tps(office: Office) -> None:
    desk, _clock = office
    found = watch_sheet.sheet(desk)
    assert [(one.code, one.stations, one.voters, one.depth) for one in found.rows] == [
        (TEMPE, 3, 870, 0), (OTHER, 2, 380, 0)
    ]
    assert (found.total.stations, found.total.voters) == (5, 1250)
    opened = watch_sheet.sheet(desk, {TEMPE, VILLAGE})
    assert [(one.code, one.depth, one.is_open) for one in opened.rows] == [
        (TEMPE, 0, True),
        (VILLAGE, 1, True),
        (f"{VILLAGE}-001", 2, False),
        (f"{VILLAGE}-002", 2, False),
        (f"{VILLAGE}-003", 2, False),
        (OTHER, 0, False),
    ]
    closed = watch_sheet.sheet(desk, {VILLAGE})
    assert [one.code for one in closed.rows] == [TEMPE, OTHER], "what lies in a closed region is not shown"


def test_details_replace_a_recap_once_they_are_whole_and_the_gap_is_kept(office: Office) -> None:
    desk, _clock = office
    watch_entry.enter(desk, TEMPE, OPEN, "3", "camat")
    for number in (1, 2):
        answers.set_answer(desk, small_offices.station(number), "har.buka", "S")
    cell = row(desk, TEMPE).cells[OPEN]
    assert (cell.value, cell.covered, cell.difference, cell.source) == (3, 3, 0, "camat")
    answers.set_answer(desk, small_offices.station(3), "har.buka", "B")
    cell = row(desk, TEMPE).cells[OPEN]
    assert (cell.value, cell.covered, cell.difference) == (2, 3, 1)
    total = watch_sheet.sheet(desk).total.cells[OPEN]
    assert (total.value, total.covered, total.places) == (2, 3, 5)
    assert total.is_partial


def test_what_is_blank_after_its_hour_is_missing(office: Office) -> None:
    desk, clock = office
    assert not row(desk, OTHER).cells[OPEN].missing, "ten past seven: still waited for"
    clock.set("07.31")
    assert row(desk, OTHER).cells[OPEN].missing
    assert not row(desk, OTHER).cells[AT_TEN].missing
    watch_entry.enter(desk, OTHER, OPEN, "1/1")
    assert not row(desk, OTHER).cells[OPEN].missing
    watch_entry.enter(desk, f"{VILLAGE}-001", OPEN, "s")
    assert row(desk, TEMPE).cells[OPEN].missing, "one TPS of three is not the kecamatan"


def test_nobody_waits_for_a_village_whose_kecamatan_has_told(office: Office) -> None:
    desk, clock = office
    clock.set("07.31")
    second = f"{VILLAGE}-002"
    assert row(desk, VILLAGE, TEMPE).cells[OPEN].missing
    assert row(desk, second, TEMPE, VILLAGE).cells[OPEN].missing
    watch_entry.enter(desk, TEMPE, OPEN, "3")
    assert not row(desk, VILLAGE, TEMPE).cells[OPEN].missing
    assert not row(desk, second, TEMPE, VILLAGE).cells[OPEN].missing


def test_late_is_the_first_that_was_heard(office: Office) -> None:
    desk, clock = office
    watch_entry.enter(desk, TEMPE, OPEN, "1")
    clock.set("08.00")
    watch_entry.enter(desk, TEMPE, OPEN, "3")
    watch_entry.enter(desk, OTHER, OPEN, "2")
    assert [row(desk, code).cells[OPEN].late for code in (TEMPE, OTHER)] == [0, 1]


def test_the_column_of_now_and_the_day(office: Office) -> None:
    desk, clock = office
    assert (watch_sheet.sheet(desk).current, watch_sheet.sheet(desk).day) == (0, "H")
    clock.set("09.40")
    assert watch_sheet.sheet(desk).current == AT_TEN
    clock.set("12.00", 13)
    before = watch_sheet.sheet(desk)
    assert (before.current, before.day) == (0, "H-1")
    assert not any(cell.missing for one in before.rows for cell in one.cells)


def test_an_answer_of_a_rehearsal_is_no_report_of_voting_day(office: Office) -> None:
    desk, clock = office
    clock.set("12.00", 13)
    answers.set_answer(desk, small_offices.station(1), "har.buka", "S")
    clock.set("07.10")
    assert row(desk, TEMPE).cells[OPEN].value is None


def test_without_tps_the_sheet_is_empty(tmp_path: Path) -> None:
    desk, _clock = watch_days.make(tmp_path / "baru", stations=0)
    found = watch_sheet.sheet(desk)
    assert found.rows == ()
    assert found.total.stations == 0
    desk.close()
