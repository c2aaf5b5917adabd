# SPDX-License-Identifier: Apache-2.0
"""Tasks, read for lists: with who does them and what they come from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy
from sqlalchemy import case, func, or_, select

from desk_app.data import duplicates, place_names, schema
from desk_app.domain import places, tasks

_task = schema.by_name["task"]
_member = schema.by_name["member"]
_activity = schema.by_name["activity"]
_issue = schema.by_name["issue"]

_CHUNK = 400
_ISSUE_TITLE = case((func.coalesce(_issue.c.confidential, 0) != 0, _issue.c.number),
                    else_=_issue.c.number + " · " + _issue.c.title)
"""As everywhere: of an issue in confidence its number alone."""


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What is shown; empty fields do not narrow. `due_before`: ISO day, tasks that were due earlier. `source`: of this
    record. `text`: words of task, result and who does it."""

    open_only: bool = False
    closed_only: bool = False
    due_before: str = ""
    source: int = 0
    member: int = 0
    area: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task as it is kept. `office`: who does it, in words, where no member was named. `person` is "" where only the
    member's office is known. `gone`: the member was taken out of the team. `source_title`: what it comes from."""

    no: int
    text: str
    member: int
    office: str
    person: str
    member_office: str
    gone: bool
    due: str
    done_at: int
    result: str
    place: str
    state: str
    source_kind: str
    source: int
    source_title: str


def search(connection: sqlalchemy.Connection, event: str, chosen: TaskFilter) -> list[TaskLine]:
    """The tasks that a filter leaves: open ones by their day (those without one last), then the others, newest
    first."""
    closed = func.coalesce(_task.c.state, "").in_(tasks.CLOSED)
    query = (
        select(
            _task,
            _member.c.person.label("person"),
            _member.c.office.label("member_office"),
            _member.c.alive.label("member_alive"),
            _member.c.replaced_by,
        )
        .select_from(_task)
        .outerjoin(_member, _member.c.no == duplicates.shown_with(_task.c.member))
        .where(_task.c.event == event, _task.c.alive != 0, *_conditions(chosen, closed))
        .order_by(closed, func.coalesce(_task.c.done_at, 0).desc(), func.coalesce(_task.c.due, "~"), _task.c.no)
    )
    rows = connection.execute(query).all()
    titles = _titles(connection, rows)
    return [
        TaskLine(
            no=row.no,
            text=row.text or "",
            member=row.member or 0,
            office=row.office or "",
            person=row.person or "",
            member_office=row.member_office or "",
            gone=row.member_alive == 0 or row.replaced_by is not None,
            due=row.due or "",
            done_at=row.done_at or 0,
            result=row.result or "",
            place=row.place or "",
            state=row.state or tasks.State.OPEN.value,
            source_kind=row.source_kind or "",
            source=row.source or 0,
            source_title=titles.get(row.source or 0, ""),
        )
        for row in rows
    ]


def late(connection: sqlalchemy.Connection, event: str, today: str) -> tuple[int, int]:
    """How many open tasks were due before a day, and how many on it."""
    query = select(func.count().filter(_task.c.due < today), func.count().filter(_task.c.due == today)).where(
        _task.c.event == event, _task.c.alive != 0, _task.c.due <= today, _open()
    )
    before, on_it = connection.execute(query).one()
    return before, on_it


def open_of_member(connection: sqlalchemy.Connection, member: int) -> list[int]:
    """The open tasks of a member, those of the records that are shown with his, too."""
    whose = [member, *duplicates.merged_with(connection, member)]
    query = select(_task.c.no).where(_task.c.member.in_(whose), _task.c.alive != 0, _open())
    return list(connection.execute(query.order_by(_task.c.no)).scalars())


def _open() -> sqlalchemy.ColumnElement[bool]:
    return func.coalesce(_task.c.state, "").not_in(tasks.CLOSED)


def _conditions(chosen: TaskFilter, closed: Any) -> list[sqlalchemy.ColumnElement[bool]]:
    told: list[sqlalchemy.ColumnElement[bool]] = []
    if chosen.open_only:
        told.append(~closed)
    if chosen.closed_only:
        told.append(closed)
    if chosen.due_before:
        told.append(_task.c.due < chosen.due_before)
    if chosen.source:
        told.append(_task.c.source == chosen.source)
    if chosen.member:
        told.append(_task.c.member == chosen.member)
    if chosen.area and chosen.area != places.NATION:
        told += [_task.c.place >= chosen.area, _task.c.place < place_names.after(chosen.area)]
    for word in chosen.text.split():
        columns = (_task.c.text, _task.c.result, _task.c.office, _member.c.person, _member.c.office)
        told.append(or_(*(column.icontains(word, autoescape=True) for column in columns)))
    return told


def _titles(connection: sqlalchemy.Connection, rows: Sequence[Any]) -> dict[int, str]:
    """What the records are called that tasks come from."""
    found: dict[int, str] = {}
    handover = schema.by_name.get("handover")
    for kind, query in (
        (tasks.Source.ACTIVITY, select(_activity.c.no, _activity.c.title)),
        (tasks.Source.ISSUE, select(_issue.c.no, _ISSUE_TITLE)),
        (tasks.Source.HANDOVER, None if handover is None else select(handover.c.no, handover.c.text)),
    ):
        wanted = sorted({row.source for row in rows if row.source and row.source_kind == kind})
        if query is None:
            continue
        for start in range(0, len(wanted), _CHUNK):
            column = query.selected_columns[0]
            for no, title in connection.execute(query.where(column.in_(wanted[start : start + _CHUNK]))):
                found[no] = title or ""
    return found
