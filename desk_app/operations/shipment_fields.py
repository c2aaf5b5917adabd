# SPDX-License-Identifier: Apache-2.0
"""What can be written about a shipment and its lines, and what cannot be."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from desk_app.data import unit_of_work
from desk_app.domain import errors, logistics, places, records, words
from desk_app.operations import field_names, logistics_needs, territory
from desk_app.operations.desk import Desk

N_ = words.N_

FIELDS = (
    "origin",
    "sender",
    "planned_at",
    "sent_at",
    "arrived_at",
    "deadline",
    "carrier",
    "vehicle",
    "waybill",
    "receipt",
    "received_by",
    "arrived_place",
    "note",
)
"""What can be written about a shipment at will; ticks have `tick`, where it goes stays."""

LINE_FIELDS = ("planned", "sent", "received", "damaged", "wet", "note")


def checked(desk: Desk, values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a shipment, with places as the program writes them."""
    checked = dict(values)
    field_names.require_known(checked, FIELDS, "a shipment")
    for name in ("origin", "arrived_place"):
        if checked.get(name):
            checked[name] = places.parse(str(checked[name])).subject
    return checked


def checked_lines(desk: Desk, lines: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """What is told of each kind of goods. Raises Refused."""
    return known_lines({one.code for one in logistics_needs.items(desk)}, lines)


def known_lines(
    known: Collection[str], lines: Mapping[str, Mapping[str, Any]]
) -> dict[str, dict[str, Any]]:
    """`checked_lines` where the codes of the checklist are at hand already."""
    checked: dict[str, dict[str, Any]] = {}
    for item, told in lines.items():
        if item not in known:
            raise errors.NotFound(N_("Tidak ada barang “{code}” dalam ceklis logistik."), code=item)
        field_names.require_known(told, LINE_FIELDS, "a line of a shipment")
        require_parts(item, told)
        checked[item] = dict(told)
    return checked


def require_parts(item: str, told: Mapping[str, Any]) -> None:
    """What is damaged or wet is part of what came."""
    received = told.get("received")
    if isinstance(received, int) and (told.get("damaged") or 0) + (told.get("wet") or 0) > received:
        raise errors.Refused(N_("Rusak dan basah lebih banyak dari yang tiba ({count})."), count=received)


def require_order(held: Mapping[str, Any]) -> None:
    """Nothing comes before it has left."""
    sent, arrived = held.get("sent_at"), held.get("arrived_at")
    if sent is not None and arrived is not None and arrived < sent:
        raise errors.Refused(N_("Kiriman tidak dapat tiba sebelum berangkat. Periksa tanggal dan jamnya."))


def require_apart(origin: Any, destinations: Sequence[str]) -> None:
    """Nothing goes to where it is."""
    if origin and origin in destinations:
        raise errors.Refused(N_("Asal dan tujuan kiriman sama."))


def destination(desk: Desk, place: str) -> str:
    """Where a shipment of this office can go, as the program writes it. Raises Refused."""
    found = territory.require_own(desk, place)
    if found.kind not in logistics.STAGES:
        raise errors.Refused(
            N_("Tujuan kiriman adalah gudang, PPK, PPS, atau TPS, bukan “{place}”."), place=found.subject
        )
    return found.subject


def require_stations(unit: unit_of_work.Unit, event: str, subjects: Sequence[str]) -> None:
    """Those of the places that are TPS are in the list."""
    named = [place for place in map(places.parse, subjects) if place.kind is places.Kind.TPS]
    unit.expect(records.STATION, keys=[(event, place.code, place.number) for place in named])
    for place in named:
        if unit.find(records.STATION, (event, place.code, place.number)) is None:
            raise errors.NotFound(
                N_("TPS {number:03d} di {village} tidak ada dalam daftar TPS."), number=place.number, village=place.code
            )
