# SPDX-License-Identifier: Apache-2.0
"""Logistics of the demonstration: every PPK has its shipment, one is late and short, the desa follow."""

from pathlib import Path

from desk_app.operations import demo_logistics, logistics_register, logistics_todo
from desk_app.operations.desk import Desk
from tests import two_offices


def test_the_kabupaten_sends_and_the_kecamatan_sends_on(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        demo_logistics.kabupaten_sends(two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        demo_logistics.kecamatan_sends_on(two.tempe)
        rows = [one for one in _all(two.kabupaten) if one is not None]
        assert [row.is_late for row in rows].count(True) == 1
        assert sum(row.short > 0 for row in rows) == 1
        assert {next(iter(one.chosen)) for one in logistics_todo.waiting(two.kabupaten)} == {"short", "unissued"}
        onward = [one for one in _all(two.tempe) if one is not None and one.origin_label.startswith("PPK")]
        assert len(onward) == 2
        assert {row.state.value for row in onward} == {"tiba", "di_jalan"}


def _all(desk: Desk) -> list[logistics_register.ShipmentRow | None]:
    return logistics_register.shipment_rows(desk, logistics_register.shipment_ids(desk))
