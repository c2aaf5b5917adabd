# SPDX-License-Identifier: Apache-2.0
"""What of issues waits stands in the list with the number of the list that it leads to."""


from desk_app.domain.readiness import Readiness
from desk_app.operations import (
    answers,
    issue_deeds,
    issue_register,
    issues,
    places_watched,
    stations,
)
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page
from desk_app.operations.todo import todo
from desk_app.operations.todo_lines import TodoKind
from tests.operations.waiting_lines import line
from tests.regency_offices import MADDUKELLENG, TEMPE, tps
from tests.small_offices import NOW

STATION = tps(MADDUKELLENG, 5)


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
