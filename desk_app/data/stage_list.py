# SPDX-License-Identifier: Apache-2.0
"""Stages of an event and days off, as a regency has written them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from desk_app.data import schema
from desk_app.data.database import Connection

_stage = schema.by_name["stage"]
_holiday = schema.by_name["holiday"]


@dataclass(frozen=True, slots=True)
class StageRow:
    """What is written of one stage; None is as the program brings it."""

    no: int
    code: str
    name: str | None
    starts: date | None
    ends: date | None
    first_offset: int | None
    last_offset: int | None
    source: str | None
    in_use: bool | None
    note: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off, with what it stands on."""

    no: int
    day: date
    name: str
    source: str


def stages(connection: Connection, place: str, event: str) -> list[StageRow]:
    """What a regency has written of the stages of an event, in order of code."""
    query = (
        select(_stage)
        .where(_stage.c.place == place, _stage.c.event == event, _stage.c.alive != 0)
        .order_by(_stage.c.code)
    )
    return [
        StageRow(
            row.no,
            row.code,
            row.name,
            _day(row.starts),
            _day(row.ends),
            row.first_offset,
            row.last_offset,
            row.source,
            row.in_use,
            row.note or "",
        )
        for row in connection.execute(query)
    ]


def holidays(connection: Connection, place: str) -> list[Holiday]:
    """The days off that a regency keeps, in order."""
    query = select(_holiday).where(_holiday.c.place == place, _holiday.c.alive != 0).order_by(_holiday.c.day)
    return [
        Holiday(row.no, date.fromisoformat(row.day), row.name or "", row.source or "")
        for row in connection.execute(query)
    ]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
