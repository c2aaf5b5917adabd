# SPDX-License-Identifier: Apache-2.0
"""A save replaces what its form had seen; what came in since stands beside it, the same at every office."""

from collections.abc import Callable

import pytest

from desk_app.data import arrivals
from desk_app.data.unit_of_work import Unit
from desk_app.domain import errors, records
from desk_app.journal.change import ALIVE
from tests.data.offices import EVENT, VILLAGE, Office

MakeOffice = Callable[[str], Office]
STATION = (EVENT, VILLAGE, 1)
DPT, SITE = records.STATION.field("dpt_male").no, records.STATION.field("site").no


def now(one: Office) -> int:
    """What a form that is read now has seen."""
    with one.store.reading() as connection:
        return arrivals.latest(connection)


def put(one: Office, values: dict[str, object], seen: int | None = None) -> tuple[int, Unit]:
    def work(unit: Unit) -> tuple[int, Unit]:
        return unit.put(records.STATION, STATION, values, seen=seen), unit

    return one.write(work)


@pytest.fixture
def two(office: MakeOffice) -> tuple[Office, Office]:
    """A kecamatan and its kabupaten that hold the same TPS."""
    one, other = office("73.13.06"), office("73.13")
    put(one, {"dpt_male": 140, "site": "SDN 1"})
    other.take(one.pack())
    return one, other


def same(one: Office, other: Office) -> set[int]:
    """The fields that are disputed once both have heard of all; both see the same, and a check finds nothing."""
    one.take(other.pack())
    other.take(one.pack())
    assert one.view() == other.view()
    assert one.faults() == other.faults() == ()
    return {field for _record, field in one.view()["disputes"]}


def test_what_came_in_since_stands_beside(two: tuple[Office, Office]) -> None:
    one, other = two
    seen = now(one)
    put(other, {"dpt_male": 141, "site": "SDN 2"})
    one.take(other.pack())
    no, unit = put(one, {"dpt_male": 142}, seen)
    [met] = unit.met
    assert (met.record, met.kind, met.field, met.saw, met.typed) == (no, records.STATION.no, DPT, (140,), 142)
    assert len(met.there) == 1
    assert same(one, other) == {DPT}


def test_without_a_word_of_it_all_that_stands_is_replaced(two: tuple[Office, Office]) -> None:
    one, other = two
    put(other, {"dpt_male": 141})
    one.take(other.pack())
    _no, unit = put(one, {"dpt_male": 142})
    assert unit.met == []
    assert same(one, other) == set()


def test_what_was_written_here_was_seen(two: tuple[Office, Office]) -> None:
    one, other = two
    seen = now(one)
    put(one, {"dpt_male": 150})
    put(one, {"dpt_male": 151}, seen)
    assert same(one, other) == set()


def test_a_chain_that_came_in_is_followed_to_what_was_seen(two: tuple[Office, Office]) -> None:
    one, other = two
    seen = now(one)
    for value in (141, 143, 145):
        put(other, {"dpt_male": value})
    one.take(other.pack())
    _no, unit = put(one, {"dpt_male": 142}, seen)
    assert unit.met[0].saw == (140,)
    assert same(one, other) == {DPT}
    view = one.view()
    assert all(len(heads) == 2 for heads in view["disputed heads"].values())


def test_equal_values_are_no_disagreement_and_meet_nothing(two: tuple[Office, Office]) -> None:
    one, other = two
    seen = now(one)
    put(other, {"dpt_male": 142})
    one.take(other.pack())
    _no, unit = put(one, {"dpt_male": 142}, seen)
    assert (unit.met, unit.written) == ([], 0)
    assert same(one, other) == set()


def test_what_the_form_left_as_it_was_is_not_written(two: tuple[Office, Office]) -> None:
    one, other = two
    seen = now(one)
    put(other, {"site": "SDN 2"})
    one.take(other.pack())
    _no, unit = put(one, {"dpt_male": 142, "site": "SDN 1"}, seen)
    assert unit.met == []
    assert same(one, other) == set()
    assert "SDN 2" in repr(one.view()["rows"])


def test_a_record_that_came_in_since_is_written_beside(office: MakeOffice) -> None:
    one, other = office("73.13.06"), office("73.13")
    put(one, {"dpt_male": 1})  # so that the next number is not the first
    one.write(lambda unit: unit.put(records.STATION, (EVENT, VILLAGE, 2), {"site": "SDN"}))
    seen = now(one)
    key = (EVENT, VILLAGE, 3)
    other.write(lambda unit: unit.put(records.STATION, key, {"dpt_male": 141}))
    one.take(other.pack())
    one.write(lambda unit: unit.put(records.STATION, key, {"dpt_male": 142, "site": "SDN 3"}, seen=seen))
    third = office("73")
    third.take(one.pack())  # without what the other office wrote
    assert same(one, other) == {DPT}
    third.take(other.pack())
    assert third.view() == one.view()


def test_a_deletion_that_came_in_since_stands_against_what_was_typed(two: tuple[Office, Office]) -> None:
    one, other = two
    seen = now(one)
    other.write(lambda unit: unit.delete(records.STATION, unit.find(records.STATION, STATION) or 0))
    one.take(other.pack())
    no, unit = put(one, {"dpt_male": 142}, seen)
    assert [(met.record, met.field) for met in unit.met] == [(no, ALIVE)]
    assert same(one, other) == {ALIVE}
    later = now(one)
    with pytest.raises(errors.NotFound):
        one.write(lambda unit: unit.set(records.STATION, no, {"dpt_male": 143}, seen=later))


def test_a_deletion_that_was_seen_is_taken_back_by_putting(two: tuple[Office, Office]) -> None:
    one, other = two
    other.write(lambda unit: unit.delete(records.STATION, unit.find(records.STATION, STATION) or 0))
    one.take(other.pack())
    seen = now(one)
    one.write(lambda unit: unit.put(records.STATION, (EVENT, VILLAGE, 2), {}))
    put(one, {"dpt_male": 142}, seen)
    assert same(one, other) == set()
    assert "142" in repr(one.view()["rows"])
