# SPDX-License-Identifier: Apache-2.0
"""What waits stands in the list with where it leads, and leaves it when it is done."""

from desk_app.domain.readiness import Readiness
from desk_app.operations import answers, daily_reports, issues, stations
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page
from desk_app.operations.todo import Todo, TodoKind, todo
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
    assert [row.no for row in issues.issue_rows(wajo, issues.IssueFilter(**dict(found.target.chosen)))] == [no]
    issues.follow_up(wajo, no, "BPBD berangkat")
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


def test_yesterdays_report_that_was_left_unfinished(wajo: Desk) -> None:
    daily_reports.write_report(wajo, situation="Aman")
    wajo.now = lambda: NOW + 86_400
    assert [one.target.chosen["day"] for one in todo(wajo) if one.kind is TodoKind.REPORT] == [
        "2024-02-13", "2024-02-14",
    ]


def test_silent_offices_by_name_when_they_are_few(wajo: Desk) -> None:
    found = line(wajo, TodoKind.SILENT)
    assert found is not None
    assert found.count == 14
    for row in daily_reports.silent(wajo):
        if row.place != TEMPE:
            daily_reports.note_received(wajo, row.place, "WhatsApp")
    found = line(wajo, TodoKind.SILENT)
    assert found is not None
    assert found.words == "Tempe belum mengirim sejak kemarin"


def test_a_failure_without_an_issue(wajo: Desk) -> None:
    answers.set_answer(wajo, STATION, "log.tinta", "1")
    found = line(wajo, TodoKind.FAILURE)
    assert found is not None
    assert (found.count, found.target.page, found.target.phase) == (1, Page.CHECKLIST, -1)
    chosen = stations.StationFilter(**dict(found.target.chosen))
    assert len(stations.station_ids(wajo, chosen, phase=found.target.phase)) == 1
    issues.issue_from_answer(wajo, STATION, "log.tinta")
    assert line(wajo, TodoKind.FAILURE) is None


def test_nothing_waits(desk: Desk) -> None:
    daily_reports.report_nihil(desk)
    assert todo(desk) == []
