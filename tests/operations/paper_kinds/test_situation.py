# SPDX-License-Identifier: Apache-2.0
"""Laporan situasi: what the Lembar Pantau knows at an hour, who is silent, and what happened."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import issues, recaps, watch_entry
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.operations.paper_kinds import shown
from tests.regency_offices import BELAWA, TEMPE
from tests.small_offices import NOW


def test_nobody_has_reported_yet(wajo: Desk) -> None:
    paper = shown.made(wajo, "laporan-situasi", hour=7)
    text = shown.said(paper)
    assert "07.00: belum ada laporan." in text
    assert "Belum lapor (2 dari 2 wilayah): Tempe dan Belawa." in text
    assert not shown.figures(paper)
    assert "bukan data resmi" in text


VOTING = NOW + 18 * 3600 + 30 * 60
"""07.30 WITA on voting day."""


def test_a_kecamatan_reports_and_is_shown(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo", now=lambda: VOTING) as wajo:
        watch_entry.enter(wajo, TEMPE, 0, "5")
        issues.new_issue(wajo, "Sungai meluap", BELAWA, severity="sangat_mendesak", advice="Pindahkan kotak")
        paper = shown.made(wajo, "laporan-situasi", hour=7)
        assert recaps.recap_list(wajo, TEMPE)
    (figure,) = shown.figures(paper)
    assert {part.name: part.values for part in figure.chart.parts}["Tempe"] == (5, 1)
    (table,) = shown.tables(paper)
    assert shown.cells(table, "07.00 buka")[-1] == "5"
    assert "Sungai meluap. Saran: Pindahkan kotak" in shown.said(paper)


def test_an_hour_without_a_column_is_refused(wajo: Desk) -> None:
    with pytest.raises(errors.Refused, match=r"tidak mempunyai kolom jam 09.*07\.00"):
        shown.made(wajo, "laporan-situasi", hour=9)
