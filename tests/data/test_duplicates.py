# SPDX-License-Identifier: Apache-2.0
"""The table of what is shown with what, derived again to the same from whatever happened to the records."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from desk_app.data import duplicates, schema
from desk_app.domain import records
from desk_app.operations import duplicates as verbs
from desk_app.operations import history
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import small_offices
from tests.small_offices import EVENT, NOW, station


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "kantor").desk as made:
        yield made


def make(desk: Desk, count: int) -> list[int]:
    told = {"event": EVENT, "place": station(1), "title": "Padam", "category": "LIS", "reported_at": NOW}
    return [transact(desk, "x", lambda unit: unit.create(records.ISSUE, told)) for _ in range(count)]


def merged(desk: Desk) -> dict[int, int]:
    with desk.reading() as connection:
        return duplicates.every_merged(connection, records.ISSUE.no)


def test_it_is_kept_in_step(desk: Desk) -> None:
    """Whatever is merged, separated, deleted, brought back and undone: deriving all anew finds nothing to mend."""
    dice = random.Random(7)
    numbers = make(desk, 6)
    for _turn in range(60):
        one, other = dice.sample(numbers, 2)
        match dice.randrange(5):
            case 0 | 1 if alive(desk, one):
                transact(desk, "x", lambda unit, a=one, b=other: unit.set(records.ISSUE, a, {"merged_into": b}))
            case 2:
                transact(desk, "x", lambda unit, a=one: unit.delete(records.ISSUE, a))
            case 3:
                transact(desk, "x", lambda unit, a=one: unit.undelete(records.ISSUE, a))
            case _:
                history.undo(desk)
        with desk.store.writing() as connection:
            assert duplicates.derive(connection) == {}
        found = merged(desk)
        assert all(alive(desk, no) and alive(desk, into) and into not in found for no, into in found.items())


def alive(desk: Desk, no: int) -> bool:
    table = schema.by_name["issue"]
    with desk.reading() as connection:
        return bool(connection.execute(select(table.c.alive).where(table.c.no == no)).scalar_one())


def test_what_is_shown_and_counted(desk: Desk) -> None:
    one, other, third = make(desk, 3)
    verbs.merge(desk, one, [other])
    table = schema.by_name["issue"]
    with desk.reading() as connection:
        shown = connection.execute(select(table.c.no).where(duplicates.counted(table)).order_by(table.c.no))
        assert list(shown.scalars()) == [one, third]
        assert duplicates.kept(connection, other) == one
        assert duplicates.kept(connection, one) == one
        assert duplicates.merged_with(connection, one) == [other]
        shown_with = select(table.c.no, duplicates.shown_with(table.c.no)).order_by(table.c.no)
        assert [tuple(row) for row in connection.execute(shown_with)] == [(one, one), (other, one), (third, third)]


def test_only_what_may_be_one_is_read(desk: Desk) -> None:
    one, other, third = make(desk, 3)
    transact(desk, "x", lambda unit: unit.set(records.ISSUE, third, {"category": "LOG"}))
    with desk.reading() as connection:
        found = duplicates.issues(connection, EVENT, 0)
    assert [row.no for row in found] == [one, other]
    transact(desk, "x", lambda unit: unit.set(records.ISSUE, third, {"number": "TEM-0001"}))
    transact(desk, "x", lambda unit: unit.set(records.ISSUE, one, {"number": "TEM-0001", "category": "DPT"}))
    with desk.reading() as connection:
        assert [row.no for row in duplicates.issues(connection, EVENT, 0)] == [one, third]


def test_operators_of_a_computer_that_was_restored_are_the_same_people(desk: Desk) -> None:
    key = (desk.identity.place, "ab" * 16, 1)
    transact(desk, "x", lambda unit: unit.put(records.OPERATOR, key, {"name": "Andi"}))

    def supersede() -> None:
        with desk.store.writing() as connection:
            told = {"id": bytes.fromhex("ab" * 16), "office": desk.identity.public, "superseded": True}
            connection.execute(schema.replica.insert().values(told))

    with desk.reading() as connection:
        assert len(duplicates.operators(connection)) == 2
    desk.on_writer(supersede)
    with desk.reading() as connection:
        assert len(duplicates.operators(connection)) == 1
