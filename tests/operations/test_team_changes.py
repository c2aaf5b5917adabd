# SPDX-License-Identifier: Apache-2.0
"""Who comes in whose place: both names stay, open tasks and coming shifts go to the successor, undone as one."""

import pytest

from desk_app.domain import errors
from desk_app.operations import (
    duplicates,
    history,
    issue_deeds,
    issue_register,
    issues,
    tasks,
    team_changes,
    team_roster,
    teams,
)
from desk_app.operations.desk import Desk
from tests.regency_offices import TEMPE

DAY = "2024-02-14"


@pytest.fixture
def camat(wajo: Desk) -> int:
    team = teams.new_team(wajo, "VIII", [TEMPE], period_from="2024-01-08", period_to="2024-03-20")
    return teams.new_member(
        wajo, "Camat Tempe", team=team, person="H. Baso", nip="197501012000031001", rank="IV/a", period_to="2024-03-01"
    )


def member(desk: Desk, no: int) -> teams.Member:
    return next(one for one in teams.structure(desk).members if one.no == no)


def test_both_names_stay_and_say_since_when(wajo: Desk, camat: int) -> None:
    done = team_changes.replace_member(wajo, camat, on=DAY, reason="mutasi", person="Hj. Sitti")
    old, new = member(wajo, camat), member(wajo, done.new)
    assert (old.person, old.replaced, old.replaced_on, old.replaced_by, old.reason) == (
        "H. Baso", True, DAY, done.new, "mutasi",
    )
    assert (new.person, new.office, new.replaced, new.period_from, new.period_to) == (
        "Hj. Sitti", "Camat Tempe", False, DAY, "2024-03-01",
    )
    assert (new.rank, teams.member_number(wajo, done.new)) == ("", "")
    assert teams.member_number(wajo, camat) == "197501012000031001"


def test_open_tasks_and_coming_shifts_go_over_and_what_was_done_stays(wajo: Desk, camat: int) -> None:
    open_task = tasks.new_task(wajo, "Cek gudang", member=camat)
    done_task = tasks.new_task(wajo, "Rapat", member=camat)
    tasks.finish(wajo, done_task)
    flood = issues.new_issue(wajo, "Banjir", TEMPE, pic=camat)
    settled = issues.new_issue(wajo, "Beres", TEMPE, pic=camat)
    issue_deeds.close_issue(wajo, settled, "beres")
    before = team_roster.new_shift(wajo, "2024-02-13", 19 * 60, 7 * 60, member=camat)
    after = team_roster.new_shift(wajo, DAY, 7 * 60, 15 * 60, member=camat, until="2024-02-15")
    assert team_changes.burden(wajo, camat, DAY) == team_changes.Burden(1, 2, 1)
    assert team_changes.burden(wajo, camat) == team_changes.Burden(1, 3, 1)
    done = team_changes.replace_member(wajo, camat, on=DAY, person="Hj. Sitti")
    assert (done.tasks, done.shifts, done.issues) == ((open_task,), tuple(after), (flood,))
    assert {one.no: one.member for one in team_roster.shifts(wajo)} == {
        before[0]: camat, after[0]: done.new, after[1]: done.new,
    }
    assert {one.no: one.member for one in tasks.rows(wajo)} == {open_task: done.new, done_task: camat}
    assert {one.no: one.pic for one in issue_register.issue_rows(wajo)} == {flood: done.new, settled: camat}
    history.undo(wajo)
    assert {one.member for one in team_roster.shifts(wajo)} == {camat}
    assert {one.member for one in tasks.rows(wajo)} == {camat}
    assert not member(wajo, camat).replaced
    assert len(teams.structure(wajo).members) == 1


def test_nobody_is_replaced_twice_and_who_leaves_can_be_called_back(wajo: Desk, camat: int) -> None:
    team_changes.end_member(wajo, camat, on=DAY, reason="cuti panjang")
    assert (member(wajo, camat).replaced_on, member(wajo, camat).replaced_by) == (DAY, 0)
    for again in (team_changes.replace_member, team_changes.end_member):
        with pytest.raises(errors.Refused, match="tidak bertugas"):
            again(wajo, camat, **({"person": "X"} if again is team_changes.replace_member else {}))  # type: ignore[operator]
    team_changes.call_back(wajo, camat)
    assert not member(wajo, camat).replaced
    assert member(wajo, camat).reason == ""


def test_a_successor_comes_today_and_never_after_the_end(wajo: Desk, camat: int) -> None:
    done = team_changes.replace_member(wajo, camat, person="B")
    assert member(wajo, done.new).period_from == "2024-02-13"
    late = team_changes.replace_member(wajo, done.new, on="2024-03-10", person="C")
    assert member(wajo, late.new).period_to == ""


def test_refusals(wajo: Desk, desk: Desk, camat: int) -> None:
    with pytest.raises(errors.Refused, match="pengganti"):
        team_changes.replace_member(wajo, camat, unit="Dinas")
    with pytest.raises(errors.Refused, match="raja"):
        team_changes.replace_member(wajo, camat, person="A", service="raja")
    with pytest.raises(errors.Refused, match="tanggal"):
        team_changes.replace_member(wajo, camat, on="besok", person="A")
    with pytest.raises(ValueError, match="event"):
        team_changes.replace_member(wajo, camat, person="A", event="x")
    with pytest.raises(errors.NotPermitted):
        team_changes.end_member(desk, camat)
    assert not member(wajo, camat).replaced


def test_one_who_comes_back_is_no_double_of_himself(wajo: Desk, camat: int) -> None:
    team = member(wajo, camat).team
    done = team_changes.replace_member(wajo, camat, on=DAY, person="Hj. Sitti")
    team_changes.replace_member(wajo, done.new, on="2024-03-01", person="H. Baso", nip="197501012000031001")
    assert duplicates.clashes(wajo) == []
    teams.new_member(wajo, "Camat Tempe", team=team, person="H. Baso")
    assert [one.kind for one in duplicates.clashes(wajo)] == ["member"]
