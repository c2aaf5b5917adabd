# SPDX-License-Identifier: Apache-2.0
"""The sheet of a shipment is gathered from its record in Indonesian, and written where it was asked."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import logistics, logistics_papers
from tests import regency_offices
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps


def test_it_says_from_whom_to_whom_and_what(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as wajo:
        no = logistics.new_shipment(
            wajo, f"{TEMPE}/ppk", {"log.tinta": {"sent": 12}}, origin="73.13/gudang", waybill="SJ-1", carrier="Dishub"
        )
        paper = logistics_papers.receipt(wajo, no)
        assert paper.origin == "Gudang KPU, Kabupaten Wajo"
        assert paper.destination == "PPK, Kecamatan Tempe"
        assert [(one.label, one.unit, one.sent, one.received) for one in paper.goods] == [("Tinta", "botol", 12, None)]
        station = logistics.new_shipment(wajo, tps(TEMPE_VILLAGE, 1), sender="Percetakan")
        other = logistics_papers.receipt(wajo, station)
        assert other.origin == "Percetakan"
        assert other.destination.endswith("Kecamatan Tempe")
        logistics_papers.save_receipt(wajo, no, tmp_path / "satu.pdf")
        assert (tmp_path / "satu.pdf").read_bytes().startswith(b"%PDF")
        with pytest.raises(errors.Refused, match="tidak dapat ditulis"):
            logistics_papers.save_receipt(wajo, no, tmp_path / "tidak" / "ada" / "satu.pdf")
