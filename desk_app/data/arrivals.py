# SPDX-License-Identifier: Apache-2.0
"""Arrivals: one number for each transaction of this database, with who, when and what it was."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import func, insert, select, update

from desk_app.data import schema
from desk_app.data.database import Connection

_NEXT = select(func.coalesce(func.max(schema.arrival.c.no), 0) + 1)

_ADD = insert(schema.arrival)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One transaction. `kind`: setup, edit, undo, redo, import, import-undo; `label`: a msgid.

    `undoes`: the one that it took back; `undone_by`: the one that took it back.
    """

    no: int
    at: int
    kind: str
    actor: int
    label: str
    undoes: int | None = None
    undone_by: int | None = None


def next_number(connection: Connection) -> int:
    number: int = connection.execute(_NEXT).scalar_one()
    return number


def latest(connection: Connection) -> int:
    """The number of the last transaction, 0 in an empty database."""
    return next_number(connection) - 1


def latest_moment(connection: Connection) -> int | None:
    """When the last transaction was, by the clock of then; None in an empty database."""
    found: int | None = connection.execute(
        select(schema.arrival.c.at).order_by(schema.arrival.c.no.desc()).limit(1)
    ).scalar_one_or_none()
    return found


def at_moment(connection: Connection, moment: int) -> int:
    """The number of the last transaction of a moment, 0 where the database is younger.

    Clocks jump: it is the number that leaves the fewest transactions on the wrong side, those up to it that say a later
    moment and those after it that say an earlier one; of several such numbers the last.
    """
    found = best = wrong = 0
    for no, at in connection.exec_driver_sql("SELECT no, at FROM arrival ORDER BY no"):
        wrong += 1 if at > moment else -1
        if wrong <= best:
            found, best = no, wrong
    return found


def add(
    connection: Connection, no: int, at: int, kind: str, actor: int, label: str, undoes: int | None = None
) -> None:
    connection.execute(
        _ADD, {"no": no, "at": at, "kind": kind, "actor": actor, "label": label, "undoes": undoes}
    )


def one(connection: Connection, no: int) -> Arrival:
    return _arrival(connection.execute(select(schema.arrival).where(schema.arrival.c.no == no)).one())


def last_of(
    connection: Connection, actor: int, kinds: Sequence[str], *, standing_only: bool
) -> Arrival | None:
    """An operator's last transaction of these kinds; `standing_only` leaves out what was taken back since."""
    table = schema.arrival
    query = select(table).where(table.c.actor == actor, table.c.kind.in_(kinds))
    if standing_only:
        query = query.where(table.c.undone_by.is_(None))
    row = connection.execute(query.order_by(table.c.no.desc()).limit(1)).first()
    return None if row is None else _arrival(row)


def mark_undone(connection: Connection, no: int, by: int) -> None:
    connection.execute(update(schema.arrival).where(schema.arrival.c.no == no).values(undone_by=by))


def changes_of(connection: Connection, no: int) -> list[tuple[int, int]]:
    """The (key, record) of each change that came in with a transaction, in the order of keys."""
    return [
        (row.key, row.record)
        for row in connection.execute(
            select(schema.change.c.key, schema.change.c.record)
            .where(schema.change.c.arrival == no)
            .order_by(schema.change.c.key)
        )
    ]


def taken_back(connection: Connection, key: int, record: int) -> list[int]:
    """If a change was made by an undo or redo: the changes on that record which it took back, oldest first."""
    undo, done = schema.change.alias(), schema.change.alias()
    # `+ 0`, so that it goes by the record: a transaction may hold a hundred thousand changes.
    query = (
        select(done.c.key)
        .join(schema.arrival, schema.arrival.c.undoes == done.c.arrival + 0)
        .join(undo, undo.c.arrival == schema.arrival.c.no)
        .where(undo.c.key == key, done.c.record == record)
        .order_by(done.c.key)
    )
    return list(connection.execute(query).scalars())


def of_change(connection: Connection, key: int) -> int:
    """The number of the transaction that a change came in with."""
    number: int = connection.execute(
        select(schema.change.c.arrival).where(schema.change.c.key == key)
    ).scalar_one()
    return number


def _arrival(row: sqlalchemy.Row[tuple[object, ...]]) -> Arrival:
    return Arrival(row.no, row.at, row.kind, row.actor, row.label, row.undoes, row.undone_by)
