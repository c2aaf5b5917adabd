# SPDX-License-Identifier: Apache-2.0
"""Activities, who attends them and what was visited, read for lists."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy
from sqlalchemy import and_, func, or_, select

from desk_app.data import duplicates, place_names, schema
from desk_app.domain import activities, places

_activity = schema.by_name["activity"]
_attendance = schema.by_name["attendance"]
_visit = schema.by_name["visit"]
_team = schema.by_name["team"]
_issue = schema.by_name["issue"]


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    """What is shown; empty fields do not narrow. `since`, `until`: ISO days, an activity that touches them. `text`:
    words of title, place, description, figures, pair or result."""

    kinds: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    area: str = ""
    text: str = ""
    member: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """A row of the table with what is counted of it."""

    row: Any
    team_number: int
    team_name: str
    officers: int
    guests: int
    present: int
    visits: int
    told: int


def search(connection: sqlalchemy.Connection, event: str, chosen: ActivityFilter) -> list[Counted]:
    """The activities that a filter leaves, the latest day first, those without a day before them."""
    query = (
        _counted()
        .where(_activity.c.event == event, _activity.c.alive != 0, *_conditions(chosen))
        .order_by(
            func.coalesce(_activity.c.from_day, "~").desc(),
            func.coalesce(_activity.c.from_minute, -1).desc(),
            _activity.c.no.desc(),
        )
    )
    return [_read(row) for row in connection.execute(query)]


def one(connection: sqlalchemy.Connection, no: int) -> Counted | None:
    """One activity by its record."""
    row = connection.execute(_counted().where(_activity.c.no == no, _activity.c.alive != 0)).first()
    return None if row is None else _read(row)


def unreported(connection: sqlalchemy.Connection, event: str, today: str) -> int:
    """How many activities are over, want a report and have none."""
    wants = ~(" " + func.coalesce(_activity.c.not_needed, "") + " ").contains(f" {activities.Step.REPORT.value} ")
    query = select(func.count()).where(
        _activity.c.event == event,
        _activity.c.alive != 0,
        func.coalesce(_activity.c.to_day, _activity.c.from_day) < today,
        _activity.c.reported_at.is_(None),
        func.coalesce(_activity.c.state, "") != activities.CANCELLED,
        wants,
    )
    count: int = connection.execute(query).scalar_one()
    return count


def attendance(connection: sqlalchemy.Connection, activity: int) -> list[Any]:
    """Who is named with an activity: officers first, each in the order of the office."""
    query = select(_attendance).where(_attendance.c.activity == activity, _attendance.c.alive != 0)
    ordered = query.order_by(
        _attendance.c.part != activities.Part.OFFICER.value, _attendance.c.position, _attendance.c.no
    )
    return list(connection.execute(ordered))


def visits(connection: sqlalchemy.Connection, activity: int) -> list[Any]:
    """What was visited with an activity, in order, with the issue that was raised (as it is shown)."""
    query = (
        select(_visit, _issue.c.no.label("issue_no"), _issue.c.number.label("issue_number"))
        .select_from(_visit)
        .outerjoin(_issue, and_(_issue.c.no == duplicates.shown_with(_visit.c.issue), _issue.c.alive != 0))
        .where(_visit.c.activity == activity, _visit.c.alive != 0)
        .order_by(_visit.c.position, _visit.c.no)
    )
    return list(connection.execute(query))


def visit(connection: sqlalchemy.Connection, no: int) -> Any | None:
    """One visit by its record."""
    return connection.execute(select(_visit).where(_visit.c.no == no, _visit.c.alive != 0)).first()


def _counted() -> sqlalchemy.Select[Any]:
    officer = _attendance.c.part == activities.Part.OFFICER.value
    guest = or_(_attendance.c.part.is_(None), ~officer)
    named = (
        select(
            _attendance.c.activity,
            func.count().filter(officer).label("officers"),
            func.count().filter(guest).label("guests"),
            func.count().filter(and_(guest, _attendance.c.present.is_(True))).label("present"),
        )
        .where(_attendance.c.alive != 0)
        .group_by(_attendance.c.activity)
        .subquery()
    )
    visited = (
        select(
            _visit.c.activity,
            func.count().label("visits"),
            func.count().filter(or_(_visit.c.findings.is_not(None), _visit.c.at.is_not(None))).label("told"),
        )
        .where(_visit.c.alive != 0)
        .group_by(_visit.c.activity)
        .subquery()
    )
    return (
        select(
            _activity,
            _team.c.number.label("team_number"),
            _team.c.name.label("team_name"),
            *(func.coalesce(named.c[name], 0).label(name) for name in ("officers", "guests", "present")),
            *(func.coalesce(visited.c[name], 0).label(name) for name in ("visits", "told")),
        )
        .select_from(_activity)
        .outerjoin(_team, _team.c.no == duplicates.shown_with(_activity.c.team))
        .outerjoin(named, named.c.activity == _activity.c.no)
        .outerjoin(visited, visited.c.activity == _activity.c.no)
    )


def _read(row: Any) -> Counted:
    return Counted(
        row,
        row.team_number or 0,
        row.team_name or "",
        row.officers,
        row.guests,
        row.present,
        row.visits,
        row.told,
    )


_TYPED = ("title", "description", "site", "figures", "pair", "result", "letter_number")


def _conditions(chosen: ActivityFilter) -> list[sqlalchemy.ColumnElement[bool]]:
    told: list[sqlalchemy.ColumnElement[bool]] = []
    if chosen.kinds:
        told.append(_activity.c.kind.in_(chosen.kinds))
    if chosen.since:
        told.append(func.coalesce(_activity.c.to_day, _activity.c.from_day) >= chosen.since)
    if chosen.until:
        told.append(_activity.c.from_day <= chosen.until)
    if chosen.area and chosen.area != places.NATION:
        told += [_activity.c.place >= chosen.area, _activity.c.place < place_names.after(chosen.area)]
    if chosen.member:
        told.append(
            _activity.c.no.in_(
                select(_attendance.c.activity).where(
                    _attendance.c.member == chosen.member, _attendance.c.alive != 0
                )
            )
        )
    for word in chosen.text.split():
        told.append(or_(*(_activity.c[name].icontains(word, autoescape=True) for name in _TYPED)))
    return told
