# SPDX-License-Identifier: Apache-2.0
"""The region that a paper is about, chosen step by step: as far down as its kind can be about, a TPS for its form."""

from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.domain import places
from desk_app.operations import areas, stations
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import asking
from desk_app.reports import catalogue

Choices = tuple[tuple[object, str], ...]

_ONE_DISTRICT = frozenset({catalogue.DISTRICT.key})
_WHOLE_OR_DISTRICT = frozenset({catalogue.DAILY.key})
_DOWN_TO_STATIONS = frozenset(
    {catalogue.BLANK_FORMS.key, catalogue.FILLED_FORMS.key, catalogue.COUNT_BLANK.key, catalogue.COUNT_STATION.key}
)
_ONE_STATION = frozenset({catalogue.COUNT_STATION.key})
_LARGE = frozenset({catalogue.FILLED_FORMS.key})
"""Not of the whole region at first: everything that was typed would be read for it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One choice of a region within the one before; the first choice is the whole of it, unless one must be chosen."""

    choices: Choices
    chosen: str


def first(desk: Desk, report: str) -> str:
    """The region that a paper begins with when it was just chosen; "" for the whole."""
    if report in _ONE_STATION:
        rows = stations.station_rows(desk, list(stations.station_ids(desk, stations.StationFilter())[:1]))
        return next((row.subject for row in rows if row is not None), "")
    if report not in _ONE_DISTRICT | _LARGE:
        return ""
    below = _below(desk, desk.identity.place)
    return below[0].code if below else ""


def steps(desk: Desk, asked: asking.Asked) -> tuple[Step, ...]:
    """The steps that lead to the region asked for, and one more where there is anything below it."""
    found: list[Step] = []
    listed: Choices
    around = desk.identity.place
    while True:
        below = _below(desk, around)
        if asked.report in _DOWN_TO_STATIONS and places.level_of(around) is places.Level.VILLAGE:
            listed = _stations(desk, around)
        elif not below or (found and asked.report in _ONE_DISTRICT | _WHOLE_OR_DISTRICT):
            return tuple(found)
        else:
            listed = tuple((one.code, one.label) for one in below)
        if not listed:
            return tuple(found)
        chosen = next((str(code) for code, _label in listed if _is_in(asked.area, str(code))), "")
        whole = () if asked.report in _ONE_DISTRICT else (("", _all_words(found)),)
        found.append(Step((*whole, *listed), chosen))
        if not chosen or places.parse(chosen).kind is not None:
            return tuple(found)
        around = chosen


def _all_words(steps: list[Step]) -> str:
    if not steps:
        return _("Seluruh wilayah")
    last = steps[-1]
    return _("Seluruh {region}").format(region=dict(last.choices)[last.chosen])


def _is_in(area: str, code: str) -> bool:
    return bool(area) and places.is_within(area, code)


def _stations(desk: Desk, village: str) -> Choices:
    rows = stations.station_rows(desk, stations.station_ids(desk, stations.StationFilter(area=village)))
    return tuple((row.subject, f"TPS {row.number:03d}") for row in rows if row is not None)


def _below(desk: Desk, place: str) -> list[areas.Area]:
    """The regions one level below one."""
    match places.level_of(place):
        case places.Level.NATION:
            return areas.covered(desk)
        case places.Level.PROVINCE:
            return areas.regencies_of(desk, place)
        case places.Level.REGENCY:
            return areas.districts_of(desk, place)
        case places.Level.DISTRICT:
            return areas.villages(desk, place)
        case _:
            return []
