# SPDX-License-Identifier: Apache-2.0
"""Laporan bulanan: its sections, only what lies in its period, the matrix across at the end."""

from datetime import date

from desk_app.operations import activities, issues
from desk_app.operations.desk import Desk
from desk_app.reports import document
from tests.operations.paper_kinds import shown
from tests.regency_offices import TEMPE


def test_its_sections_and_its_period(wajo: Desk) -> None:
    activities.new_activity(wajo, "Rakor persiapan", from_day="2024-02-05")
    activities.new_activity(wajo, "Rakor lama", from_day="2024-01-05")
    issues.new_issue(wajo, "Kotak suara basah", TEMPE)
    paper = shown.made(wajo, "laporan-bulanan")
    assert paper.title.startswith("Laporan bulanan 1 Februari 2024 s.d. 13 Februari 2024")
    assert shown.headings(paper) == [
        "PENDAHULUAN",
        "KEGIATAN YANG DILAKSANAKAN",
        "KESIAPAN TPS",
        "PERMASALAHAN",
        "INDIKATOR",
        "TAHAPAN YANG BERJALAN DAN BERIKUTNYA",
        "MATRIKS PERMASALAHAN",
    ]
    text = shown.said(paper)
    assert "Rakor persiapan" in text
    assert "Rakor lama" not in text
    assert [block.landscape for block in paper.document.blocks if isinstance(block, document.PageBreak)] == [True]


def test_one_kecamatan_is_told_alone(wajo: Desk) -> None:
    paper = shown.made(wajo, "laporan-bulanan", area=TEMPE, until=date(2024, 2, 13))
    assert "KEGIATAN YANG DILAKSANAKAN" not in shown.headings(paper)
    assert "KECAMATAN TEMPE" in shown.said(paper)
