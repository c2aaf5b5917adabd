# SPDX-License-Identifier: Apache-2.0
"""Daily reports and what came in from the offices below, read for the register and the to-do list."""

from typing import Any

from sqlalchemy import func, select

from desk_app.data import place_names, schema
from desk_app.data.database import Connection
from desk_app.domain import issues, places

_report = schema.by_name["daily_report"]
_issue = schema.by_name["issue"]
_readiness = schema.readiness


def one(connection: Connection, event: str, place: str, day: str) -> Any:
    """The report of a place for a day (ISO), None if there is none."""
    return connection.execute(
        select(_report).where(
            _report.c.event == event,
            _report.c.place == place,
            _report.c.date == day,
            _report.c.alive != 0,
        )
    ).one_or_none()


def earlier(connection: Connection, event: str, place: str, day: str) -> int:
    """How many reports a place has made for the days before a day."""
    count: int = connection.execute(
        select(func.count())
        .select_from(_report)
        .where(
            _report.c.event == event, _report.c.place == place, _report.c.date < day, _report.c.alive != 0
        )
    ).scalar_one()
    return count


def last(connection: Connection, event: str, place: str, limit: int) -> list[Any]:
    """The last reports of a place, newest first."""
    return list(
        connection.execute(
            select(_report)
            .where(_report.c.event == event, _report.c.place == place, _report.c.alive != 0)
            .order_by(_report.c.date.desc())
            .limit(limit)
        )
    )


def between(connection: Connection, event: str, area: str, first: str, until: str) -> dict[tuple[str, str], Any]:
    """The reports of all places in an area for some days, both included: (place, day) → row."""
    query = select(_report).where(
        _report.c.event == event, _report.c.alive != 0, _report.c.date >= first, _report.c.date <= until
    )
    if area != places.NATION:
        query = query.where(_report.c.place >= area, _report.c.place < place_names.after(area))
    return {(row.place, row.date): row for row in connection.execute(query)}


def last_contact(connection: Connection) -> dict[str, int]:
    """When the last package of each office came in, by the place of the office."""
    rows = connection.execute(
        select(schema.office_known.c.place, func.max(schema.parcel.c.at).label("last"))
        .join(schema.parcel, schema.parcel.c.office == schema.office_known.c.key)
        .where(schema.parcel.c.direction == "in")
        .group_by(schema.office_known.c.place)
    )
    return {row.place: row.last for row in rows}


def reported_issues(connection: Connection, event: str, area: str, since: int, until: int) -> int:
    """How many issues were reported in a time."""
    query = (
        select(func.count())
        .select_from(_issue)
        .where(
            _issue.c.event == event,
            _issue.c.alive != 0,
            _issue.c.reported_at >= since,
            _issue.c.reported_at < until,
        )
    )
    if area != places.NATION:
        query = query.where(_issue.c.place >= area, _issue.c.place < place_names.after(area))
    count: int = connection.execute(query).scalar_one()
    return count


def failures_without_issue(connection: Connection, event: str) -> list[tuple[int, int]]:
    """Per phase, how many places have failed items and no open issue at all."""
    waiting = select(_issue.c.no).where(
        _issue.c.event == event,
        _issue.c.place == _readiness.c.subject,
        _issue.c.alive != 0,
        _issue.c.state.in_([state.value for state in issues.OPEN]),
    )
    rows = connection.execute(
        select(_readiness.c.phase, func.count().label("many"))
        .where(_readiness.c.event == event, _readiness.c.failed > 0, ~waiting.exists())
        .group_by(_readiness.c.phase)
        .order_by(_readiness.c.phase)
    )
    return [(row.phase, row.many) for row in rows]
