# SPDX-License-Identifier: Apache-2.0
"""Alarms: what somebody should look at, kept until it was seen."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import func, insert, select, update

from desk_app.data import schema


@dataclass(frozen=True, slots=True)
class Alarm:
    """One alarm. `kind`: a code; `office`: whom it is about; `told`: what the words need."""

    no: int
    at: int
    kind: str
    office: str
    told: Mapping[str, str]
    seen: bool


def add(connection: sqlalchemy.Connection, at: int, kind: str, office: str, told: Mapping[str, str]) -> bool:
    """Raise an alarm unless the same one stands unseen; returns whether it is new."""
    table = schema.alarm
    text = json.dumps(dict(sorted(told.items())), ensure_ascii=False)
    standing = connection.execute(
        select(table.c.no).where(
            table.c.kind == kind, table.c.office == office, table.c.told == text, table.c.seen.is_(False)
        )
    ).first()
    if standing is not None:
        return False
    last = connection.execute(select(func.coalesce(func.max(table.c.no), 0))).scalar_one()
    connection.execute(
        insert(table).values(no=last + 1, at=at, kind=kind, office=office, told=text, seen=False)
    )
    return True


def standing(connection: sqlalchemy.Connection, limit: int = 200) -> list[Alarm]:
    """The alarms nobody has put away yet, newest first."""
    table = schema.alarm
    rows = connection.execute(
        select(table).where(table.c.seen.is_(False)).order_by(table.c.no.desc()).limit(limit)
    )
    return [Alarm(row.no, row.at, row.kind, row.office, json.loads(row.told), row.seen) for row in rows]


def put_away(connection: sqlalchemy.Connection, no: int) -> None:
    """Somebody has seen it."""
    connection.execute(update(schema.alarm).where(schema.alarm.c.no == no).values(seen=True))
