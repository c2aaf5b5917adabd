# SPDX-License-Identifier: Apache-2.0
"""Catatan pemeriksaan of an office: rule by rule, with the TPS and what is off."""

from desk_app.operations import count_check
from desk_app.operations.desk import Desk
from tests.counting_people import RACE
from tests.operations.paper_kinds import counted, shown
from tests.regency_offices import TEMPE


def test_rules_and_tps(wajo: Desk) -> None:
    counted.fill(wajo)
    count_check.accept(wajo, counted.THIRD, RACE, ["V03"], "Tertulis demikian")
    paper = counted.made(wajo, "catatan-suara")
    counts, rows = shown.tables(paper)
    assert "V03" in shown.cells(counts, "Aturan")
    assert "suara 60 + 30 + 20 = 110, sah tertulis 112, selisih 2" in shown.cells(rows, "Yang ditemukan")
    assert set(shown.cells(rows, "Keadaan")) == {"diterima", "terbuka"}
    assert set(shown.cells(rows, "Wilayah")) == {"Kel. Tempe, Kecamatan Tempe"}
    own = shown.tables(counted.made(wajo, "catatan-suara", area=TEMPE))[1]
    assert set(shown.cells(own, "Wilayah")) == {"Kel. Tempe"}, "the paper of one kecamatan says it in its title"
    assert counted.noticed(paper)


def test_none(wajo: Desk) -> None:
    counted.counting_people.prepare(wajo)
    paper = counted.made(wajo, "catatan-suara")
    assert "NIHIL" in shown.said(paper)
