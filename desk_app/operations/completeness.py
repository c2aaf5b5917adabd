# SPDX-License-Identifier: Apache-2.0
"""Kelengkapan isian: complete, partial, missing, disagreeing, by phase, kecamatan, desa, TPS and item."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from desk_app.data import completeness_list, overview_list, place_names
from desk_app.data.database import Connection
from desk_app.domain import places
from desk_app.domain.completeness import Completeness, Tally, of_place
from desk_app.operations import checklist_pages, days, elections
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class RegionLine:
    """The TPS of one region in one phase."""

    code: str
    name: str
    label: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item over all TPS of an area. `conditional`: asked only of some of them, so none of them is missing it.

    `partial` counts answers that are to be looked at again.
    """

    code: str
    no: int
    label: str
    required: bool
    conditional: bool
    tally: Tally


@dataclass(frozen=True, slots=True)
class PhaseLine:
    """All TPS of an area in one phase, with its day."""

    phase: int
    day: date
    tally: Tally


@dataclass(frozen=True, slots=True)
class Table:
    """One phase: by region below the area (in a village by TPS), by item, all together; each phase with its day."""

    phase: int
    area: str
    label: str
    regions: tuple[RegionLine, ...]
    items: tuple[ItemLine, ...]
    phases: tuple[PhaseLine, ...]
    total: Tally


_BELOW = {
    places.Level.NATION: (2, places.Level.PROVINCE),
    places.Level.PROVINCE: (5, places.Level.REGENCY),
    places.Level.REGENCY: (8, places.Level.DISTRICT),
    places.Level.DISTRICT: (13, places.Level.VILLAGE),
    places.Level.VILLAGE: (13, places.Level.VILLAGE),
}


def table(desk: Desk, phase: int | None = None, area: str = "") -> Table:
    """How complete the answers of an area (the office's own) are; `phase` None is today's."""
    at = days.phase(desk) if phase is None else phase
    whole = area or desk.identity.place
    event = elections.working_event(desk)
    width, level = _BELOW[places.level_of(whole)]
    with desk.reading() as connection:
        held = {one.code: one.stations for one in overview_list.counts(connection, event.code, whole, width)}
        known = completeness_list.by_region(connection, event.code, whole, width)
        regions = {one.code: one for one in place_names.below(connection, event.code, whole, level)}
        regions |= place_names.named(connection, event.code, held.keys() - regions.keys())
        own = place_names.named(connection, event.code, [whole])[whole]
        single = places.level_of(whole) is places.Level.VILLAGE
        each = _by_station(connection, event.code, whole, at) if single else ()
    stations = sum(held.values())
    lines = each or tuple(
        RegionLine(code, region.name, region.label, replace(known.get((code, at), Tally(0)), places=held.get(code, 0)))
        for code, region in sorted(regions.items())
    )
    phases = tuple(
        PhaseLine(one, event.voting_day + timedelta(days=one), _sum(known, one, stations)) for one in event.phases
    )
    return Table(at, whole, own.label, lines, items(desk, at, whole), phases, _sum(known, at, stations))


def _by_station(connection: Connection, event: str, village: str, phase: int) -> tuple[RegionLine, ...]:
    subjects = [
        places.station_subject(code, number)
        for code, numbers in overview_list.numbers(connection, event, village)
        for number in numbers
    ]
    known = completeness_list.by_region(connection, event, village, len(f"{village}-001"))
    return tuple(
        RegionLine(one, f"TPS {one[-3:]}", f"TPS {one[-3:]}", replace(known.get((one, phase), Tally(0)), places=1))
        for one in subjects
    )


def items(desk: Desk, phase: int | None = None, area: str = "") -> tuple[ItemLine, ...]:
    """Each item of the TPS in a phase (None: today's) over an area."""
    at = days.phase(desk) if phase is None else phase
    whole = area or desk.identity.place
    event = elections.event_at(desk, whole) if whole != places.NATION else elections.working_event(desk)
    asked = elections.page_items(event, desk.identity.place, at, places.Kind.TPS)
    width = _BELOW[places.level_of(whole)][0]
    minimum = {item.code: item.minimum for item in asked if item.minimum}
    with desk.reading() as connection:
        stations = sum(one.stations for one in overview_list.counts(connection, event.code, whole, width))
        found = completeness_list.by_item(connection, event.code, whole, [item.code for item in asked])
        again = completeness_list.given_before(connection, event.code, whole, minimum) if minimum else {}
    lines = []
    for item in asked:
        tally, old = found.get(item.code, Tally(0)), again.get(item.code, 0)
        conditional = item.condition is not None
        answered = tally.complete + tally.disagreeing
        lines.append(
            ItemLine(
                item.code,
                item.no,
                checklist_pages.item_label(item),
                item.required,
                conditional,
                Tally(answered if conditional else stations, tally.complete - old, old, tally.disagreeing),
            )
        )
    return tuple(lines)


def again(desk: Desk) -> dict[int, int]:
    """How many answers of the office's TPS are to be looked at again, by phase; phases without any are left out.

    As many as `items` counts partial there.
    """
    event, place = elections.working_event(desk), desk.identity.place
    found: dict[int, int] = {}
    with desk.reading() as connection:
        for phase in event.phases:
            asked = elections.page_items(event, place, phase, places.Kind.TPS)
            minimum = {item.code: item.minimum for item in asked if item.minimum}
            if minimum:
                old = completeness_list.given_before(connection, event.code, place, minimum)
                if sum(old.values()):
                    found[phase] = sum(old.values())
    return found


def of_subject(desk: Desk, subject: str) -> dict[int, Completeness]:
    """The state of one place in each phase."""
    event = elections.event_at(desk, subject)
    found: dict[int, Completeness] = {}
    with desk.reading() as connection:
        for phase in event.phases:
            row = overview_list.standing_of(connection, event.code, [subject], phase).get(subject)
            found[phase] = (
                Completeness.MISSING
                if row is None
                else of_place(row.required, row.answered, row.optional, row.unsettled, row.disputed)
            )
    return found


def _sum(known: dict[tuple[str, int], Tally], phase: int, stations: int) -> Tally:
    summed = sum((tally for (_region, at), tally in known.items() if at == phase), Tally(0))
    return replace(summed, places=stations)
