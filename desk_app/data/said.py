# SPDX-License-Identifier: Apache-2.0
"""What other replicas have said they hold, in their own signed words, and what follows for an office or a record."""

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import func, insert, select

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


def newest(connection: sqlalchemy.Connection) -> dict[tuple[bytes, str, int], int]:
    """The version of the statement that is held of each replica about each place and reader class."""
    table = schema.statement
    rows = connection.execute(select(table.c.replica, table.c.place, table.c.reader_class, table.c.version))
    return {(row.replica, row.place, row.reader_class): row.version for row in rows}


def keep(
    connection: sqlalchemy.Connection,
    known: Mapping[bytes, streams.Stream],
    told: Sequence[tuple[Words, Sequence[tuple[bytes, int, bytes]]]],
) -> list[bytes]:
    """Put statements in place of the older ones about the same scopes; returns the streams on which they differ
    from us.

    The last word counts even where it is less. A stream of which the other holds other bytes under the same numbers
    does not count as held.
    """
    if not told:
        return []
    of_scope: dict[tuple[str, int], list[bytes]] = {}
    for one in known.values():
        if one.scope is not None:
            of_scope.setdefault((one.scope.place, int(one.scope.reader_class)), []).append(one.id)
    gone, forked, noted = [], [], []
    for words, held in told:
        gone += [(words.replica, stream) for stream in of_scope.get((words.place, words.reader_class), ())]
        for stream, upto, rolling in held:
            ours = known.get(stream)
            if ours is not None and 0 < upto <= ours.held and sending.rolling_at(connection, ours, upto) != rolling:
                forked.append(stream)
            else:
                noted.append(_word(words.office, words.replica, stream, upto, rolling))
    before = connection.execute(select(func.max(schema.statement.c.heard))).scalar_one() or 0
    # In a package the sender's own words stand first: they are the last heard.
    rows = [dataclasses.asdict(words) | {"heard": before + len(told) - no} for no, (words, _held) in enumerate(told)]
    connection.execute(insert(schema.statement).prefix_with("OR REPLACE"), rows)
    if gone:
        connection.exec_driver_sql("DELETE FROM said WHERE replica = ? AND stream = ?", gone)
    if noted:
        connection.execute(insert(schema.said).prefix_with("OR REPLACE"), noted)
    return forked


def note(
    connection: sqlalchemy.Connection, office: bytes, replica: bytes, stream: bytes, upto: int, rolling: bytes
) -> None:
    """Keep one word of a replica on one stream."""
    connection.execute(insert(schema.said).prefix_with("OR REPLACE"), [_word(office, replica, stream, upto, rolling)])


def _word(office: bytes, replica: bytes, stream: bytes, upto: int, rolling: bytes) -> dict[str, object]:
    return {"replica": replica, "stream": stream, "office": office, "upto": upto, "rolling": rolling}


def statements(connection: sqlalchemy.Connection) -> list[Words]:
    """Every statement held, the last heard first, to be passed on to those who may read its scope."""
    table = schema.statement
    rows = connection.execute(
        select(
            table.c.replica, table.c.place, table.c.reader_class, table.c.office, table.c.version, table.c.wire
        ).order_by(table.c.heard.desc(), table.c.replica, table.c.place, table.c.reader_class)
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


def by_last_heard(connection: sqlalchemy.Connection, offices: Collection[bytes]) -> dict[bytes, int]:
    """How far the computer of these offices (those at one place) that spoke last has said it holds each stream.

    Another one may hold more: it passes that on, unless it is gone, as a lost laptop whose place another one took.
    Offices of which no statement came count as by `by_offices`.
    """
    replica = last_heard(connection, *offices)
    return by_offices(connection, offices) if replica is None else by_every_replica(connection, [replica])


def last_heard(connection: sqlalchemy.Connection, *offices: bytes) -> bytes | None:
    """The computer of some offices whose statement came last."""
    table = schema.statement
    found: bytes | None = connection.execute(
        select(table.c.replica).where(table.c.office.in_(offices)).order_by(table.c.heard.desc()).limit(1)
    ).scalar_one_or_none()
    return found


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
