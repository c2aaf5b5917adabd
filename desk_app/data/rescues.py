# SPDX-License-Identifier: Apache-2.0
"""Secrets kept for the offices below: what opens their data when every password is forgotten."""

from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import delete, insert, select

from desk_app.data import schema


@dataclass(frozen=True, slots=True)
class Rescue:
    """The secret of one office's rescue slot; `number` tells an older one from a newer."""

    office: bytes
    number: int
    secret: str
    at: int


def keep(connection: sqlalchemy.Connection, office: bytes, number: int, secret: str, at: int) -> None:
    """Keep a secret unless a newer one of that office is here."""
    held = of_office(connection, office)
    if held is not None and held.number >= number:
        return
    connection.execute(delete(schema.rescue).where(schema.rescue.c.office == office))
    connection.execute(insert(schema.rescue).values(office=office, number=number, secret=secret, at=at))


def of_office(connection: sqlalchemy.Connection, office: bytes) -> Rescue | None:
    row = connection.execute(select(schema.rescue).where(schema.rescue.c.office == office)).first()
    return None if row is None else Rescue(row.office, row.number, row.secret, row.at)
