# SPDX-License-Identifier: Apache-2.0
"""Rekap salinan hasil of an office: the sums of the board on paper, and what is in none of them."""

import io

import openpyxl
import pytest

from desk_app.domain import errors
from desk_app.operations import change_settings, settings
from desk_app.operations.desk import Desk
from tests import counting_people
from tests.operations.paper_kinds import counted, shown
from tests.regency_offices import TEMPE, TEMPE_VILLAGE


@pytest.fixture
def desk(wajo: Desk) -> Desk:
    counted.fill(wajo)
    return wajo


def test_the_sums_leave_out_what_is_in_clarification(desk: Desk) -> None:
    paper = counted.made(desk, "rekap-suara")
    whole, parts, disputed = shown.tables(paper)
    assert [row.cells[2] for row in whole.rows[:3]] == ["230", "130", "110"]
    assert shown.cells(parts, "1 Anis") == ["230", "–", "230"]
    assert shown.cells(parts, "Masuk") == ["4", "0", "4"]
    assert shown.cells(parts, "Dijumlah") == ["3", "0", "3"]
    assert [row.cells[1:] for row in disputed.rows] == [("TPS 005", "Kel. Tempe, Kecamatan Tempe")]
    assert "Data masuk 4 dari 9 TPS (44,44 %) per 13-02-2024 pukul 13.00 WITA" in shown.said(paper)
    assert paper.title.startswith("Rekap salinan hasil penghitungan suara (internal desk)")


def test_it_says_on_every_page_and_face_what_it_is_not(desk: Desk) -> None:
    paper = counted.made(desk, "rekap-suara")
    assert counted.noticed(paper)
    book = openpyxl.load_workbook(io.BytesIO(paper.sheet()))
    for page in book.worksheets:
        said = [value for row in page.iter_rows(values_only=True) for value in row]
        assert counted.NOTICE in said, page.title
        assert page.oddFooter.center.text == counted.NOTICE


def test_down_to_desa_and_tps(desk: Desk) -> None:
    by_village = shown.tables(counted.made(desk, "rekap-suara", level="desa"))[1]
    assert shown.cells(by_village, "Kecamatan") == ["Tempe", "Tempe", "Belawa", ""]
    by_tps = shown.tables(counted.made(desk, "rekap-suara", area=TEMPE, level="tps"))[1]
    assert shown.cells(by_tps, "1 Anis")[:4] == ["80", "90", "60", "–"]
    one = shown.tables(counted.made(desk, "rekap-suara", area=TEMPE_VILLAGE))[1]
    assert shown.cells(one, "TPS")[:2] == ["TPS 001", "TPS 002"]
    with pytest.raises(errors.Refused, match="bagian"):
        counted.made(desk, "rekap-suara", area=TEMPE_VILLAGE, level="kecamatan")


def test_a_message_is_short(desk: Desk) -> None:
    said = counted.made(desk, "rekap-suara").text()
    assert "1. *Anis*: 230; 48,94 %" in said
    assert "1. *Tempe*: TPS 4; 1 = 230; 2 = 130; 3 = 110" in said
    assert "DATA MASUK*" not in said, "a heading of bars alone says nothing in a message"


def test_nothing_copied_yet(wajo: Desk) -> None:
    counting_people.prepare(wajo)
    paper = counted.made(wajo, "rekap-suara")
    assert "Data masuk 0 dari 9 TPS (0,00 %)" in shown.said(paper)
    assert "–" in shown.cells(shown.tables(paper)[1], "1 Anis")


def test_a_race_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(errors.NotFound, match="bupati"):
        counted.made(desk, "rekap-suara", race="bupati")


def test_nothing_of_it_is_kept_in_the_clear(desk: Desk) -> None:
    change_settings.set_many(desk, {"paper_qr": settings.YES})
    paper = counted.made(desk, "rekap-suara")
    assert paper.figures == ""
    assert "230" not in paper.document.footer.qr
