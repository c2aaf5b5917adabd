# SPDX-License-Identifier: Apache-2.0
"""The register of packages in both directions, and of the offices they come from."""

from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import delete, insert, select, update

from desk_app.data import schema


@dataclass(frozen=True, slots=True)
class Parcel:
    """One package sent or received. `direction`: "out" or "in"; `counts`: how many changes it held or brought anew.

    `sha256`: of the package's first body; the code that two people compare is made of it.
    """

    id: bytes
    direction: str
    office: bytes | None
    office_name: str
    number: int
    at: int
    file: str
    sha256: bytes
    arrival: int | None
    counts: str


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """Another office: its public key and what it called itself when it was accepted."""

    key: bytes
    name: str
    level: str
    place: str
    trusted: bool
    first_seen: int


def register(connection: sqlalchemy.Connection, parcel: Parcel) -> None:
    """Note a package; the same one received again replaces its line."""
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
            sha256=parcel.sha256,
            arrival=parcel.arrival,
            counts=parcel.counts,
        )
    )


def all_parcels(connection: sqlalchemy.Connection, limit: int = 500) -> list[Parcel]:
    """The register, newest first."""
    rows = connection.execute(select(schema.parcel).order_by(schema.parcel.c.at.desc()).limit(limit))
    return [_parcel(row) for row in rows]


def find(connection: sqlalchemy.Connection, parcel_id: bytes) -> Parcel | None:
    row = connection.execute(select(schema.parcel).where(schema.parcel.c.id == parcel_id)).first()
    return None if row is None else _parcel(row)


def missing_numbers(connection: sqlalchemy.Connection, office: bytes) -> list[int]:
    """The numbers of packages from an office that were never received though a later one was."""
    got = set(
        connection.execute(
            select(schema.parcel.c.number).where(
                schema.parcel.c.direction == "in", schema.parcel.c.office == office
            )
        ).scalars()
    )
    return [number for number in range(1, max(got, default=0)) if number not in got]


def offices(connection: sqlalchemy.Connection) -> list[KnownOffice]:
    rows = connection.execute(select(schema.office_known).order_by(schema.office_known.c.place))
    return [_office(row) for row in rows]


def office(connection: sqlalchemy.Connection, key: bytes) -> KnownOffice | None:
    row = connection.execute(select(schema.office_known).where(schema.office_known.c.key == key)).first()
    return None if row is None else _office(row)


def office_at(connection: sqlalchemy.Connection, place: str) -> KnownOffice | None:
    """The trusted office at a place, the newest known where there are several."""
    row = connection.execute(
        select(schema.office_known)
        .where(schema.office_known.c.place == place, schema.office_known.c.trusted)
        .order_by(schema.office_known.c.first_seen.desc())
        .limit(1)
    ).first()
    return None if row is None else _office(row)


def accept_office(connection: sqlalchemy.Connection, known: KnownOffice) -> None:
    """Trust an office from now on."""
    changed = connection.execute(
        update(schema.office_known)
        .where(schema.office_known.c.key == known.key)
        .values(name=known.name, level=known.level, place=known.place, trusted=known.trusted)
    )
    if not changed.rowcount:
        connection.execute(
            insert(schema.office_known).values(
                key=known.key,
                name=known.name,
                level=known.level,
                place=known.place,
                trusted=known.trusted,
                first_seen=known.first_seen,
            )
        )


def _parcel(row: sqlalchemy.Row[tuple[object, ...]]) -> Parcel:
    return Parcel(
        row.id,
        row.direction,
        row.office,
        row.office_name,
        row.number,
        row.at,
        row.file,
        row.sha256,
        row.arrival,
        row.counts,
    )


def _office(row: sqlalchemy.Row[tuple[object, ...]]) -> KnownOffice:
    return KnownOffice(row.key, row.name, row.level, row.place, row.trusted, row.first_seen)
