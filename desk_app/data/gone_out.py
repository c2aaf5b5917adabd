# SPDX-License-Identifier: Apache-2.0
"""Whether what a transaction made has left the office: in a package, or on a paper that was issued."""

from collections.abc import Callable

import sqlalchemy
from sqlalchemy import func, select

from desk_app.data import arrivals, schema, sending, streams
from desk_app.data.database import Connection
from desk_app.journal import streams as journal_streams

_printed = schema.by_name["printed"]


def sent(connection: Connection, arrival: int) -> bool:
    """Whether an office has been sent what this transaction made, as far as is known here."""
    return _out(connection, arrival, _sealed)


def printed(connection: Connection, arrival: int) -> bool:
    """Whether the last paper that was issued since may show what this transaction made."""
    last = connection.execute(select(func.max(_printed.c.arrival)).where(_printed.c.alive != 0)).scalar_one()
    return _out(connection, arrival, lambda _connection, one: last is not None and last >= one)


def _out(connection: Connection, arrival: int, covered: Callable[[Connection, int], bool]) -> bool:
    """Whether the state outside is the one that a transaction made, or the one that it has altered.

    A redo that has not been sent restores what its undo took back: outside stands the last of them that went out.
    """
    made = True
    at: int | None = arrival
    while at is not None:
        if covered(connection, at):
            return made
        at = arrivals.one(connection, at).undoes
        made = not made
    return False


def _sealed(connection: Connection, arrival: int) -> bool:
    """Whether a seal, made when a package is, covers a change of this transaction that such a package may hold."""
    stream_no = schema.change.c.key.bitwise_rshift(schema.SHIFT)
    first = (
        select(stream_no.label("no"), func.min(schema.change.c.key).label("key"))
        .where(schema.change.c.arrival == arrival)
        .group_by(stream_no)
        .subquery()
    )
    rows = connection.execute(select(schema.stream, first.c.key).join(first, first.c.no == schema.stream.c.no)).all()
    return any(_went(connection, streams.from_row(row), row.key) for row in rows)


def _went(connection: Connection, one: streams.Stream, key: int) -> bool:
    seal = sending.last_seal(connection, one.no)
    if seal is None or key > one.key(seal.upto) or one.scope is None:
        return False
    scope = one.scope
    return any(journal_streams.may_read(place, scope) for place in _destinations(connection))


def _destinations(connection: Connection) -> list[str]:
    """The places of the offices for which packages were made."""
    parcel: sqlalchemy.Table = schema.parcel
    query = select(parcel.c.office_name).where(parcel.c.direction == "out").distinct()
    return list(connection.execute(query).scalars())
