# SPDX-License-Identifier: Apache-2.0
"""The teams and the posko of the demonstration: as large as a desk is, nothing clashes, no person is named."""

from datetime import date

from desk_app.operations import (
    demo_teams,
    paper_batch,
    papers,
    printing,
    team_clashes,
    team_handovers,
    team_roster,
    teams,
)
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue


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


def test_a_desk_of_the_size_of_a_kabupaten(wajo: Desk) -> None:
    """Sixty surat tugas and more can be printed from it, and some letters to chiefs of others."""
    demo_teams.teams_of(wajo)
    demo_teams.posko_of(wajo)
    asked = papers.Asked(catalogue.ASSIGNMENT.key)
    assert len(paper_batch.letters_of(wajo, asked, paper_batch.Each.PERSON)) >= 60
    requests = paper_batch.letters_of(wajo, papers.Asked(catalogue.REQUEST.key))
    assert len({printing.make(wajo, one).title for one in requests}) == 3
    assert team_clashes.clashes(wajo) == []
    assert teams.matrix(wajo).holes == ()
    assert not any(one.person for one in teams.structure(wajo).members)
    assert len({one.office for one in teams.structure(wajo).members}) == len(teams.structure(wajo).members)
