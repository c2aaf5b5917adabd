# SPDX-License-Identifier: Apache-2.0
"""The posko of the demonstration: filled day and night around voting day, nothing clashes, no person is named."""

from datetime import date

from desk_app.operations import demo_teams, team_clashes, team_handovers, team_roster, teams
from desk_app.operations.desk import Desk


def test_the_posko_around_voting_day(wajo: Desk) -> None:
    demo_teams.posko_of(wajo)
    shifts = team_roster.shifts(wajo)
    assert len(shifts) == 15
    assert {one.day for one in shifts} == {date(2024, 2, day) for day in range(11, 16)}
    assert [hole.day.day for hole in team_roster.week(wajo, date(2024, 2, 14)).holes] == []
    assert [one.name for one in team_roster.on_duty(wajo)] == [demo_teams.KEEPERS[0]]
    [note] = team_handovers.handovers(wajo)
    assert note.handing.startswith(demo_teams.KEEPERS[0])
    assert note.taking.startswith(demo_teams.KEEPERS[1])
    assert team_clashes.clashes(wajo) == []
    assert not any(one.person for one in teams.structure(wajo).members)
