# SPDX-License-Identifier: Apache-2.0
"""What has come goes on: shipments to the next stage, proposed from need, from what is there and what has gone already.

A shortage goes with them: the stock is given out place by place until nothing is left, so that it has a name in the
end. Goods of which nothing has come are not proposed once others have.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desk_app.base.progress import Steps, finish
from desk_app.data import place_names, shipment_list
from desk_app.data.database import Connection
from desk_app.domain import checklists, errors, logistics, places, words
from desk_app.domain.elections import Event
from desk_app.domain.places import Kind
from desk_app.operations import elections, logistics_needs, places_watched, territory
from desk_app.operations import logistics as verbs
from desk_app.operations import places as placing
from desk_app.operations.desk import Desk

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Part:
    """One kind of goods for one place: what it needs, what is on its way or there, and what is proposed now."""

    item: str
    needed: int
    gone: int
    proposed: int

    @property
    def wanted(self) -> int:
        """What it still needs."""
        return max(self.needed - self.gone, 0)

    @property
    def short(self) -> int:
        """What it will still lack."""
        return self.wanted - self.proposed


@dataclass(frozen=True, slots=True)
class Portion:
    """What one place would get."""

    place: str
    label: str
    parts: tuple[Part, ...]

    @property
    def proposed(self) -> int:
        return sum(one.proposed for one in self.parts)

    @property
    def short(self) -> int:
        return sum(one.short for one in self.parts)


@dataclass(frozen=True, slots=True)
class Onward:
    """The proposal: from one place to all of the next stage that still need something.

    `stock`: what lies at the origin and has not gone on, by item; an item of which nothing is known is not in it.
    `stages`: where goods can go on to from here.
    """

    origin: str
    label: str
    stage: Kind
    stages: tuple[Kind, ...]
    goods: tuple[logistics_needs.Goods, ...]
    stock: Mapping[str, int]
    portions: tuple[Portion, ...]

    def left(self, item: str) -> int:
        """What stays at the origin of a kind of goods."""
        given = (one.proposed for portion in self.portions for one in portion.parts if one.item == item)
        return self.stock.get(item, 0) - sum(given)


def onward(desk: Desk, origin: str, stage: Kind | None = None, codes: Sequence[str] = ()) -> Onward:
    """What could go on from a place; `stage` None is the next one, `codes` the goods (all that have a figure).

    Raises Refused for a place from which nothing goes on.
    """
    place = territory.require_own(desk, origin)
    further = _further(place)
    chosen = stage or further[0]
    if chosen not in further:
        raise errors.Refused(N_("Dari {place} barang tidak diteruskan ke sana."), place=place.subject)
    event = elections.working_event(desk)
    asked = tuple(one for one in logistics_needs.items(desk) if not codes or one.code in codes)
    with desk.reading() as connection:
        needs = _needs(connection, event, place, chosen, asked)
        gone = _gone(connection, event, place, chosen, [one.code for one in asked])
        stock = _stock(connection, event, place.subject, [one.code for one in asked])
        names = place_names.named(connection, event.code, {places.parse(one).code for one in needs})
    ready = [one for one in asked if any(needs[to].get(one.code) for to in needs)]
    if stock and not codes:
        ready = [one for one in ready if one.code in stock]
    parts: dict[str, list[Part]] = {to: [] for to in needs}
    for item in ready:
        wants = [max((needs[to].get(item.code) or 0) - gone.get((to, item.code), 0), 0) for to in needs]
        given = logistics.share(wants, stock.get(item.code, 0)) if stock else wants
        for to, one in zip(needs, given, strict=True):
            need = needs[to].get(item.code) or 0
            parts[to].append(Part(item.code, need, gone.get((to, item.code), 0), one))
    labels = {one.code: one for one in logistics_needs.goods(desk)}
    return Onward(
        origin=place.subject,
        label=placing.place_labels(desk, [place.subject])[place.subject],
        stage=chosen,
        stages=further,
        goods=tuple(labels[one.code] for one in ready),
        stock=stock,
        portions=tuple(
            Portion(to, places_watched.title_of(places.parse(to), names[places.parse(to).code]), tuple(held))
            for to, held in parts.items()
            if any(one.wanted for one in held)
        ),
    )


def send_on(
    desk: Desk,
    proposal: Onward,
    quantities: Mapping[str, Mapping[str, int]] | None = None,
    places_chosen: Sequence[str] | None = None,
    **values: Any,
) -> list[int]:
    """Make the shipments of a proposal, undone as one; `quantities` (by place and item) override what it proposes.

    `places_chosen`: these only. What a place still needed is kept beside what it gets. Raises Refused when nothing
    is left to be sent.
    """
    return finish(send_many_on(desk, proposal, quantities, places_chosen, **values))


def send_many_on(
    desk: Desk,
    proposal: Onward,
    quantities: Mapping[str, Mapping[str, int]] | None = None,
    places_chosen: Sequence[str] | None = None,
    **values: Any,
) -> Steps[list[int]]:
    """`send_on` for thousands of places, told of as it goes on; closed before its end it leaves nothing."""
    told = quantities or {}
    planned: list[tuple[str, dict[str, dict[str, int | None]]]] = []
    for portion in proposal.portions:
        if places_chosen is not None and portion.place not in places_chosen:
            continue
        lines: dict[str, dict[str, int | None]] = {}
        for part in portion.parts:
            quantity = told.get(portion.place, {}).get(part.item, part.proposed)
            if part.wanted or quantity:
                lines[part.item] = {"planned": part.wanted, "sent": quantity}
        if any(line["sent"] for line in lines.values()):
            planned.append((portion.place, lines))
    if not planned:
        raise errors.Refused(N_("Tidak ada barang yang dapat diteruskan."))
    return (yield from verbs.plan_many(desk, planned, origin=proposal.origin, **values))


def new_to(desk: Desk, place: str, origin: str = "", **values: Any) -> int:
    """Plan one shipment to a place with all that it still needs; returns its record number.

    `origin` "" is where such goods usually come from: the KPU's store, the PPK, the PPS above.
    """
    to = territory.require_own(desk, place)
    event = elections.working_event(desk)
    asked = logistics_needs.items(desk)
    codes = [one.code for one in asked]
    with desk.reading() as connection:
        needs = logistics_needs.of_place(connection, event, to.subject, asked)
        gone: dict[str, int] = {}
        for one in shipment_list.moved(connection, event.code, to.subject, codes):
            gone[one.item] = gone.get(one.item, 0) + one.known
    lines: dict[str, dict[str, int | None]] = {}
    for code, need in needs.items():
        wanted = need.count - gone.get(code, 0)
        if wanted > 0:
            lines[code] = {"planned": wanted}
    whence = origin or usual_origin(to.subject)
    return verbs.new_shipment(desk, to.subject, lines, **({"origin": whence} if whence else {}), **values)


def usual_origin(subject: str) -> str:
    """Where goods for a place usually come from, "" for the KPU's store, which gets them from printers."""
    place = places.parse(subject)
    match place.kind:
        case Kind.PPK:
            return f"{places.regency_of(place.code)}/{Kind.GUDANG}"
        case Kind.PPS:
            return f"{places.district_of(place.code)}/{Kind.PPK}"
        case Kind.TPS:
            return f"{place.code}/{Kind.PPS}"
    return ""


def _further(place: places.Place) -> tuple[Kind, ...]:
    if place.kind not in logistics.STAGES or place.kind is Kind.TPS:
        raise errors.Refused(N_("Dari {place} barang tidak diteruskan."), place=place.subject)
    return logistics.next_stages(place.kind)


def _needs(
    connection: Connection, event: Event, place: places.Place, stage: Kind, asked: Sequence[checklists.Item]
) -> dict[str, Mapping[str, int | None]]:
    """By place of the next stage and item, in order of place."""
    if stage is Kind.TPS:
        return dict(logistics_needs.of_stations(connection, event, place.code, asked))
    width = 8 if stage is Kind.PPK else 13
    found = logistics_needs.by_region(connection, event, place.code, asked, width)
    return {
        f"{code}/{stage.value}": {item: need.count for item, need in needs.items()} for code, needs in found.items()
    }


def _gone(
    connection: Connection, event: Event, place: places.Place, stage: Kind, items: Sequence[str]
) -> dict[tuple[str, str], int]:
    """What is there already or on its way, by place of the next stage and item."""
    found: dict[tuple[str, str], int] = {}
    for one in shipment_list.moved(connection, event.code, place.code, items, stage=stage.value):
        key = (one.place, one.item)
        found[key] = found.get(key, 0) + one.known
    return found


def _stock(connection: Connection, event: Event, origin: str, items: Sequence[str]) -> dict[str, int]:
    """What came to a place and has not gone on; empty where nothing is known to have come."""
    found: dict[str, int] = {}
    for one in shipment_list.moved(connection, event.code, origin, items):
        found[one.item] = found.get(one.item, 0) + one.known
    if not found:
        return {}
    for one in shipment_list.moved(connection, event.code, "", items, origin=origin):
        found[one.item] = found.get(one.item, 0) - _left(one)
    return {item: max(count, 0) for item, count in found.items()}


def _left(one: shipment_list.Moved) -> int:
    """What has left, or will: the damaged ones too."""
    return next((count for count in (one.sent, one.planned, one.received) if count is not None), 0)
