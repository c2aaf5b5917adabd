# SPDX-License-Identifier: Apache-2.0
"""Runs of changes whose author is not vouched for (yet): kept whole and closed off, tried again when that changes."""

from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import delete, func, insert, select

from desk_app.data import schema


@dataclass(frozen=True, slots=True)
class Apart:
    """One run. `reason`: one of `operations.judging`; `wire`: the run as it came; `sender`: who brought it."""

    office: bytes
    stream: bytes
    place: str
    first: int
    upto: int
    reason: str
    sender: str
    at: int
    wire: bytes
    no: int = 0


def keep(connection: sqlalchemy.Connection, one: Apart) -> None:
    """Keep a run; the same one again replaces it, and one that begins earlier replaces what it covers."""
    table = schema.apart
    connection.execute(
        delete(table).where(
            table.c.stream == one.stream,
            table.c.office == one.office,
            table.c.first >= one.first,
            table.c.upto <= one.upto,
        )
    )
    last = connection.execute(select(func.coalesce(func.max(table.c.no), 0))).scalar_one()
    connection.execute(
        insert(table).values(
            no=last + 1,
            office=one.office,
            stream=one.stream,
            place=one.place,
            first=one.first,
            upto=one.upto,
            reason=one.reason,
            sender=one.sender,
            at=one.at,
            wire=one.wire,
        )
    )


def of_offices(connection: sqlalchemy.Connection) -> list[tuple[bytes, str, str, int]]:
    """(office key, reason, place, changes) of what is kept apart."""
    table = schema.apart
    rows = connection.execute(
        select(
            table.c.office, table.c.reason, table.c.place, func.sum(table.c.upto - table.c.first + 1).label("many")
        ).group_by(table.c.office, table.c.reason, table.c.place)
    )
    return [(row.office, row.reason, row.place, int(row.many)) for row in rows]


def every(connection: sqlalchemy.Connection) -> list[Apart]:
    """All runs kept apart, in the order they came."""
    table = schema.apart
    return [
        Apart(row.office, row.stream, row.place, row.first, row.upto, row.reason, row.sender, row.at, row.wire, row.no)
        for row in connection.execute(select(table).order_by(table.c.no))
    ]


def drop(connection: sqlalchemy.Connection, no: int) -> None:
    connection.execute(delete(schema.apart).where(schema.apart.c.no == no))
