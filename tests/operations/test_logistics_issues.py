# SPDX-License-Identifier: Apache-2.0
"""A shipment that is not *tepat* becomes an issue, filled in, once; after it is closed another may be raised."""


import pytest

from desk_app.domain import errors
from desk_app.domain.logistics import Tick
from desk_app.operations import (
    issue_deeds,
    issue_detail,
    logistics,
    logistics_issues,
    logistics_register,
    shipment_ticks,
)
from desk_app.operations.desk import Desk
from tests.regency_offices import TEMPE

BOX, INK = "log.kotak.ppwp", "log.tinta"
PPK = f"{TEMPE}/ppk"


@pytest.fixture
def late(wajo: Desk) -> int:
    lines: dict[str, dict[str, int | None]] = {BOX: {"planned": 6, "sent": 6}, INK: {"planned": 12, "sent": 12}}
    no = logistics.new_shipment(wajo, PPK, lines, origin="73.13/gudang", waybill="SJ-7", deadline=1000, sent_at=500)
    logistics.receive_whole(wajo, [no], 9000)
    logistics.set_line(wajo, no, BOX, received=4)
    return no


def test_without_a_no_there_is_no_issue(wajo: Desk, late: int) -> None:
    with pytest.raises(errors.Refused, match="Tandai dahulu"):
        logistics_issues.draft_issue(wajo, late)


def test_the_issue_says_what_is_not_so_and_why(wajo: Desk, late: int) -> None:
    shipment_ticks.tick(wajo, late, Tick.TIME, False, "jalan terputus banjir")
    shipment_ticks.take_suggestions(wajo, late)
    no = logistics_issues.raise_issue(wajo, late)
    found = issue_detail.issue(wajo, no)
    assert found.row.category == "LOG"
    assert found.row.place == PPK
    assert found.row.severity == "tinggi", "boxes are missing"
    assert "tidak tepat jumlah, tidak tepat waktu" in found.row.title
    assert "jalan terputus banjir" in found.description
    assert "Kotak suara PPWP: kurang 2 (buah)." in found.description
    assert "surat jalan SJ-7" in found.description
    shown = logistics_register.shipment(wajo, late)
    assert (shown.row.issue, shown.issue_number, shown.issue_open) == (no, found.row.number, True)


def test_it_is_raised_once_while_it_is_open(wajo: Desk, late: int) -> None:
    shipment_ticks.take_suggestions(wajo, late)
    no = logistics_issues.raise_issue(wajo, late, title="Kotak suara kurang")
    assert issue_detail.issue(wajo, no).row.title == "Kotak suara kurang"
    with pytest.raises(errors.Refused, match="sudah dicatat"):
        logistics_issues.raise_issue(wajo, late)
    issue_deeds.close_issue(wajo, no, "disusulkan")
    assert not logistics_register.shipment(wajo, late).issue_open
    assert logistics_issues.raise_issue(wajo, late) != no
