# SPDX-License-Identifier: Apache-2.0
"""Lembar kecamatan: one sheet, with the team that is sent, the issues that wait, and nothing of another kecamatan."""

import pytest

from desk_app.domain import errors
from desk_app.operations import issues, teams
from desk_app.operations.desk import Desk
from tests.operations.paper_kinds import shown
from tests.regency_offices import BELAWA, TEMPE
from tests.reports import pages_read


def test_a_kecamatan_on_one_page(wajo: Desk) -> None:
    team = teams.new_team(wajo, "VIII", [TEMPE])
    teams.new_member(wajo, "Kadis Kominfo", team=team)
    for place in range(12):
        issues.new_issue(wajo, f"Jalan tergenang {place}", TEMPE, advice="Cari jalan lain, dan beri tahu KPU. " * 4)
    issues.new_issue(wajo, "Masalah Belawa", BELAWA)
    paper = shown.made(wajo, "lembar-kecamatan", area=TEMPE, phase=-1)
    assert len(pages_read.texts(paper.document)) == 1
    text = shown.said(paper)
    for words in ("Tim VIII", "Kadis Kominfo", "Belum selesai: 12 (dua belas).", "dan 4 permasalahan lainnya."):
        assert words in text
    assert "Masalah Belawa" not in text


def test_nothing_open_is_nihil(wajo: Desk) -> None:
    assert "NIHIL" in shown.said(shown.made(wajo, "lembar-kecamatan", area=BELAWA))


def test_a_kabupaten_has_no_such_sheet(wajo: Desk) -> None:
    with pytest.raises(errors.Refused, match="Pilih satu kecamatan"):
        shown.made(wajo, "lembar-kecamatan")


def test_one_kept_in_confidence_is_not_even_counted(wajo: Desk) -> None:
    issues.new_issue(wajo, "Jalan tergenang", TEMPE)
    without = shown.made(wajo, "lembar-kecamatan", area=TEMPE).text()
    issues.new_issue(wajo, "Nama orang", TEMPE, confidential=True, severity="sangat_mendesak")
    said = shown.made(wajo, "lembar-kecamatan", area=TEMPE).text()
    assert "Belum selesai: 1 (satu)." in said
    assert "lainnya" not in said
    kept = [line for line in said.splitlines() if "Kode pemeriksaan" not in line]
    assert kept == [line for line in without.splitlines() if "Kode pemeriksaan" not in line]
