# SPDX-License-Identifier: Apache-2.0
"""Data TPS: the list for the window, one TPS in full, and making, altering and removing one."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desk_app.data import arrivals, place_names, station_filter, station_list, team_list, unit_of_work
from desk_app.domain import errors, places, readiness, records, risk, words
from desk_app.domain import stations as rules
from desk_app.domain.checklists import asking
from desk_app.operations import (
    days,
    elections,
    field_names,
    indexing,
    region_access,
    risk_indicators,
    settings,
    territory,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

Order = station_list.Order
StationFilter = station_filter.StationFilter
StationRow = station_list.StationRow
NOT_CLASSED = station_filter.NOT_CLASSED
EVERYTHING = StationFilter()

FIELDS = ("dpt_male", "dpt_female", "site", "address", "latitude", "longitude", "risk", "note")
"""What can be written about a TPS; latitude and longitude in millionths of a degree."""


@dataclass(frozen=True, slots=True)
class PhaseStanding:
    """How far one TPS is in one phase (-1 is H-1)."""

    phase: int
    state: readiness.Readiness
    answered: int
    required: int
    failed: int


@dataclass(frozen=True, slots=True)
class PresentIndicator:
    """An indicator of Bawaslu that is present; `label` and `short` are msgids."""

    code: str
    label: str
    short: str
    note: str


@dataclass(frozen=True, slots=True)
class StationDetail:
    """One TPS in full. `row` is as in the list; `remarks` is what looks odd, never a refusal.

    `title`: "TPS 005 · Kel. Maddukkelleng · Kecamatan Tempe". `teams`: numbers of the teams that cover its kecamatan.
    `reach`: why word from there comes late ("tanpa sinyal, lewat laut"), "" where nothing is known of it.
    """

    row: StationRow
    title: str
    address: str
    latitude: int | None
    longitude: int | None
    note: str
    indicators: tuple[PresentIndicator, ...]
    phases: tuple[PhaseStanding, ...]
    teams: tuple[int, ...]
    remarks: tuple[words.Phrase, ...]
    special: bool
    offered: tuple[risk.Indicator, ...] = ()
    """The indicators that are ticked here, in the order of the office."""
    reach: str = ""
    seen: int | None = field(default=None, compare=False)
    """What a save from a form with these values tells that it had seen."""


def station_ids(
    desk: Desk,
    chosen: StationFilter = EVERYTHING,
    order: Order = Order.PLACE,
    *,
    descending: bool = False,
    phase: int | None = None,
) -> "array[int]":
    """The record numbers of the TPS that the filter leaves, in order; `phase` None is today's."""
    if chosen.text:
        indexing.ensure(desk)
    at = days.phase(desk) if phase is None else phase
    with desk.reading() as connection:
        return station_list.ids(
            connection, settings.event_code(desk), chosen, order, descending=descending, phase=at
        )


def station_rows(desk: Desk, numbers: Sequence[int], *, phase: int | None = None) -> list[StationRow | None]:
    """The rows with these record numbers, in the order asked; None for one that is gone."""
    event = elections.working_event(desk)
    at = days.phase(desk) if phase is None else phase
    with desk.reading() as connection:
        return station_list.rows(connection, event.code, numbers, phase=at, required=required_items(desk, at))


def required_items(desk: Desk, phase: int, kind: places.Kind = places.Kind.TPS) -> int:
    """How many required items a place has in a phase."""
    event = elections.working_event(desk)
    return asking.required(elections.page_items(event, desk.identity.place, phase, kind))


def count_stations(desk: Desk, area: str = "") -> int:
    """How many TPS there are, in the whole office or in one region of it."""
    with desk.reading() as connection:
        return station_list.count(connection, settings.event_code(desk), area)


def station(desk: Desk, subject: str, *, phase: int | None = None) -> StationDetail:
    """One TPS in full. Raises NotFound."""
    place = _station_place(subject)
    event = elections.working_event(desk)
    at = days.phase(desk) if phase is None else phase
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        found = station_list.find(connection, event.code, place.code, place.number or 0)
        if found is None or not found.alive:
            raise _missing(place)
        row = station_list.rows(
            connection, event.code, [found.no], phase=at, required=required_items(desk, at)
        )[0]
        if row is None:
            raise _missing(place)
        standing = station_list.standing_at(connection, event.code, place.subject)
        present = station_list.present_indicators(connection, event.code, row.village, row.number)
        teams = team_list.teams_of_district(connection, event.code, row.district)
        district = place_names.named(connection, event.code, [row.district])[row.district]
        reach = region_access.hints(connection, event.code, row.village, [row.village]).get(row.village, "")
    known = risk_indicators.known(desk) if present else {}
    return StationDetail(
        row=row,
        title=f"{row.label} · {row.village_label} · {district.label}",
        address=found.address or "",
        latitude=found.latitude,
        longitude=found.longitude,
        note=found.note or "",
        indicators=tuple(_indicator(known.get(code), code, note) for code, note in present),
        phases=tuple(_phase_standing(desk, one, standing.get(one)) for one in event.phases),
        teams=tuple(teams),
        remarks=tuple(rules.check_voters(event, row.dpt_male, row.dpt_female)),
        special=rules.is_special(row.number),
        offered=tuple(risk_indicators.offered(desk)),
        reach=reach,
        seen=seen,
    )


def create_station(desk: Desk, village: str, number: int, values: dict[str, Any] | None = None) -> int:
    """Add a TPS (`values`: `FIELDS`). Raises Refused for one that is there, or a village that is not."""
    place = territory.require_own(desk, places.station_subject(village, number))
    event = settings.event_code(desk)
    checked = _checked(desk, values or {})

    def work(unit: unit_of_work.Unit) -> int:
        if unit.find(records.REGION, (event, place.code)) is None:
            raise errors.NotFound(N_("Desa/kelurahan {code} tidak ada dalam daftar wilayah."), code=place.code)
        key = (event, place.code, place.number)
        no = unit.find(records.STATION, key)
        if no is not None and unit.projector.state(no, records.STATION.no).alive:
            raise errors.Refused(N_("{station} di {village} sudah ada."), station=_label(place), village=place.code)
        return unit.put(records.STATION, key, checked)

    return transact(desk, N_("TPS baru"), work)


def edit_station(desk: Desk, subject: str, values: dict[str, Any], *, seen: int | None = None) -> int:
    """Alter some of the `FIELDS` of one TPS; returns its record number. Raises Refused.

    `seen`: as the form was filled (`StationDetail.seen`); what came in since is not replaced but stands beside.
    """
    place = territory.require_own(desk, subject)
    key = (settings.event_code(desk), place.code, place.number)
    checked = _checked(desk, values)

    def work(unit: unit_of_work.Unit) -> int:
        no = _existing(unit, key, place)
        unit.set(records.STATION, no, checked, seen=seen)
        return no

    return transact(desk, N_("Data TPS"), work)


def delete_station(desk: Desk, subject: str) -> int:
    """Take a TPS off the list; it stays in the history. Raises Refused while issues about it are open."""
    place = territory.require_own(desk, subject)
    event = settings.event_code(desk)

    def work(unit: unit_of_work.Unit) -> int:
        no = _existing(unit, (event, place.code, place.number), place)
        row = station_list.rows(unit.connection, event, [no], phase=0, required=0)[0]
        if row is not None and row.open_issues:
            raise errors.Refused(
                N_("{station} masih mempunyai {count} permasalahan terbuka. Tutup dahulu."),
                station=_label(place),
                count=row.open_issues,
            )
        unit.delete(records.STATION, no)
        return no

    return transact(desk, N_("TPS dihapus"), work)


def set_indicator(
    desk: Desk, subject: str, indicator: str, present: bool, note: str = "", *, seen: int | None = None
) -> int:
    """Say that an indicator of Bawaslu is present at a TPS, or is not. `seen`: as in `edit_station`."""
    place = territory.require_own(desk, subject)
    code = risk_indicators.find(desk, indicator).code
    event = settings.event_code(desk)

    def work(unit: unit_of_work.Unit) -> int:
        _existing(unit, (event, place.code, place.number), place)
        key = (event, place.code, place.number, code)
        return unit.put(records.STATION_RISK, key, {"present": present, "note": note}, seen=seen)

    return transact(desk, N_("Kerawanan TPS"), work)


def _checked(desk: Desk, values: dict[str, Any]) -> dict[str, Any]:
    field_names.require_known(values, FIELDS, "a station")
    rules.check_voters(elections.working_event(desk), values.get("dpt_male"), values.get("dpt_female"))
    return values


def _existing(unit: unit_of_work.Unit, key: tuple[Any, ...], place: places.Place) -> int:
    no = unit.find(records.STATION, key)
    if no is None or not unit.projector.state(no, records.STATION.no).alive:
        raise _missing(place)
    return no


def _missing(place: places.Place) -> errors.NotFound:
    return errors.NotFound(
        N_("{station} di {village} tidak ada dalam daftar TPS."), station=_label(place), village=place.code
    )


def _label(place: places.Place) -> str:
    return rules.label(place.number or 0)


def _station_place(subject: str) -> places.Place:
    place = places.parse(subject)
    if place.kind is not places.Kind.TPS:
        raise errors.Refused(N_("“{text}” bukan TPS."), text=subject)
    return place


def _indicator(known: risk.Indicator | None, code: str, note: str) -> PresentIndicator:
    if known is None:
        return PresentIndicator(code, code, code, note)
    return PresentIndicator(code, known.label, known.short or known.label, note)


def _phase_standing(desk: Desk, phase: int, row: Any) -> PhaseStanding:
    if row is None:
        return PhaseStanding(phase, readiness.Readiness.NOT_YET, 0, required_items(desk, phase), 0)
    state = readiness.Readiness(row.state)
    return PhaseStanding(phase, state, row.answered, row.required, row.failed)
