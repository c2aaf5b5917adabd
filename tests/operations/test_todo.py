# SPDX-License-Identifier: Apache-2.0
"""What waits stands in the list with where it leads, and leaves it when it is done."""

from pathlib import Path

from desk_app.domain import records
from desk_app.domain.readiness import Readiness
from desk_app.operations import (
    answers,
    change_settings,
    daily_reports,
    issue_deeds,
    issue_register,
    issues,
    places_watched,
    settings,
    stations,
    teams,
    transact,
)
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page
from desk_app.operations.todo import Todo, TodoKind, todo
from tests import small_offices
from tests.regency_offices import MADDUKELLENG, TEMPE, tps
from tests.small_offices import NOW

STATION = tps(MADDUKELLENG, 5)


def line(desk: Desk, kind: TodoKind) -> Todo | None:
    return next((one for one in todo(desk) if one.kind is kind), None)


def test_an_urgent_issue_until_it_is_followed_up(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir", STATION, severity="kritis")
    found = line(wajo, TodoKind.URGENT)
    assert found is not None
    assert (found.words, found.count, found.mark) == (
        "1 masalah sangat mendesak belum ditindaklanjuti", 1, Readiness.PROBLEM,
    )
    assert (found.target.page, found.target.record) == (Page.ISSUES, no)
    chosen = issue_register.IssueFilter(**dict(found.target.chosen))
    assert [row.no for row in issue_register.issue_rows(wajo, chosen)] == [no]
    issue_deeds.give_advice(wajo, no, "Pindahkan kotak suara")
    found = line(wajo, TodoKind.URGENT)
    assert found is not None
    assert found.target.record == no
    chosen = issue_register.IssueFilter(**dict(found.target.chosen))
    assert [row.no for row in issue_register.issue_rows(wajo, chosen)] == [no]
    issue_deeds.follow_up(wajo, no, "BPBD berangkat")
    assert line(wajo, TodoKind.URGENT) is None


def test_what_is_late_is_told_once(wajo: Desk) -> None:
    issues.new_issue(wajo, "Banjir", STATION, severity="kritis")
    issues.new_issue(wajo, "Padam", STATION, severity="tinggi")
    assert line(wajo, TodoKind.OVERDUE) is None
    wajo.now = lambda: NOW + 5 * 3600
    found = line(wajo, TodoKind.OVERDUE)
    assert found is not None
    assert found.count == 1


def test_the_report_of_today_until_it_is_finished(wajo: Desk) -> None:
    found = line(wajo, TodoKind.REPORT)
    assert found is not None
    assert found.words == "Laporan harian no. 1 (H-1) belum selesai"
    daily_reports.report_nihil(wajo)
    assert line(wajo, TodoKind.REPORT) is None


def test_no_daily_report_is_asked_for_months_before_the_vote(wajo: Desk) -> None:
    wajo.now = lambda: NOW - 60 * 86_400
    assert line(wajo, TodoKind.REPORT) is None
    daily_reports.report_nihil(wajo)
    wajo.now = lambda: NOW - 59 * 86_400
    found = line(wajo, TodoKind.REPORT)
    assert found is not None, "who has begun is reminded"
    wajo.now = lambda: NOW - 50 * 86_400
    assert line(wajo, TodoKind.REPORT) is None


def test_yesterdays_report_that_was_left_unfinished(wajo: Desk) -> None:
    daily_reports.write_report(wajo, situation="Aman")
    wajo.now = lambda: NOW + 86_400
    assert [one.target.chosen["day"] for one in todo(wajo) if one.kind is TodoKind.REPORT] == [
        "2024-02-13", "2024-02-14",
    ]


def test_silent_offices_by_name_when_they_are_few(wajo: Desk) -> None:
    assert line(wajo, TodoKind.SILENT) is None, "nobody is waited for before anybody has joined"
    first = line(wajo, TodoKind.FIRST_STEP)
    assert first is not None
    assert (first.words, first.target.chosen) == (
        "Siapkan paket kecamatan: belum ada yang bergabung", {"show": "prepare"},
    )
    daily_reports.note_received(wajo, "73.13.07", "WhatsApp")
    assert line(wajo, TodoKind.FIRST_STEP) is None
    found = line(wajo, TodoKind.SILENT)
    assert found is not None
    assert found.count == 13
    assert found.words == "13 kecamatan belum mengirim sejak kemarin"
    assert [row.silent for row in daily_reports.incoming(wajo).rows].count(True) == 13
    change_settings.set_many(wajo, {settings.word_setting("district"): "Distrik"})
    found = line(wajo, TodoKind.SILENT)
    assert found is not None
    assert found.words == "13 distrik belum mengirim sejak kemarin"
    for row in daily_reports.silent(wajo):
        if row.place != TEMPE:
            daily_reports.note_received(wajo, row.place, "WhatsApp")
    found = line(wajo, TodoKind.SILENT)
    assert found is not None
    assert found.words == "Tempe belum mengirim sejak kemarin"
    assert [row.place for row in daily_reports.incoming(wajo).rows if row.silent] == [TEMPE]


def test_a_province_waits_for_its_kabupaten(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "sulsel", "73", stations=0).desk as province:
        names = [(("pemilu-2024", f"73.{number:02d}"), {"name": f"K{number}"}) for number in range(1, 6)]
        transact.transact(province, "Wilayah", lambda unit: unit.put_many(records.REGION, names))
        daily_reports.note_received(province, "73.01", "WhatsApp")
        found = line(province, TodoKind.SILENT)
    assert found is not None
    assert found.words == "4 kabupaten/kota belum mengirim sejak kemarin"


def test_a_failure_without_an_issue(wajo: Desk) -> None:
    answers.set_answer(wajo, STATION, "log.tinta", "1")
    found = line(wajo, TodoKind.FAILURE)
    assert found is not None
    assert (found.count, found.target.page, found.target.phase) == (1, Page.CHECKLIST, -1)
    chosen = stations.StationFilter(**dict(found.target.chosen))
    assert len(stations.station_ids(wajo, chosen, phase=found.target.phase)) == 1
    issues.issue_from_answer(wajo, STATION, "log.tinta")
    assert line(wajo, TodoKind.FAILURE) is None


def test_the_number_of_failures_is_that_of_the_list(wajo: Desk) -> None:
    for number in (1, 5):
        answers.set_answer(wajo, tps(MADDUKELLENG, number), "log.tinta", "1")
    issues.new_issue(wajo, "Kurang tinta", tps(MADDUKELLENG, 1), severity="kritis")
    answers.set_answer(wajo, f"{TEMPE}/ppk", "pan.ppk@h-1", "0")
    answers.set_answer(wajo, "73.13/gudang-2", "gud.jaga@h-1", "B")
    stations_, others = (one for one in todo(wajo) if one.kind is TodoKind.FAILURE)
    assert stations_.words == "1 TPS dengan isian bermasalah (H-1) belum dicatat sebagai permasalahan"
    chosen = stations.StationFilter(**dict(stations_.target.chosen))
    assert len(stations.station_ids(wajo, chosen, phase=stations_.target.phase)) == stations_.count == 1
    assert others.words == "2 tempat lain dengan isian bermasalah (H-1) belum dicatat sebagai permasalahan"
    assert others.target.chosen == {"places": True, "unrecorded": True}
    shown = [one.subject for one in places_watched.listed(wajo, others.target.phase) if one.unrecorded]
    assert shown == [f"{TEMPE}/ppk", "73.13/gudang-2"]


def test_nothing_waits(desk: Desk) -> None:
    daily_reports.report_nihil(desk)
    left = [one.kind for one in todo(desk)]
    assert left == [TodoKind.FIRST_STEP, TodoKind.STAGE], "it belongs to no kabupaten yet; the quiet days end"


def test_what_clashes_in_teams_leads_to_its_list(wajo: Desk) -> None:
    assert line(wajo, TodoKind.TEAM) is None
    for number in (1, 2):
        teams.new_member(wajo, "Camat Tempe", team=teams.new_team(wajo, number), person="Baso")
    found = line(wajo, TodoKind.TEAM)
    assert found is not None
    assert (found.words, found.target.page) == ("1 bentrok pada tim dan piket posko", Page.TEAMS)
    assert found.target.chosen == {"show": "clashes"}
