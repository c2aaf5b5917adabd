# SPDX-License-Identifier: Apache-2.0
"""What cannot be said of a shipment is refused in words."""

import pytest

from desk_app.domain import errors
from desk_app.operations import logistics
from desk_app.operations.desk import Desk
from tests.operations.planned_goods import BOX, PPK, line, planned
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps


def test_what_cannot_be_is_refused_in_words(wajo: Desk) -> None:
    no = planned(wajo)
    for call, words in (
        (lambda: logistics.new_shipment(wajo, TEMPE), "Tujuan kiriman"),
        (lambda: logistics.new_shipment(wajo, "73.14.01/ppk"), "di luar wilayah"),
        (lambda: logistics.new_shipment(wajo, PPK, origin=PPK), "Asal dan tujuan"),
        (lambda: logistics.new_shipment(wajo, tps(TEMPE_VILLAGE, 77)), "tidak ada dalam daftar"),
        (lambda: logistics.new_shipment(wajo, PPK, {"log.peluru": {"sent": 1}}), "log.peluru"),
        (lambda: logistics.set_line(wajo, no, BOX, received=3, damaged=2, wet=2), "lebih banyak"),
        (lambda: logistics.edit_shipment(wajo, no, sent_at=200, arrived_at=100), "sebelum berangkat"),
        (lambda: logistics.edit_shipment(wajo, 1 << 41, note="x"), "tidak ada"),
    ):
        with pytest.raises(errors.Refused, match=words):
            call()
    logistics.set_line(wajo, no, BOX, received=3, damaged=2)
    with pytest.raises(errors.Refused, match="lebih banyak"):
        logistics.set_line(wajo, no, BOX, wet=2)
    assert line(wajo, no).wet is None
