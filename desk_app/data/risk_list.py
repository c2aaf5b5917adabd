# SPDX-License-Identifier: Apache-2.0
"""Risk as it is kept: which TPS have which indicators, classes, who guards, categories of regions, the list itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import and_, case, exists, func, or_, select

from desk_app.data import disputes, place_names, schema, station_filter
from desk_app.domain import places, records
from desk_app.domain.risk_lists import Written

_station = schema.by_name["station"]
_risk = schema.by_name["station_risk"]
_deployment = schema.by_name["deployment"]
_region_risk = schema.by_name["region_risk"]
_indicator = schema.by_name["risk_indicator"]
_CHUNK = 400
DISPUTED = "berbeda"
"""The class of a TPS about whose class offices differ: it stands in none."""
_CLASS = case(
    (
        exists().where(
            schema.conflict.c.record == _station.c.no, schema.conflict.c.field == records.STATION.field("risk").no
        ),
        DISPUTED,
    ),
    else_=func.coalesce(_station.c.risk, ""),
)


@dataclass(frozen=True, slots=True)
class RiskRow:
    """One TPS with what is said of its risk; `codes` are the indicators that are present."""

    no: int
    subject: str
    village: str
    number: int
    village_label: str
    district_name: str
    dpt_male: int | None
    dpt_female: int | None
    risk: str | None
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guarded:
    """What is kept of a TPS's own pattern, or of the personnel at hand in a region."""

    no: int
    subject: str
    police: int | None
    stations: int | None
    linmas: int | None
    source: str
    note: str
    disputed: bool = False
    """Offices differ about its numbers: no sum counts them."""


@dataclass(frozen=True, slots=True)
class Category:
    """The category that a source has given to a region."""

    no: int
    place: str
    scheme: str
    category: str
    source: str
    day: str
    note: str


def rows(connection: sqlalchemy.Connection, event: str, numbers: Sequence[int]) -> list[RiskRow | None]:
    """The TPS with these record numbers, in the order asked; None for one that is gone."""
    found = {}
    for start in range(0, len(numbers), _CHUNK):
        query = select(
            _station.c.no,
            _station.c.village,
            _station.c.number,
            _station.c.dpt_male,
            _station.c.dpt_female,
            _station.c.risk,
        ).where(_station.c.no.in_(numbers[start : start + _CHUNK]), _station.c.alive != 0)
        found.update({row.no: row for row in connection.execute(query)})
    villages = sorted({row.village for row in found.values()})
    names = place_names.named(connection, event, {*villages, *(code[:8] for code in villages)})
    codes: dict[tuple[str, int], list[str]] = {}
    for start in range(0, len(villages), _CHUNK):
        present = (
            select(_risk.c.village, _risk.c.number, _risk.c.indicator)
            .where(*_present(event), _risk.c.village.in_(villages[start : start + _CHUNK]))
            .order_by(_risk.c.indicator)
        )
        for village, number, code in connection.execute(present):
            codes.setdefault((village, number), []).append(code)
    made = {
        row.no: RiskRow(
            no=row.no,
            subject=places.station_subject(row.village, row.number),
            village=row.village,
            number=row.number,
            village_label=names[row.village].label,
            district_name=names[row.village[:8]].name,
            dpt_male=row.dpt_male,
            dpt_female=row.dpt_female,
            risk=row.risk,
            codes=tuple(codes.get((row.village, row.number), ())),
        )
        for row in found.values()
    }
    return [made.get(no) for no in numbers]


def indicators_by(
    connection: sqlalchemy.Connection, event: str, area: str, width: int
) -> dict[str, dict[str, int]]:
    """How many TPS have each indicator, by region of that code length."""
    part = func.substr(_risk.c.village, 1, width).label("part")
    query = (
        select(part, _risk.c.indicator, func.count().label("many"))
        .join(_station, _same_station(event))
        .where(*_counted(event), *station_filter.within(area))
        .group_by(part, _risk.c.indicator)
    )
    found: dict[str, dict[str, int]] = {}
    for row in connection.execute(query):
        found.setdefault(row.part, {})[row.indicator] = row.many
    return found


def with_any(connection: sqlalchemy.Connection, event: str, area: str, width: int) -> dict[str, int]:
    """How many TPS have at least one indicator, by region of that code length."""
    part = func.substr(_station.c.village, 1, width).label("part")
    one = select(_risk.c.no).where(*_counted(event), _same_station(event)).exists()
    query = (
        select(part, func.count().label("many"))
        .where(_station.c.event == event, _station.c.alive != 0, *station_filter.within(area), one)
        .group_by(part)
    )
    return {row.part: row.many for row in connection.execute(query)}


def classes_by(
    connection: sqlalchemy.Connection, event: str, area: str, width: int
) -> dict[str, dict[str, int]]:
    """How many TPS stand in each class of Polri ("" for none, `DISPUTED`), by region of that code length."""
    part = func.substr(_station.c.village, 1, width).label("part")
    query = (
        select(part, _CLASS.label("stands_in"), func.count().label("many"))
        .where(_station.c.event == event, _station.c.alive != 0, *station_filter.within(area))
        .group_by(part, "stands_in")
    )
    found: dict[str, dict[str, int]] = {}
    for row in connection.execute(query):
        found.setdefault(row.part, {})[row.stands_in] = row.many
    return found


def classes(connection: sqlalchemy.Connection, event: str, area: str) -> Iterator[tuple[str, int, str]]:
    """Village, number and class ("" for none, `DISPUTED`) of each TPS, in order of place."""
    query = (
        select(_station.c.village, _station.c.number, _CLASS.label("risk"))
        .where(_station.c.event == event, _station.c.alive != 0, *station_filter.within(area))
        .order_by(_station.c.village, _station.c.number)
    )
    yield from ((village, number, risk) for village, number, risk in connection.execute(query))


def present_at(
    connection: sqlalchemy.Connection, event: str, area: str, code: str = ""
) -> dict[tuple[str, int], int]:
    """How many indicators are present at each TPS that has any (of one indicator: 1), by village and number."""
    query = (
        select(_risk.c.village, _risk.c.number, func.count().label("many"))
        .join(_station, _same_station(event))
        .where(*_counted(event), *station_filter.within(area))
        .group_by(_risk.c.village, _risk.c.number)
    )
    if code:
        query = query.where(_risk.c.indicator == code)
    return {(row.village, row.number): row.many for row in connection.execute(query)}


def disputed(connection: sqlalchemy.Connection, event: str, area: str, width: int) -> dict[str, int]:
    """How many indicators of TPS no sum counts, since offices differ about them, by region of that code length."""
    asked = (_risk.c.event == event, select(_station.c.no).where(_same_station(event)).exists())
    return disputes.left_out(connection, records.STATION_RISK, _risk.c.village, area, width, *asked)


def guards_disputed(connection: sqlalchemy.Connection, event: str, area: str, width: int) -> dict[str, int]:
    """How many patterns and figures of guards no sum counts, by region of that code length."""
    place = _deployment.c.subject
    return disputes.left_out(connection, records.DEPLOYMENT, place, area, width, _deployment.c.event == event)


def guarded(connection: sqlalchemy.Connection, event: str, area: str) -> list[Guarded]:
    """What is kept about the guarding of TPS and regions of an area, in order of place."""
    query = (
        select(_deployment, disputes.blocked(_deployment, records.DEPLOYMENT).label("disputed"))
        .where(_deployment.c.event == event, _deployment.c.alive != 0, *_within(_deployment.c.subject, area))
        .order_by(_deployment.c.subject)
    )
    return [
        Guarded(
            row.no, row.subject, row.police, row.stations, row.linmas, row.source or "", row.note or "", row.disputed
        )
        for row in connection.execute(query)
    ]


def categories(connection: sqlalchemy.Connection, event: str, area: str, *, above: bool = True) -> list[Category]:
    """The categories of the regions of an area, and with `above` those of the regions that it lies in."""
    inside = and_(True, *_within(_region_risk.c.place, area))
    if above:
        inside = or_(inside, _region_risk.c.place.in_([area[:length] for length in (2, 5, 8) if length < len(area)]))
    query = (
        select(_region_risk)
        .where(_region_risk.c.event == event, _region_risk.c.alive != 0, inside)
        .order_by(_region_risk.c.place, _region_risk.c.scheme)
    )
    return [
        Category(
            row.no, row.place, row.scheme, row.category or "", row.source or "", row.day or "", row.note or ""
        )
        for row in connection.execute(query)
    ]


def written_indicators(connection: sqlalchemy.Connection, event: str, place: str) -> list[Written]:
    """What one office has written of the list of indicators."""
    query = (
        select(_indicator)
        .where(_indicator.c.place == place, _indicator.c.event == event, _indicator.c.alive != 0)
        .order_by(_indicator.c.code)
    )
    return [
        Written(row.code, row.label, row.short, row.variable, row.position, row.in_use)
        for row in connection.execute(query)
    ]


def foreign_labels(connection: sqlalchemy.Connection, event: str) -> dict[str, tuple[str, str]]:
    """Words and short words of every indicator that some office has added, for codes that came from there."""
    query = select(_indicator.c.code, _indicator.c.label, _indicator.c.short).where(
        _indicator.c.event == event, _indicator.c.alive != 0, _indicator.c.label.is_not(None)
    )
    return {row.code: (row.label, row.short or "") for row in connection.execute(query)}


def _present(event: str) -> list[sqlalchemy.ColumnElement[bool]]:
    return [_risk.c.event == event, _risk.c.alive != 0, _risk.c.present]


def _counted(event: str) -> list[sqlalchemy.ColumnElement[bool]]:
    return [*_present(event), ~disputes.blocked(_risk, records.STATION_RISK)]


def _same_station(event: str) -> sqlalchemy.ColumnElement[bool]:
    return and_(
        _station.c.event == event,
        _station.c.village == _risk.c.village,
        _station.c.number == _risk.c.number,
        _station.c.alive != 0,
    )


def _within(column: sqlalchemy.Column[str], area: str) -> list[sqlalchemy.ColumnElement[bool]]:
    if not area or area == places.NATION:
        return []
    return [column >= area, column < place_names.after(area)]
