# SPDX-License-Identifier: Apache-2.0
"""A shipment of boxes and ink from the gudang to a PPK."""

from desk_app.operations import logistics, logistics_register
from desk_app.operations.desk import Desk
from tests.regency_offices import TEMPE

STORE, PPK = "73.13/gudang", f"{TEMPE}/ppk"
BOX, INK = "log.kotak.ppwp", "log.tinta"


def line(desk: Desk, no: int, item: str = BOX) -> logistics_register.ShipmentLine:
    """One of its goods as it stands."""
    return next(one for one in logistics_register.shipment(desk, no).lines if one.item == item)


def planned(desk: Desk) -> int:
    """Plan it, sent already."""
    lines: dict[str, dict[str, int | None]] = {BOX: {"planned": 6, "sent": 6}, INK: {"planned": 12, "sent": 12}}
    return logistics.new_shipment(desk, PPK, lines, origin=STORE, waybill="SJ-01")
