# SPDX-License-Identifier: Apache-2.0
"""The operators of an office as its journal knows them."""

from dataclasses import dataclass

from sqlalchemy import func, select

from desk_app.data import schema
from desk_app.data.database import Connection

_operator = schema.by_name["operator"]


@dataclass(frozen=True, slots=True)
class OperatorRow:
    """One operator record. `role`: "" where none was written."""

    no: int
    number: int
    name: str
    role: str


def operators(connection: Connection, place: str, replica: bytes) -> list[OperatorRow]:
    """Those of one replica who were not removed, in the order of their numbers."""
    rows = connection.execute(
        select(_operator)
        .where(_operator.c.place == place, _operator.c.office == replica.hex(), _operator.c.alive != 0)
        .order_by(_operator.c.number)
    )
    return [OperatorRow(row.no, row.number, row.name or "", row.role or "") for row in rows]


def names_at(connection: Connection, place: str) -> list[str]:
    """The operators of the offices at a place, of all their computers, as the journal knows them; each name once."""
    rows = connection.execute(
        select(_operator.c.name)
        .where(_operator.c.place == place, _operator.c.alive != 0, _operator.c.name.is_not(None))
        .order_by(_operator.c.number, _operator.c.no)
    )
    return list(dict.fromkeys(rows.scalars()))


def greatest_number(connection: Connection, place: str) -> int:
    """The greatest operator number ever given at a place, removed operators included."""
    number: int = connection.execute(
        select(func.coalesce(func.max(_operator.c.number), 0)).where(_operator.c.place == place)
    ).scalar_one()
    return number
