# SPDX-License-Identifier: Apache-2.0
"""A recap typed in one line, read for this office: which region, which item, how many, when, from whom."""

from dataclasses import dataclass
from datetime import time

from desk_app.domain import errors, watch, words
from desk_app.domain import places as codes
from desk_app.domain import recap_lines as rules
from desk_app.operations import checklist_pages, days, elections, places
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says. `item` "" where it names none; `hour` None where it tells none."""

    place: str
    label: str
    count: int
    total: int | None
    item: str
    hour: time | None
    source: str


def read(desk: Desk, typed: str) -> Line:
    """Read a line such as "Tempe 170 dari 178 TPS buka, 07.30, camat". Raises Refused."""
    said = rules.parse(typed)
    hits = [hit for hit in places.find_places(desk, said.place, 8) if codes.kind_of(hit.subject) is None]
    if not hits:
        raise errors.Refused(N_("Tidak ada wilayah “{text}” di sini. Tulis nama desa atau kecamatan."), text=said.place)
    widest = min(len(hit.subject) for hit in hits)
    named = [hit for hit in hits if len(hit.subject) == widest]
    if len(named) > 1:
        shown = "; ".join(f"{hit.label}, {hit.detail}" for hit in named[:4])
        raise errors.Refused(
            N_("“{text}” dapat berarti beberapa tempat: {places}. Tulis lebih lengkap."), text=said.place, places=shown
        )
    hour = time(said.minute // 60 % 24, said.minute % 60) if said.minute is not None else None
    item = item_named(desk, said.what)
    return Line(named[0].subject, named[0].label, said.count, said.total, item, hour, said.source)


def item_named(desk: Desk, what: str) -> str:
    """The code of the item that some words mean: a measure of voting day, else an item of a checklist of TPS."""
    measure = watch.measure_named(what)
    if measure is not None:
        return measure.value
    wanted = what.casefold().split()
    if not wanted:
        return ""
    event = elections.working_event(desk)
    phase = days.phase(desk)
    asked = [
        item
        for at in sorted(event.phases, key=lambda one: one != phase)
        for item in elections.page_items(event, desk.identity.place, at, codes.Kind.TPS)
    ]
    for item in asked:
        if item.code == what or all(word in checklist_pages.item_label(item).casefold() for word in wanted):
            return item.code
    raise errors.Refused(N_("Tidak ada butir “{text}”. Pilih butirnya dalam daftar."), text=what)
