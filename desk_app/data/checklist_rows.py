# SPDX-License-Identifier: Apache-2.0
"""The answers of one place, with what disagrees and which issues were raised from them."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy
from sqlalchemy import func, select

from desk_app.data import duplicates, schema
from desk_app.domain import issues

_answer = schema.by_name["answer"]
_issue = schema.by_name["issue"]


def answers(connection: sqlalchemy.Connection, event: str, subject: str) -> dict[str, Any]:
    """The rows of answers about one place, by item."""
    rows = connection.execute(
        select(_answer).where(_answer.c.event == event, _answer.c.subject == subject, _answer.c.alive != 0)
    )
    return {row.item: row for row in rows}


def disputed(connection: sqlalchemy.Connection, event: str, subject: str) -> set[str]:
    """The items on whose answers offices differ."""
    return set(
        connection.execute(
            select(_answer.c.item)
            .join(schema.conflict, schema.conflict.c.record == _answer.c.no)
            .where(_answer.c.event == event, _answer.c.subject == subject)
            .distinct()
        ).scalars()
    )


def open_issues(connection: sqlalchemy.Connection, event: str, subject: str) -> list[Any]:
    """The open issues about one place (no, number, item, severity), newest last."""
    return list(
        connection.execute(
            select(_issue.c.no, _issue.c.number, _issue.c.item, _issue.c.severity)
            .where(
                _issue.c.event == event,
                _issue.c.place == subject,
                duplicates.counted(_issue),
                _issue.c.state.in_([state.value for state in issues.OPEN]),
            )
            .order_by(_issue.c.no)
        )
    )


def raised_items(connection: sqlalchemy.Connection, event: str, subject: str) -> dict[str, Any]:
    """Of each item of one place the open issue (no, number) that was raised from it, or with which that is shown."""
    shown = _issue.alias()
    rows = connection.execute(
        select(_issue.c.item, shown.c.no, shown.c.number)
        .select_from(_issue)
        .join(shown, shown.c.no == duplicates.shown_with(_issue.c.no))
        .where(
            _issue.c.event == event,
            _issue.c.place == subject,
            _issue.c.item.is_not(None),
            _issue.c.alive != 0,
            shown.c.state.in_([state.value for state in issues.OPEN]),
        )
        .order_by(_issue.c.no)
    )
    return {row.item: row for row in rows}


def issues_by_subject(connection: sqlalchemy.Connection, event: str, subjects: Sequence[str]) -> dict[str, int]:
    """How many open issues each of some places has."""
    rows = connection.execute(
        select(_issue.c.place, func.count())
        .where(
            _issue.c.event == event,
            _issue.c.place.in_(subjects),
            duplicates.counted(_issue),
            _issue.c.state.in_([state.value for state in issues.OPEN]),
        )
        .group_by(_issue.c.place)
    )
    return {row[0]: row[1] for row in rows}
