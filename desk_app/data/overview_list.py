# SPDX-License-Identifier: Apache-2.0
"""Figures over many TPS: readiness by region, the states of all TPS, answers to one item, recaps."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy
from sqlalchemy import Integer, cast, func, select

from desk_app.data import disputes, place_names, schema, station_filter, station_list
from desk_app.domain import records
from desk_app.domain.readiness import Readiness

_station = schema.by_name["station"]
_region = schema.by_name["region"]
_answer = schema.by_name["answer"]
_recap = schema.by_name["recap"]
_readiness = schema.readiness
_sum = schema.area_sum
_DISTRICT = len("73.13.06")

STATES = tuple(Readiness)
"""The order of states in `Mosaic.states`: siap, belum lengkap, belum, masalah, berbeda."""

_CODES = {state.value: number for number, state in enumerate(STATES)}
_NOT_YET = _CODES[Readiness.NOT_YET.value]


@dataclass(frozen=True, slots=True)
class Counted:
    """The TPS of one region: how many, and their voters as far as they are known."""

    code: str
    stations: int
    dpt_male: int
    dpt_female: int
    unknown: int


def counts(connection: sqlalchemy.Connection, event: str, area: str, width: int) -> list[Counted]:
    """TPS and DPT by region; `width`: the length of the codes counted by (8: kecamatan)."""
    if width <= _DISTRICT:
        part = func.substr(_sum.c.district, 1, width).label("part")
        columns = (func.sum(_sum.c[name]).label(name) for name in ("stations", "male", "female", "unknown"))
        summed = select(part, *columns).where(*_sums(event, area)).group_by(part).order_by(part)
        return [
            Counted(row.part, row.stations, row.male, row.female, row.unknown)
            for row in connection.execute(summed)
            if row.stations
        ]
    part = func.substr(_station.c.village, 1, width).label("part")
    unknown = _station.c.dpt_male.is_(None) | _station.c.dpt_female.is_(None)
    rows = connection.execute(
        select(
            part,
            func.count().label("stations"),
            station_list.dpt_sum(_station.c.dpt_male).label("male"),
            station_list.dpt_sum(_station.c.dpt_female).label("female"),
            station_list.dpt_sum(cast(unknown, Integer)).label("unknown"),
        )
        .where(_station.c.event == event, _station.c.alive != 0, *station_filter.within(area))
        .group_by(part)
        .order_by(part)
    )
    return [Counted(row.part, row.stations, row.male, row.female, row.unknown) for row in rows]


def _sums(event: str, area: str) -> list[sqlalchemy.ColumnElement[bool]]:
    return [_sum.c.event == event, *_range(_sum.c.district, area)]


def villages_by(connection: sqlalchemy.Connection, event: str, area: str, width: int) -> dict[str, int]:
    """How many villages each region of that code length has."""
    if width <= _DISTRICT:
        part = func.substr(_sum.c.district, 1, width).label("part")
        summed = select(part, func.sum(_sum.c.villages).label("many")).where(*_sums(event, area)).group_by(part)
        return {row.part: row.many for row in connection.execute(summed)}
    part = func.substr(_region.c.code, 1, width).label("part")
    query = select(part, func.count().label("many")).where(
        _region.c.event == event, _region.c.alive != 0, func.length(_region.c.code) == 13
    )
    if area != "0":
        query = query.where(_region.c.code >= area, _region.c.code < place_names.after(area))
    return {row.part: row.many for row in connection.execute(query.group_by(part))}


def states_by(
    connection: sqlalchemy.Connection, event: str, area: str, phase: int, width: int
) -> dict[str, dict[Readiness, int]]:
    """How many TPS stand in each state, by region; TPS without a row (*belum*) are not in it."""
    part = func.substr(_readiness.c.subject, 1, width).label("part")
    query = (
        select(part, _readiness.c.state, func.count().label("many"))
        .where(*_of_stations(event, area, phase))
        .group_by(part, _readiness.c.state)
    )
    found: dict[str, dict[Readiness, int]] = {}
    for row in connection.execute(query):
        found.setdefault(row.part, {})[Readiness(row.state)] = row.many
    return found


def states(connection: sqlalchemy.Connection, event: str, area: str, phase: int) -> dict[str, int]:
    """The number of the state of each TPS that has a row, by subject."""
    query = select(_readiness.c.subject, _readiness.c.state).where(*_of_stations(event, area, phase))
    return {subject: _CODES[state] for subject, state in connection.execute(query)}


def numbers(
    connection: sqlalchemy.Connection, event: str, area: str
) -> Iterator[tuple[str, "array[int]"]]:
    """Each village with the numbers of its TPS, in order of place."""
    rows = connection.execute(
        select(_station.c.village, _station.c.number)
        .where(_station.c.event == event, _station.c.alive != 0, *station_filter.within(area))
        .order_by(_station.c.village, _station.c.number)
    )
    village, held = "", array("H")
    for code, number in rows:
        if code != village:
            if held:
                yield village, held
            village, held = code, array("H")
        held.append(number)
    if held:
        yield village, held


def by_village(connection: sqlalchemy.Connection, event: str, area: str) -> list[tuple[str, int]]:
    """Each village with how many TPS it has."""
    rows = connection.execute(
        select(_station.c.village, func.count())
        .where(_station.c.event == event, _station.c.alive != 0, *station_filter.within(area))
        .group_by(_station.c.village)
        .order_by(_station.c.village)
    )
    return [(village, count) for village, count in rows]


def answers_to(
    connection: sqlalchemy.Connection, event: str, item: str, area: str, *, with_dpt: bool
) -> Iterator[tuple[str, str | None, int | None, str | None, int | None]]:
    """The answers of TPS to one item: village, choice, quantity, words, DPT (None unless asked for).

    Answers on which offices differ are left out (`disputes.answers` counts them).
    """
    conditions = [
        ~disputes.blocked(_answer, records.ANSWER),
        _answer.c.event == event,
        _answer.c.item == item,
        _answer.c.alive != 0,
        *_range(_answer.c.subject, area),
    ]
    if not with_dpt:
        for subject, choice, quantity, written in connection.execute(
            select(_answer.c.subject, _answer.c.choice, _answer.c.quantity, _answer.c.written).where(*conditions)
        ):
            if "-" in subject and "/" not in subject:
                yield subject[:13], choice, quantity, written, None
        return
    dpt = _station.c.dpt_male + _station.c.dpt_female
    query = (
        select(_station.c.village, _answer.c.choice, _answer.c.quantity, _answer.c.written, dpt)
        .join(
            _station,
            (_station.c.event == event)
            & (_station.c.village == func.substr(_answer.c.subject, 1, 13))
            & (_station.c.number == cast(func.substr(_answer.c.subject, 15), Integer)),
        )
        .where(*conditions, _station.c.alive != 0)
    )
    yield from connection.execute(query)


def answered_stations(connection: sqlalchemy.Connection, event: str, item: str, area: str) -> set[str]:
    """The TPS of an area that have an answer to one item, also one about which offices differ."""
    query = select(_answer.c.subject).where(
        _answer.c.event == event,
        _answer.c.item == item,
        _answer.c.alive != 0,
        _answer.c.choice.is_not(None) | _answer.c.quantity.is_not(None),
        *_range(_answer.c.subject, area),
    )
    return {subject for subject in connection.execute(query).scalars() if "-" in subject and "/" not in subject}


def recaps(connection: sqlalchemy.Connection, event: str, area: str, item: str = "") -> list[Any]:
    """The recaps of an area (and of one item), newest first."""
    query = (
        select(_recap, _recap.c["count"].label("counted"))
        .where(_recap.c.event == event, _recap.c.alive != 0, *_range(_recap.c.place, area))
        .order_by(_recap.c.hour.desc(), _recap.c.no.desc())
    )
    if item:
        query = query.where(_recap.c.item == item)
    return list(connection.execute(query))


def standing_of(
    connection: sqlalchemy.Connection, event: str, subjects: list[str], phase: int
) -> dict[str, Any]:
    """The rows of readiness of some places at a phase."""
    found: dict[str, Any] = {}
    for start in range(0, len(subjects), 400):
        rows = connection.execute(
            select(_readiness).where(
                _readiness.c.event == event,
                _readiness.c.phase == phase,
                _readiness.c.subject.in_(subjects[start : start + 400]),
            )
        )
        found.update({row.subject: row for row in rows})
    return found


def other_places(connection: sqlalchemy.Connection, event: str, phase: int) -> list[str]:
    """The places other than TPS of which anything is known at a phase, in order."""
    query = select(_readiness.c.subject).where(
        _readiness.c.event == event, _readiness.c.phase == phase, func.instr(_readiness.c.subject, "/") > 0
    )
    return list(connection.execute(query.order_by(_readiness.c.subject)).scalars())


def _of_stations(event: str, area: str, phase: int) -> list[sqlalchemy.ColumnElement[bool]]:
    """TPS only: a village code, a hyphen and a number; not `…/pps-2`."""
    return [
        _readiness.c.event == event,
        _readiness.c.phase == phase,
        func.substr(_readiness.c.subject, 14, 1) == "-",
        *_range(_readiness.c.subject, area),
    ]


def _range(column: sqlalchemy.Column[Any], area: str) -> list[sqlalchemy.ColumnElement[bool]]:
    if not area or area == "0":
        return []
    return [column >= area, column < place_names.after(area)]
