# SPDX-License-Identifier: Apache-2.0
"""Names of regions and of the places in them, as the election event keeps them."""

from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import Text, bindparam, cast, func, literal, select

from desk_app.data import schema
from desk_app.domain import localities, places
from desk_app.domain.regions import RegionKind

_region = schema.by_name["region"]
_station = schema.by_name["station"]
_CHUNK = 500

_NAMED = select(_region.c.code, _region.c.name, _region.c.kind).where(
    _region.c.event == bindparam("event"), _region.c.code.in_(bindparam("codes", expanding=True))
)


@dataclass(frozen=True, slots=True)
class Named:
    """A region of an event: `name` is without its kind ("Maddukkelleng")."""

    code: str
    name: str
    kind: RegionKind

    @property
    def label(self) -> str:
        """The name with its noun, short for a village: "Kel. Maddukkelleng", "Kecamatan Tempe"."""
        words = localities.words_for(self.code)
        match self.kind:
            case RegionKind.PROVINCE:
                return f"{words.province} {self.name}"
            case RegionKind.REGENCY | RegionKind.CITY:
                return f"{localities.words_for(self.code, self.kind).regency} {self.name}"
            case RegionKind.DISTRICT:
                return f"{words.district} {self.name}"
            case village:
                return f"{localities.village_short(words, village)} {self.name}"


def named(connection: sqlalchemy.Connection, event: str, codes: Iterable[str]) -> dict[str, Named]:
    """The regions with these codes; one that is not here is called by its code."""
    wanted = sorted(set(codes))
    found: dict[str, Named] = {}
    for start in range(0, len(wanted), _CHUNK):
        rows = connection.execute(_NAMED, {"event": event, "codes": wanted[start : start + _CHUNK]})
        for row in rows:
            found[row.code] = Named(row.code, row.name or row.code, _kind(row.kind, row.code))
    for code in wanted:
        if code not in found:
            found[code] = Named(code, code, _kind(None, code))
    return found


def below(
    connection: sqlalchemy.Connection, event: str, place: str, level: places.Level
) -> list[Named]:
    """The regions of one level in a place (the place itself where it is of that level), in order of code."""
    query = select(_region.c.code, _region.c.name, _region.c.kind).where(
        _region.c.event == event, _region.c.alive != 0, func.length(_region.c.code) == _LENGTHS[level]
    )
    if place != places.NATION:
        query = query.where(_region.c.code >= place, _region.c.code < after(place))
    return [
        Named(row.code, row.name or row.code, _kind(row.kind, row.code))
        for row in connection.execute(query.order_by(_region.c.code))
    ]


def beginning(connection: sqlalchemy.Connection, event: str, start: str, limit: int) -> list[str]:
    """Codes of regions that begin with what was typed of a code."""
    return list(
        connection.execute(
            select(_region.c.code)
            .where(
                _region.c.event == event,
                _region.c.alive != 0,
                _region.c.code >= start,
                _region.c.code < start + ":",
            )
            .order_by(_region.c.code)
            .limit(limit)
        ).scalars()
    )


def after(code: str) -> str:
    """The first text behind a region's code, its parts and its subjects, for ranges on an index."""
    return code + "0"


def subject_of(station: sqlalchemy.FromClause = _station) -> sqlalchemy.ColumnElement[str]:
    """The subject of a TPS in SQL: village code, hyphen, three digits."""
    digits = cast(station.c.number, Text)
    padded = func.substr(literal("00", literal_execute=True) + digits, func.length(digits))
    return station.c.village + literal("-", literal_execute=True) + padded


_LENGTHS = {
    places.Level.PROVINCE: 2,
    places.Level.REGENCY: 5,
    places.Level.DISTRICT: 8,
    places.Level.VILLAGE: 13,
}
_KINDS = {
    places.Level.PROVINCE: RegionKind.PROVINCE,
    places.Level.REGENCY: RegionKind.REGENCY,
    places.Level.DISTRICT: RegionKind.DISTRICT,
    places.Level.VILLAGE: RegionKind.VILLAGE,
}


def _kind(text: str | None, code: str) -> RegionKind:
    if text:
        return RegionKind(text)
    if code == places.NATION:
        return RegionKind.PROVINCE
    if len(code) == _LENGTHS[places.Level.VILLAGE] and code[9] == "1":
        return RegionKind.URBAN_VILLAGE
    return _KINDS[places.level_of(code)]
