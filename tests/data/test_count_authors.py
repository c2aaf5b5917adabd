# SPDX-License-Identifier: Apache-2.0
"""A record by the word of who may write it alone: what stands of it without the changes of others."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_app.data import count_authors
from desk_app.domain import records
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import two_offices
from tests.small_offices import EVENT, VILLAGE

NAME = (EVENT, VILLAGE, 1, "ppwp", 1, "73.13/1")
SEALED, WHOLE = (records.COUNT_FORM.field(name).no for name in ("sealed", "whole"))


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def write(desk: Desk, **values: Any) -> int:
    return transact(desk, "x", lambda unit: unit.put(records.COUNT_FORM, NAME, values))


def delete(desk: Desk) -> None:
    def work(unit: Any) -> None:
        unit.delete(records.COUNT_FORM, unit.find(records.COUNT_FORM, NAME))

    transact(desk, "x", work)


def left(desk: Desk, *writers: str) -> count_authors.Left | None:
    """What is left of it at an office, None where nobody else wrote on it."""
    with desk.reading() as connection:
        no = connection.exec_driver_sql("SELECT no FROM count_form").scalar_one()
        return count_authors.left_of(connection, {no: writers}).get(no)


def told(desk: Desk, *writers: str) -> tuple[Any, ...]:
    found = left(desk, *writers)
    assert found is not None
    return found.is_there, found.values.get(SEALED, ()), found.shown(WHOLE)


def test_where_nobody_else_wrote_it_is_left_alone(two: two_offices.Two) -> None:
    write(two.kabupaten, sealed=b"one")
    two.carry(two.kabupaten, two.tempe)
    for desk in (two.kabupaten, two.tempe):
        assert left(desk, "73.13") is None
        assert told(desk, "73.13.06") == (False, (), None)
    with two.tempe.reading() as connection:
        assert count_authors.left_of(connection, {}) == {}


def test_what_others_put_in_its_place_is_passed_over(two: two_offices.Two) -> None:
    write(two.kabupaten, sealed=b"one", whole=True)
    two.carry(two.kabupaten, two.tempe)
    write(two.tempe, sealed=b"two", whole=False)
    two.carry(two.tempe, two.kabupaten)
    for desk in (two.kabupaten, two.tempe):
        assert told(desk, "73.13") == (True, (b"one",), True)
        assert told(desk, "73.13.06") == (True, (b"two",), False)
        assert left(desk, "73.13", "73.13.06") is None
    # What replaces the word of others replaces what that had replaced.
    write(two.kabupaten, sealed=b"three")
    assert told(two.kabupaten, "73.13") == (True, (b"three",), True)


def test_a_deletion_of_others_is_none_and_an_own_one_holds(two: two_offices.Two) -> None:
    write(two.kabupaten, sealed=b"one")
    two.carry(two.kabupaten, two.tempe)
    delete(two.tempe)
    two.carry(two.tempe, two.kabupaten)
    assert told(two.kabupaten, "73.13") == (True, (b"one",), None)
    write(two.kabupaten, sealed=b"two")
    assert told(two.kabupaten, "73.13") == (True, (b"two",), None)
    two.carry(two.kabupaten, two.tempe)
    write(two.tempe, sealed=b"three")
    two.carry(two.tempe, two.kabupaten)
    delete(two.kabupaten)
    assert told(two.kabupaten, "73.13")[0] is False


def test_two_of_the_right_offices_stand_side_by_side(two: two_offices.Two) -> None:
    write(two.kabupaten, sealed=b"one")
    two.carry(two.kabupaten, two.tempe)
    write(two.kabupaten, sealed=b"two")
    write(two.tempe, sealed=b"three")
    two.carry(two.tempe, two.kabupaten)
    found = left(two.kabupaten, "73.13.06", "elsewhere")
    assert found is not None
    assert found.values[SEALED] == (b"three",)
    assert left(two.kabupaten, "73.13.06", "73.13") is None
    alone = left(two.kabupaten, "73.13")
    assert alone is not None
    assert alone.values[SEALED] == (b"two",)
    assert alone.latest != found.latest


def test_an_author_of_whom_no_card_is_left_is_believed(two: two_offices.Two) -> None:
    """A root that another one replaced took its cards along; what came in was judged when it came."""
    write(two.tempe, sealed=b"one")
    two.carry(two.tempe, two.kabupaten)
    assert told(two.kabupaten, "73.13") == (False, (), None)
    with two.kabupaten.store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM card")
    assert left(two.kabupaten, "73.13") is None
