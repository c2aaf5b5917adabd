# SPDX-License-Identifier: Apache-2.0
"""The register of packages in both directions: a row for each volume, what was received whole, what never came."""

import struct
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import delete, func, insert, select, update

from desk_app.data import schema

_REACH = struct.Struct(">16sQ32s")

MOST_MISSING = 1000
"""Numbers before the last one of a computer among which missing ones are looked for."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One volume of a package sent or received.

    `direction`: "out" or "in"; `office`: the key of the other office, None for a package sent; `office_name`: its
    place when sent, its name when received; `counts`: how many changes it held or brought anew; `mark`: 32 bytes that
    stand for the whole package, of which the code is made; `clock`: what the sender's clock said; `after`: when by
    our clock the last package was made that the sender had by then; `told`: what the receipt says, as JSON;
    `written`: when one sent first stood whole on a stick, None as long as it lies in the outbox only.
    """

    id: bytes
    direction: str
    office: bytes | None
    office_name: str
    number: int
    at: int
    file: str
    mark: bytes
    arrival: int | None
    counts: str
    package: bytes = b""
    replica: bytes = b""
    volume: int = 1
    volumes: int = 1
    place: str = ""
    upto: bytes = b""
    acknowledged: int | None = None
    clock: int | None = None
    after: int | None = None
    told: str = ""
    written: int | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a stream went with a package: its id, the number, the rolling hash there."""

    stream: bytes
    upto: int
    rolling: bytes


@dataclass(frozen=True, slots=True)
class Sender:
    """An office that packages came from, with one of its computers; its running numbers are of that computer."""

    office: bytes
    name: str
    place: str
    replica: bytes


def reach_bytes(reach: Iterable[Reach]) -> bytes:
    return b"".join(_REACH.pack(one.stream, one.upto, one.rolling) for one in reach)


def reach_of(raw: bytes) -> list[Reach]:
    return [Reach(*one) for one in _REACH.iter_unpack(raw)]


def register(connection: sqlalchemy.Connection, parcel: Parcel) -> None:
    """Note a volume; the same one received again replaces its line."""
    connection.execute(delete(schema.parcel).where(schema.parcel.c.id == parcel.id))
    connection.execute(
        insert(schema.parcel).values(
            id=parcel.id,
            direction=parcel.direction,
            office=parcel.office,
            office_name=parcel.office_name,
            number=parcel.number,
            at=parcel.at,
            file=parcel.file,
            sha256=parcel.mark,
            arrival=parcel.arrival,
            counts=parcel.counts,
            package=parcel.package,
            replica=parcel.replica,
            volume=parcel.volume,
            volumes=parcel.volumes,
            place=parcel.place,
            upto=parcel.upto,
            acknowledged=parcel.acknowledged,
            clock=parcel.clock,
            after=parcel.after,
            told=parcel.told or None,
            written=parcel.written,
        )
    )


def note_written(connection: sqlalchemy.Connection, package: bytes, at: int) -> None:
    """Note that a package stands whole on a stick; the first time counts."""
    table = schema.parcel
    connection.execute(
        update(table).where(table.c.package == package, table.c.written.is_(None)).values(written=at)
    )


def reach_sent(connection: sqlalchemy.Connection, place: str, most: int = 20) -> dict[bytes, int]:
    """How far each stream has gone to the office at a place, whether or not it has said so: stream id → length."""
    table = schema.parcel
    rows = connection.execute(
        select(table.c.upto)
        .where(table.c.direction == "out", table.c.office_name == place, table.c.written.is_not(None))
        .order_by(table.c.at.desc(), table.c.number.desc())
        .limit(most)
    )
    found: dict[bytes, int] = {}
    for row in rows:
        for reach in reach_of(row.upto or b""):
            found[reach.stream] = max(found.get(reach.stream, 0), reach.upto)
    return found


def last_written(connection: sqlalchemy.Connection, place: str) -> int:
    """When the last package for a place was made that came to stand on a stick whole; 0 for none."""
    table = schema.parcel
    found: int | None = connection.execute(
        select(func.max(table.c.at)).where(
            table.c.direction == "out", table.c.office_name == place, table.c.written.is_not(None)
        )
    ).scalar_one()
    return found or 0


def note_told(connection: sqlalchemy.Connection, parcel_id: bytes, told: str) -> None:
    """Keep with a volume what its receipt says."""
    connection.execute(update(schema.parcel).where(schema.parcel.c.id == parcel_id).values(told=told))


def all_parcels(connection: sqlalchemy.Connection, limit: int = 500) -> list[Parcel]:
    """The register, newest first."""
    rows = connection.execute(select(schema.parcel).order_by(schema.parcel.c.at.desc()).limit(limit))
    return [_parcel(row) for row in rows]


def find(connection: sqlalchemy.Connection, parcel_id: bytes) -> Parcel | None:
    row = connection.execute(select(schema.parcel).where(schema.parcel.c.id == parcel_id)).first()
    return None if row is None else _parcel(row)


def of_package(connection: sqlalchemy.Connection, package: bytes) -> list[Parcel]:
    """The volumes of a package that are in the register."""
    rows = connection.execute(
        select(schema.parcel).where(schema.parcel.c.package == package).order_by(schema.parcel.c.volume)
    )
    return [_parcel(row) for row in rows]


def newest(connection: sqlalchemy.Connection, direction: str) -> Parcel | None:
    """The volume that was sent or received last."""
    table = schema.parcel
    row = connection.execute(
        select(table)
        .where(table.c.direction == direction)
        .order_by(table.c.at.desc(), table.c.number.desc(), table.c.volume.desc())
        .limit(1)
    ).first()
    return None if row is None else _parcel(row)


def sent_to(connection: sqlalchemy.Connection, place: str, number: int) -> list[Parcel]:
    """The packages with this number that were sent to a place, the newest first."""
    table = schema.parcel
    rows = connection.execute(
        select(table)
        .where(table.c.direction == "out", table.c.office_name == place, table.c.number == number)
        .order_by(table.c.at.desc())
    )
    return [_parcel(row) for row in rows]


def reach_to(connection: sqlalchemy.Connection, place: str, most: int = 3) -> list[Reach]:
    """How far the streams went with the last packages that were made for a place."""
    table = schema.parcel
    rows = connection.execute(
        select(table.c.upto)
        .where(table.c.direction == "out", table.c.office_name == place, table.c.volume == 1)
        .order_by(table.c.number.desc())
        .limit(most)
    ).scalars()
    return [one for raw in rows for one in reach_of(raw or b"")]


def received_whole(connection: sqlalchemy.Connection, office: bytes, most: int) -> list[tuple[bytes, int]]:
    """The newest packages of an office of which every volume was received: (id, number)."""
    table = schema.parcel
    rows = connection.execute(
        select(table.c.package, table.c.number)
        .where(table.c.direction == "in", table.c.office == office, table.c.package.is_not(None))
        .group_by(table.c.package, table.c.number, table.c.volumes)
        .having(func.count() >= table.c.volumes)
        .order_by(func.max(table.c.at).desc(), table.c.number.desc())
        .limit(most)
    )
    return [(row.package, row.number) for row in rows]


def acknowledge(connection: sqlalchemy.Connection, packages: Collection[bytes], place: str, at: int) -> int:
    """Note that packages sent to a place were received whole there; returns how many volumes that was news for."""
    changed = connection.execute(update(schema.parcel).where(_unconfirmed(packages, place)).values(acknowledged=at))
    return changed.rowcount


def unacknowledged(connection: sqlalchemy.Connection, packages: Collection[bytes], place: str) -> list[int]:
    """The numbers of those packages sent to a place of which no word of receipt is noted yet."""
    table = schema.parcel
    found = connection.execute(
        select(table.c.number)
        .where(_unconfirmed(packages, place))
        .distinct()
        .order_by(table.c.number)
    )
    return list(found.scalars())


def last_acknowledged(connection: sqlalchemy.Connection, place: str) -> int | None:
    """The greatest number of a package that the office at a place has said it received."""
    table = schema.parcel
    found: int | None = connection.execute(
        select(func.max(table.c.number)).where(
            table.c.direction == "out", table.c.office_name == place, table.c.acknowledged.is_not(None)
        )
    ).scalar_one()
    return found


def next_number_to(connection: sqlalchemy.Connection, place: str, replica: bytes) -> int:
    """The next running number of this computer's packages to the office at a place."""
    table = schema.parcel
    query = select(func.coalesce(func.max(table.c.number), 0) + 1).where(
        table.c.direction == "out",
        table.c.office_name == place,
        (table.c.replica == replica) | table.c.replica.is_(None),
    )
    number: int = connection.execute(query).scalar_one()
    return number


def senders(connection: sqlalchemy.Connection) -> list[Sender]:
    """Every computer of every office that packages came from, by place."""
    table = schema.parcel
    rows = connection.execute(
        select(table.c.office, func.max(table.c.office_name).label("name"), table.c.place, table.c.replica)
        .where(table.c.direction == "in")
        .group_by(table.c.office, table.c.place, table.c.replica)
        .order_by(table.c.place)
    )
    return [Sender(row.office or b"", row.name, row.place or "", row.replica or b"") for row in rows]


def missing_numbers(connection: sqlalchemy.Connection, sender: Sender) -> list[int]:
    """The numbers of a computer's packages that were never received though a later one was.

    At most the last MOST_MISSING: the number on a package is whatever its sender wrote there.
    """
    table = schema.parcel
    got = set(
        connection.execute(
            select(table.c.number).where(
                table.c.direction == "in", table.c.office == sender.office, table.c.replica == sender.replica
            )
        ).scalars()
    )
    last = max(got, default=0)
    return [number for number in range(max(1, last - MOST_MISSING), last) if number not in got]


def newest_made(connection: sqlalchemy.Connection, packages: Collection[bytes]) -> int | None:
    """When the last of these packages was made here."""
    table = schema.parcel
    found: int | None = connection.execute(
        select(func.max(table.c.at)).where(table.c.direction == "out", table.c.package.in_(list(packages)))
    ).scalar_one()
    return found


def clock_before(connection: sqlalchemy.Connection, office: bytes, replica: bytes, number: int) -> int | None:
    """What a computer's clock said in the last of its earlier packages that came in."""
    table = schema.parcel
    found: int | None = connection.execute(
        select(table.c.clock)
        .where(
            table.c.direction == "in",
            table.c.office == office,
            table.c.replica == replica,
            table.c.number < number,
            table.c.clock.is_not(None),
        )
        .order_by(table.c.number.desc())
        .limit(1)
    ).scalar_one_or_none()
    return found


def received_since(connection: sqlalchemy.Connection, since: int) -> list[Parcel]:
    """The volumes that came in from a moment on, the oldest first."""
    table = schema.parcel
    rows = connection.execute(
        select(table).where(table.c.direction == "in", table.c.at >= since).order_by(table.c.at, table.c.number)
    )
    return [_parcel(row) for row in rows]


def newest_received(connection: sqlalchemy.Connection) -> list[Parcel]:
    """The volumes of the two packages with the greatest numbers of each computer, as they came in."""
    table = schema.parcel
    place = func.dense_rank().over(partition_by=(table.c.office, table.c.replica), order_by=table.c.number.desc())
    ranked = select(table, place.label("turn")).where(table.c.direction == "in").subquery()
    rows = connection.execute(select(ranked).where(ranked.c.turn <= 2).order_by(ranked.c.at, ranked.c.number))
    return [_parcel(row) for row in rows]


def waiting_streams(connection: sqlalchemy.Connection) -> Mapping[bytes, int]:
    """Replicas of which changes wait for an earlier package, and how many."""
    rows = connection.execute(
        select(schema.stream.c.replica, func.count().label("many"))
        .join(schema.inbox, schema.inbox.c.stream == schema.stream.c.no)
        .group_by(schema.stream.c.replica)
    )
    return {row.replica: row.many for row in rows if row.replica is not None}


def _unconfirmed(packages: Collection[bytes], place: str) -> sqlalchemy.ColumnElement[bool]:
    table = schema.parcel
    return (
        (table.c.direction == "out")
        & (table.c.office_name == place)
        & table.c.package.in_(list(packages))
        & table.c.acknowledged.is_(None)
    )


def _parcel(row: sqlalchemy.Row[tuple[object, ...]]) -> Parcel:
    return Parcel(
        id=row.id,
        direction=row.direction,
        office=row.office,
        office_name=row.office_name,
        number=row.number,
        at=row.at,
        file=row.file,
        mark=row.sha256,
        arrival=row.arrival,
        counts=row.counts,
        package=row.package or b"",
        replica=row.replica or b"",
        volume=row.volume or 1,
        volumes=row.volumes or 1,
        place=row.place or "",
        upto=row.upto or b"",
        acknowledged=row.acknowledged,
        clock=row.clock,
        after=row.after,
        told=row.told or "",
        written=row.written,
    )
