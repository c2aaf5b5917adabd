# SPDX-License-Identifier: Apache-2.0
"""Warnings before printing: another region's name is the gravest, and each leads to where it is put right."""

from desk_app.operations import change_settings, daily_reports, issues, papers, printing, signatories, teams
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page
from tests.regency_offices import BELAWA, TEMPE
from tests.small_offices import NOW


def remarks(desk: Desk, report: str = printing.DAILY) -> list[printing.Remark]:
    return list(printing.make(desk, papers.Asked(report)).remarks)


def test_what_is_not_filled_is_said_with_its_page(wajo: Desk) -> None:
    found = {str(remark.words): remark for remark in remarks(wajo)}
    assert len(found) == 4
    nobody = next(remark for words, remark in found.items() if "penanda tangan" in words)
    assert nobody.target is not None
    assert (nobody.target.page, nobody.target.chosen) == (Page.SETTINGS, {"section": "letterhead"})
    signatories.add_signatory(wajo, {"office": "Bupati Wajo", "person": "Contoh"})
    change_settings.set_many(wajo, {"city": "Sengkang", "letterhead_address": "Jalan A"})
    daily_reports.write_report(wajo, situation="Aman.")
    assert remarks(wajo) == []


def test_another_kabupaten_in_the_words_comes_first(wajo: Desk) -> None:
    daily_reports.write_report(wajo, situation="Kabupaten Wajo dan Kecamatan Tempe aman.")
    issues.new_issue(wajo, "Bupati Soppeng hadir", TEMPE, advice="Diputuskan KPU", reported_at=NOW - 60)
    first, *others = remarks(wajo)
    assert first.grave
    assert "Kabupaten Soppeng" in str(first.words)
    assert "WAJ-0001 Kecamatan Tempe" in str(first.words)
    assert not any(remark.grave for remark in others)
    assert any("tidak memutuskan" in str(remark.words) for remark in others)
    assert not any("Wajo" in str(remark.words) for remark in others)


def test_a_confidential_issue_is_not_looked_through(wajo: Desk) -> None:
    issues.new_issue(wajo, "Bupati Soppeng hadir", TEMPE, confidential=True, reported_at=NOW - 60)
    assert not any(remark.grave for remark in remarks(wajo))


def test_open_issues_without_advice_are_counted(wajo: Desk) -> None:
    issues.new_issue(wajo, "Satu", TEMPE, reported_at=NOW - 60)
    issues.new_issue(wajo, "Dua", BELAWA, advice="Ada", reported_at=NOW - 60)
    found = next(remark for remark in remarks(wajo) if "saran penyelesaian" in str(remark.words))
    assert str(found.words).startswith("1 permasalahan")
    assert found.target is not None
    assert found.target.page is Page.ISSUES
    matrix = [remark for remark in remarks(wajo, "matriks-permasalahan") if "saran penyelesaian" in str(remark.words)]
    assert [str(remark.words) for remark in matrix] == [str(found.words)]


def test_holes_of_the_teams_are_named(wajo: Desk) -> None:
    said = [str(remark.words) for remark in remarks(wajo, printing.TEAM_STRUCTURE)]
    assert any("Belum ada anggota" in words for words in said)
    team = teams.new_team(wajo, 1)
    teams.set_districts(wajo, team, [TEMPE])
    teams.new_member(wajo, "Camat Tempe", team=team)
    said = [str(remark.words) for remark in remarks(wajo, printing.TEAM_STRUCTURE)]
    hole = next(words for words in said if "belum tercakup" in words)
    assert "Belawa" in hole
    assert "Tempe" not in hole
    assert any("Nomor keputusan" in words for words in said)
    assert not any("lebih dari satu tim" in words for words in said)
    teams.set_districts(wajo, teams.new_team(wajo, 2), [TEMPE])
    said = [str(remark.words) for remark in remarks(wajo, printing.TEAM_STRUCTURE)]
    assert any("dicakup oleh lebih dari satu tim" in words and "Tempe" in words for words in said)
