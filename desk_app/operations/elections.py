# SPDX-License-Identifier: Apache-2.0
"""Election events and their checklists, as this office works with them.

An event is a template from `resources/elections`, overridden by the `election` record of the office's regency where
the kabupaten has made one; an office without such a record works on the template.
"""

import functools
from dataclasses import replace
from datetime import date

from desk_app.base import paths
from desk_app.data import masters, unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import checklists, elections, errors, places, records, words
from desk_app.domain.checklists import Template
from desk_app.domain.elections import Event
from desk_app.operations import settings
from desk_app.operations.desk import Desk

N_ = words.N_

TEMPLATES = ("pemilu-2024", "pilkada-2024")


@functools.cache
def template(code: str) -> Event:
    """An event as the program brings it. Raises NotFound."""
    if code not in TEMPLATES:
        raise errors.NotFound(N_("Tidak ada pemilihan “{code}”."), code=code)
    return elections.parse(paths.resource_bytes("elections", f"{code}.toml"))


@functools.cache
def checklist() -> Template:
    return checklists.parse(paths.resource_bytes("checklists", "kesiapan.toml"))


def event(connection: Connection, code: str, place: str) -> Event:
    """The event `code` as the region `place` votes in it, with what its regency has written over the template."""
    regency = places.regency_of(place) or place
    row = masters.election(connection, regency, code)
    base = template(code if code in TEMPLATES else (row.template if row else None) or code)
    if row is not None:
        base = replace(
            base,
            code=code,
            name=row.name or base.name,
            voting_day=date.fromisoformat(row.voting_day) if row.voting_day else base.voting_day,
            max_voters=row.most_voters or base.max_voters,
            reserve_per_mille=base.reserve_per_mille if row.reserve is None else row.reserve,
        )
    return elections.for_region(base, place)


def checklist_for(chosen: Event, place: str) -> Template:
    """The checklist of an event as a region votes in it."""
    known = _opened.get((chosen.races, place))
    if known is None:
        known = _opened[chosen.races, place] = checklists.for_event(checklist(), chosen, place)
    return known


def page_items(chosen: Event, place: str, phase: int, kind: places.Kind) -> tuple[checklists.Item, ...]:
    """The items of one page of the checklist: a phase at one kind of place."""
    known = _pages.get((chosen.races, place, phase, kind))
    if known is None:
        known = tuple(checklists.items_for(checklist_for(chosen, place), phase, kind))
        _pages[chosen.races, place, phase, kind] = known
    return known


_opened: dict[tuple[tuple[elections.Race, ...], str], Template] = {}
_pages: dict[tuple[tuple[elections.Race, ...], str, int, places.Kind], tuple[checklists.Item, ...]] = {}


def working_event(desk: Desk, code: str | None = None) -> Event:
    """The event the office works on (or the one with this code), as its region votes in it; remembered."""
    chosen = code or settings.event_code(desk)
    known = desk.remembered.get(f"event {chosen}")
    if not isinstance(known, Event):
        with desk.reading() as connection:
            known = event(connection, chosen, desk.identity.place)
        desk.remembered[f"event {chosen}"] = known
    return known


def codes(connection: Connection, place: str) -> list[str]:
    """The events an office can work on: those of the program and those its regency has made."""
    own = masters.election_codes(connection, places.regency_of(place) or place)
    return list(dict.fromkeys([*TEMPLATES, *own]))


def is_written(connection: Connection, place: str, code: str) -> bool:
    """Whether a regency has written this event into its journal."""
    return masters.election(connection, place, code) is not None


def write_election(
    unit: unit_of_work.Unit, place: str, chosen: Event, regions_version: str, template_code: str = ""
) -> int:
    """Write an event of a regency into the journal, so that its numbers travel to the kecamatan.

    `template_code`: the event of the program that an event of the regency's own was made from.
    """
    return unit.put(
        records.ELECTION,
        (place, chosen.code),
        {
            "name": chosen.name,
            "voting_day": chosen.voting_day.isoformat(),
            "most_voters": chosen.max_voters,
            "reserve": chosen.reserve_per_mille,
            "races": ",".join(race.code for race in chosen.races),
            "template": template_code or chosen.code,
            "regions_version": regions_version,
        },
    )
