# SPDX-License-Identifier: Apache-2.0
"""A shipment and its lines as they stand in a transaction, and as the rules take them."""

from collections.abc import Mapping, Sequence
from typing import Any

from desk_app.data import shipment_list, unit_of_work
from desk_app.domain import errors, logistics, words
from desk_app.operations import logistics_needs, territory
from desk_app.operations.desk import Desk

N_ = words.N_


def journey_of(held: Mapping[str, Any]) -> logistics.Journey:
    """What a shipment's columns say of its way."""
    return logistics.Journey(
        place=str(held.get("place") or ""),
        planned_at=held.get("planned_at"),
        sent_at=held.get("sent_at"),
        arrived_at=held.get("arrived_at"),
        deadline=held.get("deadline"),
        arrived_place=held.get("arrived_place") or "",
    )


def line_of(row: Any, label: str = "") -> logistics.Line:
    """A row of a line as the rules take it."""
    return logistics.Line(
        row.item, label or row.item, row.planned, row.sent, row.received, row.damaged or 0, row.wet or 0
    )


def unit_lines(desk: Desk, unit: unit_of_work.Unit, no: int) -> list[logistics.Line]:
    """The lines of a shipment inside a transaction; their labels are Indonesian, since reasons are kept with them."""
    labels = {one.code: one.label for one in logistics_needs.items(desk)}
    return [line_of(row, labels.get(row.item, "")) for row in lines(unit, no).values()]


def lines(unit: unit_of_work.Unit, no: int) -> dict[str, Any]:
    """The lines of a shipment by item, inside a transaction."""
    return by_item(shipment_list.lines_of(unit.connection, [no]).get(no, []))


def by_item(rows: Sequence[Any]) -> dict[str, Any]:
    """The lines by item; of two that two offices wrote of the same item the first."""
    found: dict[str, Any] = {}
    for row in rows:
        found.setdefault(row.item, row)
    return found


def own(desk: Desk, held: Mapping[str, Any]) -> str:
    """Where a shipment goes; raises Refused where this office may not write about it."""
    place = str(held.get("place") or "")
    if not place:
        raise errors.NotFound(N_("Catatan yang dimaksud tidak ada."))
    territory.require_own(desk, place)
    return place
