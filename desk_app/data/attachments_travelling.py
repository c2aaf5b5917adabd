# SPDX-License-Identifier: Apache-2.0
"""What other computers have asked for of attachments, and which packages of photos were taken in whole."""

from collections.abc import Collection

import sqlalchemy
from sqlalchemy import delete, insert, select, update

from desk_app.data import schema

_asked = schema.asked
_DIGEST = 32
KEPT = 2000
"""Packages of photos that are remembered."""


def note_asked(
    connection: sqlalchemy.Connection, office: bytes, replica: bytes, version: int, digests: Collection[bytes]
) -> bool:
    """Keep the last word of a computer on what it has not got; returns whether it was news."""
    known = connection.execute(select(_asked).where(_asked.c.replica == replica)).first()
    if known is not None and (known.office != office or known.version >= version):
        return False
    connection.execute(delete(_asked).where(_asked.c.replica == replica))
    connection.execute(
        insert(_asked).values(
            replica=replica,
            office=office,
            version=version,
            digests=b"".join(digests),
            served=known.served if known is not None else 0,
        )
    )
    return True


def asked_by(connection: sqlalchemy.Connection, offices: Collection[bytes], besides: bytes) -> set[bytes]:
    """The contents that the computers of some offices have not got, this one (`besides`) left out."""
    return _digests(connection, _of(offices, besides))


def asked_anew(connection: sqlalchemy.Connection, offices: Collection[bytes], besides: bytes) -> set[bytes]:
    """Those of them for which no package was made since."""
    return _digests(connection, _of(offices, besides), _asked.c.served < _asked.c.version)


def note_served(connection: sqlalchemy.Connection, offices: Collection[bytes]) -> None:
    """Note that a package was made with all that they asked for and that is here."""
    connection.execute(update(_asked).where(_asked.c.office.in_(list(offices))).values(served=_asked.c.version))


def note_taken(connection: sqlalchemy.Connection, package: bytes, at: int) -> None:
    """Remember a package of photos of which everything is here now."""
    table = schema.photo_parcel
    connection.execute(delete(table).where(table.c.id == package))
    connection.execute(insert(table).values(id=package, at=at))
    newest = select(table.c.id).order_by(table.c.at.desc(), table.c.id).limit(KEPT)
    connection.execute(delete(table).where(table.c.id.not_in(newest)))


def was_taken(connection: sqlalchemy.Connection, package: bytes) -> bool:
    """Whether everything of a package of photos is here, or was."""
    table = schema.photo_parcel
    return connection.execute(select(table.c.id).where(table.c.id == package)).first() is not None


def _of(offices: Collection[bytes], besides: bytes) -> sqlalchemy.ColumnElement[bool]:
    return _asked.c.office.in_(list(offices)) & (_asked.c.replica != besides)


def _digests(connection: sqlalchemy.Connection, *conditions: sqlalchemy.ColumnElement[bool]) -> set[bytes]:
    found: set[bytes] = set()
    for raw in connection.execute(select(_asked.c.digests).where(*conditions)).scalars():
        found.update(raw[start : start + _DIGEST] for start in range(0, len(raw), _DIGEST))
    return found
