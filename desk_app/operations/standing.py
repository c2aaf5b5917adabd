# SPDX-License-Identifier: Apache-2.0
"""How every watched place stands, kept in step: derived in the same transaction that alters answers or issues."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy
from sqlalchemy import and_, bindparam, delete, func, insert, select

from desk_app.data import schema
from desk_app.domain import answers, checklists, issues, places, readiness, records
from desk_app.operations import elections
from desk_app.operations.desk import Desk

_CHUNK = 400

_answer = schema.by_name["answer"]
_station = schema.by_name["station"]
_issue = schema.by_name["issue"]

_ANSWERS = select(_answer.c.no, _answer.c.item, _answer.c.choice, _answer.c.quantity).where(
    _answer.c.event == bindparam("event"), _answer.c.subject == bindparam("subject"), _answer.c.alive != 0
)
_DPT = select(_station.c.dpt_male, _station.c.dpt_female).where(
    _station.c.event == bindparam("event"),
    _station.c.village == bindparam("village"),
    _station.c.number == bindparam("number"),
)
_DISPUTED = (
    select(_answer.c.item)
    .join(schema.conflict, schema.conflict.c.record == _answer.c.no)
    .where(_answer.c.event == bindparam("event"), _answer.c.subject == bindparam("subject"))
    .distinct()
)
_SEVERE = select(func.count()).where(
    _issue.c.event == bindparam("event"),
    _issue.c.place == bindparam("subject"),
    _issue.c.alive != 0,
    _issue.c.severity.in_([level.value for level in issues.SEVERE]),
    _issue.c.state.not_in([state.value for state in issues.CLOSED]),
)
_CLEAR = delete(schema.readiness).where(
    schema.readiness.c.event == bindparam("this_event"), schema.readiness.c.subject == bindparam("this_subject")
)


def follow(desk: Desk, connection: sqlalchemy.Connection, touched: Mapping[int, int]) -> frozenset[str]:
    """Reckon again the readiness of the places whose answers, issues or DPT were touched; returns flags."""
    subjects: set[tuple[str, str]] = set()
    by_kind: dict[int, list[int]] = {}
    for record, kind in touched.items():
        by_kind.setdefault(kind, []).append(record)
    for row in _rows(connection, _answer, by_kind.get(records.ANSWER.no, ()), "event", "subject"):
        subjects.add((row.event, row.subject))
    for row in _rows(connection, _issue, by_kind.get(records.ISSUE.no, ()), "event", "place"):
        if row.event and row.place:
            subjects.add((row.event, row.place))
    stations = by_kind.get(records.STATION.no, ())
    if stations and connection.execute(select(schema.readiness.c.event).limit(1)).first():
        for row in _rows(connection, _station, stations, "event", "village", "number"):
            subjects.add((row.event, places.station_subject(row.village, row.number)))
    for event, subject in sorted(subjects):
        reckon(desk, connection, event, subject)
    return frozenset({"readiness"}) if subjects else frozenset()


def reckon(desk: Desk, connection: sqlalchemy.Connection, event: str, subject: str) -> None:
    """Reckon the readiness rows of one place, one for each phase about which anything is known."""
    place = places.parse(subject)
    if place.kind is None:
        return
    chosen = elections.working_event(desk, event)
    named = {"event": event, "subject": subject}
    given: dict[str, Any] = {row.item: row for row in connection.execute(_ANSWERS, named)}
    severe = connection.execute(_SEVERE, named).scalar_one()
    connection.execute(_CLEAR, {"this_event": event, "this_subject": subject})
    if not given and not severe:
        return
    disputed = set(connection.execute(_DISPUTED, named).scalars())
    dpt = None
    if place.kind is places.Kind.TPS:
        row = connection.execute(_DPT, {"event": event, "village": place.code, "number": place.number}).first()
        if row is not None and row.dpt_male is not None and row.dpt_female is not None:
            dpt = row.dpt_male + row.dpt_female
    rows = []
    for phase in chosen.phases:
        items = elections.page_items(chosen, desk.identity.place, phase, place.kind)
        required = answered = failed = optional = disagreements = 0
        for item in items:
            required += item.required
            row = given.get(item.code)
            value = value_of(row.choice, row.quantity) if row is not None else None
            if value is None:
                continue
            disagreements += item.code in disputed
            if item.required:
                answered += 1
                needed = checklists.required_quantity(item, chosen, dpt)
                failed += answers.judge(item, value, needed).failed
            else:
                optional += 1
        state = readiness.assess(
            required,
            answered,
            failed,
            optional_answered=optional,
            severe_issues=severe,
            disagreements=disagreements,
        )
        if answered or optional or severe:
            rows.append(
                named
                | {
                    "phase": phase,
                    "required": required,
                    "answered": answered,
                    "failed": failed,
                    "state": state.value,
                }
            )
    if rows:
        connection.execute(insert(schema.readiness), rows)


def value_of(choice: str | None, quantity: int | None) -> answers.AnswerValue | None:
    """What an answer's columns say, None for one that was emptied."""
    if choice:
        return answers.Mark(choice)
    return quantity


def _rows(
    connection: sqlalchemy.Connection, table: sqlalchemy.Table, numbers: Iterable[int], *names: str
) -> Iterable[Any]:
    wanted = sorted(numbers)
    for start in range(0, len(wanted), _CHUNK):
        chunk = wanted[start : start + _CHUNK]
        condition = table.c.no == chunk[0] if len(chunk) == 1 else table.c.no.in_(chunk)
        yield from connection.execute(select(*(table.c[name] for name in names)).where(and_(condition)))
