# SPDX-License-Identifier: Apache-2.0
"""Sealed figures as they stand in the journal: each that stands is told, and what came in since is found."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.data import arrivals, count_rows
from desk_app.data.count_rows import Key
from desk_app.domain import records
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import two_offices
from tests.small_offices import EVENT, VILLAGE

RACE = "ppwp"
FIRST, SECOND = Key(EVENT, VILLAGE, 1, RACE), Key(EVENT, VILLAGE, 2, RACE)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def write(desk: Desk, key: Key, sealed: bytes, reader: str = "73.13/1", occasion: int = 1, whole: bool = True) -> int:
    name = (key.event, key.village, key.number, key.race, occasion, reader)
    values = {"sealed": sealed, "whole": whole, "source": "formulir"}
    return transact(desk, "Salinan", lambda unit: unit.put(records.COUNT_FORM, name, values))


def test_readings_and_what_was_said_of_them(two: two_offices.Two) -> None:
    desk = two.kabupaten
    write(desk, FIRST, b"one")
    write(desk, FIRST, b"two", "73.13/2", whole=False)
    write(desk, SECOND, b"three", occasion=2)
    gone = write(desk, SECOND, b"four", "73.13/3")
    transact(desk, "Hapus", lambda unit: unit.delete(records.COUNT_FORM, gone))
    said = (EVENT, VILLAGE, 1, RACE, 1)
    values = {"accepted": "V03", "said": b"Benar", "locked": True}
    transact(desk, "Periksa", lambda unit: unit.put(records.COUNT_RESULT, said, values))
    with desk.reading() as connection:
        forms = count_rows.forms(connection, [FIRST, SECOND])
        results = count_rows.results(connection, [FIRST, SECOND])
        only = count_rows.forms(connection, [SECOND])
        every = count_rows.every_key(connection, EVENT)
        progress = {(row.region, row.race): (row.whole, row.part) for row in count_rows.progress(connection, EVENT, 8)}
    assert [(one.reader, one.sealed, one.whole) for one in forms[FIRST]] == [
        ("73.13/1", (b"one",), True),
        ("73.13/2", (b"two",), False),
    ]
    assert [(one.occasion, one.sealed) for one in forms[SECOND]] == [(2, (b"three",))]
    assert list(only) == [SECOND]
    [result] = results[FIRST]
    assert (result.accepted, result.said, result.locked, result.sealed) == ("V03", b"Benar", True, ())
    assert every == {FIRST, SECOND}
    assert progress == {("73.13.06", RACE): (2, 0)}


def test_each_of_two_that_stand_is_told(two: two_offices.Two) -> None:
    """Two offices decide of one TPS: one list shows one of them, here both are weighed."""
    rules = (EVENT, "73.13")
    transact(two.kabupaten, "Aturan", lambda unit: unit.put(records.COUNT_RULES, rules, {"districts_see": True}))
    decide(two.kabupaten, b"one")
    two.carry(two.kabupaten, two.tempe)
    decide(two.kabupaten, b"two")
    decide(two.tempe, b"three")
    two.carry(two.tempe, two.kabupaten)
    two.carry(two.kabupaten, two.tempe)
    for desk in (two.kabupaten, two.tempe):
        with desk.reading() as connection:
            [result] = count_rows.results(connection, [FIRST])[FIRST]
        assert sorted(result.sealed) == [b"three", b"two"]


def test_of_two_only_who_may_decide_is_told(two: two_offices.Two) -> None:
    decide(two.kabupaten, b"one")
    two.carry(two.kabupaten, two.tempe)
    decide(two.kabupaten, b"two")
    decide(two.tempe, b"three")
    two.carry(two.tempe, two.kabupaten)
    with two.kabupaten.reading() as connection:
        [result] = count_rows.results(connection, [FIRST])[FIRST]
    assert result.sealed == (b"two",)


def test_of_a_reading_only_the_word_of_its_office_is_told(two: two_offices.Two) -> None:
    write(two.kabupaten, FIRST, b"one")
    with two.kabupaten.reading() as connection:
        [before] = count_rows.forms(connection, [FIRST])[FIRST]
    two.carry(two.kabupaten, two.tempe)
    write(two.tempe, FIRST, b"two", whole=False)
    write(two.tempe, SECOND, b"three")
    two.carry(two.tempe, two.kabupaten)
    with two.kabupaten.reading() as connection:
        assert count_rows.forms(connection, [FIRST, SECOND]) == {FIRST: [before]}


def decide(desk: Desk, sealed: bytes) -> None:
    name = (EVENT, VILLAGE, 1, RACE, 1)
    transact(desk, "Tetapkan", lambda unit: unit.put(records.COUNT_RESULT, name, {"sealed": sealed}))


def test_what_came_in_since_is_found(two: two_offices.Two) -> None:
    desk = two.kabupaten
    write(desk, FIRST, b"one")
    with desk.reading() as connection:
        before = arrivals.latest(connection)
    no = write(desk, SECOND, b"two")
    transact(desk, "TPS", lambda unit: unit.put(records.STATION, (EVENT, VILLAGE, 2), {"dpt_male": 3}))
    with desk.reading() as connection:
        last = arrivals.latest(connection)
        assert count_rows.touched(connection, before, last) == {SECOND}
        assert count_rows.touched(connection, 0, before) == {FIRST}
        assert count_rows.stations_touched(connection, EVENT, before, last) == {(VILLAGE, 2)}
        assert count_rows.came_in(connection, ["station"], before, last)
        assert not count_rows.came_in(connection, ["candidate", "count_rules"], before, last)
    transact(desk, "Hapus", lambda unit: unit.delete(records.COUNT_FORM, no))
    with desk.reading() as connection:
        assert count_rows.touched(connection, last, last + 1) == {SECOND}


def test_recapitulations_are_told(two: two_offices.Two) -> None:
    name = (EVENT, "73.13.06", RACE)
    values = {"sealed": b"x"}
    transact(two.kabupaten, "D.HASIL", lambda unit: unit.put(records.COUNT_RECAP, name, values))
    with two.kabupaten.reading() as connection:
        [recap] = count_rows.recaps(connection, EVENT)
    assert (recap.place, recap.race, recap.sealed) == ("73.13.06", RACE, (b"x",))


def test_no_record_is_mistaken_for_another() -> None:
    names = {
        count_rows.about_form(FIRST, 1, "73.13/1"),
        count_rows.about_form(FIRST, 1, "73.13/11"),
        count_rows.about_form(FIRST, 2, "73.13/1"),
        count_rows.about_form(SECOND, 1, "73.13/1"),
        count_rows.about_result(FIRST, 1),
        count_rows.about_result(SECOND, 1),
        count_rows.about_recap(EVENT, "73.13.06", RACE),
    }
    assert len(names) == 7


def test_how_far_the_copies_are_by_the_vote_that_was_copied_last(two: two_offices.Two) -> None:
    desk = two.kabupaten
    write(desk, FIRST, b"one", whole=False)
    write(desk, FIRST, b"two", "73.13/2")
    write(desk, SECOND, b"three")
    gone = write(desk, Key(EVENT, VILLAGE, 3, RACE), b"four")
    transact(desk, "Hapus", lambda unit: unit.delete(records.COUNT_FORM, gone))
    write(desk, Key(EVENT, VILLAGE, 1, "dpr"), b"five", whole=False)
    with desk.reading() as connection:
        assert count_rows.copied(connection, EVENT, RACE) == {(VILLAGE, 1): True, (VILLAGE, 2): True}
        assert count_rows.copied(connection, EVENT, RACE, "73.14") == {}
    write(desk, SECOND, b"again", occasion=2, whole=False)
    with desk.reading() as connection:
        assert count_rows.copied(connection, EVENT, RACE, VILLAGE) == {(VILLAGE, 1): True, (VILLAGE, 2): False}
        found = {(row.region, row.race): (row.whole, row.part) for row in count_rows.progress(connection, EVENT, 5)}
        assert found == {("73.13", RACE): (1, 1), ("73.13", "dpr"): (0, 1)}
        only = list(count_rows.progress(connection, EVENT, 8, race="dpr", region=VILLAGE[:8]))
        assert [(row.region, row.whole, row.part) for row in only] == [(VILLAGE[:8], 0, 1)]
