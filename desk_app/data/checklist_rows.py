# SPDX-License-Identifier: Apache-2.0
"""The answers of one place, with what disagrees and which issues were raised from them."""

from collections.abc import Collection, Sequence
from typing import Any

import sqlalchemy
from sqlalchemy import func, select

from desk_app.data import duplicates, issue_parts, place_names, schema
from desk_app.domain import issues, places

_answer = schema.by_name["answer"]
_issue = schema.by_name["issue"]
_reason = schema.by_name["reason"]


def answers(connection: sqlalchemy.Connection, event: str, subject: str) -> dict[str, Any]:
    """The rows of answers about one place, by item."""
    rows = connection.execute(
        select(_answer).where(_answer.c.event == event, _answer.c.subject == subject, _answer.c.alive != 0)
    )
    return {row.item: row for row in rows}


def answers_in(connection: sqlalchemy.Connection, event: str, village: str) -> dict[str, dict[str, Any]]:
    """The rows of answers about the TPS of one village, by TPS and item."""
    found: dict[str, dict[str, Any]] = {}
    rows = connection.execute(
        select(_answer).where(
            _answer.c.event == event,
            _answer.c.subject >= f"{village}-",
            _answer.c.subject < f"{village}.",  # the sign after the hyphen
            _answer.c.alive != 0,
        )
    )
    for row in rows:
        found.setdefault(row.subject, {})[row.item] = row
    return found


def answers_to(
    connection: sqlalchemy.Connection, event: str, item: str, subjects: Collection[str]
) -> dict[str, Any]:
    """The rows of answers to one item at some places, by place."""
    if not subjects:
        return {}
    rows = connection.execute(
        select(_answer).where(
            _answer.c.event == event,
            _answer.c.subject >= min(subjects),
            _answer.c.subject <= max(subjects),
            _answer.c.item == item,
            _answer.c.alive != 0,
        )
    )
    return {row.subject: row for row in rows if row.subject in subjects}


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


def reasons(connection: sqlalchemy.Connection, event: str, subject: str) -> dict[str, Any]:
    """The reasons given for numbered checks of one place, by the check."""
    rows = connection.execute(
        select(_reason).where(
            _reason.c.event == event, _reason.c.subject == subject, _reason.c.alive != 0, _reason.c.text.is_not(None)
        )
    )
    return {row.rule: row for row in rows}


def subjects_with_reasons(connection: sqlalchemy.Connection, event: str, area: str) -> list[str]:
    """The places of an area of which a check was let pass for a reason, in order."""
    query = select(_reason.c.subject).where(
        _reason.c.event == event, _reason.c.alive != 0, _reason.c.text.is_not(None)
    )
    if area and area != places.NATION:
        query = query.where(_reason.c.subject >= area, _reason.c.subject < place_names.after(area))
    return list(connection.execute(query.distinct().order_by(_reason.c.subject)).scalars())


def open_issues(connection: sqlalchemy.Connection, event: str, subject: str) -> list[Any]:
    """The open issues about one place (no, number, item, severity), newest last."""
    burdens = issue_parts.at(
        lambda of, place: (of == event, place == subject), "number", "item", "severity", "state"
    )
    query = select(burdens).where(burdens.c.state.in_([state.value for state in issues.OPEN]))
    return list(connection.execute(query.order_by(burdens.c.no)))


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
    covering = [row for row in open_issues(connection, event, subject) if row.item]
    return {row.item: row for row in (*covering, *rows)}


def issues_by_subject(connection: sqlalchemy.Connection, event: str, subjects: Sequence[str]) -> dict[str, int]:
    """How many open issues each of some places has."""
    burdens = issue_parts.at(lambda of, place: (of == event, place.in_(subjects)), "state")
    rows = connection.execute(
        select(burdens.c.place, func.count())
        .where(burdens.c.state.in_([state.value for state in issues.OPEN]))
        .group_by(burdens.c.place)
    )
    return {row[0]: row[1] for row in rows}
