# SPDX-License-Identifier: Apache-2.0
"""Election events and their checklists, as this office works with them.

An event is a template from `resources/elections`, overridden by the `election` record of the office's regency where
the kabupaten has made one; an office without such a record works on the template.
"""

import functools
from dataclasses import replace
from datetime import date

from desk_app.base import paths
from desk_app.data import checklist_versions, masters, unit_of_work
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


CHECKLIST = "kesiapan"
"""The code of the checklist."""


@functools.cache
def shipped_checklist() -> checklists.Outline:
    """The checklist as the program brings it: version 1 of every office."""
    return checklists.outline(paths.resource_bytes("checklists", f"{CHECKLIST}.toml"))


@functools.cache
def checklist() -> Template:
    """The items of the checklist as the program brings it."""
    return checklists.opened(shipped_checklist())


@functools.lru_cache(maxsize=64)
def checklist_outline(content: str) -> checklists.Outline | None:
    """A published checklist as it is written, None where this version of the program cannot read it."""
    try:
        return checklists.outline(content.encode())
    except errors.Damaged:
        return None


def outline_of(chosen: Event) -> checklists.Outline:
    """The checklist that an event is worked on with, as it is written."""
    return (checklist_outline(chosen.checklist) if chosen.checklist else None) or shipped_checklist()


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
            races=_with_pairs(base.races, row.pairs or ""),
        )
    for version in checklist_versions.published(connection, code, regency, CHECKLIST):
        outline = checklist_outline(version.content)
        if outline is not None:
            phases = outline.phases or base.phases
            base = replace(base, checklist=version.content, checklist_minimum=version.minimum, phases=phases)
            break
    return elections.for_region(base, place)


def _with_pairs(races: tuple[elections.Race, ...], written: str) -> tuple[elections.Race, ...]:
    """The races with how many candidate pairs each has: "gubernur=2,bupati=4"."""
    known = dict(part.partition("=")[::2] for part in written.split(",") if part)
    return tuple(
        replace(race, pairs=int(known[race.code]) if known.get(race.code, "").isdigit() else race.pairs)
        for race in races
    )


def checklist_for(chosen: Event, place: str) -> Template:
    """The checklist of an event as a region votes in it."""
    key = (chosen.checklist, chosen.checklist_minimum, chosen.races, place)
    known = _opened.get(key)
    if known is None:
        outline = outline_of(chosen)
        minimum = min(chosen.checklist_minimum, outline.version)
        known = checklists.for_event(checklists.opened(outline, minimum), chosen, place)
        if len(_opened) >= _MOST_KEPT:
            _opened.clear()
        _opened[key] = known
    return known


def page_items(chosen: Event, place: str, phase: int, kind: places.Kind) -> tuple[checklists.Item, ...]:
    """The items of one page of the checklist: a phase at one kind of place."""
    key = (chosen.checklist, chosen.checklist_minimum, chosen.races, place, phase, kind)
    known = _pages.get(key)
    if known is None:
        known = tuple(checklists.items_for(checklist_for(chosen, place), phase, kind))
        if len(_pages) >= _MOST_KEPT:
            _pages.clear()
        _pages[key] = known
    return known


_MOST_KEPT = 2000
_opened: dict[tuple[str, int, tuple[elections.Race, ...], str], Template] = {}
_pages: dict[tuple[str, int, tuple[elections.Race, ...], str, int, places.Kind], tuple[checklists.Item, ...]] = {}


def working_event(desk: Desk, code: str | None = None) -> Event:
    """The event the office works on (or the one with this code), as its region votes in it; remembered."""
    chosen = code or settings.event_code(desk)
    known = desk.remembered.get(f"event {chosen}")
    if not isinstance(known, Event):
        with desk.reading() as connection:
            known = event(connection, chosen, desk.identity.place)
        desk.remembered[f"event {chosen}"] = known
    return known


def template_phases(desk: Desk) -> tuple[int, ...]:
    """The phases of the election worked on, before a checklist brings others."""
    code = settings.event_code(desk)
    if code not in TEMPLATES:
        with desk.reading() as connection:
            regency = places.regency_of(desk.identity.place) or desk.identity.place
            row = masters.election(connection, regency, code)
        code = (row.template if row else None) or code
    return template(code).phases


def event_at(desk: Desk, subject: str, code: str | None = None) -> Event:
    """The event as the regency of a place works on it: an office above sees each with its own checklist."""
    regency = places.regency_of(places.parse(subject).code)
    if regency is None or places.is_within(desk.identity.place, regency):
        return working_event(desk, code)
    chosen = code or settings.event_code(desk)
    known = desk.remembered.get(f"event {chosen} {regency}")
    if not isinstance(known, Event):
        with desk.reading() as connection:
            known = event(connection, chosen, regency)
        desk.remembered[f"event {chosen} {regency}"] = known
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
