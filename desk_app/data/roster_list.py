# SPDX-License-Identifier: Apache-2.0
"""Leaves, shifts of the posko, hand-overs, accepted clashes and phones, read for lists."""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import func, select

from desk_app.data import authors, duplicates, schema
from desk_app.domain import records

_leave = schema.by_name["leave"]
_member = schema.by_name["member"]
_shift = schema.by_name["shift"]
_handover = schema.by_name["handover"]
_phone = schema.by_name["phone"]
_accepted = schema.by_name["clash_accepted"]


@dataclass(frozen=True, slots=True)
class Leave:
    """A member is away; days are ISO text, both included."""

    no: int
    member: int
    first: str
    last: str
    reason: str


@dataclass(frozen=True, slots=True)
class Shift:
    """Somebody sits in the posko from a minute of a day to a minute; `person`: who is no member."""

    no: int
    day: str
    start: int
    end: int
    member: int
    person: str
    note: str


@dataclass(frozen=True, slots=True)
class Handover:
    """What one shift told the next one, and when."""

    no: int
    at: int
    from_shift: int
    to_shift: int
    text: str
    matters: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """That two records clash and that it shall be so: `kind` of the clash, why, and who said it."""

    no: int
    kind: str
    one: int
    other: int
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Phone:
    """A number of somebody, which never leaves the office."""

    no: int
    owner: int
    number: str
    note: str


def leaves(connection: sqlalchemy.Connection, event: str) -> list[Leave]:
    """Every leave of the members of an event, by its first day."""
    into = duplicates.every_merged(connection, records.MEMBER.no)
    rows = connection.execute(
        select(_leave)
        .join(_member, _member.c.no == _leave.c.member)
        .where(_leave.c.alive != 0, _member.c.event == event)
        .order_by(_leave.c.first, _leave.c.no)
    )
    return [
        Leave(row.no, into.get(row.member, row.member), row.first or "", row.last or "", row.reason or "")
        for row in rows
    ]


def shifts(
    connection: sqlalchemy.Connection, event: str, place: str, first: str = "", last: str = ""
) -> list[Shift]:
    """The shifts of an office's posko that begin on a day from `first` to `last` ("" : all), in order."""
    into = duplicates.every_merged(connection, records.MEMBER.no)
    query = select(_shift).where(_shift.c.event == event, _shift.c.place == place, _shift.c.alive != 0)
    if first:
        query = query.where(_shift.c.day >= first)
    if last:
        query = query.where(_shift.c.day <= last)
    rows = connection.execute(query.order_by(_shift.c.day, _shift.c.start, _shift.c.no))
    return [
        Shift(
            row.no,
            row.day or "",
            row.start or 0,
            row.end or 0,
            into.get(row.member, row.member or 0),
            row.person or "",
            row.note or "",
        )
        for row in rows
        if row.day
    ]


def bounds(connection: sqlalchemy.Connection, event: str, place: str) -> tuple[str, str] | None:
    """The first and the last day for which an office has a roster, None without one."""
    query = select(func.min(_shift.c.day), func.max(_shift.c.day)).where(
        _shift.c.event == event, _shift.c.place == place, _shift.c.alive != 0
    )
    first, last = connection.execute(query).one()
    return (first, last) if first else None


def shifts_from(connection: sqlalchemy.Connection, member: int, day: str) -> list[int]:
    """The shifts of a member that begin on a day or later, those of the records that are shown with his, too."""
    whose = [member, *duplicates.merged_with(connection, member)]
    query = select(_shift.c.no).where(_shift.c.member.in_(whose), _shift.c.alive != 0, _shift.c.day >= day)
    return list(connection.execute(query.order_by(_shift.c.day, _shift.c.no)).scalars())


def handovers(connection: sqlalchemy.Connection, event: str, place: str, limit: int) -> list[Handover]:
    """The hand-overs of an office's posko, the newest first."""
    rows = connection.execute(
        select(_handover)
        .where(_handover.c.event == event, _handover.c.place == place, _handover.c.alive != 0)
        .order_by(_handover.c.at.desc(), _handover.c.no.desc())
        .limit(limit)
    )
    return [
        Handover(
            row.no, row.at or 0, row.from_shift or 0, row.to_shift or 0, row.text or "", row.matters or ""
        )
        for row in rows
    ]


def accepted(connection: sqlalchemy.Connection, event: str, place: str) -> list[Accepted]:
    """What an office has accepted of what clashes, as it was said."""
    rows = connection.execute(
        select(_accepted)
        .where(_accepted.c.event == event, _accepted.c.place == place, _accepted.c.alive != 0)
        .order_by(_accepted.c.no)
    ).all()
    written = authors.of_changes(connection, [row.no for row in rows])
    return [
        Accepted(
            row.no,
            row.kind or "",
            row.one or 0,
            row.other or 0,
            row.reason or "",
            written[row.no].operator if row.no in written else "",
        )
        for row in rows
    ]


def phones(connection: sqlalchemy.Connection, owners: Sequence[int] = ()) -> list[Phone]:
    """Phones of some records, of all without a list."""
    query = select(_phone).where(_phone.c.alive != 0)
    if owners:
        query = query.where(_phone.c.owner.in_(owners))
    rows = connection.execute(query.order_by(_phone.c.owner, _phone.c.no))
    return [Phone(row.no, row.owner or 0, row.number or "", row.note or "") for row in rows]
