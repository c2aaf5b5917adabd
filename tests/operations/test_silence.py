# SPDX-License-Identifier: Apache-2.0
"""Who has not sent, by day, and who is silent past the hour that the office has set."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.operations import change_settings, daily_reports, days, receiving, silence, todo
from desk_app.operations.targets import Page
from tests import crafted, two_offices
from tests.small_offices import NOW

DAY = 24 * 60 * 60
HOUR = 60 * 60
TEMPE, BELAWA = "73.13.06", "73.13.07"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    """Tempe has sent its first package today at 13.00."""
    with two_offices.opened(tmp_path) as made:
        yield made


def row(table: silence.Table, place: str) -> silence.Row:
    return next(one for one in table.rows if one.place == place)


def line(two: two_offices.Two) -> todo.Todo | None:
    return next((one for one in todo.todo(two.kabupaten) if one.kind is todo.TodoKind.SILENT), None)


def test_packages_of_each_office_by_day(two: two_offices.Two) -> None:
    two.kabupaten.now = lambda: NOW + HOUR
    two.carry(two.tempe, two.kabupaten)
    two.kabupaten.now = lambda: NOW + DAY
    table = silence.table(two.kabupaten, count=3)
    assert [head.day for head in table.days] == [date(2024, 2, 12), date(2024, 2, 13), date(2024, 2, 14)]
    tempe = row(table, TEMPE)
    assert [(cell.packages, cell.at, cell.sent) for cell in tempe.cells] == [
        (0, 0, False),
        (2, NOW + HOUR, True),
        (0, 0, False),
    ]
    assert (tempe.number, tempe.last) == (2, NOW + HOUR)
    belawa = row(table, BELAWA)
    assert (belawa.number, belawa.last, [cell.sent for cell in belawa.cells]) == (0, 0, [False, False, False])
    earlier = silence.table(two.kabupaten, date(2024, 2, 12), 1)
    assert [cell.packages for cell in row(earlier, TEMPE).cells] == [0]


def test_a_report_that_came_in_another_way_counts(two: two_offices.Two) -> None:
    daily_reports.note_received(two.kabupaten, BELAWA, "WhatsApp", nihil=True)
    [cell] = row(silence.table(two.kabupaten, count=1), BELAWA).cells
    assert (cell.packages, cell.report, cell.sent) == (0, daily_reports.Received.NIHIL, True)
    assert BELAWA not in {one.place for one in silence.silent(two.kabupaten).silent}


@pytest.mark.parametrize(
    ("told", "found"), [("", None), ("15.00", time(15)), ("7", time(7)), ("sore", None), ("25.00", None)]
)
def test_the_hour(two: two_offices.Two, told: str, found: time | None) -> None:
    change_settings.set_many(two.kabupaten, {"silence_hour": told})
    assert silence.hour(two.kabupaten) == found


def test_without_an_hour_silence_is_since_yesterday(two: two_offices.Two) -> None:
    found = silence.silent(two.kabupaten)
    assert (found.due, found.since, found.is_today) == (None, days.bounds(two.kabupaten, date(2024, 2, 12))[0], False)
    assert found.whole == 14
    assert len(found.silent) == 13
    two.kabupaten.now = lambda: NOW + DAY
    assert TEMPE not in {one.place for one in silence.silent(two.kabupaten).silent}
    two.kabupaten.now = lambda: NOW + 2 * DAY
    [tempe] = [one for one in silence.silent(two.kabupaten).silent if one.place == TEMPE]
    assert (tempe.number, tempe.last, tempe.operators) == (1, NOW, ("Besse",))


def test_past_the_hour_of_the_day_and_before_it(two: two_offices.Two) -> None:
    kabupaten = two.kabupaten
    change_settings.set_many(kabupaten, {"silence_hour": "15.00"})
    kabupaten.now = lambda: NOW + DAY + HOUR  # 14.00 of the next day: what counts is yesterday's hour
    found = silence.silent(kabupaten)
    assert (found.due, found.is_today) == (NOW + 2 * HOUR, False)
    assert TEMPE not in {one.place for one in found.silent}
    kabupaten.now = lambda: NOW + DAY + 2 * HOUR  # 15.00
    found = silence.silent(kabupaten)
    assert (found.due, found.is_today) == (NOW + DAY + 2 * HOUR, True)
    assert TEMPE in {one.place for one in found.silent}
    two.carry(two.tempe, kabupaten)
    assert TEMPE not in {one.place for one in silence.silent(kabupaten).silent}


def test_the_home_page_tells_it_and_leads_to_the_call_list(two: two_offices.Two) -> None:
    kabupaten = two.kabupaten
    change_settings.set_many(kabupaten, {"silence_hour": "14.00"})
    before = line(two)
    assert before is not None
    assert before.words == "13 kecamatan belum mengirim sejak kemarin"
    kabupaten.now = lambda: NOW + HOUR
    past = line(two)
    assert past is not None
    assert past.words == "13 kantor belum mengirim sampai pukul 14.00"
    assert (past.target.page, past.target.chosen) == (Page.REPORTS, {"report": "call-list"})
    for one in silence.silent(kabupaten).silent[1:]:
        daily_reports.note_received(kabupaten, one.place, "WhatsApp")
    few = line(two)
    assert few is not None
    assert few.words == "Sabangparu belum mengirim sampai pukul 14.00"


def test_nobody_is_called_for_daily_sending_months_before_the_vote(two: two_offices.Two) -> None:
    kabupaten = two.kabupaten
    assert line(two) is not None
    kabupaten.now = lambda: NOW - 60 * DAY
    assert line(two) is None
    assert len(silence.silent(kabupaten).silent) == 14, "who has not sent can still be seen"
    change_settings.set_many(kabupaten, {"silence_hour": "15.00"})
    assert line(two) is not None, "an office that sets an hour waits every day"


def test_an_office_without_any_below_waits_for_nobody(two: two_offices.Two) -> None:
    assert silence.silent(two.tempe).silent == ()
    assert silence.table(two.tempe).rows == ()


def test_who_only_calls_himself_so_breaks_no_silence(two: two_offices.Two) -> None:
    """A stranger in the name of Belawa, and Tempe itself in that name."""
    for number, seed in enumerate((b"s" * 32, two.tempe.identity.seed), 7):
        called = {"place": BELAWA, "name": "Desk Pemilu Kecamatan Belawa"}
        path = two.stick / f"{number}.desk"
        crafted.write(path, two.tempe, two.kabupaten, seed=seed, number=number, named=called)
        finish(receiving.receive(two.kabupaten, [path]))
    table = silence.table(two.kabupaten, count=1)
    assert (row(table, BELAWA).number, row(table, BELAWA).cells[0].packages) == (0, 0)
    assert (row(table, TEMPE).number, row(table, TEMPE).cells[0].packages) == (8, 2)
