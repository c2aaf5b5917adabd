# SPDX-License-Identifier: Apache-2.0
"""Kirim Data before it is sent: to whom it can go, and what it holds in words."""

import functools
from dataclasses import dataclass

from desk_app.base.text import _, ngettext
from desk_app.data import place_names, trust, unsent_list
from desk_app.domain import places, regions
from desk_app.journal import streams as journal_streams
from desk_app.operations import areas, offices, sending, settings
from desk_app.operations.desk import Desk

MOST_COUNTED = 100_000
_TOLD = ("issue", "follow_up", "log_entry", "recap", "daily_report", "team", "member", "station", "region")
"""Kinds that are named one by one, in this order; the rest is "isian lain"."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """An office that data can be sent to.

    `known`: its first package has been accepted here; `above`: the office this one reports to. `changes`: how many
    it has not said it holds. `words`: what these are ("41 isian dari 6 TPS, 2 permasalahan"). `said`: how many
    changes it has said it holds, 0 as long as nothing came from it. `last_number`, `last_at`: the last package made.
    """

    place: str
    name: str
    known: bool
    above: bool
    changes: int
    words: str
    said: int
    last_number: int
    last_at: int

    @property
    def is_partner(self) -> bool:
        """This office reports to it, knows it, or has sent to it: it stands in front in the list."""
        return self.above or self.known or self.last_number > 0


def receivers(desk: Desk) -> list[Receiver]:
    """The office above, then those known, then offices below from which nothing has come yet."""
    own = desk.identity.place
    above = places.parent(own)
    found = {one.place: one for one in sending.destinations(desk)}
    made = [
        _receiver(desk, place, one.name if one.known else office_name(desk, place), one.known, place == above)
        for place, one in found.items()
    ]
    made += [
        _receiver(desk, region.code, region.label, False, False)
        for region in _below(desk)
        if region.code not in found
    ]
    return sorted(made, key=lambda one: (not one.above, not one.known, one.place))


def office_name(desk: Desk, place: str) -> str:
    """What the office at a place is called while it has not named itself: its region's name."""
    with desk.reading() as connection:
        vouched = trust.cards_at(connection, place)
        if vouched:
            return vouched[0].name
        named = place_names.named(connection, settings.event_code(desk), [place])[place]
    if named.name != place or place == places.NATION:
        return named.label if place != places.NATION else _("Desk Nasional")
    region = regions.find(offices.region_index(), place)
    return place_names.Named(place, region.name, region.kind).label


def _below(desk: Desk) -> list[areas.Area]:
    match desk.identity.level:
        case places.Level.REGENCY:
            return areas.districts(desk)
        case places.Level.PROVINCE:
            return areas.regencies(desk)
    return []


def _receiver(desk: Desk, place: str, name: str, known: bool, above: bool) -> Receiver:
    with desk.reading() as connection:
        said = sending.said_by(connection, place)
        reads = functools.partial(journal_streams.may_read, place)
        held = unsent_list.unsent(connection, reads, said, MOST_COUNTED if known or above else 0)
        last = unsent_list.last_number_to(connection, place)
    return Receiver(
        place, name, known, above, held.changes, _words(held), sum(said.values()), *(last or (0, 0))
    )


def _words(held: unsent_list.Unsent) -> str:
    if not held.changes:
        return _("Tidak ada isian baru.")
    if not held.kinds:
        return _("{count} isian").format(count=_dotted(held.changes))
    parts = []
    kinds = dict(held.kinds)
    answers = kinds.pop("answer", 0)
    if answers and held.stations:
        stations = _dotted(held.stations)
        parts.append(_("{count} isian dari {stations} TPS").format(count=_dotted(answers), stations=stations))
    elif answers:
        parts.append(_("{count} isian kesiapan").format(count=_dotted(answers)))
    for kind in _TOLD:
        count = kinds.pop(kind, 0)
        if count:
            parts.append(_counted(kind, count).format(count=_dotted(count)))
    rest = sum(kinds.values())
    if rest:
        parts.append(ngettext("{count} data lain", "{count} data lain", rest).format(count=_dotted(rest)))
    return ", ".join(parts)


def _counted(kind: str, count: int) -> str:
    """How many of a kind of `_TOLD`, as one says it; English has a plural."""
    match kind:
        case "issue":
            return ngettext("{count} permasalahan", "{count} permasalahan", count)
        case "follow_up":
            return ngettext("{count} tindak lanjut", "{count} tindak lanjut", count)
        case "log_entry":
            return ngettext("{count} baris buku posko", "{count} baris buku posko", count)
        case "recap":
            return ngettext("{count} rekap", "{count} rekap", count)
        case "daily_report":
            return ngettext("{count} laporan harian", "{count} laporan harian", count)
        case "team":
            return ngettext("{count} tim", "{count} tim", count)
        case "member":
            return ngettext("{count} anggota tim", "{count} anggota tim", count)
        case "region":
            return ngettext("{count} wilayah", "{count} wilayah", count)
        case _:
            return _("{count} TPS")


def _dotted(count: int) -> str:
    return f"{count:,}".replace(",", ".")
