# SPDX-License-Identifier: Apache-2.0
"""One issue over many places: added by typing or choosing many, taken away one by one, each as burdened as the first.

Further places lie in the scope of their issue, so an issue of a kecamatan has its places there; what is about several
kecamatan is written down at the region that they share.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk_app.data import duplicates, issue_parts, scoping, station_filter, station_list, unit_of_work
from desk_app.domain import errors, places, records, words
from desk_app.operations import issue_secrecy, settings, territory
from desk_app.operations import places as finding
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

MOST = 2000
"""Further places of one issue."""

_RANGE = re.compile(
    r"\b(?:tps\s*)?0*(?P<first>\d{1,3})\s*(?:-|–|s\.?d\.?|sampai)\s*0*(?P<last>\d{1,3})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Read:
    """Places that were typed, and the parts that name none, or several."""

    places: tuple[finding.PlaceHit, ...]
    unknown: tuple[str, ...]


def read(desk: Desk, typed: str) -> Read:
    """Places as they were typed, between commas, semicolons or lines: "tem 5; tem 7", "1-10 maddukelleng", codes."""
    found: dict[str, finding.PlaceHit] = {}
    unknown = []
    for part in re.split(r"[;,\n]", typed):
        for one in _each(part.strip()) if part.strip() else ():
            hits = _only(desk, one)
            if not hits:
                unknown.append(one)
            for hit in hits:
                found.setdefault(hit.subject, hit)
    return Read(tuple(found.values()), tuple(unknown))


def stations_of(desk: Desk, area: str) -> list[str]:
    """Every TPS of a region, to be chosen all at once."""
    place = territory.require_own(desk, area)
    event = settings.event_code(desk)
    with desk.reading() as connection:
        numbers = station_list.ids(connection, event, station_filter.StationFilter(area=place.code), limit=MOST)
        rows = station_list.rows(connection, event, numbers, phase=0, required=0)
    return [row.subject for row in rows if row is not None]


def arranged(desk: Desk, place: str, further: Sequence[str]) -> tuple[str, list[str]]:
    """The first place of a new issue and the others: of several kecamatan the first is the region they share."""
    named = [one for one in (place, *further) if one]
    listed = list(dict.fromkeys(territory.require_own(desk, one).subject for one in named))
    if not listed:
        return desk.identity.place, []
    shared = _shared(listed)
    if len({scoping.scope_place(one) for one in listed}) > 1 and listed[0] != shared:
        listed.insert(0, shared)
    return listed[0], [one for one in listed[1:] if one != listed[0]]


def put(unit: unit_of_work.Unit, event: str, no: int, first: str, further: Iterable[str]) -> list[int]:
    """Add further places to an issue inside a transaction; those it has already are left out. Raises Refused."""
    has = {first, *(row.place for row in issue_parts.places_of(unit.connection, no))}
    wanted = [one for one in dict.fromkeys(further) if one not in has]
    if len(has) + len(wanted) > MOST:
        raise errors.Refused(N_("Paling banyak {most} tempat pada satu permasalahan."), most=MOST)
    scope = duplicates.scope_of(unit.connection, no)
    for one in wanted:
        if scope is not None and not places.is_within(one, scope.place):
            raise errors.Refused(
                N_(
                    "{place} di luar wilayah permasalahan ini. Catat permasalahan baru dengan tempat-tempat dari semua "
                    "kecamatannya, lalu tautkan."
                ),
                place=one,
            )
    return [unit.create(records.ISSUE_PLACE, {"issue": no, "event": event, "place": one}) for one in wanted]


def add(desk: Desk, no: int, subjects: Iterable[str]) -> int:
    """Say that an issue is at further places too; returns how many were added. Raises Refused."""
    wanted = [territory.require_own(desk, one).subject for one in subjects]

    def work(unit: unit_of_work.Unit) -> int:
        kept = duplicates.kept(unit.connection, no)
        state = unit.projector.state(kept, records.ISSUE.no)
        if not state.alive:
            raise errors.NotFound(N_("Catatan ini sudah dihapus."))
        held = state.values
        issue_secrecy.require(desk, unit.connection, kept, held.get("confidential"))
        return len(put(unit, str(held.get("event") or ""), kept, str(held.get("place") or ""), wanted))

    return transact(desk, N_("Tempat permasalahan"), work)


def remove_all(desk: Desk, numbers: Iterable[int]) -> None:
    """Take further places off an issue, by the records that say them. Raises NotPermitted."""

    def work(unit: unit_of_work.Unit) -> None:
        for no in numbers:
            issue_secrecy.require_record(desk, unit.connection, no)
            unit.delete(records.ISSUE_PLACE, no)

    transact(desk, N_("Tempat permasalahan dihapus"), work)


def _each(wanted: str) -> list[str]:
    """A range as each of its TPS: "1-3 maddu" is "1 maddu", "2 maddu", "3 maddu"; a code of a TPS is none."""
    match = None if re.match(r"\d\d\.\d\d", wanted) else _RANGE.search(wanted)
    if match is None:
        return [wanted]
    first, last = int(match["first"]), int(match["last"])
    if not 0 < first <= last <= first + 200:
        return [wanted]
    rest = f"{wanted[: match.start()]} {wanted[match.end() :]}".strip()
    return [f"{number} {rest}".strip() for number in range(first, last + 1)]


def _only(desk: Desk, wanted: str) -> list[finding.PlaceHit]:
    """The one place that words name without doubt, exactly as they are spelt; none otherwise."""
    try:
        subject = places.parse(wanted).subject
    except errors.Refused:
        hits = finding.find_places(desk, wanted, 2, exactly=True)
        return hits if len(hits) == 1 else []
    if not places.is_within(subject, desk.identity.place):
        return []
    return [finding.place_hit(desk, subject)]


def _shared(listed: Sequence[str]) -> str:
    """The smallest region, a kecamatan or wider, in which all lie."""
    regions = [scoping.scope_place(one) for one in listed]
    for width in (8, 5, 2):
        if len({one[:width] for one in regions}) == 1 and len(regions[0]) >= width:
            return regions[0][:width]
    return places.NATION
