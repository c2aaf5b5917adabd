# SPDX-License-Identifier: Apache-2.0
"""What other replicas have said they hold, in their own signed words, and what follows for an office or a record."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import delete, func, insert, select

from desk_app.data import schema, sending, streams
from desk_app.journal.streams import ReaderClass, Scope


@dataclass(frozen=True, slots=True)
class Words:
    """The statement of a replica about the streams of one place and reader class, as it came (`wire`)."""

    replica: bytes
    place: str
    reader_class: int
    office: bytes
    version: int
    wire: bytes


def newest(connection: sqlalchemy.Connection, replica: bytes, place: str, reader_class: int) -> int:
    """The version of the last statement held, 0 for none."""
    table = schema.statement
    found: int | None = connection.execute(
        select(table.c.version).where(
            table.c.replica == replica, table.c.place == place, table.c.reader_class == reader_class
        )
    ).scalar_one_or_none()
    return found or 0


def keep(
    connection: sqlalchemy.Connection,
    known: Mapping[bytes, streams.Stream],
    words: Words,
    held: Sequence[tuple[bytes, int, bytes]],
) -> list[bytes]:
    """Put a statement in place of the older one about the same scope; returns the streams on which it differs from us.

    The last word counts even where it is less. A stream of which the other holds other bytes under the same numbers
    does not count as held.
    """
    table = schema.statement
    connection.execute(
        delete(table).where(
            table.c.replica == words.replica,
            table.c.place == words.place,
            table.c.reader_class == words.reader_class,
        )
    )
    connection.execute(
        insert(table).values(
            replica=words.replica,
            place=words.place,
            reader_class=words.reader_class,
            office=words.office,
            version=words.version,
            wire=words.wire,
        )
    )
    of_scope = [
        one.id
        for one in known.values()
        if one.scope is not None
        and (one.scope.place, int(one.scope.reader_class)) == (words.place, words.reader_class)
    ]
    if of_scope:
        connection.execute(
            delete(schema.said).where(schema.said.c.replica == words.replica, schema.said.c.stream.in_(of_scope))
        )
    forked = []
    for stream, upto, rolling in held:
        ours = known.get(stream)
        if ours is not None and 0 < upto <= ours.held and sending.rolling_at(connection, ours, upto) != rolling:
            forked.append(stream)
        else:
            note(connection, words.office, words.replica, stream, upto, rolling)
    return forked


def note(
    connection: sqlalchemy.Connection, office: bytes, replica: bytes, stream: bytes, upto: int, rolling: bytes
) -> None:
    """Keep one word of a replica on one stream."""
    connection.execute(
        delete(schema.said).where(schema.said.c.replica == replica, schema.said.c.stream == stream)
    )
    connection.execute(
        insert(schema.said).values(replica=replica, stream=stream, office=office, upto=upto, rolling=rolling)
    )


def statements(connection: sqlalchemy.Connection) -> list[Words]:
    """Every statement held, to be passed on to those who may read its scope."""
    table = schema.statement
    rows = connection.execute(
        select(table.c.replica, table.c.place, table.c.reader_class, table.c.office, table.c.version, table.c.wire)
    )
    return [Words(*row) for row in rows]


def by_offices(connection: sqlalchemy.Connection, offices: Iterable[bytes]) -> dict[bytes, int]:
    """How far some computer of these offices has said it holds each stream: stream id → length."""
    table = schema.said
    rows = connection.execute(
        select(table.c.stream, func.max(table.c.upto).label("upto"))
        .where(table.c.office.in_(list(offices)))
        .group_by(table.c.stream)
    )
    return {row.stream: row.upto for row in rows}


def by_every_replica(connection: sqlalchemy.Connection, replicas: Collection[bytes]) -> dict[bytes, int]:
    """How far each of these computers has said it holds each stream; one that none has heard of is left out."""
    if not replicas:
        return {}
    table = schema.said
    rows = connection.execute(
        select(table.c.stream, func.min(table.c.upto).label("upto"))
        .where(table.c.replica.in_(list(replicas)))
        .group_by(table.c.stream)
        .having(func.count() >= len(replicas))
    )
    return {row.stream: row.upto for row in rows}


def group_of(scope: Scope) -> tuple[str, ReaderClass]:
    """The statements' grouping: what may be told to whom follows from place and reader class alone."""
    return scope.place, scope.reader_class
