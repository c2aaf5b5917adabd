# SPDX-License-Identifier: Apache-2.0
"""Daily reports and what came in from the offices below, read for the register and the to-do list."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, case, cast, func, select

from desk_app.data import duplicates, place_names, schema, station_filter
from desk_app.data.database import Connection
from desk_app.domain import places, report_numbers

_report = schema.by_name["daily_report"]
_issue = schema.by_name["issue"]
_station = schema.by_name["station"]
_readiness = schema.readiness


@dataclass(frozen=True, slots=True)
class Failures:
    """How many TPS, and how many other places, have failed items in a phase and no open issue at all."""

    phase: int
    stations: int
    others: int


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


def numbered(connection: Connection, event: str, place: str) -> list[report_numbers.Numbered]:
    """Every report of a place with the number that was given to it, by the days."""
    rows = connection.execute(
        select(_report.c.date, _report.c.sequence, _report.c.finished_at)
        .where(_report.c.event == event, _report.c.place == place, _report.c.alive != 0)
        .order_by(_report.c.date)
    )
    return [report_numbers.Numbered(row.date, row.sequence or 0, bool(row.finished_at)) for row in rows]


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
        select(schema.parcel.c.place, func.max(schema.parcel.c.at).label("last"))
        .where(schema.parcel.c.direction == "in", schema.parcel.c.place.is_not(None))
        .group_by(schema.parcel.c.place)
    )
    return {row.place: row.last for row in rows}


def reported_issues(connection: Connection, event: str, area: str, since: int, until: int) -> int:
    """How many issues were reported in a time."""
    query = (
        select(func.count())
        .select_from(_issue)
        .where(
            _issue.c.event == event,
            duplicates.counted(_issue),
            _issue.c.reported_at >= since,
            _issue.c.reported_at < until,
        )
    )
    if area != places.NATION:
        query = query.where(_issue.c.place >= area, _issue.c.place < place_names.after(area))
    count: int = connection.execute(query).scalar_one()
    return count


def failures_without_issue(connection: Connection, event: str) -> list[Failures]:
    """Per phase, what failed and is no issue: the TPS that the list of TPS holds, and the other places."""
    subject = _readiness.c.subject
    number = cast(func.substr(subject, 15), Integer)
    listed = select(_station.c.no).where(
        _station.c.event == event,
        _station.c.village == func.substr(subject, 1, 13),
        _station.c.number == number,
        _station.c.alive != 0,
    )
    is_other = func.instr(subject, "/") > 0
    stations = func.sum(case((is_other, 0), else_=1))
    rows = connection.execute(
        select(_readiness.c.phase, stations.label("stations"), func.count().label("many"))
        .where(*station_filter.failing_unrecorded(event), is_other | listed.exists())
        .group_by(_readiness.c.phase)
        .order_by(_readiness.c.phase)
    )
    return [Failures(row.phase, row.stations, row.many - row.stations) for row in rows]
