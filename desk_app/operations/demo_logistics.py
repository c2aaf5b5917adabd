# SPDX-License-Identifier: Apache-2.0
"""Logistics of the demonstration: boxes and ballots from the KPU's store to the desa, one shipment late and short."""

from datetime import timedelta

from desk_app.domain.logistics import BOXES, Tick, covers
from desk_app.domain.places import Kind
from desk_app.operations import (
    days,
    elections,
    logistics,
    logistics_needs,
    logistics_onward,
    overview,
    shipment_ticks,
    stock_reports,
)
from desk_app.operations.desk import Desk

CARRIER, VEHICLE = "Dinas Perhubungan", "truk bak tertutup"
MISSING = 40
_HOUR = 60 * 60


def kabupaten_sends(desk: Desk) -> None:
    """The store sends to every PPK what its TPS need; all came, one of them a day late and short of ballots."""
    store = f"{desk.identity.place}/{Kind.GUDANG}"
    codes = [
        one.code for one in logistics_needs.items(desk) if covers(BOXES, one.code) or covers("log.suara", one.code)
    ]
    proposal = logistics_onward.onward(desk, store, codes=codes)
    if not proposal.portions:
        return
    start = _morning(desk, -5)
    made = logistics_onward.send_on(desk, proposal, deadline=start + 34 * _HOUR, carrier=CARRIER, vehicle=VEHICLE)
    logistics.send(desk, made, start)
    late = made[-1]
    logistics.receive_whole(desk, made[:-1], start + 8 * _HOUR, received_by="Ketua PPK")
    ballots = codes[-1]
    short = proposal.portions[-1]
    wanted = next(part.proposed for part in short.parts if part.item == ballots)
    logistics.set_line(desk, late, ballots, received=max(wanted - MISSING, 0))
    logistics.receive_whole(desk, [late], start + 58 * _HOUR, received_by="Sekretaris PPK")
    shipment_ticks.tick(desk, late, Tick.TIME, False, "Jalan tergenang, truk memutar")
    for row in overview.readiness_by_district(desk).rows[:3]:
        boxes = row.stations * len(elections.working_event(desk).races)
        hour = desk.now() - 2 * _HOUR
        stock_reports.report_stock(desk, row.code, Kind.TPS, boxes * 4 // 5, hour=hour, source="Camat")


def kecamatan_sends_on(desk: Desk) -> None:
    """The PPK sends on to its desa what came; half of them have it already."""
    ppk = f"{desk.identity.place}/{Kind.PPK}"
    proposal = logistics_onward.onward(desk, ppk)
    if not any(portion.proposed for portion in proposal.portions):
        return
    start = _morning(desk, -2)
    made = logistics_onward.send_on(desk, proposal, sent_at=start, carrier=CARRIER)
    logistics.receive_whole(desk, made[: len(made) // 2], start + 5 * _HOUR, received_by="Ketua PPS")


def _morning(desk: Desk, day: int) -> int:
    """Seven in the morning of a day counted from voting day."""
    return days.bounds(desk, elections.working_event(desk).voting_day + timedelta(days=day))[0] + 7 * _HOUR
