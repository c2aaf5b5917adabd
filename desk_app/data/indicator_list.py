# SPDX-License-Identifier: Apache-2.0
"""Indicators and their values, read for boards: definitions by office, values by place and day, counts for targets."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import sqlalchemy
from sqlalchemy import func, select

from desk_app.data import disputes, place_names, schema
from desk_app.domain import indicators, places, records
from desk_app.domain.records import indicator

_indicator = schema.by_name["indicator"]
_value = schema.by_name["indicator_value"]
_region = schema.by_name["region"]
_station = schema.by_name["station"]


class Kept(NamedTuple):
    """A definition as an office (its place) keeps it."""

    no: int
    place: str
    definition: indicators.Definition


class ValueRow(NamedTuple):
    """A value in thousandths."""

    no: int
    code: str
    place: str
    day: str
    value: int | None
    source: str
    disputed: bool


def definitions(connection: sqlalchemy.Connection, event: str, offices: Sequence[str]) -> list[Kept]:
    """The definitions that some offices keep, in their order."""
    rows = connection.execute(
        select(_indicator)
        .where(_indicator.c.event == event, _indicator.c.place.in_(offices), _indicator.c.alive != 0)
        .order_by(_indicator.c.position, _indicator.c.code)
    )
    return [Kept(row.no, row.place, _definition(row)) for row in rows]


def values(connection: sqlalchemy.Connection, event: str, area: str, code: str = "") -> list[ValueRow]:
    """The values of an area, of one indicator or of all, oldest first."""
    query = (
        select(_value, disputes.blocked(_value, records.INDICATOR_VALUE).label("disputed"))
        .where(_value.c.event == event, _value.c.alive != 0)
        .order_by(_value.c.code, _value.c.date, _value.c.place)
    )
    if code:
        query = query.where(_value.c.code == code)
    if area != places.NATION:
        query = query.where(_value.c.place >= area, _value.c.place < place_names.after(area))
    return [
        ValueRow(row.no, row.code, row.place, row.date, row.value, row.source or "", row.disputed)
        for row in connection.execute(query)
        if row.value is not None or row.disputed
    ]


def below(connection: sqlalchemy.Connection, event: str, area: str) -> dict[str, list[str]]:
    """The regions of each region of an area, in order of code."""
    query = select(_region.c.code).where(_region.c.event == event, _region.c.alive != 0).order_by(_region.c.code)
    if area != places.NATION:
        query = query.where(_region.c.code > area, _region.c.code < place_names.after(area))
    found: dict[str, list[str]] = {}
    for code in connection.execute(query).scalars():
        found.setdefault(places.parent(code) or places.NATION, []).append(code)
    return found


def counts(connection: sqlalchemy.Connection, event: str, area: str) -> dict[str, indicators.Count]:
    """How many kecamatan, desa/kelurahan and TPS there are in each region of an area, itself included."""
    tally: dict[str, list[int]] = {}

    def add(code: str, at: int, many: int) -> None:
        for where in (code, *places.ancestors(code), places.NATION):
            if places.is_within(where, area):
                tally.setdefault(where, [0, 0, 0])[at] += many

    for parts in below(connection, event, area).values():
        for code in parts:
            if len(code) == _DISTRICT:
                add(code, 0, 1)
            elif len(code) > _DISTRICT:
                add(code, 1, 1)
    if len(area) == _DISTRICT:
        add(area, 0, 1)
    query = (
        select(_station.c.village, func.count())
        .where(_station.c.event == event, _station.c.alive != 0)
        .group_by(_station.c.village)
    )
    if area != places.NATION:
        query = query.where(_station.c.village >= area, _station.c.village < place_names.after(area))
    for village, many in connection.execute(query):
        add(village, 2, many)
    return {code: indicators.Count(*found) for code, found in tally.items()}


_DISTRICT = len("73.13.06")


def _definition(row: Any) -> indicators.Definition:
    return indicators.Definition(
        code=row.code,
        label=row.label or row.code,
        unit=row.unit or "",
        target=_shown(row.target, row.decimals or 0),
        decimals=row.decimals or 0,
        better=row.better or indicators.Better.UP.value,
        heading=row.heading or "",
        source=row.source or "",
        position=row.position or 0,
        combine=indicators.combined(row.unit or "", row.combine),
        target_each=_shown(row.target_each, row.decimals or 0),
        base=row.base or "",
        note=row.note or "",
    )


def _shown(kept: int | None, decimals: int) -> int | None:
    """A target in units of the last decimal that is shown."""
    return None if kept is None else indicators.rescaled(kept, indicator.SCALE, decimals)
