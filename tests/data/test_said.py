# SPDX-License-Identifier: Apache-2.0
"""What other computers have said they hold: the newest word of each, and whose word counts for an office."""

import dataclasses
from collections.abc import Callable, Iterator

import pytest

from desk_app.data import said, streams
from desk_app.data.database import Connection
from desk_app.domain import records
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

PLACE, OPEN = "73.13.06", 1
OFFICE = b"o" * 32
FIRST, SECOND = b"1" * 16, b"2" * 16
STREAM, HASH = b"s" * 16, b"h" * 32

MakeOffice = Callable[..., Desk]


@pytest.fixture
def connection(make_office: MakeOffice) -> Iterator[Connection]:
    desk = make_office(PLACE)
    transact(
        desk, "x", lambda unit: unit.put(records.STATION, ("pemilu-2024", f"{PLACE}.1001", 1), {"dpt_male": 1})
    )
    with desk.store.writing() as connection:
        yield connection


def words(replica: bytes, version: int) -> said.Words:
    return said.Words(replica, PLACE, OPEN, OFFICE, version, b"wire %d" % version)


def say(connection: Connection, *told: tuple[said.Words, list[tuple[bytes, int, bytes]]]) -> list[bytes]:
    known = {one.id: one for one in streams.all_streams(connection)}
    return said.keep(connection, known, told)


def own(connection: Connection) -> streams.Stream:
    return next(one for one in streams.all_streams(connection) if one.scope is not None and one.scope.event)


def test_the_last_word_counts_even_where_it_is_less(connection: Connection) -> None:
    stream = own(connection)
    assert say(connection, (words(FIRST, 1), [(stream.id, 1, stream.rolling)])) == []
    assert said.by_offices(connection, [OFFICE]) == {stream.id: 1}
    assert say(connection, (words(FIRST, 2), [])) == []
    assert said.by_offices(connection, [OFFICE]) == {}
    assert said.newest(connection) == {(FIRST, PLACE, OPEN): 2}
    assert [one.wire for one in said.statements(connection)] == [b"wire 2"]


def test_other_bytes_under_the_same_number_are_no_holding(connection: Connection) -> None:
    stream = own(connection)
    assert say(connection, (words(FIRST, 1), [(stream.id, 1, HASH), (STREAM, 7, HASH)])) == [stream.id]
    assert said.by_offices(connection, [OFFICE]) == {STREAM: 7}


def test_for_an_office_counts_the_computer_that_spoke_last(connection: Connection) -> None:
    """The other one may be gone with what it held: a backup of before was restored."""
    say(connection, (words(FIRST, 9), [(STREAM, 7, HASH)]))
    assert said.by_last_heard(connection, [OFFICE]) == {STREAM: 7}
    say(connection, (words(SECOND, 1), []))
    assert said.last_heard(connection, OFFICE) == SECOND
    assert said.by_last_heard(connection, [OFFICE]) == {}
    assert said.by_offices(connection, [OFFICE]) == {STREAM: 7}


def test_of_two_offices_at_one_place_the_one_that_spoke_last_counts(connection: Connection) -> None:
    """A lost laptop had more than the one that took its place: that must not be held back from it."""
    say(connection, (words(FIRST, 9), [(STREAM, 7, HASH)]))
    another = dataclasses.replace(words(SECOND, 1), office=b"p" * 32)
    say(connection, (another, [(STREAM, 3, HASH)]))
    assert said.by_last_heard(connection, [OFFICE, b"p" * 32]) == {STREAM: 3}
    say(connection, (words(FIRST, 10), [(STREAM, 8, HASH)]))
    assert said.by_last_heard(connection, [OFFICE, b"p" * 32]) == {STREAM: 8}


def test_in_a_package_the_first_words_are_the_sender_s(connection: Connection) -> None:
    say(connection, (words(SECOND, 1), []), (words(FIRST, 1), [(STREAM, 7, HASH)]))
    assert said.last_heard(connection, OFFICE) == SECOND
    assert [one.replica for one in said.statements(connection)] == [SECOND, FIRST]


def test_a_word_without_a_statement_is_a_word_of_the_office(connection: Connection) -> None:
    """As one that was heard on the phone."""
    said.note(connection, OFFICE, FIRST, STREAM, 3, HASH)
    assert said.last_heard(connection, OFFICE) is None
    assert said.by_last_heard(connection, [OFFICE]) == {STREAM: 3}
