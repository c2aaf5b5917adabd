# SPDX-License-Identifier: Apache-2.0
"""What goes out: own streams sealed, runs of bytes that a peer has not said it holds, and what we hold ourselves."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import delete, func, insert, select

from desk_app.data import schema, streams
from desk_app.journal import codec
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


Sign = Callable[[streams.Stream, int, bytes], SealRow]
"""(stream, length, rolling hash there) → the office's seal over it."""

SPLIT, HEAVY = 20_000, 8 << 20
"""Changes, and their bytes, between two seals of a long stream: a run is cut there, so that volumes stay small."""


def seal_own(connection: sqlalchemy.Connection, replicas: Collection[bytes], sign: Sign) -> None:
    """Seal every stream of this office's replicas where it has grown since its last seal."""
    mine = [one for one in streams.all_streams(connection) if one.replica in replicas]
    sealed = _sealed(connection, [one.no for one in mine])
    for one in mine:
        if sealed.get(one.no, 0) >= one.held:
            continue
        last = last_seal(connection, one.no)
        begun, rolling = (last.upto, last.rolling) if last is not None else (0, journal_streams.START)
        while begun < one.held:
            bodies = _cut(_bodies(connection, one, begun, min(begun + SPLIT + 1, one.held)))
            begun += len(bodies)
            rolling = journal_streams.advance_all(rolling, bodies)
            add_seal(connection, one.no, sign(one, begun, rolling))


def _sealed(connection: sqlalchemy.Connection, numbers: list[int]) -> dict[int, int]:
    """How far each of these streams is sealed."""
    table = schema.seal
    rows = connection.execute(
        select(table.c.stream, func.max(table.c.upto).label("upto"))
        .where(table.c.stream.in_(numbers))
        .group_by(table.c.stream)
    )
    return {row.stream: row.upto for row in rows}


def _cut(bodies: tuple[bytes, ...]) -> tuple[bytes, ...]:
    """As many from the first on as are no more than SPLIT and weigh no more than HEAVY, one at least.

    What one transaction made is not cut, so that a receiver gets it whole even if a volume is lost, unless it alone
    is as much as that.
    """
    weight, count = 0, 0
    for body in bodies[:SPLIT]:
        weight += len(body)
        if count and weight > HEAVY:
            break
        count += 1
    whole = count
    while 0 < whole < len(bodies) and codec.follows(bodies[whole]):
        whole -= 1
    return bodies[: whole or count]


def _bodies(connection: sqlalchemy.Connection, one: streams.Stream, after: int, upto: int) -> tuple[bytes, ...]:
    return tuple(
        connection.execute(
            select(schema.change.c.bytes)
            .where(schema.change.c.key > one.key(after), schema.change.c.key <= one.key(upto))
            .order_by(schema.change.c.key)
        ).scalars()
    )


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
    connection: sqlalchemy.Connection, wanted: Callable[[Scope], bool], said: Mapping[bytes, int]
) -> Iterator[Run]:
    """What a peer lacks: of each stream in the wanted scopes the sealed changes beyond what it has said it holds.

    A stream comes in as many runs as it has seals at least SPLIT changes apart.
    """
    for one in streams.all_streams(connection):
        after = said.get(one.id, 0)
        if one.scope is None or after >= one.held or not wanted(one.scope):
            continue
        before: bytes | None = None
        held: tuple[bytes, ...] = ()
        last: SealRow | None = None
        for seal in _seals_after(connection, one, after):
            if before is None:
                before = rolling_at(connection, one, after)
            reached = after + len(held)
            more = _bodies(connection, one, reached, seal.upto)
            if last is not None and (len(held) + len(more) > SPLIT or _weight(held) + _weight(more) > HEAVY):
                yield Run(one, after + 1, before, held, last)
                after, before, held = last.upto, last.rolling, ()
            held, last = held + more, seal
        if last is not None and before is not None:
            yield Run(one, after + 1, before, held, last)


def _weight(bodies: tuple[bytes, ...]) -> int:
    return sum(map(len, bodies))


def _seals_after(connection: sqlalchemy.Connection, one: streams.Stream, after: int) -> list[SealRow]:
    """The seals of a stream beyond a number, as far as it is held."""
    table = schema.seal
    rows = connection.execute(
        select(table.c.upto, table.c.rolling, table.c.office_key, table.c.signature)
        .where(table.c.stream == one.no, table.c.upto > after, table.c.upto <= one.held)
        .order_by(table.c.upto)
    )
    return [SealRow(row.upto, row.rolling, row.office_key, row.signature) for row in rows]


def rolling_at(connection: sqlalchemy.Connection, one: streams.Stream, upto: int) -> bytes:
    """The rolling hash of a held stream after `upto` changes, reckoned from the nearest seal before."""
    if upto == one.held:
        return one.rolling
    start = last_seal(connection, one.no, upto)
    begun, rolling = (start.upto, start.rolling) if start is not None else (0, journal_streams.START)
    bodies = _bodies(connection, one, begun, upto)
    return journal_streams.advance_all(rolling, bodies)


def said_by(connection: sqlalchemy.Connection, office: bytes) -> dict[bytes, int]:
    """What an office has said it holds: stream id → length."""
    return {
        row.stream: row.upto
        for row in connection.execute(
            select(schema.peer.c.stream, schema.peer.c.upto).where(schema.peer.c.office == office)
        )
    }


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
