# SPDX-License-Identifier: Apache-2.0
"""What waits stands in the list with where it leads, and leaves it when it is done."""


from desk_app.operations import (
    daily_reports,
    teams,
)
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page
from desk_app.operations.todo import todo
from desk_app.operations.todo_lines import TodoKind
from tests.operations.waiting_lines import line
from tests.small_offices import NOW


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
