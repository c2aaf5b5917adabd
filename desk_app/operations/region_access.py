# SPDX-License-Identifier: Apache-2.0
"""Wilayah sulit dijangkau: islands and places without road or signal, whose word comes late and by stick."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from desk_app.base.text import _
from desk_app.data import access_list, arrivals, unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import access, errors, places, records, words
from desk_app.operations import settings, territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_
Facts = access.Facts


@dataclass(frozen=True, slots=True)
class RegionAccess:
    """A region and how it is reached. What is not said of a village is as its kecamatan has it.

    `own`: what is said of the region itself; `inherited`: nothing is, and all comes from the kecamatan. `seen`: what a
    save from a form with these values tells that it had seen.
    """

    code: str
    name: str
    facts: Facts
    inherited: bool
    record: int
    own: Facts
    seen: int | None = field(default=None, compare=False)

    @property
    def level(self) -> places.Level:
        return places.level_of(self.code)


def regions(desk: Desk, area: str = "", *, hard_only: bool = False, districts_only: bool = False) -> list[RegionAccess]:
    """The regions of the office's area (or of one region); `hard_only`: those from which word comes late."""
    whole = area or desk.identity.place
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
        found = access_list.regions(connection, settings.event_code(desk), whole[:_DISTRICT])
    by_code = {row.code: row for row in found}
    listed = []
    for row in found:
        facts, inherited = row.facts, False
        wider = by_code.get(row.code[:_DISTRICT])
        if wider is not None and wider is not row:
            facts = row.facts.over(wider.facts)
            inherited = row.facts == Facts() and facts != Facts()
        if not places.is_within(row.code, whole):
            continue
        if (hard_only and not facts.is_hard) or (districts_only and len(row.code) > _DISTRICT):
            continue
        listed.append(RegionAccess(row.code, row.name, facts, inherited, row.no, row.facts, seen))
    return listed


def facts_of(desk: Desk, code: str) -> Facts:
    """How one region is reached: a village, or the kecamatan it lies in."""
    region = places.region_of(code)
    return next((one.facts for one in regions(desk, region) if one.code == region), Facts())


def hints(connection: Connection, event: str, area: str, codes: Iterable[str]) -> dict[str, str]:
    """In a few words why word from some regions or places comes late ("tanpa sinyal, lewat laut"); only where it does.

    Of what is wider than a kecamatan nothing is told.
    """
    known = access_list.told(connection, event, area[:_DISTRICT])
    found = {}
    for code in codes if known else ():
        region = places.region_of(code)
        facts = known.get(region, Facts()).over(known.get(region[:_DISTRICT], Facts()))
        if facts.hints:
            found[code] = ", ".join(_(one) for one in facts.hints)
    return found


def set_facts(
    desk: Desk,
    code: str,
    *,
    way: str | None = None,
    signal: str | None = None,
    travel: int | None = None,
    note: str | None = None,
    seen: int | None = None,
) -> bool:
    """Say how a region is reached and heard of; None leaves a fact as it is, "" empties it. Raises Refused."""
    if way and way not in set(access.Way):
        raise errors.Refused(N_("“{text}” bukan pilihan yang ada."), text=way)
    if signal and signal not in set(access.Signal):
        raise errors.Refused(N_("“{text}” bukan pilihan yang ada."), text=signal)
    told: dict[str, object] = {}
    for name, value in (("access", way), ("signal", signal), ("travel", travel), ("access_note", note)):
        if value is not None:
            told[name] = value
    return _write(desk, code, told, seen)


def set_travel(desk: Desk, code: str, minutes: int | None, *, seen: int | None = None) -> bool:
    """Say how long the way takes, None: not known."""
    return _write(desk, code, {"travel": minutes}, seen)


def _write(desk: Desk, code: str, told: Mapping[str, object], seen: int | None) -> bool:
    territory.require_master(desk, N_("Wilayah"))
    region = territory.require_own(desk, code).code
    key = (settings.event_code(desk), region)

    def work(unit: unit_of_work.Unit) -> bool:
        no = unit.find(records.REGION, key)
        if no is None:
            raise errors.NotFound(N_("Wilayah {code} tidak ada dalam daftar."), code=region)
        return unit.set(records.REGION, no, told, seen=seen)

    return transact(desk, N_("Jalan dan sinyal wilayah"), work)


_DISTRICT = len("73.13.06")
