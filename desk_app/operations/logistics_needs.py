# SPDX-License-Identifier: Apache-2.0
"""What the TPS of a region need of each kind of goods: from DPT, reserve and checklist, rounded up TPS by TPS."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.data import shipment_list
from desk_app.data.database import Connection
from desk_app.domain import checklists, errors, logistics, places, words
from desk_app.domain.elections import Event
from desk_app.operations import checklist_pages, elections
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Goods:
    """A kind of goods to choose from; `unit` is in words."""

    code: str
    label: str
    unit: str


@dataclass(frozen=True, slots=True)
class Need:
    """How many the TPS of a region need; `unknown` counts TPS whose need no figure tells (no DPT, no quantity)."""

    count: int = 0
    stations: int = 0
    unknown: int = 0


def items(desk: Desk) -> tuple[checklists.Item, ...]:
    """The kinds of goods of the event, in the order of the checklist."""
    event = elections.working_event(desk)
    return logistics.goods(elections.checklist_for(event, desk.identity.place).items)


def goods(desk: Desk) -> tuple[Goods, ...]:
    """The kinds of goods with their words."""
    return tuple(
        Goods(one.code, checklist_pages.item_label(one), _(logistics.unit_of(one))) for one in items(desk)
    )


def choices(desk: Desk) -> tuple[Goods, ...]:
    """What a table of goods can show: boxes and ballots of all races together, then every kind."""
    held = goods(desk)
    groups = []
    for code, label in ((logistics.BOXES, _("Kotak suara (semua)")), ("log.suara", _("Surat suara (semua)"))):
        parts = [one for one in held if logistics.covers(code, one.code)]
        if len(parts) > 1:
            groups.append(Goods(code, label, parts[0].unit))
    return (*groups, *held)


def covered(desk: Desk, code: str) -> tuple[checklists.Item, ...]:
    """The items that a code stands for: itself, or all its races. Raises NotFound."""
    found = tuple(one for one in items(desk) if logistics.covers(code, one.code))
    if not found:
        raise errors.NotFound(N_("Tidak ada barang “{code}” dalam ceklis logistik."), code=code)
    return found


def of_stations(
    connection: Connection, event: Event, area: str, asked: Sequence[checklists.Item]
) -> dict[str, Mapping[str, int | None]]:
    """What each TPS of an area needs, by subject and item; None where no figure is known."""
    rule = Rule(event, asked)
    return {
        f"{village}-{number:03d}": rule.of(dpt)
        for village, number, dpt in shipment_list.stations(connection, event.code, area)
    }


def by_region(
    connection: Connection, event: Event, area: str, asked: Sequence[checklists.Item], width: int
) -> dict[str, dict[str, Need]]:
    """What the TPS of each region below an area need, by its code (cut to `width`) and item."""
    rule = Rule(event, asked)
    summed: dict[str, dict[str, list[int]]] = {}
    for village, _number, dpt in shipment_list.stations(connection, event.code, area):
        region = summed.get(village[:width])
        if region is None:
            region = summed[village[:width]] = {one.code: [0, 0, 0] for one in asked}
        for code, count in rule.of(dpt).items():
            sums = region[code]
            sums[1] += 1
            if count is None:
                sums[2] += 1
            else:
                sums[0] += count
    return {code: {item: Need(*sums) for item, sums in region.items()} for code, region in summed.items()}


def of_place(
    connection: Connection, event: Event, subject: str, asked: Sequence[checklists.Item]
) -> dict[str, Need]:
    """What the TPS need that a place supplies: itself, or all of its region."""
    place = places.parse(subject)
    if place.kind is places.Kind.TPS:
        held = of_stations(connection, event, place.code, asked).get(place.subject, {})
        return {code: Need(count or 0, 1, int(count is None)) for code, count in held.items()}
    found = by_region(connection, event, place.code, asked, len(place.code))
    return found.get(place.code, {one.code: Need() for one in asked})


def together(needs: Iterable[Need]) -> Need:
    """Several needs as one."""
    held = list(needs)
    stations = max((one.stations for one in held), default=0)
    return Need(sum(one.count for one in held), stations, max((one.unknown for one in held), default=0))


class Rule:
    """How many a TPS needs of each item by its DPT; remembered, since many TPS have the same."""

    def __init__(self, event: Event, asked: Sequence[checklists.Item]) -> None:
        self._event = event
        self._asked = asked
        self._known: dict[int | None, Mapping[str, int | None]] = {}

    def of(self, dpt: int | None) -> Mapping[str, int | None]:
        """By item."""
        known = self._known.get(dpt)
        if known is None:
            known = {one.code: logistics.needed(one, self._event, dpt) for one in self._asked}
            self._known[dpt] = known
        return known
