# SPDX-License-Identifier: Apache-2.0
"""Counts of complete, partial and disagreeing TPS by region and phase, and of answers by item: one statement each.

Places are counted from the rows of readiness, which every save keeps; answers from their keys alone.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, case, func, select

from desk_app.data import place_names, schema
from desk_app.data.database import Connection
from desk_app.domain import places, records
from desk_app.domain.completeness import Completeness, Tally

_readiness = schema.readiness
_answer = schema.by_name["answer"]
_conflict = schema.conflict
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


def by_item(connection: Connection, event: str, area: str, width: int) -> dict[tuple[str, str], Tally]:
    """How many TPS of each region have answered each item: complete; those on which offices differ are disagreeing."""
    part = func.substr(_answer.c.subject, 1, width)
    here = [
        _answer.c.event == event,
        func.substr(_answer.c.subject, 14, 1) == "-",
        *_within(_answer.c.subject, area),
    ]
    query = select(part, _answer.c.item, func.count()).where(*here, _answer.c.alive != 0)
    counts = {(region, item): many for region, item, many in connection.execute(query.group_by(part, _answer.c.item))}
    emptied = (
        _answer.c.choice.is_(None),
        _answer.c.quantity.is_(None),
        _answer.c.written.is_(None),
    )
    nothing = query.where(*emptied).group_by(part, _answer.c.item)
    for region, item, many in connection.execute(nothing):
        counts[region, item] -= many
    differing: dict[tuple[str, str], int] = {}
    disputed = (
        select(part, _answer.c.item, func.max(case((_given(), 1), else_=0)))
        .join(_conflict, _conflict.c.record == _answer.c.no)
        .where(
            *here,
            _answer.c.alive != 0,
            _conflict.c.type == records.ANSWER.no,
            _conflict.c.field.in_(sorted(records.ANSWER.blocking)),
        )
        .group_by(part, _answer.c.item, _answer.c.no)
    )
    for region, item, given in connection.execute(disputed):
        differing[region, item] = differing.get((region, item), 0) + 1
        counts[region, item] = counts.get((region, item), 0) - bool(given)
    return {
        key: Tally(0, complete=max(counts.get(key, 0), 0), disagreeing=differing.get(key, 0))
        for key in counts.keys() | differing.keys()
    }


def given_before(
    connection: Connection, event: str, area: str, width: int, minimum: Mapping[str, int]
) -> Iterator[tuple[str, str, int]]:
    """Region, item and number of the answers to some items that were given under a version below its `minimum`."""
    part = func.substr(_answer.c.subject, 1, width)
    query = (
        select(part, _answer.c.item, func.coalesce(_answer.c.version, 0), func.count())
        .where(
            _answer.c.event == event,
            func.substr(_answer.c.subject, 14, 1) == "-",
            *_within(_answer.c.subject, area),
            _answer.c.version < max(minimum.values(), default=0),
            _answer.c.alive != 0,
            _given(),
        )
        .group_by(part, _answer.c.item, _answer.c.version)
    )
    for region, item, version, many in connection.execute(query):
        if version < minimum.get(item, 0):
            yield region, item, many


def _given() -> ColumnElement[bool]:
    return _answer.c.choice.is_not(None) | _answer.c.quantity.is_not(None) | _answer.c.written.is_not(None)


def _tally(states: Mapping[str, int]) -> Tally:
    complete, partial, missing, differing = (states.get(state.value, 0) for state in Completeness)
    return Tally(complete + partial + missing + differing, complete, partial, differing)


def _within(column: Column[Any], area: str) -> list[ColumnElement[bool]]:
    if not area or area == places.NATION:
        return []
    return [column >= area, column < place_names.after(area)]
