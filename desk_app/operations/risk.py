# SPDX-License-Identifier: Apache-2.0
"""Risk of the TPS: the list, ticking many indicators at once, and how many TPS have each, by region and by band."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.data import place_names, risk_list, unit_of_work
from desk_app.data import settings as kept_settings
from desk_app.domain import errors, places, records, risk, risk_bands, words
from desk_app.operations import overview, risk_indicators, settings, stations, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

RiskRow = risk_list.RiskRow
Filter = stations.StationFilter
Order = stations.Order
NOT_CLASSED = stations.NOT_CLASSED


@dataclass(frozen=True, slots=True)
class IndicatorTotal:
    """How many TPS have one indicator. `share`: in a thousand of all TPS; `parts`: by region below, those with any."""

    code: str
    label: str
    short: str
    variable: str
    in_use: bool
    count: int
    share: int
    band: risk_bands.Band | None
    parts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RegionTotal:
    """The TPS of one region: how many, how many with any indicator, and their classes (a code, "" for none).

    `disputed`: values (classes, indicators) that stand in no sum, since offices differ about them.
    """

    code: str
    name: str
    label: str
    stations: int
    with_any: int
    classes: Mapping[str, int]
    disputed: int = 0

    @property
    def low(self) -> int:
        return self.classes.get(risk.RiskClass.LOW.value, 0)

    @property
    def at_risk(self) -> int:
        return self.classes.get(risk.RiskClass.AT_RISK.value, 0)

    @property
    def high(self) -> int:
        return self.classes.get(risk.RiskClass.HIGH.value, 0)

    @property
    def special(self) -> int:
        return self.classes.get(risk.RiskClass.SPECIAL.value, 0)

    @property
    def unknown(self) -> int:
        return self.classes.get("", 0)


@dataclass(frozen=True, slots=True)
class Totals:
    """The figures of an area. `heading`: what a region below is called; `bounds`: where the bands begin, if set."""

    area: str
    heading: str
    indicators: tuple[IndicatorTotal, ...]
    regions: tuple[RegionTotal, ...]
    whole: RegionTotal
    bounds: risk_bands.Bounds | None


def rows(desk: Desk, numbers: Sequence[int]) -> list[RiskRow | None]:
    """The TPS with these record numbers (`stations.station_ids` gives them), in the order asked."""
    with desk.reading() as connection:
        return risk_list.rows(connection, settings.event_code(desk), numbers)


def row(desk: Desk, subject: str) -> RiskRow:
    """One TPS. Raises NotFound."""
    found = rows(desk, [stations.station(desk, subject).row.no])[0]
    if found is None:
        raise errors.NotFound(N_("{station} tidak ada dalam daftar TPS."), station=subject)
    return found


def tick(desk: Desk, subject: str, changes: Mapping[str, bool], *, seen: int | None = None) -> None:
    """Say of several indicators that they are present at a TPS, or are not; notes stay. One undo. Raises Refused."""
    place = territory.require_own(desk, subject)
    event = settings.event_code(desk)
    codes = {risk_indicators.find(desk, code).code: present for code, present in changes.items()}

    def work(unit: unit_of_work.Unit) -> None:
        station = unit.find(records.STATION, (event, place.code, place.number))
        if station is None or not unit.projector.state(station, records.STATION.no).alive:
            raise errors.NotFound(N_("{station} tidak ada dalam daftar TPS."), station=subject)
        for code, present in codes.items():
            key = (event, place.code, place.number, code)
            if not present and unit.find(records.STATION_RISK, key) is None:
                continue
            unit.put(records.STATION_RISK, key, {"present": present}, seen=seen)

    transact(desk, N_("Kerawanan TPS"), work)


def set_class(desk: Desk, subjects: Sequence[str], given: str | None) -> None:
    """Give many TPS one class of Polri, or none. One undo. Raises Refused."""
    wanted = risk.parse_class(given or "")
    event = settings.event_code(desk)
    found = [territory.require_own(desk, subject) for subject in subjects]
    if any(place.kind is not places.Kind.TPS for place in found):
        raise errors.Refused(N_("Kelas kerawanan diberikan kepada TPS."))

    def work(unit: unit_of_work.Unit) -> None:
        for place in found:
            no = unit.find(records.STATION, (event, place.code, place.number))
            if no is None:
                raise errors.NotFound(N_("{station} tidak ada dalam daftar TPS."), station=place.subject)
            unit.set(records.STATION, no, {"risk": wanted.value if wanted else None})

    transact(desk, N_("Kelas kerawanan TPS"), work)


def totals(desk: Desk, area: str = "") -> Totals:
    """How many TPS of an area have each indicator and stand in each class, by the regions below it."""
    whole = area or desk.identity.place
    event = settings.event_code(desk)
    width, level = overview.BELOW[places.level_of(whole)]
    with desk.reading() as connection:
        counted = risk_list.indicators_by(connection, event, whole, width)
        classed = risk_list.classes_by(connection, event, whole, width)
        any_ = risk_list.with_any(connection, event, whole, width)
        odd = risk_list.disputed(connection, event, whole, width)
        below = {one.code: one for one in place_names.below(connection, event, whole, level)}
        below |= place_names.named(connection, event, classed.keys() - below.keys())
    for code, counts in classed.items():
        odd[code] = odd.get(code, 0) + counts.get(risk_list.DISPUTED, 0)
    regions = tuple(
        RegionTotal(
            code,
            one.name,
            one.label,
            sum(classed.get(code, {}).values()),
            any_.get(code, 0),
            classed.get(code, {}),
            odd.get(code, 0),
        )
        for code, one in sorted(below.items())
    )
    summed: dict[str, int] = {}
    for one in regions:
        for name, count in one.classes.items():
            summed[name] = summed.get(name, 0) + count
    stations_ = sum(summed.values())
    limits = bounds(desk)
    found = risk_indicators.known(desk)
    listed = [one.code for one in risk_indicators.indicators(desk)]
    present = {code for part in counted.values() for code in part}
    lines = []
    for code in [*listed, *sorted(present - set(listed))]:
        parts = {region: part[code] for region, part in counted.items() if code in part}
        count = sum(parts.values())
        told = found.get(code) or risk.Indicator(code, code, own=True)
        if not told.in_use and not count:
            continue
        share = round(count * 1000 / stations_) if stations_ else 0
        lines.append(
            IndicatorTotal(
                code,
                told.label,
                told.short or told.label,
                told.variable,
                told.in_use,
                count,
                share,
                risk_bands.band(count, stations_, limits),
                parts,
            )
        )
    sum_line = RegionTotal(
        whole, "Jumlah", "Jumlah", stations_, sum(any_.values()), summed, sum(one.disputed for one in regions)
    )
    return Totals(whole, overview.heading(whole, level), tuple(lines), regions, sum_line, limits)


def bounds(desk: Desk) -> risk_bands.Bounds | None:
    """Where Bawaslu's three bands begin for the election worked on, None until the office has said it."""
    with desk.reading() as connection:
        text = kept_settings.value(connection, desk.identity.place, _bounds_name(desk))
    return risk_bands.parse_bounds(text or "")


def set_bounds(desk: Desk, typed: str) -> None:
    """Say from which shares of the TPS the bands begin ("25 10"); empty takes the bands away. Raises Refused."""
    found = risk_bands.parse_bounds(typed)
    key = (desk.identity.place, _bounds_name(desk))
    values = {"value": str(found) if found else ""}
    transact(desk, N_("Batas golongan indikator"), lambda unit: unit.put(records.SETTING, key, values))


def _bounds_name(desk: Desk) -> str:
    return f"risk_bands:{settings.event_code(desk)}"
