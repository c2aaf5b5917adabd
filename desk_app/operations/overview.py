# SPDX-License-Identifier: Apache-2.0
"""The first look: readiness by kecamatan for the table of the home page and the report, and the map of all TPS."""

import bisect
from array import array
from dataclasses import dataclass

from desk_app.data import overview_list, place_names
from desk_app.domain import localities, places, readiness
from desk_app.domain.regions import RegionKind
from desk_app.operations import days, settings
from desk_app.operations.desk import Desk

STATES = overview_list.STATES
"""The order of states in `Mosaic.states`: siap 0, belum lengkap 1, belum 2, masalah 3, berbeda 4."""

MOST_SQUARES = 20_000
"""Beyond so many TPS one square is a village."""


@dataclass(frozen=True, slots=True)
class ReadinessLine:
    """The TPS of one region (a kecamatan; at a kecamatan a village, at a province a kabupaten) in one phase.

    `villages` counts desa/kelurahan, with or without TPS. `dpt_unknown`: TPS whose voters are not known; the sums
    leave them out. ready + incomplete + not_yet + problem + disputed = stations.
    """

    code: str
    name: str
    label: str
    villages: int
    stations: int
    dpt_male: int
    dpt_female: int
    dpt_unknown: int
    ready: int
    incomplete: int
    not_yet: int
    problem: int
    disputed: int

    @property
    def dpt(self) -> int:
        return self.dpt_male + self.dpt_female


@dataclass(frozen=True, slots=True)
class ReadinessTable:
    """The rows in order of code, and their sum. `level` is what a row is, `heading` its noun ("Kecamatan")."""

    phase: int
    level: places.Level
    heading: str
    rows: tuple[ReadinessLine, ...]
    total: ReadinessLine


@dataclass(frozen=True, slots=True)
class MosaicVillage:
    """The squares of one village: from `first` (over the whole mosaic), `count` of them; `stations` TPS in all."""

    code: str
    name: str
    label: str
    first: int
    count: int
    stations: int


@dataclass(frozen=True, slots=True)
class MosaicDistrict:
    """One row of the mosaic. `states`: one byte a square (`STATES`); `ends`: squares up to the end of each village."""

    code: str
    name: str
    states: bytes
    ends: tuple[int, ...]
    villages: tuple[MosaicVillage, ...]


@dataclass(frozen=True, slots=True)
class Mosaic:
    """All TPS in order of place, grouped by kecamatan, then village. Squares are numbered from 0 over all rows.

    `grouped`: one square is a village (its worst state), because there are more than `MOST_SQUARES` TPS.
    """

    phase: int
    grouped: bool
    districts: tuple[MosaicDistrict, ...]
    stations: int
    numbers: "array[int]"
    starts: "array[int]"
    villages: tuple[MosaicVillage, ...]

    def village(self, square: int) -> MosaicVillage:
        """The village of a square."""
        return self.villages[bisect.bisect_right(self.starts, square) - 1]

    def subject(self, square: int) -> str:
        """The TPS of a square, or its village where squares are villages."""
        village = self.village(square)
        if self.grouped:
            return village.code
        return places.station_subject(village.code, self.numbers[square])


def readiness_by_district(desk: Desk, phase: int | None = None, area: str = "") -> ReadinessTable:
    """How the TPS stand in a phase (None: today's), one row a region below the area (the office's own)."""
    at = days.phase(desk) if phase is None else phase
    whole = area or desk.identity.place
    event = settings.event_code(desk)
    width, level = _BELOW[places.level_of(whole)]
    with desk.reading() as connection:
        held = {one.code: one for one in overview_list.counts(connection, event, whole, width)}
        villages = overview_list.villages_by(connection, event, whole, width)
        states = overview_list.states_by(connection, event, whole, at, width)
        regions = place_names.below(connection, event, whole, level)
        missing = held.keys() - {region.code for region in regions}
        regions += place_names.named(connection, event, missing).values()
    rows = []
    for region in sorted(regions, key=lambda one: one.code):
        count = held.get(region.code) or overview_list.Counted(region.code, 0, 0, 0, 0)
        rows.append(_line(region, count, villages.get(region.code, 0), states.get(region.code, {})))
    return ReadinessTable(at, level, _heading(whole, level), tuple(rows), _total(whole, rows))


def mosaic(desk: Desk, phase: int | None = None, area: str = "") -> Mosaic:
    """The states of all TPS in order of place; for a worker (half a second for the whole country)."""
    at = days.phase(desk) if phase is None else phase
    whole = area or desk.identity.place
    event = settings.event_code(desk)
    numbers = array("H")
    with desk.reading() as connection:
        held = overview_list.by_village(connection, event, whole)
        stations = sum(count for _, count in held)
        grouped = stations > MOST_SQUARES
        states: dict[str, int] = {}
        worst: dict[str, dict[readiness.Readiness, int]] = {}
        if grouped:
            worst = overview_list.states_by(connection, event, whole, at, 13)
        else:
            states = overview_list.states(connection, event, whole, at)
            for _, ones in overview_list.numbers(connection, event, whole):
                numbers.extend(ones)
        names = place_names.named(
            connection, event, {code for code, _ in held} | {code[:8] for code, _ in held}
        )
    districts: list[MosaicDistrict] = []
    villages: list[MosaicVillage] = []
    first = 0
    squares, ends, row_first = bytearray(), array("L"), 0
    for place, (code, count) in enumerate(held):
        if grouped:
            squares.append(_worst(worst.get(code, {}), count))
        else:
            for number in numbers[first : first + count]:
                squares.append(states.get(f"{code}-{number:03d}", _NOT_YET))
        size = 1 if grouped else count
        region = names[code]
        villages.append(MosaicVillage(code, region.name, region.label, first, size, count))
        first += size
        ends.append(len(squares))
        if place + 1 == len(held) or held[place + 1][0][:8] != code[:8]:
            district = names[code[:8]]
            districts.append(
                MosaicDistrict(
                    district.code, district.name, bytes(squares), tuple(ends), tuple(villages[row_first:])
                )
            )
            squares, ends, row_first = bytearray(), array("L"), len(villages)
    starts = array("L", (village.first for village in villages))
    return Mosaic(at, grouped, tuple(districts), stations, numbers, starts, tuple(villages))


_NOT_YET = STATES.index(readiness.Readiness.NOT_YET)
_BELOW = {
    places.Level.NATION: (2, places.Level.PROVINCE),
    places.Level.PROVINCE: (5, places.Level.REGENCY),
    places.Level.REGENCY: (8, places.Level.DISTRICT),
    places.Level.DISTRICT: (13, places.Level.VILLAGE),
    places.Level.VILLAGE: (13, places.Level.VILLAGE),
}


def _worst(states: dict[readiness.Readiness, int], stations: int) -> int:
    """A village is what its worst TPS is; it is *belum* only while nothing is known, else *belum lengkap*."""
    if states.get(readiness.Readiness.DISPUTED):
        return STATES.index(readiness.Readiness.DISPUTED)
    if states.get(readiness.Readiness.PROBLEM):
        return STATES.index(readiness.Readiness.PROBLEM)
    ready = states.get(readiness.Readiness.READY, 0)
    if ready >= stations:
        return STATES.index(readiness.Readiness.READY)
    begun = ready + states.get(readiness.Readiness.INCOMPLETE, 0)
    return STATES.index(readiness.Readiness.INCOMPLETE if begun else readiness.Readiness.NOT_YET)


def _line(
    region: place_names.Named,
    count: overview_list.Counted,
    villages: int,
    states: dict[readiness.Readiness, int],
) -> ReadinessLine:
    known = sum(states.get(state, 0) for state in STATES if state is not readiness.Readiness.NOT_YET)
    return ReadinessLine(
        code=region.code,
        name=region.name,
        label=region.label,
        villages=villages,
        stations=count.stations,
        dpt_male=count.dpt_male,
        dpt_female=count.dpt_female,
        dpt_unknown=count.unknown,
        ready=states.get(readiness.Readiness.READY, 0),
        incomplete=states.get(readiness.Readiness.INCOMPLETE, 0),
        not_yet=max(count.stations - known, 0),
        problem=states.get(readiness.Readiness.PROBLEM, 0),
        disputed=states.get(readiness.Readiness.DISPUTED, 0),
    )


def _total(whole: str, rows: list[ReadinessLine]) -> ReadinessLine:
    sums = {name: sum(getattr(row, name) for row in rows) for name in ReadinessLine.__slots__[3:]}
    return ReadinessLine(whole, "Jumlah", "Jumlah", **sums)


def _heading(whole: str, level: places.Level) -> str:
    words = localities.words_for(whole)
    match level:
        case places.Level.PROVINCE:
            return words.province
        case places.Level.REGENCY:
            return "Kabupaten/Kota"
        case places.Level.DISTRICT:
            return words.district
        case _:
            return words.villages


def village_kinds(desk: Desk) -> dict[RegionKind, int]:
    """How many desa, kelurahan and desa adat the office's area has."""
    found: dict[RegionKind, int] = {}
    with desk.reading() as connection:
        for region in place_names.below(
            connection, settings.event_code(desk), desk.identity.place, places.Level.VILLAGE
        ):
            found[region.kind] = found.get(region.kind, 0) + 1
    return found
