# SPDX-License-Identifier: Apache-2.0
"""Recaps by their hour and answers by the moment they were given, as the tables hold them."""

from pathlib import Path

from desk_app.data import watch_list
from desk_app.operations import answers, watch_entry
from tests import small_offices, watch_days

EVENT, DISTRICT, VILLAGE = small_offices.EVENT, small_offices.DISTRICT, small_offices.VILLAGE
FIRST = small_offices.station(1)


def test_recaps_between_two_moments_oldest_first(tmp_path: Path) -> None:
    desk, clock = watch_days.make(tmp_path / "kantor")
    with desk:
        for hour, count in (("07.10", "1"), ("07.20", "2"), ("07.30", "3")):
            clock.set(hour)
            watch_entry.enter(desk, VILLAGE, 0, count)
        with desk.reading() as connection:
            rows = watch_list.recaps(connection, EVENT, DISTRICT, ["har.buka"], clock() - 600, clock())
            none = watch_list.recaps(connection, EVENT, "73.13.07", ["har.buka"], 0, clock() + 1)
            other = watch_list.recaps(connection, EVENT, DISTRICT, ["har.tutup"], 0, clock() + 1)
    assert [(row.counted, bool(row.blocked)) for row in rows] == [(2, False)]
    assert list(none) == list(other) == []


def test_answers_tell_when_they_were_given(tmp_path: Path) -> None:
    desk, clock = watch_days.make(tmp_path / "kantor")
    with desk:
        answers.set_answer(desk, FIRST, "har.buka", "B")
        first = clock()
        answers.set_answer(desk, small_offices.station(2), "har.buka", "S")
        answers.set_answer(desk, small_offices.station(3), "har.tutup", "S")
        clock.set("07.40")
        answers.set_answer(desk, FIRST, "har.buka", "S")
        with desk.reading() as connection:
            rows = watch_list.answers(connection, EVENT, DISTRICT, ["har.buka"])
            given = watch_list.given_at(connection, [row.change for row in rows])
    told = {row.subject: (row.choice, row.at, row.kind) for row in rows}
    assert told == {
        FIRST: ("done", clock(), "edit"),
        small_offices.station(2): ("done", first, "edit"),
    }
    assert {row.subject: given[row.change] for row in rows} == {one: at for one, (_choice, at, _kind) in told.items()}
