# SPDX-License-Identifier: Apache-2.0
"""Which TPS are shown: area, readiness, risk, words as typed, issues, a selection — as conditions of a query."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy
from sqlalchemy import and_, func, select

from desk_app.data import issue_parts, place_names, schema, search
from desk_app.domain import issues, places
from desk_app.domain.readiness import Readiness

_station = schema.by_name["station"]
_risk = schema.by_name["station_risk"]
_readiness = schema.readiness
_subject = place_names.subject_of()

NOT_CLASSED = "-"
"""`StationFilter.risk`: TPS that Polri has given no class."""


@dataclass(frozen=True, slots=True)
class StationFilter:
    """What is shown; empty fields do not narrow.

    `area`: any region code (kecamatan, desa …). `states`: readiness at the phase. `risk`: a class of
    `risk.RiskClass`, or `NOT_CLASSED`. `text`: as typed ("tem 5", "maddu", "TPS 005"). `with_issues`: only TPS
    with open issues. `subjects`: only these TPS or all TPS of these villages (a selection in the mosaic).
    `unrecorded`: only TPS with failed items at the phase and no open issue at all. `indicator`: only TPS at which
    this indicator of Bawaslu is present.
    """

    area: str = ""
    states: tuple[Readiness, ...] = ()
    risk: str = ""
    text: str = ""
    with_issues: bool = False
    subjects: tuple[str, ...] = ()
    unrecorded: bool = False
    indicator: str = ""


OPEN = tuple(state.value for state in issues.OPEN)


def open_counts(event: str) -> sqlalchemy.Select[Any]:
    burdened = issue_parts.at(lambda of, place: (of == event, place.is_not(None)), "state")
    return (
        select(burdened.c.place, func.count().label("many"))
        .where(burdened.c.state.in_(OPEN))
        .group_by(burdened.c.place)
    )


def within(area: str) -> list[sqlalchemy.ColumnElement[bool]]:
    """Conditions that leave the TPS of one region."""
    if not area or area == places.NATION:
        return []
    if places.level_of(area) is places.Level.VILLAGE:
        return [_station.c.village == area]
    return [_station.c.village >= area, _station.c.village < place_names.after(area)]


def conditions(event: str, chosen: StationFilter, phase: int) -> list[sqlalchemy.ColumnElement[bool]]:
    conditions = [_station.c.event == event, _station.c.alive != 0, *within(chosen.area)]
    if chosen.risk == NOT_CLASSED:
        conditions.append(_station.c.risk.is_(None))
    elif chosen.risk:
        conditions.append(_station.c.risk == chosen.risk)
    if chosen.states and set(chosen.states) != set(Readiness):
        conditions.append(_in_states(event, phase, set(chosen.states)))
    if chosen.with_issues:
        conditions.append(_subject.in_(select(open_counts(event).subquery().c.place)))
    if chosen.unrecorded:
        failing = select(_readiness.c.subject).where(*failing_unrecorded(event), _readiness.c.phase == phase)
        conditions.append(_subject.in_(failing))
    if chosen.subjects:
        conditions.append(_chosen(chosen.subjects))
    if chosen.indicator:
        conditions.append(
            select(_risk.c.no)
            .where(
                _risk.c.event == event,
                _risk.c.village == _station.c.village,
                _risk.c.number == _station.c.number,
                _risk.c.indicator == chosen.indicator,
                _risk.c.alive != 0,
                _risk.c.present,
            )
            .exists()
        )
    return conditions


def failing_unrecorded(event: str) -> list[sqlalchemy.ColumnElement[bool]]:
    """Conditions that leave the rows of readiness with failed items, of places without any open issue."""
    waiting = select(open_counts(event).subquery().c.place)
    return [_readiness.c.event == event, _readiness.c.failed > 0, _readiness.c.subject.not_in(waiting)]


def _in_states(event: str, phase: int, wanted: set[Readiness]) -> sqlalchemy.ColumnElement[bool]:
    """A TPS that has no row is *belum*, so that state is what is left when the others are taken away."""
    named = set(Readiness) - wanted if Readiness.NOT_YET in wanted else wanted
    listed = select(_readiness.c.subject).where(
        _readiness.c.event == event,
        _readiness.c.phase == phase,
        _readiness.c.state.in_([state.value for state in sorted(named)]),
    )
    return _subject.not_in(listed) if Readiness.NOT_YET in wanted else _subject.in_(listed)


def _chosen(subjects: Sequence[str]) -> sqlalchemy.ColumnElement[bool]:
    found = [places.parse(subject) for subject in subjects]
    villages = [one.code for one in found if one.kind is None]
    numbered = [one.subject for one in found if one.kind is places.Kind.TPS]
    in_villages = _station.c.village.in_({one.code for one in found})
    return and_(in_villages, _station.c.village.in_(villages) | _subject.in_(numbered))


def typed(
    connection: sqlalchemy.Connection, event: str, typed: str
) -> list[sqlalchemy.ColumnElement[bool]]:
    asked = search.read(typed)
    conditions: list[sqlalchemy.ColumnElement[bool]] = []
    if asked.number is not None:
        conditions.append(_station.c.number == asked.number)
    if asked.code:
        conditions += [_station.c.village >= asked.code, _station.c.village < asked.code + ":"]
    if asked.words:
        words = search.nearest(connection, event, asked.words)
        conditions.append(_station.c.village.in_(search.codes(event, words)))
    return conditions
