# SPDX-License-Identifier: Apache-2.0
"""Counts of complete, partial and disagreeing TPS by region and phase, and of answers by item: one statement each.

Places are counted from the rows of readiness, which every save keeps; answers from their keys alone.
"""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, case, func, or_, select

from desk_app.data import place_names, schema
from desk_app.data.database import Connection
from desk_app.domain import places, records
from desk_app.domain.completeness import Completeness, Tally

_readiness = schema.readiness
_answer = schema.by_name["answer"]
_conflict = schema.conflict
_TOGETHER = 400
_VALUES = ("choice", "quantity", "written")
_STATE = case(
    (_readiness.c.disputed > 0, Completeness.DISAGREEING.value),
    (_readiness.c.answered + _readiness.c.optional == 0, Completeness.MISSING.value),
    (
        (_readiness.c.answered >= _readiness.c.required) & (_readiness.c.unsettled == 0),
        Completeness.COMPLETE.value,
    ),
    else_=Completeness.PARTIAL.value,
)


def by_region(connection: Connection, event: str, area: str, width: int) -> dict[tuple[str, int], Tally]:
    """The TPS of each region (by the length of its code) in each phase, as far as anything is known of them."""
    part = func.substr(_readiness.c.subject, 1, width)
    found: dict[tuple[str, int], dict[str, int]] = {}
    query = (
        select(part, _readiness.c.phase, _STATE, func.count())
        .where(
            _readiness.c.event == event,
            func.substr(_readiness.c.subject, 14, 1) == "-",
            *_within(_readiness.c.subject, area),
        )
        .group_by(part, _readiness.c.phase, _STATE)
    )
    for region, phase, state, many in connection.execute(query):
        found.setdefault((region, phase), {})[state] = many
    return {key: _tally(states) for key, states in found.items()}


def by_item(connection: Connection, event: str, area: str, items: Collection[str]) -> dict[str, Tally]:
    """How many TPS of an area have answered each of some items; those on which offices differ are disagreeing."""
    here = [
        _answer.c.event == event,
        func.substr(_answer.c.subject, 14, 1) == "-",
        *_within(_answer.c.subject, area),
        _answer.c.item.in_(sorted(items)),
        _answer.c.alive != 0,
    ]
    query = select(_answer.c.item, func.count()).where(*here).group_by(_answer.c.item)
    counts: dict[str, int] = {row[0]: row[1] for row in connection.execute(query)}
    for item, many in connection.execute(query.where(*(_answer.c[name].is_(None) for name in _VALUES))):
        counts[item] -= many
    differing: dict[str, int] = {}
    # From the few disagreements to their answers, and not the other way round.
    blocking = sorted(records.ANSWER.blocking)
    of_answers = _conflict.c.type == records.ANSWER.no, _conflict.c.field.in_(blocking)
    open_ones = list(connection.execute(select(_conflict.c.record).where(*of_answers).distinct()).scalars())
    query = select(_answer.c.item, _given()).where(*here)
    for start in range(0, len(open_ones), _TOGETHER):
        some = open_ones[start : start + _TOGETHER]
        for item, given in connection.execute(query.where(_answer.c.no.in_(some))):
            differing[item] = differing.get(item, 0) + 1
            counts[item] = counts.get(item, 0) - bool(given)
    return {
        item: Tally(0, complete=max(counts.get(item, 0), 0), disagreeing=differing.get(item, 0))
        for item in counts.keys() | differing.keys()
    }


def given_before(connection: Connection, event: str, area: str, minimum: Mapping[str, int]) -> dict[str, int]:
    """How many answers to each of some items were given under a version below its `minimum`."""
    query = (
        select(_answer.c.item, func.coalesce(_answer.c.version, 0), func.count())
        .where(
            _answer.c.event == event,
            func.substr(_answer.c.subject, 14, 1) == "-",
            *_within(_answer.c.subject, area),
            _answer.c.item.in_(sorted(minimum)),
            func.coalesce(_answer.c.version, 0) < max(minimum.values(), default=0),
            _answer.c.alive != 0,
            _given(),
        )
        .group_by(_answer.c.item, _answer.c.version)
    )
    found: dict[str, int] = {}
    for item, version, many in connection.execute(query):
        if version < minimum[item]:
            found[item] = found.get(item, 0) + many
    return found


def _given() -> ColumnElement[bool]:
    return or_(*(_answer.c[name].is_not(None) for name in _VALUES))


def _tally(states: Mapping[str, int]) -> Tally:
    complete, partial, missing, differing = (states.get(state.value, 0) for state in Completeness)
    return Tally(complete + partial + missing + differing, complete, partial, differing)


def _within(column: Column[Any], area: str) -> list[ColumnElement[bool]]:
    if not area or area == places.NATION:
        return []
    return [column >= area, column < place_names.after(area)]
