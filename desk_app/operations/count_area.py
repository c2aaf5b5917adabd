# SPDX-License-Identifier: Apache-2.0
"""Which part of the count is asked: a race and a region, its parts one level down or further, and when."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk_app.data import count_rows, overview_list, place_names, station_list
from desk_app.domain import elections as election_rules
from desk_app.domain import errors, places, words
from desk_app.domain import stations as station_rules
from desk_app.domain.counts import words as count_words
from desk_app.operations import days, elections, overview, settings
from desk_app.operations.desk import Desk

N_ = words.N_

STATIONS = places.Kind.TPS.value
"""The level below a village: its TPS."""

_WIDTHS = {
    places.Level.PROVINCE.value: 2,
    places.Level.REGENCY.value: 5,
    places.Level.DISTRICT.value: 8,
    places.Level.VILLAGE.value: 13,
}
_LEVELS = (*_WIDTHS, STATIONS)


@dataclass(frozen=True, slots=True)
class Area:
    """A race in a region. `level`: what its parts are ("kecamatan", "desa", "tps"), `heading` the noun over them.

    `width`: of the codes of the parts; 0 where they are TPS. `name` is the region's with its noun; `at`: the moment.
    """

    event: str
    race: election_rules.Race
    region: str
    name: str
    level: str
    heading: str
    width: int
    at: int

    @property
    def of_stations(self) -> bool:
        return self.level == STATIONS


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an area. `where`: the village of a TPS, "" else. `voters`: of the DPT, as far as the register knows."""

    code: str
    name: str
    label: str
    where: str
    stations: int
    voters: int


def area(desk: Desk, race: str, region: str = "", level: str = "") -> Area:
    """What was asked, checked: `region` "" is the office's own area, `level` "" the next one below it.

    Raises Refused, NotFound and NotPermitted.
    """
    whole = places.parse_code(region) if region else desk.identity.place
    if not places.is_within(whole, desk.identity.place):
        raise errors.NotPermitted(N_("{code} di luar wilayah {office}."), code=whole, office=desk.identity.name)
    event = elections.event_at(desk, whole)
    known = next((one for one in event.races if one.code == race), None)
    if known is None:
        raise errors.NotFound(N_("Tidak ada jenis pemilihan “{code}”."), code=race)
    own = places.level_of(whole)
    below = STATIONS if own is places.Level.VILLAGE else overview.BELOW[own][1].value
    chosen = level or below
    if chosen not in _LEVELS or _LEVELS.index(chosen) < _LEVELS.index(below):
        raise errors.Refused(N_("Tidak ada bagian “{level}” di wilayah ini."), level=chosen)
    with desk.reading() as connection:
        name = place_names.named(connection, event.code, [whole])[whole].label
    heading = "TPS" if chosen == STATIONS else overview.heading(whole, places.Level(chosen))
    return Area(event.code, known, whole, name, chosen, heading, _WIDTHS.get(chosen, 0), desk.now())


def trail(desk: Desk, region: str) -> tuple[tuple[str, str], ...]:
    """From the office's own area down to a region: codes and names."""
    own = desk.identity.place
    codes = [code for code in (region, *places.ancestors(region)) if places.is_within(code, own)]
    with desk.reading() as connection:
        named = place_names.named(connection, settings.event_code(desk), codes)
    return tuple((code, named[code].label) for code in reversed(codes))


def parts(desk: Desk, asked: Area) -> list[Part]:
    """The parts of an area that have TPS, in the order of their codes; those without any are named too."""
    with desk.reading() as connection:
        if asked.of_stations:
            rows = list(station_list.all_rows(connection, asked.event, asked.region))
            names = place_names.named(connection, asked.event, {row.village for row in rows})
            return [
                Part(
                    places.station_subject(row.village, row.number),
                    station_rules.label(row.number),
                    station_rules.label(row.number),
                    names[row.village].label,
                    1,
                    station_rules.voters(row.dpt_male, row.dpt_female) or 0,
                )
                for row in rows
            ]
        held = {one.code: one for one in overview_list.counts(connection, asked.event, asked.region, asked.width)}
        regions = place_names.below(connection, asked.event, asked.region, places.Level(asked.level))
        missing = held.keys() - {one.code for one in regions}
        regions += place_names.named(connection, asked.event, missing).values()
    none = overview_list.Counted("", 0, 0, 0, 0)
    found = []
    for one in sorted(regions, key=lambda region: region.code):
        counted = held.get(one.code, none)
        voters = counted.dpt_male + counted.dpt_female
        found.append(Part(one.code, one.name, one.label, "", counted.stations, voters))
    return found


def copied(desk: Desk, asked: Area) -> dict[str, tuple[int, int]]:
    """By part, without any figure: TPS of which a whole copy came in, and those of which only a part did."""
    with desk.reading() as connection:
        if asked.of_stations:
            held = count_rows.copied(connection, asked.event, asked.race.code, asked.region)
            return {
                places.station_subject(village, number): (int(whole), int(not whole))
                for (village, number), whole in held.items()
            }
        rows = count_rows.progress(
            connection, asked.event, asked.width, race=asked.race.code, region=asked.region
        )
        return {row.region: (row.whole, row.part) for row in rows}


def came_in(desk: Desk, asked: Area, done: int, stations: int) -> words.Phrase:
    """How far the copies are: "Data masuk 170 dari 178 TPS (95,51 %) per 14-02-2024 pukul 21.30 WITA"."""
    local = days.local(desk, asked.at)
    return count_words.progress(done, stations, local.strftime("%d-%m-%Y"), local.strftime("%H.%M %Z"))


def named_villages(desk: Desk, asked: Area, villages: Iterable[str]) -> dict[str, place_names.Named]:
    """Villages by their codes, for lists of TPS."""
    with desk.reading() as connection:
        return place_names.named(connection, asked.event, villages)

