# SPDX-License-Identifier: Apache-2.0
"""The issue register, read for lists: rows, threads, counts, look-alikes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import sqlalchemy
from sqlalchemy import Integer, and_, bindparam, case, cast, func, or_, select

from desk_app.data import duplicates, place_names, schema
from desk_app.domain import issues, places, records

_issue = schema.by_name["issue"]
_follow = schema.by_name["follow_up"]
_place = schema.by_name["issue_place"]
_CHUNK = 400
OPEN = tuple(state.value for state in issues.OPEN)


class Order(StrEnum):
    """What the register is ordered by; within equals the newest first."""

    NEWEST = "newest"
    NUMBER = "number"
    SEVERITY = "severity"
    STATE = "state"
    PLACE = "place"
    CATEGORY = "category"
    ADDRESSEE = "addressee"
    SILENT = "silent"
    """Longest without a follow-up first."""
    DUE = "due"
    """What runs out first; put in order by `operations.issue_register`, which knows the clocks."""


@dataclass(frozen=True, slots=True)
class IssueFilter:
    """What is shown; empty fields do not narrow.

    `states` and `severities` are codes. `open_only`: those that still wait. `area`: a region or a place in it (a
    TPS). `text`: number, or words of title and description. `since`, `until`: reported in that time (seconds UTC).
    `item`: raised from that checklist item. `unanswered`: open, and nothing was done but, at most, advice given.
    `overdue` is filtered by `operations.issues`. `hands`: in the hands of this level (`issue_rights.HANDS`), or of
    nobody in particular. `pic`: a member is responsible. `veils`: of those kept in confidence only the number is
    searched.
    """

    states: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    open_only: bool = False
    area: str = ""
    addressee: str = ""
    text: str = ""
    since: int = 0
    until: int = 0
    item: str = ""
    unanswered: bool = False
    overdue: bool = False
    hands: str = ""
    pic: int = 0
    veils: bool = False
    numbers: tuple[int, ...] = field(default=())
    """Only these records."""


@dataclass(frozen=True, slots=True)
class RawIssue:
    """A row of the table with its follow-ups counted; `last_at` is the time of the last one, None without."""

    row: Any
    follow_ups: int
    last_at: int | None


def search(
    connection: sqlalchemy.Connection,
    event: str,
    chosen: IssueFilter,
    order: Order = Order.NEWEST,
    *,
    descending: bool = False,
    limit: int | None = None,
    brief: bool = False,
) -> list[RawIssue]:
    """The issues that a filter leaves, in order; `brief`: without what only one issue shown by itself needs."""
    query = select(*(column for column in _issue.c if not (brief and column.name in _LONG))).where(
        *_conditions(event, chosen)
    )
    if chosen.unanswered:
        query = query.where(_issue.c.state.in_(OPEN))
    newest = [_issue.c.reported_at.desc(), _issue.c.no.desc()]
    columns: dict[Order, list[Any]] = {
        Order.NUMBER: [_issue.c.number],
        Order.SEVERITY: [case(_SEVERITY, value=_issue.c.severity, else_=9)],
        Order.STATE: [case(_STATE, value=_issue.c.state, else_=99)],
        Order.PLACE: [_issue.c.place],
        Order.CATEGORY: [_issue.c.category],
        Order.ADDRESSEE: [func.coalesce(_issue.c.addressee, "~")],
    }
    if order is Order.NEWEST and descending:
        newest = [_issue.c.reported_at.asc(), _issue.c.no.asc()]
    keys = [key.desc() if descending else key.asc() for key in columns.get(order, [])]
    query = query.order_by(*keys, *newest)
    is_whole = not chosen.unanswered and order is not Order.SILENT
    if limit is not None and is_whole:
        query = query.limit(limit)
    rows = connection.execute(query).all()
    # Two questions and a dictionary: joined, the follow-ups of 5,000 issues took twenty times as long.
    told = _told(connection)
    found = [RawIssue(row, *told.get(row.no, _NOTHING)[:2]) for row in rows]
    if chosen.unanswered:
        found = [raw for raw in found if not told.get(raw.row.no, _NOTHING)[2]]
    if order is Order.SILENT:
        found.sort(key=lambda raw: raw.last_at or raw.row.reported_at or 0, reverse=descending)
    return found if is_whole else found[:limit]


_NOTHING: tuple[int, int | None, int] = (0, None, 0)


def _told(connection: sqlalchemy.Connection) -> dict[int, tuple[int, int | None, int]]:
    """Of each issue how many follow-ups there are, when the last was, and how many of them are more than advice."""
    shown = duplicates.shown_with(_follow.c.issue)
    query = (
        select(
            shown.label("issue"),
            func.count().label("many"),
            func.max(_follow.c.at).label("last"),
            func.sum(case((_follow.c.verb == issues.Verb.ADVISE.value, 0), else_=1)).label("done"),
        )
        .where(_follow.c.alive != 0)
        .group_by(shown)
    )
    return {row.issue: (row.many, row.last, row.done) for row in connection.execute(query)}


def by_number(connection: sqlalchemy.Connection, event: str, number: str) -> int | None:
    """The record of an issue by its number in the register, in any case of letters; a former number is one, too.

    Of one that was merged it is the record with which it is shown.
    """
    wanted = number.strip().upper()
    named = select(_issue.c.no, _issue.c.former_numbers).where(_issue.c.event == event, _issue.c.alive != 0)
    found: int | None = connection.execute(
        named.where(func.upper(_issue.c.number) == wanted).order_by(_issue.c.merged_into.is_not(None), _issue.c.no)
    ).scalar()
    if found is None:
        for no, former in connection.execute(named.where(_contains(_issue.c.former_numbers, wanted))):
            if wanted in issues.former_numbers(former):
                found = no
    return None if found is None else duplicates.kept(connection, found)


def thread(connection: sqlalchemy.Connection, issue: int) -> list[Any]:
    """The follow-ups of an issue and of those that are shown with it, oldest first; `veiled`: of one in confidence."""
    told = [issue, *duplicates.merged_with(connection, issue)]
    return list(
        connection.execute(
            select(_follow, _VEILED)
            .outerjoin(_issue, _issue.c.no == _follow.c.issue)
            .where(_follow.c.issue.in_(told), _follow.c.alive != 0)
            .order_by(_follow.c.at, _follow.c.no)
        )
    )


def merged_rows(connection: sqlalchemy.Connection, issue: int) -> list[Any]:
    """The issues that are shown with one, by their numbers."""
    told = duplicates.merged_with(connection, issue)
    return list(connection.execute(select(_issue).where(_issue.c.no.in_(told)).order_by(_issue.c.number)))


def threads(connection: sqlalchemy.Connection, numbers: Sequence[int]) -> dict[int, list[Any]]:
    """`thread` of each of many issues, read together."""
    shown = _shown_with(connection, numbers)
    query = select(_follow, _VEILED).outerjoin(_issue, _issue.c.no == _follow.c.issue).where(_follow.c.alive != 0)
    found: dict[int, list[Any]] = {no: [] for no in numbers}
    for row in _of_many(connection, query.order_by(_follow.c.at, _follow.c.no), _follow.c.issue, list(shown)):
        found[shown[row.issue]].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (row.at is not None, row.at or 0, row.no))
    return found


def merged_of(connection: sqlalchemy.Connection, numbers: Sequence[int]) -> dict[int, list[Any]]:
    """`merged_rows` of each of many issues, read together; one with which none is shown is not in it."""
    shown = {no: kept for no, kept in _shown_with(connection, numbers).items() if no != kept}
    found: dict[int, list[Any]] = {}
    for row in sorted(_of_many(connection, select(_issue), _issue.c.no, list(shown)), key=lambda row: row.number or ""):
        found.setdefault(shown[row.no], []).append(row)
    return found


def _shown_with(connection: sqlalchemy.Connection, numbers: Sequence[int]) -> dict[int, int]:
    """Each of some issues and those that are shown with them → with which they are shown."""
    wanted = set(numbers)
    merged = {no: kept for no, kept in duplicates.every_merged(connection, records.ISSUE.no).items() if kept in wanted}
    return merged | {no: no for no in numbers}


def _of_many(
    connection: sqlalchemy.Connection, query: sqlalchemy.Select[Any], column: Any, numbers: Sequence[int]
) -> Iterator[Any]:
    """The rows of a query whose column is one of many numbers."""
    asked = query.where(column.in_(bindparam("numbers", expanding=True)))
    for start in range(0, len(numbers), _CHUNK):
        yield from connection.execute(asked, {"numbers": list(numbers[start : start + _CHUNK])})


def last_texts(connection: sqlalchemy.Connection, numbers: Sequence[int]) -> dict[int, Any]:
    """The last follow-up of each of some issues."""
    found: dict[int, Any] = {}
    for start in range(0, len(numbers), _CHUNK):
        for row in connection.execute(_FOLLOW_UPS, {"numbers": list(numbers[start : start + _CHUNK])}):
            found[row.issue] = row
    return found


def highest_number(connection: sqlalchemy.Connection, short: str) -> int:
    """The highest running number among the registers that begin with this short code."""
    start = f"{short}-"
    running = func.substr(_issue.c.number, len(start) + 1)
    found: int | None = connection.execute(
        select(func.max(cast(running, Integer))).where(
            _issue.c.number >= start,
            _issue.c.number < f"{short}.",
            running.op("NOT GLOB")("*[^0-9]*"),
        )
    ).scalar_one()
    return found or 0


def alike(
    connection: sqlalchemy.Connection,
    event: str,
    place: str,
    category: str,
    words: Sequence[str],
    since: int,
) -> list[Any]:
    """Issues near one that is being typed: in the same village or district and of that category, or sharing words."""
    conditions: list[sqlalchemy.ColumnElement[bool]] = []
    if place:
        region = places.region_of(place)
        near = [_issue.c.place == place]
        if len(region) == 13:
            near.append(
                (_issue.c.place >= region) & (_issue.c.place < place_names.after(region))
            )
        around = region if len(region) == 13 else place
        further = select(duplicates.shown_with(_place.c.issue)).where(_place.c.alive != 0, _within(_place, around))
        conditions.append(or_(*near, _issue.c.no.in_(further)))
    conditions.extend(_contains(_issue.c.title, word) for word in words)
    if category and place:
        district = places.district_of(place) or places.region_of(place)
        conditions.append(
            (_issue.c.category == category)
            & (_issue.c.place >= district)
            & (_issue.c.place < place_names.after(district))
        )
    if not conditions:
        return []
    return list(
        connection.execute(
            select(_issue)
            .where(
                _issue.c.event == event,
                duplicates.counted(_issue),
                or_(_issue.c.state.in_(OPEN), _issue.c.reported_at >= since),
                or_(*conditions),
            )
            .order_by(_issue.c.no.desc())
            .limit(500)
        )
    )


def counts(connection: sqlalchemy.Connection, event: str, area: str = "") -> list[tuple[str, str, int]]:
    """How many issues there are by state and severity."""
    rows = connection.execute(
        select(_issue.c.state, _issue.c.severity, func.count())
        .where(*_conditions(event, IssueFilter(area=area)))
        .group_by(_issue.c.state, _issue.c.severity)
    )
    return [(state, severity, count) for state, severity, count in rows]


def moments(connection: sqlalchemy.Connection, event: str, since: int) -> list[tuple[int, int | None, str]]:
    """When each issue was reported and closed, and its state; those that were open after `since`."""
    rows = connection.execute(
        select(_issue.c.reported_at, _issue.c.closed_at, _issue.c.state).where(
            _issue.c.event == event,
            duplicates.counted(_issue),
            _issue.c.reported_at.is_not(None),
            or_(_issue.c.reported_at >= since, _issue.c.state.in_(OPEN), _issue.c.closed_at >= since),
        )
    )
    return [(reported, closed, state) for reported, closed, state in rows]


_SEVERITY = {"sangat_mendesak": 0, "tinggi": 1, "sedang": 2, "rendah": 3}
_STATE = {state.value: rank for rank, state in enumerate(issues.State)}
_ASKED: sqlalchemy.BindParameter[Any] = bindparam("numbers", expanding=True)
_VEILED = func.coalesce(_issue.c.confidential, 0).label("veiled")
_FOLLOW_UPS = (
    select(
        duplicates.shown_with(_follow.c.issue).label("issue"),
        _follow.c.at,
        _follow.c.by,
        _follow.c.verb,
        _follow.c.text,
        _VEILED,
    )
    .outerjoin(_issue, _issue.c.no == _follow.c.issue)
    .where(
        or_(
            _follow.c.issue.in_(_ASKED),
            _follow.c.issue.in_(select(schema.merged.c.record).where(schema.merged.c.kept.in_(_ASKED))),
        ),
        _follow.c.alive != 0,
    )
    .order_by(_follow.c.at, _follow.c.no)
)


def _conditions(event: str, chosen: IssueFilter) -> Iterable[sqlalchemy.ColumnElement[bool]]:
    yield _issue.c.event == event
    yield duplicates.counted(_issue)
    if chosen.numbers:
        yield _issue.c.no.in_(chosen.numbers)
    if chosen.states:
        yield _issue.c.state.in_(chosen.states)
    if chosen.open_only:
        yield _issue.c.state.in_(OPEN)
    if chosen.severities:
        yield _issue.c.severity.in_(chosen.severities)
    if chosen.categories:
        yield _issue.c.category.in_(chosen.categories)
    if chosen.addressee:
        yield _issue.c.addressee == chosen.addressee
    if chosen.item:
        yield _issue.c.item == chosen.item
    if chosen.since:
        yield _issue.c.reported_at >= chosen.since
    if chosen.until:
        yield _issue.c.reported_at < chosen.until
    if chosen.hands:
        yield or_(_issue.c.handled_by == chosen.hands, _issue.c.handled_by.is_(None))
    if chosen.pic:
        yield _issue.c.pic == chosen.pic
    if chosen.area and chosen.area != places.NATION:
        further = select(duplicates.shown_with(_place.c.issue)).where(_place.c.alive != 0, _within(_place, chosen.area))
        yield or_(_within(_issue, chosen.area), _issue.c.no.in_(further))
    for word in chosen.text.split():
        told = [_contains(_issue.c[name], word) for name in _TYPED]
        if chosen.veils:
            told[2:] = [and_(or_(*told[2:]), func.coalesce(_issue.c.confidential, 0) == 0)]
        yield or_(*told, _issue.c.no.in_(_with_merged(word, chosen.veils)))


def _within(table: Any, area: str) -> sqlalchemy.ColumnElement[bool]:
    """In a region, or about one place in it."""
    place: sqlalchemy.ColumnElement[Any] = table.c.place
    if places.kind_of(area) is not None:
        return place == area
    return and_(place >= area, place < place_names.after(area))


_TYPED = ("number", "former_numbers", "title", "description", "advice", "addressee")
"""What is searched; the first two also of what is kept in confidence."""

_LONG = frozenset(("description", "impact", "advice", "outcome"))


def _with_merged(word: str, veils: bool) -> sqlalchemy.Select[Any]:
    """The issues with which one is shown that has such a word in it."""
    other = _issue.alias()
    told = [_contains(other.c[name], word) for name in _TYPED]
    if veils:
        told[2:] = [and_(or_(*told[2:]), func.coalesce(other.c.confidential, 0) == 0)]
    return select(schema.merged.c.kept).join(other, other.c.no == schema.merged.c.record).where(or_(*told))


def _contains(column: sqlalchemy.ColumnElement[Any], word: str) -> sqlalchemy.ColumnElement[bool]:
    return column.ilike(f"%{word.replace('^', '^^').replace('%', '^%').replace('_', '^_')}%", escape="^")
