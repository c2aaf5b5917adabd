# SPDX-License-Identifier: Apache-2.0
"""What goes out: own streams sealed, runs of bytes that a peer has not said it holds, and what we hold ourselves."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import delete, func, insert, select

from desk_app.data import schema, streams
from desk_app.journal import streams as journal_streams
from desk_app.journal.streams import Scope


@dataclass(frozen=True, slots=True)
class SealRow:
    """A seal as kept beside a stream."""

    upto: int
    rolling: bytes
    office_key: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Run:
    """Bytes of one stream from `first` up to its last seal."""

    stream: streams.Stream
    first: int
    before: bytes
    bodies: tuple[bytes, ...]
    seal: SealRow


Sign = Callable[[streams.Stream], SealRow]


def seal_own(connection: sqlalchemy.Connection, replica: bytes, sign: Sign) -> None:
    """Seal every stream of this replica where it has grown since its last seal."""
    for one in streams.all_streams(connection):
        if one.replica != replica or not one.held:
            continue
        last = last_seal(connection, one.no)
        if last is None or last.upto < one.held:
            add_seal(connection, one.no, sign(one))


def add_seal(connection: sqlalchemy.Connection, no: int, seal: SealRow) -> None:
    """Keep a seal; one for the same length is replaced."""
    connection.execute(delete(schema.seal).where(schema.seal.c.stream == no, schema.seal.c.upto == seal.upto))
    connection.execute(
        insert(schema.seal).values(
            stream=no,
            upto=seal.upto,
            rolling=seal.rolling,
            office_key=seal.office_key,
            signature=seal.signature,
        )
    )


def last_seal(connection: sqlalchemy.Connection, no: int, upto: int | None = None) -> SealRow | None:
    """The furthest seal of a stream (not beyond `upto`)."""
    query = select(schema.seal).where(schema.seal.c.stream == no)
    if upto is not None:
        query = query.where(schema.seal.c.upto <= upto)
    row = connection.execute(query.order_by(schema.seal.c.upto.desc()).limit(1)).first()
    return None if row is None else SealRow(row.upto, row.rolling, row.office_key, row.signature)


def runs(
    connection: sqlalchemy.Connection, wanted: Callable[[Scope], bool], said: dict[bytes, int]
) -> Iterator[Run]:
    """What a peer lacks: of each stream in the wanted scopes the sealed changes beyond what it has said it holds."""
    for one in streams.all_streams(connection):
        if one.scope is None or not wanted(one.scope):
            continue
        seal = last_seal(connection, one.no, one.held)
        after = said.get(one.id, 0)
        if seal is None or seal.upto <= after:
            continue
        bodies = tuple(
            connection.execute(
                select(schema.change.c.bytes)
                .where(schema.change.c.key > one.key(after), schema.change.c.key <= one.key(seal.upto))
                .order_by(schema.change.c.key)
            ).scalars()
        )
        yield Run(one, after + 1, rolling_at(connection, one, after), bodies, seal)


def rolling_at(connection: sqlalchemy.Connection, one: streams.Stream, upto: int) -> bytes:
    """The rolling hash of a held stream after `upto` changes, reckoned from the nearest seal before."""
    if upto == one.held:
        return one.rolling
    start = last_seal(connection, one.no, upto)
    begun, rolling = (start.upto, start.rolling) if start is not None else (0, journal_streams.START)
    bodies = connection.execute(
        select(schema.change.c.bytes)
        .where(schema.change.c.key > one.key(begun), schema.change.c.key <= one.key(upto))
        .order_by(schema.change.c.key)
    ).scalars()
    return journal_streams.advance_all(rolling, bodies)


def said_by(connection: sqlalchemy.Connection, office: bytes) -> dict[bytes, int]:
    """What an office has said it holds: stream id → length."""
    return {
        row.stream: row.upto
        for row in connection.execute(
            select(schema.peer.c.stream, schema.peer.c.upto).where(schema.peer.c.office == office)
        )
    }


def note_said(
    connection: sqlalchemy.Connection, office: bytes, told: list[tuple[bytes, int, bytes]]
) -> list[bytes]:
    """Keep what an office says it holds, in place of what it said before; returns the streams that differ from ours.

    The last word counts even where it is less: an office that was restored from a backup must get again what it lost.
    """
    forked = []
    connection.execute(delete(schema.peer).where(schema.peer.c.office == office))
    rows: dict[bytes, dict[str, object]] = {}
    known = {one.id: one for one in streams.all_streams(connection)}
    for stream, upto, rolling in told:
        ours = known.get(stream)
        if ours is not None and 0 < upto <= ours.held and rolling_at(connection, ours, upto) != rolling:
            forked.append(stream)
            continue
        rows[stream] = {"office": office, "stream": stream, "upto": upto, "rolling": rolling}
    if rows:
        connection.execute(insert(schema.peer), list(rows.values()))
    return forked


def unsent(connection: sqlalchemy.Connection, wanted: Callable[[Scope], bool], said: dict[bytes, int]) -> int:
    """How many changes a peer has not yet said it holds."""
    return sum(
        max(0, one.held - said.get(one.id, 0))
        for one in streams.all_streams(connection)
        if one.scope is not None and wanted(one.scope)
    )


def next_number_to(connection: sqlalchemy.Connection, place: str) -> int:
    """The next running number of packages to the office at a place."""
    table = schema.parcel
    query = select(func.coalesce(func.max(table.c.number), 0) + 1).where(
        table.c.direction == "out", table.c.office_name == place
    )
    number: int = connection.execute(query).scalar_one()
    return number
