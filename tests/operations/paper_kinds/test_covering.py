# SPDX-License-Identifier: Apache-2.0
"""Surat pengantar and nota dinas from a real office."""

from dataclasses import replace
from datetime import date

import pytest

from desk_app.domain import errors
from desk_app.operations import daily_reports, issues, papers, printing, signatories, teams
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.small_offices import NOW

DAY = date(2024, 2, 13)
LETTER = papers.Asked(catalogue.COVER_LETTER.key, day=DAY)
NOTE = papers.Asked(catalogue.OFFICE_NOTE.key, day=DAY)


def test_before_anything_is_final_the_daily_report_is_named(wajo: Desk) -> None:
    paper = printing.make(wajo, LETTER)
    assert "Hal: Penyampaian Laporan Harian Desk Pemilu Kabupaten Wajo" in paper.text()
    assert "Yth. Gubernur Sulawesi Selatan\ndi Tempat" in paper.text()
    elsewhere = printing.make(wajo, replace(LETTER, addressed_to="Gubernur di Makassar")).text()
    assert "Yth. Gubernur di Makassar" in elsewhere
    assert "Tempat" not in elsewhere
    assert any("belum final" in str(one.words) for one in paper.remarks)


def test_what_was_made_final_that_day_goes_along(wajo: Desk) -> None:
    daily_reports.write_report(wajo, DAY, number="200/6", situation="Aman")
    first = printing.issue(wajo, printing.make(wajo, papers.Asked(catalogue.DAILY.key, day=DAY)))
    printing.issue(wajo, printing.make(wajo, papers.Asked(catalogue.BOOK.key, day=DAY)))
    printing.issue(wajo, printing.make(wajo, LETTER))
    paper = printing.make(wajo, LETTER)
    said = paper.text()
    assert "1. *Laporan Harian Desk Pemilu Kabupaten Wajo 13 Februari 2024*: nomor 200/6; 13-02-2024" in said
    assert "2. *Buku Posko" in said
    assert "Surat Pengantar" not in said
    one = printing.make(wajo, replace(LETTER, record=first)).text()
    assert "Buku Posko" not in one
    assert "Hal: Penyampaian Laporan Harian" in one
    assert "Laporan Harian" in printing.make(wajo, replace(LETTER, day=date(2024, 2, 1), until=DAY)).text()
    with pytest.raises(errors.NotFound):
        printing.make(wajo, replace(LETTER, record=4711))


def test_the_note_tells_the_days_report(wajo: Desk) -> None:
    signatories.add_signatory(wajo, {"office": "Kepala Badan", "person": "Nama"})
    daily_reports.write_report(wajo, DAY, situation="Aman.", closing="Lancar.\nSaran: tambah terpal")
    issues.new_issue(wajo, "Tinta kurang", tps(TEMPE_VILLAGE, 1), severity="kritis")
    said = printing.make(wajo, NOTE).text()
    for words in ("Yth.: Ketua Desk Pemilu Kabupaten Wajo", "Dari: Kepala Badan", "1. Aman.", "dari 9 TPS siap",
                  "Permasalahan: 1 dicatat pada masa laporan, 1 masih terbuka", "Lancar.", "Saran: tambah terpal"):
        assert words in said
    assert "Yth.: Bupati" in printing.make(wajo, replace(NOTE, addressed_to="Bupati")).text()


def test_the_note_says_what_came_after_the_hour_of_the_report(wajo: Desk) -> None:
    asked = replace(NOTE, day=date(2024, 2, 12), as_of=NOW)
    assert "Permasalahan: NIHIL." in printing.make(wajo, asked).text()
    issues.new_issue(wajo, "Sungai meluap", tps(TEMPE_VILLAGE, 1))
    said = printing.make(wajo, asked).text()
    assert "Permasalahan: NIHIL. Sesudah masa laporan" in said
    assert "dicatat 1 (satu) permasalahan" in said
    assert "Laporan masuk: 0 dari 14 kecamatan" in said


def test_the_head_of_the_desk_does_not_report_to_himself(wajo: Desk) -> None:
    signatories.add_signatory(wajo, {"office": "Sekretaris Daerah", "person": "Nama"})
    assert not any("memimpin desk sendiri" in str(one.words) for one in printing.make(wajo, NOTE).remarks)
    teams.new_member(wajo, "Sekretaris Daerah", "Ketua")
    assert any("memimpin desk sendiri" in str(one.words) for one in printing.make(wajo, NOTE).remarks)
