# SPDX-License-Identifier: Apache-2.0
"""Ready files made here: by what the computer that opens one proves itself, and which one did."""

from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import insert, select, update

from desk_app.data import schema


@dataclass(frozen=True, slots=True)
class Invitation:
    """One ready file. `kind`: "new" or "pc" (another computer of this office); `secret`: the word on its slip."""

    id: bytes
    place: str
    kind: str
    key: bytes
    secret: str
    at: int
    used_by: bytes | None


def add(connection: sqlalchemy.Connection, one: Invitation) -> None:
    connection.execute(
        insert(schema.invitation).values(
            id=one.id, place=one.place, kind=one.kind, key=one.key, secret=one.secret, at=one.at, used_by=one.used_by
        )
    )


def find(connection: sqlalchemy.Connection, invitation: bytes) -> Invitation | None:
    row = connection.execute(select(schema.invitation).where(schema.invitation.c.id == invitation)).first()
    return None if row is None else _invitation(row)


def every(connection: sqlalchemy.Connection) -> list[Invitation]:
    """All of them, by place, the newest first."""
    table = schema.invitation
    return [_invitation(row) for row in connection.execute(select(table).order_by(table.c.place, table.c.at.desc()))]


def use(connection: sqlalchemy.Connection, invitation: bytes, office: bytes) -> None:
    """Note which office answered; the word on its slip is forgotten."""
    connection.execute(
        update(schema.invitation).where(schema.invitation.c.id == invitation).values(used_by=office, secret="")
    )


def _invitation(row: sqlalchemy.Row[tuple[object, ...]]) -> Invitation:
    return Invitation(row.id, row.place, row.kind, row.key, row.secret, row.at, row.used_by)
