# SPDX-License-Identifier: Apache-2.0
"""The six *tepat* of a shipment: said one by one, or taken over from what figures and hours say."""

from collections.abc import Mapping
from typing import Any

from desk_app.data import unit_of_work
from desk_app.domain import logistics, records, words
from desk_app.operations import shipments_held
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_


def tick(
    desk: Desk, no: int, which: logistics.Tick, value: bool | None, reason: str = "", *, seen: int | None = None
) -> None:
    """Say of a shipment one of the six *tepat*; None takes it back. Raises Refused where a reason is wanted."""

    def work(unit: unit_of_work.Unit) -> None:
        held = unit.values(records.SHIPMENT, no)
        shipments_held.own(desk, held)
        suggested = _suggested(desk, unit, no, held)[which]
        logistics.require_reason(suggested, value, reason)
        unit.set(records.SHIPMENT, no, {which.field: value, which.reason: reason.strip() or None}, seen=seen)

    transact(desk, N_("Enam tepat"), work)


def take_suggestions(desk: Desk, no: int) -> list[logistics.Tick]:
    """Take over what figures and hours say, for the ticks that nobody has said yet; returns these ticks."""

    def work(unit: unit_of_work.Unit) -> list[logistics.Tick]:
        held = unit.values(records.SHIPMENT, no)
        shipments_held.own(desk, held)
        taken = []
        told: dict[str, Any] = {}
        for which, one in _suggested(desk, unit, no, held).items():
            if one.value is not None and held.get(which.field) is None:
                told[which.field] = one.value
                if one.value is False:
                    told[which.reason] = str(one.words)
                taken.append(which)
        unit.set(records.SHIPMENT, no, told)
        return taken

    return transact(desk, N_("Enam tepat"), work)


def _suggested(
    desk: Desk, unit: unit_of_work.Unit, no: int, held: Mapping[str, Any]
) -> dict[logistics.Tick, logistics.Suggestion]:
    told = shipments_held.unit_lines(desk, unit, no)
    return logistics.suggest(shipments_held.journey_of(held), told, desk.now())
