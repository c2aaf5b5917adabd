# SPDX-License-Identifier: Apache-2.0
"""Merged records and those that look like one, read from the rows: no index is unique, no row refused (decision 0014).

Table `merged` says with which record each merged one is shown. It is derived from the field `merged_into`, in the
transaction that alters one.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select

from desk_app.data import schema
from desk_app.data.database import Connection
from desk_app.data.streams import StreamBook
from desk_app.domain import duplicates, records
from desk_app.journal import streams

_merged = schema.merged
_told = schema.by_name["told_apart"]
_issue = schema.by_name["issue"]
_member = schema.by_name["member"]
_team = schema.by_name["team"]
_operator = schema.by_name["operator"]

KINDS = tuple(one for one in records.TYPES.values() if any(field.name == "merged_into" for field in one.fields))
"""What can be merged."""

_NUMBERS = frozenset(one.no for one in KINDS)
_CHUNK = 400
_DAY = 24 * 60 * 60


def counted(table: Any) -> ColumnElement[bool]:
    """What lists and figures show: records that are not deleted and not shown with another one."""
    return and_(table.c.alive != 0, apart(table))


def apart(table: Any) -> ColumnElement[bool]:
    """Records that are not shown with another one, deleted or not."""
    return or_(table.c.merged_into.is_(None), table.c.no.not_in(select(_merged.c.record)))


def shown_with(record: ColumnElement[Any]) -> ColumnElement[Any]:
    """The number of the record with which one is shown: its own where it was not merged."""
    into = select(_merged.c.kept).where(_merged.c.record == record).correlate_except(_merged).scalar_subquery()
    return func.coalesce(into, record)


def kept(connection: Connection, no: int) -> int:
    """The record with which one is shown: itself where it was not merged."""
    found: int | None = connection.execute(select(_merged.c.kept).where(_merged.c.record == no)).scalar_one_or_none()
    return no if found is None else found


def merged_with(connection: Connection, no: int) -> list[int]:
    """The records that are shown with one, in order."""
    query = select(_merged.c.record).where(_merged.c.kept == no).order_by(_merged.c.record)
    return list(connection.execute(query).scalars())


def every_merged(connection: Connection, kind: int) -> dict[int, int]:
    """All that is merged of a kind: record → with which it is shown."""
    query = select(_merged.c.record, _merged.c.kept).where(_merged.c.type == kind)
    return {row.record: row.kept for row in connection.execute(query)}


def follow(connection: Connection, touched: Mapping[int, int]) -> dict[int, int]:
    """Derive anew with which records others are shown, where any was touched (record → kind).

    Returns the records (→ kind) of which that is different now.
    """
    moved: dict[int, int] = {}
    for declared in KINDS:
        if declared.no in set(touched.values()) & _NUMBERS:
            moved |= dict.fromkeys(_derive(connection, declared), declared.no)
    return moved


def derive(connection: Connection) -> dict[int, int]:
    """Derive all of it anew, as after an upgrade; returns the records (→ kind) of which it is different now."""
    return follow(connection, {one.no: one.no for one in KINDS})


def _derive(connection: Connection, declared: records.RecordType) -> Collection[int]:
    table = schema.tables[declared.no]
    rows = connection.execute(
        select(table.c.no, table.c.merged_into).where(table.c.merged_into.is_not(None), table.c.alive != 0)
    )
    pointers = {row.no: row.merged_into for row in rows}
    before = every_merged(connection, declared.no)
    if not pointers and not before:
        return ()
    named = sorted({*pointers, *pointers.values()})
    there: set[int] = set()
    for start in range(0, len(named), _CHUNK):
        query = select(table.c.no).where(table.c.no.in_(named[start : start + _CHUNK]), table.c.alive != 0)
        there.update(connection.execute(query).scalars())
    book = StreamBook(connection)
    after = duplicates.kept(pointers, there, book.dot)
    differs = {no for no in before.keys() | after.keys() if before.get(no) != after.get(no)}
    gone = [no for no in differs if no in before]
    for start in range(0, len(gone), _CHUNK):
        connection.execute(delete(_merged).where(_merged.c.record.in_(gone[start : start + _CHUNK])))
    new = [{"record": no, "kept": after[no], "type": declared.no} for no in sorted(differs) if no in after]
    if new:
        connection.execute(insert(_merged), new)
    return differs


def scope_of(connection: Connection, no: int) -> streams.Scope | None:
    """The scope in which a record was made, and stays."""
    return StreamBook(connection).by_no(no >> schema.SHIFT).scope


def issues(connection: Connection, event: str, offset: int) -> list[duplicates.Issue]:
    """The issues that share a number, or place, category and day, with another one.

    `offset`: how far the office's clock is ahead of UTC, in seconds: a day ends at its midnight.
    """
    ours = (_issue.c.event == event, counted(_issue))
    day = ((func.coalesce(_issue.c.happened_at, _issue.c.reported_at) + offset) // _DAY).label("day")
    numbers = select(_issue.c.number).where(*ours, _issue.c.number.is_not(None))
    numbers = numbers.group_by(_issue.c.number).having(func.count() > 1)
    near = select(_issue.c.place, _issue.c.category, day).where(*ours)
    twice = near.group_by("place", "category", "day").having(func.count() > 1).subquery()
    columns = (*(_issue.c[name] for name in ("no", "number", "place", "category", "title")), day)
    same_number = select(*columns).where(*ours, _issue.c.number.in_(numbers))
    is_near = and_(twice.c.place == _issue.c.place, twice.c.category == _issue.c.category, twice.c.day == day)
    same_place = select(*columns).select_from(_issue).join(twice, is_near).where(*ours)
    rows = {row.no: row for query in (same_number, same_place) for row in connection.execute(query)}
    return [
        duplicates.Issue(
            row.no, row.number or "", row.place or "", row.category or "", str(row.day or ""), row.title or ""
        )
        for _no, row in sorted(rows.items())
    ]


def members(connection: Connection, event: str) -> list[duplicates.Member]:
    """The members of today."""
    into = every_merged(connection, records.TEAM.no)
    rows = connection.execute(
        select(_member).where(_member.c.event == event, counted(_member), _member.c.replaced_on.is_(None))
    )
    return [
        duplicates.Member(
            row.no, into.get(row.team, row.team or 0), row.section or 0, row.person or "", row.nip or ""
        )
        for row in rows
    ]


def teams(connection: Connection, event: str) -> list[duplicates.Team]:
    rows = connection.execute(select(_team).where(_team.c.event == event, counted(_team)))
    return [duplicates.Team(row.no, row.number or 0, row.name or "", row.decree or 0) for row in rows]


def operators(connection: Connection) -> list[duplicates.Operator]:
    """The operators of all computers that are still in use, as far as it is known."""
    old = select(func.lower(func.hex(schema.replica.c.id))).where(schema.replica.c.superseded)
    rows = connection.execute(select(_operator).where(counted(_operator), _operator.c.office.not_in(old)))
    return [duplicates.Operator(row.no, row.place or "", row.name or "") for row in rows]


def told_apart(connection: Connection) -> dict[duplicates.Pair, int]:
    """The pairs that somebody has said to be two, with the record that says it."""
    rows = connection.execute(
        select(_told).where(_told.c.alive != 0, _told.c.one.is_not(None), _told.c.other.is_not(None))
    )
    return {duplicates.pair(row.one, row.other): row.no for row in rows}


def rows(connection: Connection, declared: records.RecordType, numbers: Iterable[int]) -> dict[int, Any]:
    """The rows of records, by number; what was deleted is left out."""
    table = schema.tables[declared.no]
    wanted = sorted(set(numbers))
    found: dict[int, Any] = {}
    for start in range(0, len(wanted), _CHUNK):
        query = select(table).where(table.c.no.in_(wanted[start : start + _CHUNK]), table.c.alive != 0)
        found |= {row.no: row for row in connection.execute(query)}
    return found


def follow_ups(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    """How many follow-ups were written to each of some issues themselves."""
    table = schema.by_name["follow_up"]
    query = select(table.c.issue, func.count()).where(table.c.issue.in_(sorted(set(numbers))), table.c.alive != 0)
    return {row[0]: row[1] for row in connection.execute(query.group_by(table.c.issue))}
