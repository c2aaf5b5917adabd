# SPDX-License-Identifier: Apache-2.0
"""The posko's roster: a week, holes, several days at once, a week like the last one, opening hours."""

from datetime import date

import pytest

from desk_app.domain import errors, roster
from desk_app.operations import history, team_changes, team_roster, teams
from desk_app.operations.desk import Desk
from tests.small_offices import NOW

TUESDAY = date(2024, 2, 13)
NIGHT = 19 * 60, 7 * 60
DAYTIME = 7 * 60, 19 * 60


@pytest.fixture
def andi(wajo: Desk) -> int:
    return teams.new_member(wajo, "Staf Posko", person="Andi")


def test_a_week_with_what_goes_on_from_the_sunday_before(wajo: Desk, andi: int) -> None:
    [sunday] = team_roster.new_shift(wajo, "2024-02-11", *NIGHT, member=andi)
    team_roster.new_shift(wajo, "2024-02-10", *NIGHT, member=andi)
    days = team_roster.new_shift(wajo, "2024-02-12", *DAYTIME, person="Bu Ani", note="HT", until="2024-02-13")
    week = team_roster.week(wajo)
    assert week.days[0] == date(2024, 2, 12)
    assert [(one.no, one.name, one.office, one.hours) for one in week.shifts] == [
        (sunday, "Andi", "Staf Posko", "19.00–07.00"),
        (days[0], "Bu Ani", "", "07.00–19.00"),
        (days[1], "Bu Ani", "", "07.00–19.00"),
    ]
    assert week.of_day(TUESDAY)[0].note == "HT"
    night = roster.span(date(2024, 2, 12), *NIGHT)
    assert week.holes == (night, roster.span(TUESDAY, 19 * 60, 0))


def test_opening_hours_narrow_the_holes(wajo: Desk, andi: int) -> None:
    team_roster.new_shift(wajo, "2024-02-12", 8 * 60, 12 * 60, member=andi)
    team_roster.set_open_hours(wajo, "7.00 - 16.00")
    week = team_roster.week(wajo)
    assert week.hours == (420, 960)
    monday = date(2024, 2, 12)
    assert week.holes == (roster.span(monday, 420, 480), roster.span(monday, 720, 960))
    team_roster.set_open_hours(wajo, "")
    assert team_roster.open_hours(wajo) == (0, 0)
    for wrong in ("pagi", "7.00", "7.00–25.00"):
        with pytest.raises(errors.Refused, match="jam"):
            team_roster.set_open_hours(wajo, wrong)


def test_without_a_roster_there_are_no_holes(wajo: Desk) -> None:
    assert team_roster.week(wajo).holes == ()
    assert team_roster.shifts(wajo) == []


def test_who_is_there_now(wajo: Desk, andi: int) -> None:
    team_roster.new_shift(wajo, "2024-02-12", 13 * 60, 13 * 60, member=andi)
    [now] = team_roster.new_shift(wajo, "2024-02-13", 13 * 60, 14 * 60, person="Ani")
    assert [one.no for one in team_roster.on_duty(wajo)] == [now]
    assert [one.name for one in team_roster.on_duty(wajo, NOW - 60)] == ["Andi"]


def test_a_shift_is_altered_and_deleted(wajo: Desk, andi: int) -> None:
    [no] = team_roster.new_shift(wajo, "2024-02-13", *DAYTIME, member=andi)
    assert team_roster.edit_shift(wajo, no, end=16 * 60, day="2024-02-14")
    assert team_roster.edit_shift(wajo, no, person="Ani")
    [one] = team_roster.shifts(wajo)
    assert (one.member, one.name, one.hours, one.day) == (0, "Ani", "07.00–16.00", date(2024, 2, 14))
    team_roster.edit_shift(wajo, no, member=andi)
    assert (team_roster.shifts(wajo)[0].member, team_roster.shifts(wajo)[0].person) == (andi, "")
    with pytest.raises(errors.Refused, match="petugas"):
        team_roster.edit_shift(wajo, no, member=None)
    with pytest.raises(errors.Refused, match="tanggal"):
        team_roster.edit_shift(wajo, no, day="")
    team_roster.delete_shift(wajo, no)
    assert team_roster.shifts(wajo) == []
    history.undo(wajo)
    assert len(team_roster.shifts(wajo)) == 1


def test_a_week_like_the_last_one(wajo: Desk, andi: int) -> None:
    gone = teams.new_member(wajo, "Staf", person="Lama")
    team_roster.new_shift(wajo, "2024-02-05", *NIGHT, member=andi, until="2024-02-11")
    team_roster.new_shift(wajo, "2024-02-05", *DAYTIME, member=gone)
    team_roster.new_shift(wajo, "2024-02-14", *NIGHT, member=andi)
    team_changes.end_member(wajo, gone, on="2024-02-12")
    assert team_roster.copy_week(wajo, date(2024, 2, 7), TUESDAY) == 6
    assert [one.day.day for one in team_roster.week(wajo).shifts] == [11, 12, 13, 14, 15, 16, 17, 18]
    assert team_roster.copy_week(wajo, date(2024, 2, 7), TUESDAY) == 0
    with pytest.raises(errors.Refused, match="minggu yang lain"):
        team_roster.copy_week(wajo, TUESDAY, TUESDAY)


def test_refusals(wajo: Desk, andi: int) -> None:
    for day, until, who, words in (
        ("", "", andi, "tanggal piket"),
        ("2024-02-13", "2024-02-12", andi, "lebih awal"),
        ("2024-02-13", "2024-12-12", andi, "Paling lama"),
        ("2024-02-13", "", 0, "petugas"),
    ):
        with pytest.raises(errors.Refused, match=words):
            team_roster.new_shift(wajo, day, *DAYTIME, member=who, until=until)
    assert team_roster.shifts(wajo) == []


def test_a_kecamatan_keeps_the_roster_of_its_own_posko(desk: Desk) -> None:
    [no] = team_roster.new_shift(desk, "2024-02-13", *DAYTIME, person="Operator")
    assert [one.no for one in team_roster.week(desk).shifts] == [no]


def test_the_text_for_a_chat(wajo: Desk, andi: int) -> None:
    team_roster.new_shift(wajo, "2024-02-13", *NIGHT, member=andi, note="HT")
    text = team_roster.text_of_week(wajo)
    assert "*Selasa, 13-02-2024*\n19.00–07.00 Andi (HT)\n" in text
    assert "Rabu" not in text
