# SPDX-License-Identifier: Apache-2.0
"""What clashes, in words, with what to do and where; each clash goes when it is mended."""

import pytest

from desk_app.domain import errors
from desk_app.operations import history, team_changes, team_clashes, team_leave, team_roster, teams, todo
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, TEMPE

Kind = team_clashes.Kind


def kinds(desk: Desk) -> list[Kind]:
    return [one.kind for one in team_clashes.clashes(desk)]


@pytest.fixture
def two(wajo: Desk) -> tuple[int, int]:
    """Two teams at the same time."""
    first = teams.new_team(wajo, 1, [TEMPE], period_from="2024-01-08", period_to="2024-03-20")
    return first, teams.new_team(wajo, 2, [BELAWA])


def test_nothing_clashes_in_an_empty_office(wajo: Desk, desk: Desk) -> None:
    assert team_clashes.clashes(wajo) == []
    assert team_clashes.clashes(desk) == []


def test_a_person_in_two_teams_until_he_leaves_one(wajo: Desk, two: tuple[int, int]) -> None:
    no = teams.new_member(wajo, "Camat", team=two[0], person="H. Baso")
    other = teams.new_member(wajo, "Kadis", team=two[1], person="Baso, S.E.")
    [clash] = team_clashes.clashes(wajo)
    assert (clash.kind, clash.record, clash.other) == (Kind.PERSON_TWICE, no, other)
    assert clash.words == "H. Baso: Tim I dan Tim II, 08-01-2024 s.d. 20-03-2024"
    assert "Pilih satu tim" in clash.measure
    assert not clash.is_of_roster
    teams.edit_member(wajo, other, period_from="2024-03-21")
    assert kinds(wajo) == []
    teams.edit_member(wajo, other, period_from=None)
    team_changes.end_member(wajo, other, on="2024-01-08")
    assert kinds(wajo) == []


def test_a_successor_does_not_clash_with_his_predecessor(wajo: Desk, two: tuple[int, int]) -> None:
    no = teams.new_member(wajo, "Camat Tempe", team=two[0], person="Baso")
    team_changes.replace_member(wajo, no, on="2024-02-14", person="Sitti")
    teams.new_member(wajo, "Camat Belawa", team=two[1], person="Baso", period_from="2024-02-14")
    assert kinds(wajo) == []


def test_the_roster_in_words(wajo: Desk) -> None:
    no = teams.new_member(wajo, "Staf", person="Andi", period_to="2024-02-14")
    [first] = team_roster.new_shift(wajo, "2024-02-14", 19 * 60, 7 * 60, member=no)
    leave = team_leave.new_leave(wajo, no, "2024-02-15", "2024-02-16", "dinas_luar")
    [clash] = team_clashes.clashes(wajo)
    assert (clash.kind, clash.record, clash.other, clash.day) == (Kind.SHIFT_ON_LEAVE, first, leave, "2024-02-14")
    assert clash.words == "Andi piket 14-02-2024 19.00–07.00, tetapi dinas luar 15-02-2024 s.d. 16-02-2024"
    assert clash.is_of_roster
    team_leave.delete_leave(wajo, leave)
    [second] = team_roster.new_shift(wajo, "2024-02-15", 6 * 60, 12 * 60, member=no)
    told = {one.kind: one for one in team_clashes.clashes(wajo)}
    assert told[Kind.SHIFT_TWICE].words == "Andi piket 14-02-2024 19.00–07.00 dan 15-02-2024 06.00–12.00"
    assert told[Kind.SHIFT_OUTSIDE].words == "Andi piket 15-02-2024, tetapi bertugas sampai 14-02-2024"
    team_roster.edit_shift(wajo, second, person="Ani")
    assert kinds(wajo) == []


def test_days_beyond_team_and_decree(wajo: Desk, two: tuple[int, int]) -> None:
    decree = teams.new_decree(wajo, number="10/2024", period_from="2024-01-08", period_to="2024-02-29")
    teams.edit_team(wajo, two[0], decree=decree)
    teams.new_member(wajo, "Camat", team=two[0], period_to="2024-04-01")
    assert [one.words for one in team_clashes.clashes(wajo)] == [
        "Camat bertugas 08-01-2024 s.d. 01-04-2024, Tim I 08-01-2024 s.d. 20-03-2024",
        "Tim I bertugas 08-01-2024 s.d. 20-03-2024, SK 10/2024 berlaku 08-01-2024 s.d. 29-02-2024",
    ]
    teams.new_decree(wajo, number="11/2024", amends=decree, period_to="2024-04-30")
    assert kinds(wajo) == [Kind.MEMBER_OUTSIDE]


def test_one_who_was_written_by_mistake_clashes_with_nobody(wajo: Desk, two: tuple[int, int]) -> None:
    no = teams.new_member(wajo, "Camat", team=two[0], person="Baso")
    teams.new_member(wajo, "Kadis", team=two[1], person="Baso")
    teams.remove_member(wajo, no)
    assert kinds(wajo) == []


def test_one_that_a_decree_wants_is_accepted_and_asked_about_no_more(wajo: Desk, two: tuple[int, int]) -> None:
    teams.new_member(wajo, "Camat", team=two[0], person="H. Baso")
    other = teams.new_member(wajo, "Kadis", team=two[1], person="Baso, S.E.")
    [clash] = team_clashes.clashes(wajo)
    with pytest.raises(errors.Refused, match="Tulis alasannya"):
        team_clashes.accept(wajo, clash, " ")
    no = team_clashes.accept(wajo, clash, "ditetapkan dalam SK 100")
    [kept] = team_clashes.clashes(wajo)
    assert (kept.accepted, kept.reason, kept.by) == (no, "ditetapkan dalam SK 100", wajo.operator.name)
    assert team_clashes.waiting(wajo) == []
    assert [one for one in todo.todo(wajo) if one.kind is todo.TodoKind.TEAM] == []
    assert team_clashes.accept(wajo, kept, "SK 100 lampiran II") == no, "said once more it is the same"
    assert team_clashes.clashes(wajo)[0].reason == "SK 100 lampiran II"
    history.undo(wajo)
    history.undo(wajo)
    assert [one.accepted for one in team_clashes.waiting(wajo)] == [0]
    history.redo(wajo)
    assert team_clashes.waiting(wajo) == []
    team_clashes.withdraw(wajo, team_clashes.clashes(wajo)[0].accepted)
    assert len(team_clashes.waiting(wajo)) == 1
    teams.edit_member(wajo, other, person="Sitti")
    with pytest.raises(errors.Refused, match="sudah tidak ada"):
        team_clashes.accept(wajo, clash, "SK 100")


def test_another_clash_of_the_same_person_is_asked_about(wajo: Desk, two: tuple[int, int]) -> None:
    teams.new_member(wajo, "Camat", team=two[0], person="H. Baso")
    teams.new_member(wajo, "Kadis", team=two[1], person="Baso, S.E.")
    team_clashes.accept(wajo, team_clashes.clashes(wajo)[0], "SK 100")
    teams.new_member(wajo, "Lurah Tempe", team=teams.new_team(wajo, 3), person="Baso")
    assert len(team_clashes.waiting(wajo)) == 2
    assert [bool(one.accepted) for one in team_clashes.clashes(wajo)] == [False, False, True]
