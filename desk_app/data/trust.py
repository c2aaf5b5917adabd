# SPDX-License-Identifier: Apache-2.0
"""Whom this office believes: roots of authorities, cards of offices, which office a replica belongs to.

Rows only; what a signature is worth was settled by `exchange.cards` before anything comes here.
"""

from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import delete, insert, select, update

from desk_app.data import schema


@dataclass(frozen=True, slots=True)
class RootRow:
    """The root of the authority at a place. `how`: "own", "ready" (from a ready file) or "phone"."""

    place: str
    version: int
    key: bytes
    spare: bytes
    wire: bytes
    how: str
    at: int


@dataclass(frozen=True, slots=True)
class CardRow:
    """An office as its authority describes it; not `valid`: withdrawn."""

    key: bytes
    version: int
    place: str
    level: str
    name: str
    short: str
    recipient: str
    valid: bool
    issuer: bytes
    wire: bytes
    at: int


def roots(connection: sqlalchemy.Connection) -> list[RootRow]:
    """Every version of every root, the older before the newer, so that each follows from the one before."""
    rows = connection.execute(select(schema.root).order_by(schema.root.c.place, schema.root.c.version))
    return [RootRow(*row) for row in rows]


def root_of(connection: sqlalchemy.Connection, place: str) -> RootRow | None:
    """The root that counts for a place."""
    query = select(schema.root).where(schema.root.c.place == place).order_by(schema.root.c.version.desc()).limit(1)
    row = connection.execute(query).first()
    return None if row is None else RootRow(*row)


def root_version(connection: sqlalchemy.Connection, place: str, version: int) -> RootRow | None:
    row = connection.execute(
        select(schema.root).where(schema.root.c.place == place, schema.root.c.version == version)
    ).first()
    return None if row is None else RootRow(*row)


def drop_root(connection: sqlalchemy.Connection, place: str, version: int) -> None:
    """Believe a version no longer that another one replaces."""
    connection.execute(delete(schema.root).where(schema.root.c.place == place, schema.root.c.version == version))


def keep_root(connection: sqlalchemy.Connection, row: RootRow) -> None:
    """Believe one more version of a root."""
    connection.execute(
        insert(schema.root).values(
            place=row.place,
            version=row.version,
            key=row.key,
            spare=row.spare,
            wire=row.wire,
            how=row.how,
            at=row.at,
        )
    )


def cards(connection: sqlalchemy.Connection) -> list[CardRow]:
    """Every office that is or was vouched for, by place, the newest of a place last."""
    rows = connection.execute(select(schema.card).order_by(schema.card.c.place, schema.card.c.at))
    return [CardRow(*row) for row in rows]


def card_of(connection: sqlalchemy.Connection, key: bytes) -> CardRow | None:
    row = connection.execute(select(schema.card).where(schema.card.c.key == key)).first()
    return None if row is None else CardRow(*row)


def cards_at(connection: sqlalchemy.Connection, place: str) -> list[CardRow]:
    """The valid offices at a place, the newest first."""
    rows = connection.execute(
        select(schema.card).where(schema.card.c.place == place, schema.card.c.valid).order_by(schema.card.c.at.desc())
    )
    return [CardRow(*row) for row in rows]


def keep_card(connection: sqlalchemy.Connection, row: CardRow) -> None:
    """Put a card in place of the one that was held for its office."""
    connection.execute(delete(schema.card).where(schema.card.c.key == row.key))
    connection.execute(
        insert(schema.card).values(
            key=row.key,
            version=row.version,
            place=row.place,
            level=row.level,
            name=row.name,
            short=row.short,
            recipient=row.recipient,
            valid=row.valid,
            issuer=row.issuer,
            wire=row.wire,
            at=row.at,
        )
    )


def drop_cards_of(connection: sqlalchemy.Connection, issuer: bytes) -> None:
    """Forget what a root vouched for that another has replaced; the new root vouches again."""
    connection.execute(delete(schema.card).where(schema.card.c.issuer == issuer))


def office_of(connection: sqlalchemy.Connection, replica: bytes) -> bytes | None:
    """The key of the office that a replica was first seen to belong to."""
    found: bytes | None = connection.execute(
        select(schema.replica.c.office).where(schema.replica.c.id == replica)
    ).scalar_one_or_none()
    return found


def bind_replica(connection: sqlalchemy.Connection, replica: bytes, office: bytes) -> bytes:
    """Note whose replica this is; returns the key that it is bound to, which the first sight decided."""
    known = office_of(connection, replica)
    if known is None:
        connection.execute(insert(schema.replica).values(id=replica, office=office, superseded=False))
        return office
    return known


def replicas_of(connection: sqlalchemy.Connection, office: bytes) -> list[tuple[bytes, bool]]:
    """The replicas of an office and whether each was superseded by a later one."""
    rows = connection.execute(
        select(schema.replica.c.id, schema.replica.c.superseded).where(schema.replica.c.office == office)
    )
    return [(row.id, row.superseded) for row in rows]


def replicas(connection: sqlalchemy.Connection) -> dict[bytes, tuple[bytes, bool]]:
    """Of every replica the office it is bound to, and whether it was superseded."""
    rows = connection.execute(select(schema.replica.c.id, schema.replica.c.office, schema.replica.c.superseded))
    return {row.id: (row.office, row.superseded) for row in rows}


def supersede(connection: sqlalchemy.Connection, replicas: list[bytes]) -> None:
    """What these replicas said no longer counts: their databases were restored or lost."""
    if not replicas:
        return
    connection.execute(update(schema.replica).where(schema.replica.c.id.in_(replicas)).values(superseded=True))
    for table in (schema.said, schema.statement):
        connection.execute(delete(table).where(table.c.replica.in_(replicas)))
