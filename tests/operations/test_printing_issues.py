# SPDX-License-Identifier: Apache-2.0
"""Which issues a paper tells of, and what of them."""

from pathlib import Path

from desk_app.domain import records
from desk_app.operations import duplicates, issue_deeds, issue_register, issues, printing_issues
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import two_offices
from tests.regency_offices import BELAWA, MADDUKELLENG, TEMPE, tps
from tests.small_offices import NOW

DAY = 86_400


def titles(desk: Desk, area: str = "73.13", end: int = NOW + 1) -> list[tuple[str, bool, bool]]:
    found = printing_issues.rows(desk, area, NOW - DAY, end)
    return [(row.description, row.new, row.open) for row in found]


def test_new_ones_older_open_ones_and_those_closed_meanwhile(wajo: Desk) -> None:
    issues.new_issue(wajo, "Baru", reported_at=NOW - 60)
    issues.new_issue(wajo, "Lama terbuka", reported_at=NOW - 5 * DAY)
    closed = issues.new_issue(wajo, "Lama selesai tadi", reported_at=NOW - 5 * DAY)
    issue_deeds.close_issue(wajo, closed, "beres")
    issues.new_issue(wajo, "Sesudah masa laporan", reported_at=NOW + 60)
    found = titles(wajo)
    assert sorted(found) == [("Baru", True, True), ("Lama selesai tadi", False, False), ("Lama terbuka", False, True)]
    assert titles(wajo, end=NOW - 120) == [one for one in found if one[0].startswith("Lama")]


def test_only_the_area_asked_for(wajo: Desk) -> None:
    issues.new_issue(wajo, "Di Tempe", tps(MADDUKELLENG, 5), reported_at=NOW - 60)
    issues.new_issue(wajo, "Di Belawa", BELAWA, reported_at=NOW - 60)
    assert [title for title, _, _ in titles(wajo, TEMPE)] == ["Di Tempe"]


def test_places_are_named_with_their_kecamatan(wajo: Desk) -> None:
    for subject in (tps(MADDUKELLENG, 5), TEMPE, f"{TEMPE}/ppk", "73.13/gudang", "73.13"):
        issues.new_issue(wajo, subject, subject, reported_at=NOW - 60)
    named = {row.description: row.place for row in printing_issues.rows(wajo, "73.13", NOW - DAY, NOW)}
    assert named[tps(MADDUKELLENG, 5)] == "TPS 005, Kel. Maddukelleng, Kecamatan Tempe"
    assert named[TEMPE] == "Kecamatan Tempe"
    assert named[f"{TEMPE}/ppk"].count("Kecamatan Tempe") == 1
    assert "Tempe" not in named["73.13/gudang"]
    inside = printing_issues.rows(wajo, TEMPE, NOW - DAY, NOW)
    assert "TPS 005, Kel. Maddukelleng" in [row.place for row in inside]


def test_the_follow_up_is_the_last_that_was_done_not_the_advice(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Tinta kurang", severity="sangat_mendesak", category="NET", reported_at=NOW - 600)
    issue_deeds.give_advice(wajo, no, "Pakai cadangan")
    assert [row.follow_up for row in printing_issues.rows(wajo, "73.13", NOW - DAY, NOW)] == [""]
    issue_deeds.convey(wajo, no, "kpu", "telepon")
    issue_deeds.follow_up(wajo, no, "Tinta dikirim", by="KPU", at=NOW)
    [row] = printing_issues.rows(wajo, "73.13", NOW - DAY, NOW)
    assert row.advice == "Pakai cadangan"
    assert row.addressee == "KPU"
    assert "Tinta dikirim (KPU, 13-02 pukul 13.00)" in row.follow_up
    assert "Pakai cadangan" not in row.follow_up
    assert (row.urgent, row.alleged, row.said) == (True, True, "Dugaan: Tinta kurang")


def test_to_whom_it_was_conveyed_and_how_stands_on_paper(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Listrik padam", reported_at=NOW - 600)
    issue_deeds.convey(wajo, no, "PLN", "WA", "Mohon dinyalakan.")
    [row] = printing_issues.rows(wajo, "73.13", NOW - DAY, NOW)
    assert row.follow_up.startswith("Disampaikan kepada PLN (WA): Mohon dinyalakan. (Andi")


def test_title_and_description_are_not_said_twice(wajo: Desk) -> None:
    issues.new_issue(wajo, "Atap bocor", description="Atap bocor sejak pagi.", reported_at=NOW - 60)
    issues.new_issue(wajo, "Listrik padam", description="Sejak pukul 05.00.", reported_at=NOW - 50)
    said = {row.description for row in printing_issues.rows(wajo, "73.13", NOW - DAY, NOW)}
    assert said == {"Atap bocor sejak pagi.", "Listrik padam. Sejak pukul 05.00."}


def test_what_offices_hold_differently_is_named_and_a_merged_issue_stands_once(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        wajo, tempe = two.kabupaten, two.tempe
        one = issues.new_issue(wajo, "Listrik padam", two_offices.FIRST, advice="Genset")
        other = issues.new_issue(wajo, "Padam", two_offices.FIRST, advice="Pinjam genset")
        issue_deeds.follow_up(wajo, other, "Lurah dihubungi")
        duplicates.merge(wajo, one, [other])
        two.carry(wajo, tempe)
        [row] = issue_register.issue_rows(tempe)
        issues.edit_issue(tempe, row.no, impact="Gelap", addressee="PLN")
        issues.edit_issue(wajo, one, impact="Tertunda", reporter="KPPS")
        merged = duplicates.said(tempe)[0].record
        transact(tempe, "x", lambda unit: unit.set(records.ISSUE, merged, {"advice": "Lilin"}))
        transact(wajo, "x", lambda unit: unit.set(records.ISSUE, other, {"advice": "Senter"}))
        two.carry(tempe, wajo)
        [printed] = printing_issues.rows(wajo, wajo.identity.place, 0, NOW + 1)
        assert printed.advice.splitlines()[0] == "Genset"
        assert printed.advice.splitlines()[1] in ("Lilin", "Senter")
        assert "Lurah dihubungi" in printed.follow_up
        assert printed.disputed == ("dampak", "saran penyelesaian")
