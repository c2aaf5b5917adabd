# SPDX-License-Identifier: Apache-2.0
"""The versions of a checklist that a regency has published, newest first."""

from dataclasses import dataclass

from sqlalchemy import func, select

from desk_app.data import schema
from desk_app.data.database import Connection
from desk_app.domain import records

_checklist = schema.by_name[records.CHECKLIST.name]
_answer = schema.by_name["answer"]


@dataclass(frozen=True, slots=True)
class Version:
    """One published version; `minimum`: the oldest under which answers are accepted; `latest`: its last change."""

    no: int
    version: int
    content: str
    minimum: int
    published: int
    note: str
    latest: int


def published(connection: Connection, event: str, place: str, code: str) -> list[Version]:
    """The versions of a checklist of a regency, newest first."""
    rows = connection.execute(
        select(_checklist)
        .where(
            _checklist.c.event == event,
            _checklist.c.place == place,
            _checklist.c.code == code,
            _checklist.c.content.is_not(None),
            _checklist.c.alive != 0,
        )
        .order_by(_checklist.c.version.desc())
    )
    return [
        Version(
            row.no, row.version, row.content, row.minimum or 0, row.published or 0, row.note or "", row.latest
        )
        for row in rows
    ]


def answers_by_item(connection: Connection, event: str, area: str) -> dict[str, int]:
    """How many answers there are to each item in an area."""
    given = _answer.c.choice.is_not(None) | _answer.c.quantity.is_not(None) | _answer.c.written.is_not(None)
    query = select(_answer.c.item, func.count()).where(_answer.c.event == event, _answer.c.alive != 0, given)
    if area and area != "0":
        # Everything about the area itself (`73.13/gudang`) and in it (`73.13.06…`).
        query = query.where(_answer.c.subject >= area, _answer.c.subject < f"{area}0")
    return {row[0]: row[1] for row in connection.execute(query.group_by(_answer.c.item))}
