# SPDX-License-Identifier: Apache-2.0
"""What is open and still with a member who serves no longer, and whoever came in his place."""

from collections.abc import Sequence

from sqlalchemy import func, or_, select

from desk_app.data import duplicates, schema
from desk_app.data.database import Connection
from desk_app.domain import issues, tasks

_member = schema.by_name["member"]
_issue = schema.by_name["issue"]
_task = schema.by_name["task"]
_CLOSED = [state.value for state in issues.CLOSED]


def left_with(connection: Connection, event: str) -> dict[int, tuple[list[int], list[int]]]:
    """By the member (the record that his is shown with): his open issues and his open tasks."""
    found: dict[int, tuple[list[int], list[int]]] = {}
    is_gone = or_(_member.c.alive == 0, _member.c.replaced_on.is_not(None))
    open_issue = (duplicates.counted(_issue), func.coalesce(_issue.c.state, "").not_in(_CLOSED))
    open_task = (_task.c.alive != 0, func.coalesce(_task.c.state, "").not_in(tasks.CLOSED))
    for at, (table, named, is_open) in enumerate(
        ((_issue, _issue.c.pic, open_issue), (_task, _task.c.member, open_task))
    ):
        query = (
            select(_member.c.no.label("member"), table.c.no)
            .select_from(table)
            .join(_member, _member.c.no == duplicates.shown_with(named))
            .where(table.c.event == event, named.is_not(None), *is_open, is_gone)
            .order_by(_member.c.no, table.c.no)
        )
        for row in connection.execute(query):
            found.setdefault(row.member, ([], []))[at].append(row.no)
    return found


def successor(connection: Connection, member: int) -> int:
    """Who serves in a member's place now, through whoever came and went between; 0 if nobody does."""
    passed: list[int] = []
    at: int | None = member
    while at is not None and at not in passed:
        passed.append(at)
        shown = duplicates.kept(connection, at)
        row = connection.execute(select(_member).where(_member.c.no == shown)).first()
        if row is None:
            return 0
        if row.alive and row.replaced_on is None:
            return shown
        at = row.replaced_by
    return 0


def names(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """What some members are called, present or not: name, else office."""
    query = select(_member.c.no, _member.c.person, _member.c.office).where(_member.c.no.in_(list(numbers)))
    return {row.no: row.person or row.office or "" for row in connection.execute(query)}
