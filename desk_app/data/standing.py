# SPDX-License-Identifier: Apache-2.0
"""The facts that readiness is reckoned from, and the table it is kept in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy
from sqlalchemy import bindparam, case, delete, func, insert, select, tuple_

from desk_app.base import garbage
from desk_app.data import disputes, duplicates, issue_parts, lookups, schema
from desk_app.data.database import Connection
from desk_app.data.streams import StreamBook
from desk_app.domain import issues, places, records
from desk_app.journal import codec

_answer = schema.by_name["answer"]
_station = schema.by_name["station"]
_issue = schema.by_name["issue"]
_further = schema.by_name["issue_place"]
_region = schema.by_name["region"]
_reason = schema.by_name["reason"]

_DISPUTED = disputes.blocked(_answer, records.ANSWER)
_ASKED: sqlalchemy.BindParameter[Sequence[tuple[object, ...]]] = bindparam("asked", expanding=True)
_ANSWERS = select(
    *(_answer.c[name] for name in ("event", "subject", "item", "choice", "quantity", "written", "version")),
    _DISPUTED.label("disputed"),
).where(tuple_(_answer.c.event, _answer.c.subject).in_(_ASKED), _answer.c.alive != 0)
_REASONS = select(_reason.c.event, _reason.c.subject, _reason.c.rule, _reason.c.about).where(
    tuple_(_reason.c.event, _reason.c.subject).in_(_ASKED), _reason.c.alive != 0, _reason.c.text.is_not(None)
)
_DPT = select(
    _station.c.event, _station.c.village, _station.c.number, _station.c.dpt_male, _station.c.dpt_female
).where(tuple_(_station.c.event, _station.c.village, _station.c.number).in_(_ASKED), _station.c.alive != 0)
_burdens = issue_parts.at(lambda event, place: (tuple_(event, place).in_(_ASKED),), "severity", "state")
_SEVERE = (
    select(_burdens.c.event, _burdens.c.place, func.count().label("many"))
    .where(
        _burdens.c.severity.in_([level.value for level in issues.SEVERE]),
        _burdens.c.state.not_in([state.value for state in issues.CLOSED]),
    )
    .group_by(_burdens.c.event, _burdens.c.place)
)
_CHANGES = select(schema.change.c.key, schema.change.c.bytes).where(
    schema.change.c.record == bindparam("record")
)
_male, _female = _station.c.dpt_male, _station.c.dpt_female
_SUM_STATIONS = select(
    func.count(),
    func.coalesce(func.sum(_male), 0),
    func.coalesce(func.sum(_female), 0),
    func.coalesce(func.sum(case((_male.is_(None) | _female.is_(None), 1), else_=0)), 0),
).where(
    _station.c.event == bindparam("event"),
    _station.c.village > bindparam("first"),
    _station.c.village < bindparam("last"),
    _station.c.alive != 0,
)
_COUNT_VILLAGES = select(func.count()).where(
    _region.c.event == bindparam("event"),
    _region.c.code > bindparam("first"),
    _region.c.code < bindparam("last"),
    _region.c.alive != 0,
)
_CLEAR_AREA = delete(schema.area_sum).where(
    schema.area_sum.c.event == bindparam("this_event"),
    schema.area_sum.c.district == bindparam("this_district"),
)
_ADD_AREA = insert(schema.area_sum)
_ADD = insert(schema.readiness)
_CLEAR = delete(schema.readiness).where(
    schema.readiness.c.event == bindparam("this_event"),
    schema.readiness.c.subject == bindparam("this_subject"),
)


Watched = tuple[str, str]
"""Event and place."""


Said = tuple[str | None, int | None, str | None, int | None]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one watched place: item → (choice, quantity, words, version), items in dispute, open severe
    issues, DPT, and of each check with a reason the numbers it was given for."""

    given: Mapping[str, Said]
    disputed: frozenset[str]
    severe: int
    dpt: int | None
    reasons: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """How a place stands in one phase."""

    phase: int
    required: int
    answered: int
    failed: int
    state: str
    optional: int = 0
    unsettled: int = 0
    disputed: int = 0


def subjects_of(connection: Connection, touched: Mapping[int, int]) -> set[Watched]:
    """The (event, place) pairs whose readiness hangs on the records touched (record → kind)."""
    by_kind: dict[int, list[int]] = {}
    for record, kind in touched.items():
        by_kind.setdefault(kind, []).append(record)
    found: set[Watched] = set()
    for event, subject in _different(connection, "answer", by_kind.get(records.ANSWER.no, ()), "event", "subject"):
        found.add((event, subject))
    found |= set(_different(connection, "reason", by_kind.get(records.REASON.no, ()), "event", "subject"))
    found |= _places_of_issues(connection, by_kind.get(records.ISSUE.no, ()))
    further = by_kind.get(records.ISSUE_PLACE.no, ())
    found |= {pair for pair in _different(connection, "issue_place", further, "event", "place") if all(pair)}
    stations = by_kind.get(records.STATION.no, ())
    known = _spoken_of(connection, districts_of(connection, stations))
    if known:
        for event, village, number in _different(connection, "station", stations, "event", "village", "number"):
            subject = event, places.station_subject(village, number)
            if subject in known:
                found.add(subject)
    return found


def districts_of(connection: Connection, touched: Iterable[int]) -> set[tuple[str, str]]:
    """The (event, kecamatan) that records of stations or regions lie in: their stream says so."""
    numbers = {record >> schema.SHIFT for record in touched}
    if not numbers:
        return set()
    rows = connection.execute(
        select(schema.stream.c.no, schema.stream.c.event, schema.stream.c.place).where(
            func.length(schema.stream.c.place) == len("73.13.06")
        )
    )
    return {(row.event, row.place) for row in rows if row.no in numbers}


def all_districts(connection: Connection) -> set[tuple[str, str]]:
    """Every (event, kecamatan) of which any change is held."""
    rows = connection.execute(
        select(schema.stream.c.event, schema.stream.c.place).where(
            func.length(schema.stream.c.place) == len("73.13.06"), schema.stream.c.event != ""
        )
    )
    return {(row.event, row.place) for row in rows}


def subjects_known(connection: Connection) -> set[tuple[str, str]]:
    """Every (event, place) that anything is answered or noted about."""
    found: set[tuple[str, str]] = set()
    for event, place in (
        (_answer.c.event, _answer.c.subject),
        (_issue.c.event, _issue.c.place),
        (_further.c.event, _further.c.place),
    ):
        rows = connection.execute(select(event, place).distinct())
        found.update((row[0], row[1]) for row in rows if row[0] and row[1])
    return found


def sum_areas(connection: Connection, districts: Iterable[tuple[str, str]]) -> None:
    """Count again the TPS and voters of some kecamatan."""
    for event, district in sorted(districts):
        named = {"event": event, "first": district, "last": f"{district}/"}
        stations, male, female, unknown = connection.execute(_SUM_STATIONS, named).one()
        villages = connection.execute(_COUNT_VILLAGES, named).scalar_one()
        connection.execute(_CLEAR_AREA, {"this_event": event, "this_district": district})
        connection.execute(
            _ADD_AREA,
            {
                "event": event,
                "district": district,
                "villages": villages,
                "stations": stations,
                "male": male,
                "female": female,
                "unknown": unknown,
            },
        )


def _spoken_of(connection: Connection, districts: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """The places in some kecamatan of which there are answers or issues."""
    found: set[tuple[str, str]] = set()
    for event, district in districts:
        for column in (_answer.c.subject, _issue.c.place, _further.c.place):
            table = column.table
            subjects = connection.execute(
                select(column)
                .where(table.c.event == event, column > district, column < f"{district}0")
                .distinct()
            )
            found.update((event, subject) for subject in subjects.scalars())
    return found


def _places_of_issues(connection: Connection, numbers: Iterable[int]) -> set[tuple[str, str]]:
    """Every place that an issue is or was about: one moved to another TPS no longer burdens the first."""
    event, place = (records.ISSUE.field(name).no for name in ("event", "place"))
    book = StreamBook(connection)
    found: set[tuple[str, str]] = set()
    for number in numbers:
        said: dict[int, set[str]] = {event: set(), place: set()}
        for row in connection.execute(_CHANGES, {"record": number}):
            fields = codec.read(row.bytes, book.by_no(row.key >> schema.SHIFT).id).fields
            for no, values in said.items():
                value = fields.get(no)
                if isinstance(value, str):
                    values.add(value)
        found.update((one, other) for one in said[event] for other in said[place])
    # What was merged into a severe one burdens its further places, so theirs count too.
    every = set(numbers)
    if not every:
        return found
    merged = duplicates.every_merged(connection, records.ISSUE.no)
    told = sorted(every | {no for no, kept in merged.items() if kept in every})
    further = lookups.found(connection, "SELECT event, place FROM issue_place WHERE issue", [(no,) for no in told])
    found.update((row[0], row[1]) for row in further if row[0] and row[1])
    return found


def facts(connection: Connection, asked: Mapping[Watched, places.Place]) -> dict[Watched, Facts]:
    """What is known of some places, all asked at once. A TPS that is not in the list of TPS (not yet, or no longer) is
    left out."""
    keys = list(asked)
    given: dict[Watched, dict[str, Said]] = {key: {} for key in keys}
    disputed: dict[Watched, set[str]] = {key: set() for key in keys}
    with garbage.put_off():
        answers: Sequence[Any] = connection.execute(_ANSWERS, {"asked": keys}).all()
        for event, subject, item, choice, quantity, written, version, differs in answers:
            given[event, subject][item] = choice, quantity, written, version
            if differs:
                disputed[event, subject].add(item)
    reasons: dict[Watched, dict[str, str]] = {}
    for event, subject, rule, about in connection.execute(_REASONS, {"asked": keys}).all():
        reasons.setdefault((event, subject), {})[rule] = about or ""
    severe = {(row.event, row.place): row.many for row in connection.execute(_SEVERE, {"asked": keys})}
    stations = {
        (key[0], one.code, one.number): key for key, one in asked.items() if one.kind is places.Kind.TPS
    }
    dpt: dict[Watched, int | None] = dict.fromkeys(asked.keys() - stations.values())
    if stations:
        for row in connection.execute(_DPT, {"asked": list(stations)}).all():
            known = row.dpt_male is not None and row.dpt_female is not None
            dpt[stations[row.event, row.village, row.number]] = row.dpt_male + row.dpt_female if known else None
    return {
        key: Facts(given[key], frozenset(disputed[key]), severe.get(key, 0), dpt[key], reasons.get(key, {}))
        for key in keys
        if key in dpt
    }


def replace(connection: Connection, found: Mapping[Watched, Iterable[Row]]) -> None:
    """Keep how places stand, in place of what was kept."""
    gone = [{"this_event": event, "this_subject": subject} for event, subject in found]
    if gone:
        connection.execute(_CLEAR, gone)
    values = [
        {
            "event": event,
            "subject": subject,
            "phase": row.phase,
            "required": row.required,
            "answered": row.answered,
            "failed": row.failed,
            "state": row.state,
            "optional": row.optional,
            "unsettled": row.unsettled,
            "disputed": row.disputed,
        }
        for (event, subject), rows in found.items()
        for row in rows
    ]
    if values:
        connection.execute(_ADD, values)


def _different(connection: Connection, kind: str, numbers: Iterable[int], *names: str) -> set[tuple[Any, ...]]:
    """What some columns hold in some records of a kind, each once."""
    query = f"SELECT DISTINCT {', '.join(map(lookups.quoted, names))} FROM {kind} WHERE no"
    return {tuple(row) for row in lookups.found(connection, query, [(no,) for no in sorted(numbers)])}
