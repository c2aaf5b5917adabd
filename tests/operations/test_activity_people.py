# SPDX-License-Identifier: Apache-2.0
"""Who is sent and who is invited to an activity, one by one or a whole team."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.operations import activities, activity_people, activity_register, tasks, teams
from desk_app.operations.activities import Kind, Step
from desk_app.operations.activity_people import Part
from desk_app.operations.desk import Desk
from tests import regency_offices


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as opened:
        yield opened


def test_a_meeting_from_invitation_to_tasks(desk: Desk) -> None:
    no = activities.new_activity(desk, "Rakor H-1", Kind.MEETING, from_day="2024-02-13", invitation_number="005/21")
    camat = activity_people.add_person(desk, no, Part.GUEST, office="Camat Tempe")
    polres = activity_people.add_person(desk, no, Part.GUEST, office="Kapolres Wajo", unit="Polres")
    assert activity_register.activity(desk, no).row.open_step is Step.ATTENDANCE
    activity_people.mark_present(desk, [camat], True)
    activity_people.mark_present(desk, [polres], False)
    activities.edit_activity(desk, no, minutes="Kotak dipindahkan sebelum malam.")
    tasks.new_task(desk, "Pindahkan kotak", source_kind=tasks.Source.ACTIVITY, source=no, office="Camat Belawa")
    found = activity_register.activity(desk, no)
    assert (found.row.guests, found.row.present, found.row.open_step) == (2, 1, Step.REPORT)
    assert [one.source_title for one in found.tasks] == ["Rakor H-1"]
    assert [one.label for one in found.of_part(Part.GUEST)] == ["Camat Tempe", "Kapolres Wajo"]


def test_a_team_is_named_once_and_the_letter_knows_its_members(desk: Desk) -> None:
    team = teams.new_team(desk, 8)
    member = teams.new_member(desk, "Camat Belawa", person="Andi Baso", nip="198001012005011001", team=team)
    no = activities.new_activity(desk, "Monitoring", Kind.VISIT, from_day="2024-02-14", team=team)
    assert [one.no for one in activity_register.assignment(desk, no).members] == [member]
    assert activity_people.add_team(desk, no, Part.OFFICER, team) == 1
    assert activity_people.add_team(desk, no, Part.OFFICER, team) == 0
    other = activity_people.add_person(desk, no, Part.OFFICER, office="Sopir")
    activities.edit_activity(desk, no, letter_number="090/17")
    found = activity_register.assignment(desk, no)
    assert (found.number, found.team_label, [one.no for one in found.members]) == ("090/17", "Tim VIII", [member])
    assert "198001012005011001" not in found.members[0].nip
    activity_people.remove_person(desk, other)
    assert [one.office for one in activity_register.assignment(desk, no).people] == ["Camat Belawa"]
