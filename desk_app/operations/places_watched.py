# SPDX-License-Identifier: Apache-2.0
"""Places beside the TPS that the checklist watches — stores, PPK, PPS, posko — and what each kind is called."""

from dataclasses import dataclass

from desk_app.base import text
from desk_app.data import checklist_rows, overview_list, place_names
from desk_app.domain import places, readiness, words
from desk_app.domain.checklists import asking
from desk_app.operations import days, elections
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class WatchedPlace:
    """A gudang, PPK, PPS or posko and how it stands in a phase; `failed` counts its failed items."""

    subject: str
    label: str
    kind: places.Kind
    state: readiness.Readiness
    answered: int
    required: int
    open_issues: int
    failed: int = 0

    @property
    def unrecorded(self) -> bool:
        """Something failed here, and no issue is open."""
        return self.failed > 0 and not self.open_issues


KIND_LABELS: dict[places.Kind, str] = {
    places.Kind.GUDANG: N_("Gudang KPU"),
    places.Kind.PPK: N_("Panitia Pemilihan Kecamatan (PPK)"),
    places.Kind.PPS: N_("Panitia Pemungutan Suara (PPS)"),
    places.Kind.POSKO: N_("Posko"),
    places.Kind.TPS: N_("TPS"),
}
WHERE: dict[places.Kind, places.Level] = {
    places.Kind.GUDANG: places.Level.REGENCY,
    places.Kind.PPK: places.Level.DISTRICT,
    places.Kind.PPS: places.Level.VILLAGE,
}


def listed(desk: Desk, phase: int | None = None) -> list[WatchedPlace]:
    """The gudang, PPK, PPS and posko of the office's area; `phase` None is today's."""
    event = elections.working_event(desk)
    at = days.phase(desk) if phase is None else phase
    area = desk.identity.place
    asked = {kind for item in elections.checklist_for(event, area).items for kind in item.places}
    found: list[tuple[places.Place, place_names.Named]] = []
    with desk.reading() as connection:
        for kind, level in WHERE.items():
            if kind in asked:
                for region in place_names.below(connection, event.code, area, level):
                    found.append((places.parse(f"{region.code}/{kind}"), region))
        if places.Kind.POSKO in asked:
            own = place_names.named(connection, event.code, [area])[area]
            posko = [own]
            if places.level_of(area) is places.Level.REGENCY:
                posko += place_names.below(connection, event.code, area, places.Level.DISTRICT)
            if area != places.NATION:
                found.extend((places.parse(f"{region.code}/{places.Kind.POSKO}"), region) for region in posko)
        subjects = [place.subject for place, _ in found]
        # A second gudang, a posko elsewhere: nobody expects it, but what was filled in for it must be seen.
        others = [places.parse(one) for one in overview_list.other_places(connection, event.code, at)]
        others = [place for place in others if place.subject not in set(subjects)]
        regions = place_names.named(connection, event.code, [place.code for place in others])
        found += [(place, regions[place.code]) for place in others]
        subjects += [place.subject for place in others]
        stands = overview_list.standing_of(connection, event.code, subjects, at)
        waiting = checklist_rows.issues_by_subject(connection, event.code, subjects)
    made = []
    for place, region in found:
        kind = place.kind or places.Kind.POSKO
        required = asking.required(elections.page_items(event, area, at, kind))
        row = stands.get(place.subject)
        made.append(
            WatchedPlace(
                subject=place.subject,
                label=title_of(place, region),
                kind=kind,
                state=readiness.Readiness(row.state) if row else readiness.Readiness.NOT_YET,
                answered=row.answered if row else 0,
                required=row.required if row else required,
                open_issues=waiting.get(place.subject, 0),
                failed=row.failed if row else 0,
            )
        )
    return made


def title_of(place: places.Place, region: place_names.Named) -> str:
    """What a person calls a place: "TPS 005 · Kel. Maddukkelleng", "Gudang KPU · Kabupaten Wajo"."""
    if place.kind is None:
        return region.label
    if place.kind is places.Kind.TPS:
        return f"TPS {place.number:03d} · {region.label}"
    number = f" {place.number}" if place.number else ""
    short = _SHORT[place.kind]
    if place.kind is places.Kind.GUDANG and place.level is not WHERE[place.kind]:
        short = N_("Gudang")
    return f"{text._(short)}{number} · {region.label}"


_SHORT = {
    places.Kind.GUDANG: N_("Gudang KPU"),
    places.Kind.PPK: N_("PPK"),
    places.Kind.PPS: N_("PPS"),
    places.Kind.POSKO: N_("Posko"),
}
