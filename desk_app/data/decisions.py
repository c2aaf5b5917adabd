# SPDX-License-Identifier: Apache-2.0
"""Disagreements that were settled at this office, read back from the journal: what stood, what replaced it, and why.

A change that was typed here and replaced several different values is a decision, whoever typed it and on whatever
page. What was taken back since is none.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from desk_app.data import arrivals, schema
from desk_app.data.database import Connection
from desk_app.data.streams import StreamBook
from desk_app.journal import codec, heads
from desk_app.journal.change import ALIVE, Change
from desk_app.journal.streams import Dot

_decision = schema.by_name["decision"]
_TYPED = ("edit", "redo")


@dataclass(frozen=True, slots=True)
class Decided:
    """One field of a record (`field` 0: whether it is deleted) that was settled. `sides`, `change`: keys of changes.

    `at`: when, by the local clock.
    """

    record: int
    type: int
    field: int
    sides: tuple[int, ...]
    change: int
    at: int
    basis: str


def decided(connection: Connection, since: int, until: int) -> list[Decided]:
    """What was settled here in a time (seconds UTC), in the order of work."""
    rows = connection.execute(
        select(schema.change.c.key, schema.change.c.record, schema.change.c.bytes, schema.arrival)
        .join(schema.arrival, schema.arrival.c.no == schema.change.c.arrival)
        .where(
            schema.arrival.c.at >= since,
            schema.arrival.c.at < until,
            schema.arrival.c.kind.in_(_TYPED),
            schema.arrival.c.undone_by.is_(None),
        )
        .order_by(schema.arrival.c.no, schema.change.c.key)
    ).all()
    book = StreamBook(connection)
    last: dict[tuple[int, int, int], Decided] = {}
    for row in rows:
        change = codec.read(row.bytes, book.by_no(row.key >> schema.SHIFT).id)
        for no in heads.fields_of(change):
            place = (row.no, row.record, no)
            if place in last:  # deleted for good: kept first, so that nobody's edit stands against it
                last[place] = Decided(row.record, change.type, no, last[place].sides, row.key, row.at, "")
            elif len(change.preds.get(no, ())) > 1 or (no == ALIVE and change.preds.get(no)):
                sides = differing(connection, row.record, no, before=row.no)
                if sides:
                    last[place] = Decided(row.record, change.type, no, sides, row.key, row.at, "")
    return [
        Decided(one.record, one.type, one.field, one.sides, one.change, one.at, _basis(connection, book, place, one))
        for place, one in last.items()
    ]


def differing(connection: Connection, record: int, no: int, before: int | None = None) -> tuple[int, ...]:
    """The changes that stood for a field and differed, before a transaction (or now); none: nobody disagreed.

    Of deleted against edited: the deletions, and the edits that they had not seen.
    """
    query = select(schema.change.c.key, schema.change.c.bytes).where(schema.change.c.record == record)
    if before is not None:
        query = query.where(schema.change.c.arrival < before)
    book = StreamBook(connection)
    changes: dict[Dot, Change] = {}
    for row in connection.execute(query):
        changes[book.dot(row.key)] = codec.read(row.bytes, book.by_no(row.key >> schema.SHIFT).id)
    state = heads.record_state(changes)
    if no not in state or not state[no].disputed:
        return ()
    standing = set(state[no].heads)
    if no == ALIVE:
        seen = {dot for head in standing for dot in changes[head].observed}
        standing |= {dot for other, field in state.items() if other != ALIVE for dot in field.heads} - seen
    return tuple(sorted(book.key(dot) for dot in standing))


def bases(connection: Connection, changes: Collection[int]) -> Mapping[int, str]:
    """On what evidence changes were made, of those of which it was told."""
    rows = connection.execute(
        select(_decision.c.change, _decision.c.basis)
        .where(_decision.c.change.in_(list(changes)), _decision.c.alive != 0)
        .order_by(_decision.c.no)
    )
    return {row.change: row.basis for row in rows if row.basis}


def settled_by(connection: Connection, change: int) -> tuple[int, int, int] | None:
    """The record, its kind and the field (0: being deleted) that a deciding change is about, None if it is not here."""
    row = connection.execute(
        select(schema.change.c.record, schema.change.c.bytes).where(schema.change.c.key == change)
    ).first()
    if row is None:
        return None
    read = codec.read(row.bytes, StreamBook(connection).by_no(change >> schema.SHIFT).id)
    return row.record, read.type, next(iter(heads.fields_of(read)), ALIVE)


def _basis(connection: Connection, book: StreamBook, place: tuple[int, int, int], one: Decided) -> str:
    """What was told of the decision; after undo and redo, of the one that stands again."""
    arrival, record, no = place
    told = bases(connection, [one.change])
    while not told:
        undone = arrivals.one(connection, arrival).undoes
        undoes = arrivals.one(connection, undone).undoes if undone is not None else None
        if undoes is None:
            return ""
        arrival = undoes
        told = bases(connection, list(_of_field(connection, book, arrival, record, no)))
    return next(iter(told.values()))


def _of_field(connection: Connection, book: StreamBook, arrival: int, record: int, no: int) -> Iterable[int]:
    rows = connection.execute(
        select(schema.change.c.key, schema.change.c.bytes).where(
            # `+ 0`, so that it goes by the record: a transaction may hold a hundred thousand changes.
            schema.change.c.arrival + 0 == arrival,
            schema.change.c.record == record,
        )
    )
    for row in rows:
        if no in heads.fields_of(codec.read(row.bytes, book.by_no(row.key >> schema.SHIFT).id)):
            yield row.key
