# SPDX-License-Identifier: Apache-2.0
"""The first look: readiness by kecamatan for the table of the home page and the report, and the map of all TPS."""

import bisect
import itertools
from array import array
from dataclasses import dataclass
from enum import StrEnum

from desk_app.data import overview_list, place_names
from desk_app.domain import localities, places, readiness
from desk_app.domain.regions import RegionKind
from desk_app.operations import days, settings
from desk_app.operations.desk import Desk

STATES = overview_list.STATES
"""The order of states in `Mosaic.states`: siap 0, belum lengkap 1, belum 2, masalah 3, berbeda 4."""

MOST_SQUARES = 20_000
"""More squares than this are put together."""


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


class Square(StrEnum):
    """What one square of the mosaic is."""

    STATION = "tps"
    VILLAGE = "desa"
    DISTRICT = "kecamatan"


@dataclass(frozen=True, slots=True)
class MosaicGroup:
    """Squares that stand together: those from `first` (counted over the whole mosaic), `count` of them.

    A village (of TPS, or as one square), or a kabupaten whose squares are kecamatan. `stations`: its TPS in all.
    """

    code: str
    name: str
    label: str
    first: int
    count: int
    stations: int


@dataclass(frozen=True, slots=True)
class MosaicRow:
    """One row: a kecamatan, or a province whose groups are kabupaten.

    `states`: one byte a square, its place in `STATES`. `ends`: squares of this row up to the end of each group.
    """

    code: str
    name: str
    states: bytes
    ends: tuple[int, ...]
    groups: tuple[MosaicGroup, ...]


@dataclass(frozen=True, slots=True)
class Mosaic:
    """All TPS in order of place. Squares are numbered from 0 over all rows.

    One square is a TPS; beyond `MOST_SQUARES` of them a village; beyond as many villages a kecamatan: then it shows
    the worst that is in it.
    """

    phase: int
    square: Square
    stations: int
    rows: tuple[MosaicRow, ...]
    groups: tuple[MosaicGroup, ...]
    codes: tuple[str, ...]
    """Of each square that is no TPS, its region."""
    numbers: "array[int]"
    """Of each square that is a TPS, its number."""
    starts: "array[int]"

    @property
    def states(self) -> bytes:
        """The states of all squares."""
        return b"".join(row.states for row in self.rows)

    def group(self, square: int) -> MosaicGroup:
        """The group of a square."""
        return self.groups[bisect.bisect_right(self.starts, square) - 1]

    def subject(self, square: int) -> str:
        """The TPS of a square, or the region it is; `StationFilter.subjects` takes TPS and villages."""
        if self.square is Square.STATION:
            return places.station_subject(self.group(square).code, self.numbers[square])
        return self.codes[square]


def readiness_by_district(desk: Desk, phase: int | None = None, area: str = "") -> ReadinessTable:
    """How the TPS stand in a phase (None: today's), one row a region below the area (the office's own)."""
    at = days.phase(desk) if phase is None else phase
    whole = area or desk.identity.place
    event = settings.event_code(desk)
    width, level = BELOW[places.level_of(whole)]
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
    return ReadinessTable(at, level, heading(whole, level), tuple(rows), _total(whole, rows))


def mosaic(desk: Desk, phase: int | None = None, area: str = "") -> Mosaic:
    """The states of all TPS in order of place; for a worker (a second for the whole country)."""
    at = days.phase(desk) if phase is None else phase
    whole = area or desk.identity.place
    event = settings.event_code(desk)
    numbers = array("H")
    states: dict[str, int] = {}
    counted: dict[str, dict[readiness.Readiness, int]] = {}
    with desk.reading() as connection:
        held = overview_list.by_village(connection, event, whole)
        stations = sum(count for _, count in held)
        square = Square.STATION
        if stations > MOST_SQUARES:
            square = Square.VILLAGE if len(held) <= MOST_SQUARES else Square.DISTRICT
        width = WIDTHS[square]
        if square is Square.STATION:
            states = overview_list.states(connection, event, whole, at)
            for _, ones in overview_list.numbers(connection, event, whole):
                numbers.extend(ones)
        else:
            counted = overview_list.states_by(connection, event, whole, at, width.square)
            held = summed(held, width.square)
        cut = {code[: width.group] for code, _ in held} | {code[: width.row] for code, _ in held}
        names = place_names.named(connection, event, cut)
    squares: list[tuple[str, int, bytes]] = []
    first = 0
    for code, count in held:
        if square is Square.STATION:
            known = bytes(
                states.get(f"{code}-{number:03d}", _NOT_YET) for number in numbers[first : first + count]
            )
            first += count
        else:
            known = bytes((_worst(counted.get(code, {}), count),))
        squares.append((code, count, known))
    rows, groups = laid_out(squares, width, names)
    return Mosaic(
        phase=at,
        square=square,
        stations=stations,
        rows=rows,
        groups=groups,
        codes=() if square is Square.STATION else tuple(code for code, _ in held),
        numbers=numbers,
        starts=array("L", (group.first for group in groups)),
    )


@dataclass(frozen=True, slots=True)
class Width:
    """Lengths of the codes of a square, of its group and of its row."""

    square: int
    group: int
    row: int


WIDTHS = {
    Square.STATION: Width(13, 13, 8),
    Square.VILLAGE: Width(13, 13, 8),
    Square.DISTRICT: Width(8, 5, 2),
}


def summed(held: list[tuple[str, int]], width: int) -> list[tuple[str, int]]:
    """Counts by region, in order; the regions given are in order already."""
    return [
        (code, sum(count for _, count in ones))
        for code, ones in itertools.groupby(held, key=lambda one: one[0][:width])
    ]


def laid_out(
    squares: list[tuple[str, int, bytes]], width: Width, names: dict[str, place_names.Named]
) -> tuple[tuple[MosaicRow, ...], tuple[MosaicGroup, ...]]:
    """Squares (region, TPS in it, states), in order, as rows and groups."""
    rows: list[MosaicRow] = []
    groups: list[MosaicGroup] = []
    first = 0
    for row_code, in_row in itertools.groupby(squares, key=lambda one: one[0][: width.row]):
        begun, states, ends = len(groups), bytearray(), []
        for code, in_group in itertools.groupby(in_row, key=lambda one: one[0][: width.group]):
            start, stations = len(states), 0
            for _, count, known in in_group:
                states += known
                stations += count
            region = names[code]
            size = len(states) - start
            groups.append(MosaicGroup(code, region.name, region.label, first, size, stations))
            first += size
            ends.append(len(states))
        name = names[row_code].name
        rows.append(MosaicRow(row_code, name, bytes(states), tuple(ends), tuple(groups[begun:])))
    return tuple(rows), tuple(groups)


_NOT_YET = STATES.index(readiness.Readiness.NOT_YET)
BELOW = {
    places.Level.NATION: (2, places.Level.PROVINCE),
    places.Level.PROVINCE: (5, places.Level.REGENCY),
    places.Level.REGENCY: (8, places.Level.DISTRICT),
    places.Level.DISTRICT: (13, places.Level.VILLAGE),
    places.Level.VILLAGE: (13, places.Level.VILLAGE),
}


def _worst(states: dict[readiness.Readiness, int], stations: int) -> int:
    """A region is what its worst TPS is, but *belum* only while nothing is known of any of them."""
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


def heading(whole: str, level: places.Level) -> str:
    """The noun over the regions of a level, as they say it there."""
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
