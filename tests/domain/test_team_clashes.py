# SPDX-License-Identifier: Apache-2.0
"""One person in two teams, piket while on leave, two shifts at once, days outside a period."""

from datetime import date

import pytest

from desk_app.domain import roster, team_clashes
from desk_app.domain.team_clashes import Away, Duty, Kind, Period, Served

FEBRUARY = date(2024, 2, 1), date(2024, 2, 29)
MARCH = date(2024, 3, 1), date(2024, 3, 31)


def served(no: int, team: int, person: str = "", office: str = "", number: str = "") -> Served:
    return Served(no, team, person, office, number)


def kinds(found: list[team_clashes.Clash]) -> list[tuple[Kind, int, int]]:
    return [(one.kind, one.one, one.other) for one in found]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (served(1, 1, "Drs. H. Baso, M.Si."), served(2, 2, "H. BASO")),
        (served(1, 1, "Baso", number="1970"), served(2, 2, "Baso, S.E.")),
        (served(1, 1, "Baso", number="1970"), served(2, 2, "Andi Baso", number="1970")),
        (served(1, 1, number="1970"), served(2, 2, number="1970")),
    ],
)
def test_the_same_person_in_two_teams(first: Served, second: Served) -> None:
    assert kinds(team_clashes.of_members([first, second])) == [(Kind.PERSON_TWICE, 1, 2)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (served(1, 1, "Baso", number="1970"), served(2, 2, "Baso", number="1980")),
        (served(1, 1, "Baso"), served(2, 1, "Baso")),
        (served(1, 1, "Baso"), served(2, 0, "Baso")),
        (served(1, 1, office="Staf Bagian Umum"), served(2, 2, office="Staf Bagian Umum")),
        (served(1, 1, "Andi", "Camat Tempe"), served(2, 2, "Baso", "Camat Tempe")),
        (Served(1, 1, "Baso", "", "", *FEBRUARY), Served(2, 2, "Baso", "", "", *MARCH)),
        (Served(1, 1, "Baso", "", "", date(2024, 3, 1), date(2024, 2, 1)), served(2, 2, "Baso")),
    ],
)
def test_two_people_one_team_or_other_days_are_no_clash(first: Served, second: Served) -> None:
    assert team_clashes.of_members([first, second]) == []


def test_the_same_office_where_no_two_names_tell_them_apart() -> None:
    pair = [served(1, 1, office="Camat  Tempe"), served(2, 2, "Baso", "camat tempe")]
    assert kinds(team_clashes.of_members(pair)) == [(Kind.OFFICE_TWICE, 1, 2)]
    same = [served(1, 1, "Baso", "Camat Tempe"), served(2, 2, "Baso", "Camat Tempe")]
    assert kinds(team_clashes.of_members(same)) == [(Kind.PERSON_TWICE, 1, 2)]


def test_the_days_of_a_clash_are_those_they_share() -> None:
    first = Served(1, 1, "Baso", "", "", date(2024, 1, 1), date(2024, 2, 14))
    [clash] = team_clashes.of_members([first, Served(2, 2, "Baso", "", "", *FEBRUARY)])
    assert (clash.first, clash.last) == (date(2024, 2, 1), date(2024, 2, 14))


def duty(no: int, member: int, day: int, start: int, end: int, person: str = "") -> Duty:
    return Duty(no, member, person, roster.span(date(2024, 2, day), start * 60, end * 60))


def test_piket_while_on_leave_also_past_midnight_and_under_another_membership() -> None:
    members = [served(1, 1, "Baso"), served(2, 2, "H. Baso")]
    leave = Away(9, 2, date(2024, 2, 15), date(2024, 2, 16))
    shifts = [duty(11, 1, 14, 19, 7), duty(12, 1, 14, 7, 15), duty(13, 1, 17, 0, 8), duty(14, 2, 16, 7, 15)]
    found = team_clashes.of_roster(members, [leave], shifts)
    assert kinds(found) == [(Kind.SHIFT_ON_LEAVE, 11, 9), (Kind.SHIFT_ON_LEAVE, 14, 9)]


def test_two_shifts_at_once_are_told_and_two_in_a_row_are_not() -> None:
    members = [served(1, 1, "Baso")]
    shifts = [duty(11, 1, 14, 7, 15), duty(12, 1, 14, 15, 23), duty(13, 1, 14, 14, 16)]
    assert kinds(team_clashes.of_roster(members, [], shifts)) == [
        (Kind.SHIFT_TWICE, 11, 13), (Kind.SHIFT_TWICE, 13, 12),
    ]
    strangers = [duty(11, 0, 14, 7, 15, "Ibu Ani"), duty(12, 0, 14, 14, 16, "ani"), duty(13, 0, 14, 7, 15, "")]
    assert team_clashes.of_roster([], [], strangers) == []
    twice = [duty(11, 0, 14, 7, 15, "Ani"), duty(12, 0, 14, 14, 16, "ani")]
    assert kinds(team_clashes.of_roster([], [], twice)) == [(Kind.SHIFT_TWICE, 11, 12)]


def test_piket_of_one_who_serves_no_longer() -> None:
    members = [Served(1, 1, "Baso", "", "", date(2024, 2, 1), date(2024, 2, 13))]
    found = team_clashes.of_roster(members, [], [duty(11, 1, 13, 19, 7), duty(12, 1, 14, 7, 15)])
    assert kinds(found) == [(Kind.SHIFT_OUTSIDE, 12, 1)]


def test_members_beyond_their_team_and_teams_beyond_their_decree() -> None:
    team = Period(1, *FEBRUARY)
    members = [
        Served(1, 1, "A", "", "", *FEBRUARY),
        Served(2, 1, "B", "", "", date(2024, 1, 31)),
        Served(3, 1, "C", "", "", team_clashes.FIRST, date(2024, 3, 1)),
        Served(4, 1, "D", ""  , ""),
        Served(5, 2, "E", "", "", *MARCH),
    ]
    assert [one.one for one in team_clashes.of_periods(members, [team])] == [2, 3]
    assert kinds(team_clashes.of_teams([(team, Period(9, *MARCH)), (team, Period(9))])) == [(Kind.TEAM_OUTSIDE, 1, 9)]


def test_every_kind_has_its_words() -> None:
    assert set(team_clashes.KIND_LABELS) == set(team_clashes.KIND_MEASURES) == set(Kind)
