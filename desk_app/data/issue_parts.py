# SPDX-License-Identifier: Apache-2.0
"""What hangs on issues: further places, links, identities, attachments; what was merged counts with its issue."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import sqlalchemy
from sqlalchemy import and_, func, or_, select

from desk_app.data import duplicates, history, schema
from desk_app.data.database import Connection
from desk_app.domain import issues, places, records

_issue = schema.by_name["issue"]
_place = schema.by_name["issue_place"]
_link = schema.by_name["issue_link"]
_identity = schema.by_name["issue_identity"]
_attachment = schema.by_name["attachment"]
_member = schema.by_name["member"]
_team = schema.by_name["team"]
_stream = schema.stream
_CHUNK = 400
_width = func.length(_stream.c.place)
_IS_WITHIN = or_(
    _stream.c.place == places.NATION,
    and_(
        func.substr(_place.c.place, 1, _width) == _stream.c.place,
        func.substr(_place.c.place, _width + 1, 1).op("NOT GLOB")("[0-9]"),
    ),
)
"""A further place counts in the area of its issue alone: an office could burden the TPS of another one."""
_NAMING = (records.ISSUE_IDENTITY, records.LOG_ENTRY)
"""Kinds whose words are those of the issue that they name, though they are no part of it."""
_MOST_STEPS = 8
"""So deep nothing lies; a crafted package could name a circle."""


def at(asked: Callable[[Any, Any], Sequence[sqlalchemy.ColumnElement[bool]]], *columns: str) -> sqlalchemy.Subquery:
    """Which issues burden which places, for use inside other queries: `no`, `event`, `place`, other columns of issues.

    Each issue stands once for each of its places, the first and the further ones. `asked(event, place)`: conditions,
    put inside where an index answers them.
    """
    wanted = [_issue.c[name] for name in ("no", "event", *columns)]
    own = select(*wanted, _issue.c.place.label("place")).where(
        duplicates.counted(_issue), *asked(_issue.c.event, _issue.c.place)
    )
    further = (
        select(*wanted, _place.c.place.label("place"))
        .select_from(_place)
        .join(_issue, _issue.c.no == duplicates.shown_with(_place.c.issue))
        .join(_stream, _stream.c.no == _place.c.no.op(">>")(schema.SHIFT))
        .where(_place.c.alive != 0, duplicates.counted(_issue), *asked(_place.c.event, _place.c.place), _IS_WITHIN)
    )
    return own.union(further).subquery()


def places_of(connection: Connection, issue: int) -> list[Any]:
    """The further places of an issue and of those shown with it: rows by their places."""
    told = [issue, *duplicates.merged_with(connection, issue)]
    query = select(_place).where(_place.c.issue.in_(told), _place.c.alive != 0).order_by(_place.c.place, _place.c.no)
    return list(connection.execute(query))


def also_at(connection: Connection, place: str) -> frozenset[int]:
    """The issues that are at a place beside their first one."""
    query = select(duplicates.shown_with(_place.c.issue)).where(_place.c.place == place, _place.c.alive != 0)
    return frozenset(connection.execute(query).scalars())


def further_counts(connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
    """How many further places each of some issues has."""
    return _counted(connection, _place.c.issue, _place, numbers)


def attachments(connection: Connection, numbers: Sequence[int]) -> frozenset[int]:
    """Those of some issues that something is attached to, or to one of their follow-ups."""
    wanted = set(numbers)
    if not wanted:
        return frozenset()
    change = schema.change
    record = change.c.record
    owned = select(record).select_from(_attachment).join(change, change.c.key == _attachment.c.owner)
    owners = set(connection.execute(owned.where(_attachment.c.alive != 0).distinct()).scalars())
    if not owners:
        return frozenset()
    follow = schema.by_name["follow_up"]
    for start in range(0, len(listed := sorted(owners)), _CHUNK):
        told = select(follow.c.issue).where(follow.c.no.in_(listed[start : start + _CHUNK]))
        owners.update(connection.execute(told).scalars())
    into = duplicates.every_merged(connection, records.ISSUE.no)
    return frozenset(wanted & {into.get(owner, owner) for owner in owners if owner is not None})


def links_of(connection: Connection, issue: int) -> list[Any]:
    """The links from and to an issue and those shown with it: no, issue, other, kind."""
    told = [issue, *duplicates.merged_with(connection, issue)]
    query = (
        select(_link)
        .where(or_(_link.c.issue.in_(told), _link.c.other.in_(told)), _link.c.alive != 0)
        .order_by(_link.c.no)
    )
    return list(connection.execute(query))


def titles(connection: Connection, numbers: Iterable[int]) -> dict[int, Any]:
    """The rows of some issues, by number; what was deleted or has not come is left out."""
    wanted = sorted(set(numbers))
    found: dict[int, Any] = {}
    for start in range(0, len(wanted), _CHUNK):
        query = select(_issue).where(_issue.c.no.in_(wanted[start : start + _CHUNK]), _issue.c.alive != 0)
        found |= {row.no: row for row in connection.execute(query)}
    return found


def identity_of(connection: Connection, issue: int) -> Any | None:
    """Who is concerned by an issue, by name, as this office wrote it down; None where it did not."""
    told = [issue, *duplicates.merged_with(connection, issue)]
    query = select(_identity).where(_identity.c.issue.in_(told), _identity.c.alive != 0).order_by(_identity.c.no)
    return connection.execute(query).first()


def members(connection: Connection, event: str) -> list[Any]:
    """The members who can be named as responsible: no, office, person, team number, in protocol order."""
    query = (
        select(_member.c.no, _member.c.office, _member.c.person, _team.c.number)
        .select_from(_member)
        .outerjoin(_team, _team.c.no == _member.c.team)
        .where(_member.c.event == event, duplicates.counted(_member), _member.c.replaced_on.is_(None))
        .order_by(_team.c.number, _member.c.position, _member.c.no)
    )
    return list(connection.execute(query))


def member_names(connection: Connection, numbers: Iterable[int]) -> dict[int, Any]:
    """Office and person of some members, present or not."""
    wanted = sorted(set(numbers))
    found: dict[int, Any] = {}
    for start in range(0, len(wanted), _CHUNK):
        query = select(_member.c.no, _member.c.office, _member.c.person, _member.c.alive).where(
            _member.c.no.in_(wanted[start : start + _CHUNK])
        )
        found |= {row.no: row for row in connection.execute(query)}
    return found


def issue_of(connection: Connection, record: int) -> int | None:
    """The issue that a record is, belongs to or names as its own, through whatever it belongs to; None without one."""
    wanted: int | None = record
    for _step in range(_MOST_STEPS):
        declared = records.TYPES.get(history.kind_of(connection, wanted) or 0) if wanted is not None else None
        if declared is None or declared is records.ISSUE:
            return wanted if declared is not None else None
        named = "issue" if declared in _NAMING else declared.parent
        if not named or wanted is None:
            return None
        table = schema.tables[declared.no]
        said = connection.execute(select(table.c[named]).where(table.c.no == wanted)).scalar_one_or_none()
        wanted = None if said is None else history.record_of(connection, said)
    return None


def open_of_member(connection: Connection, member: int) -> list[int]:
    """The open issues for which a member is responsible, those of the records that are shown with his, too."""
    whose = [member, *duplicates.merged_with(connection, member)]
    query = select(_issue.c.no).where(
        _issue.c.pic.in_(whose), _issue.c.alive != 0, _issue.c.state.not_in([state.value for state in issues.CLOSED])
    )
    return list(connection.execute(query.order_by(_issue.c.no)).scalars())


def _counted(connection: Connection, column: Any, table: Any, numbers: Sequence[int]) -> dict[int, int]:
    shown = duplicates.shown_with(column).label("shown")
    query = select(shown, func.count()).where(table.c.alive != 0).group_by(shown)
    wanted = set(numbers)
    return {row[0]: row[1] for row in connection.execute(query) if row[0] in wanted}



