# SPDX-License-Identifier: Apache-2.0
"""The lines of Buku Posko, read for lists, with the issues that they became."""

from typing import Any

from sqlalchemy import func, or_, select

from desk_app.data import duplicates, place_names, schema
from desk_app.data.database import Connection
from desk_app.domain import places

_line = schema.by_name["log_entry"]
_issue = schema.by_name["issue"]


def lines(
    connection: Connection, event: str, since: int, until: int, text: str, area: str, limit: int
) -> list[Any]:
    """Lines of the Buku Posko, newest first, with record and number of the issue each was promoted to, as it is
    shown."""
    query = (
        select(
            _line,
            _issue.c.no.label("issue_no"),
            _issue.c.number.label("issue_number"),
            _issue.c.category.label("issue_category"),
        )
        .select_from(_line)
        .outerjoin(_issue, _issue.c.no == duplicates.shown_with(_line.c.issue))
        .where(_line.c.event == event, _line.c.alive != 0)
        .order_by(_line.c.at.desc(), _line.c.no.desc())
        .limit(limit)
    )
    if since:
        query = query.where(_line.c.at >= since)
    if until:
        query = query.where(_line.c.at < until)
    for word in text.split():
        columns = (_line.c.text, _line.c.sender, _line.c.measure)
        query = query.where(or_(*(column.icontains(word, autoescape=True) for column in columns)))
    if area and area != places.NATION:
        query = query.where(_line.c.place >= area, _line.c.place < place_names.after(area))
    return list(connection.execute(query))


def moments(connection: Connection, event: str) -> list[int]:
    """When the lines of the Buku Posko were, one for each quarter of an hour that has any, the last first."""
    quarter = _line.c.at // 900
    rows = connection.execute(
        select(func.max(_line.c.at)).where(_line.c.event == event, _line.c.alive != 0, _line.c.at.is_not(None))
        .group_by(quarter)
        .order_by(func.max(_line.c.at).desc())
    )
    return list(rows.scalars())


def in_confidence(connection: Connection) -> frozenset[int]:
    """The lines of Buku Posko that became an issue in confidence, or one that is merged into such an issue."""
    merged = schema.merged
    into = select(merged.c.record).join(_issue, _issue.c.no == merged.c.kept).where(_issue.c.confidential)
    named = or_(_line.c.issue.in_(select(_issue.c.no).where(_issue.c.confidential)), _line.c.issue.in_(into))
    query = select(_line.c.no).where(_line.c.alive != 0, named)
    return frozenset(connection.execute(query).scalars())
