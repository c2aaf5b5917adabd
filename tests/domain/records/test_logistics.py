# SPDX-License-Identifier: Apache-2.0
"""Shipments: each of the six ticks has its field, and what totals count blocks while offices differ."""

from desk_app.domain import records
from desk_app.domain.logistics import Tick


def test_every_tick_has_a_flag_and_a_reason() -> None:
    for tick in Tick:
        assert records.SHIPMENT.field(tick.field).kind is records.FieldKind.FLAG
        assert records.SHIPMENT.field(tick.reason).kind is records.FieldKind.TEXT


def test_what_is_summed_blocks_while_offices_differ() -> None:
    for name in ("planned", "sent", "received", "damaged", "wet"):
        assert records.SHIPMENT_LINE.field(name).no in records.SHIPMENT_LINE.blocking
    for name in ("count", "short", "damaged", "wet"):
        assert records.STOCK_REPORT.field(name).no in records.STOCK_REPORT.blocking


def test_lines_travel_with_their_shipment_and_shipments_with_where_they_go() -> None:
    assert records.SHIPMENT_LINE.parent == "shipment"
    assert records.SHIPMENT.place_field == "place"
