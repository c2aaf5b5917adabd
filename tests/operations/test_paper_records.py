# SPDX-License-Identifier: Apache-2.0
"""What a paper may be about: each choice makes a paper."""

import pytest

from desk_app.operations import activity_register, paper_records, papers, printing, team_handovers, teams
from desk_app.operations.desk import Desk
from desk_app.reports import catalogue
from tests.operations.paper_kinds import meetings


@pytest.fixture
def full(wajo: Desk) -> Desk:
    team = teams.new_team(wajo, 8)
    teams.new_member(wajo, "Camat", team=team, person="Baso")
    teams.new_member(wajo, "Kasat", team=team, person="Rahman", unit="Polres Wajo")
    teams.new_member(wajo, "Bupati Wajo", "Pembina", person="Bupati")
    section = teams.new_section(wajo, "Sekretariat")
    teams.new_member(wajo, "Staf", section=section)
    meetings.journey(wajo)
    meetings.meeting(wajo)
    team_handovers.new_handover(wajo, "Tenang.")
    printing.issue(wajo, printing.make(wajo, papers.Asked()))
    return wajo


@pytest.mark.parametrize("report", [one.key for one in catalogue.REPORTS if "record" in one.asks])
def test_every_choice_can_be_printed(full: Desk, report: str) -> None:
    choices = paper_records.choices(full, report)
    assert choices
    assert len({one.no for one in choices}) == len(choices)
    for one in choices:
        assert one.label
        assert printing.make(full, papers.Asked(report, record=one.no)).document.blocks


def test_members_stand_under_their_team(full: Desk) -> None:
    told = [(one.label, one.indent) for one in paper_records.choices(full, catalogue.ASSIGNMENT.key)]
    assert told[:5] == [
        ("Semua anggota (dengan lampiran)", False), ("Sekretariat", False), ("Staf", True), ("Tim VIII", False),
        ("Camat – Baso", True),
    ]
    asked_for = [one.label for one in paper_records.choices(full, catalogue.REQUEST.key)]
    assert "Kasat – Rahman" in asked_for
    assert "Camat – Baso" not in asked_for
    assert not any("Bupati" in label for label, _indent in told)


def test_meetings_are_offered_first(full: Desk) -> None:
    assert "Rapat koordinasi" in paper_records.choices(full, catalogue.INVITATION.key)[0].label


def test_other_papers_are_about_no_record(full: Desk) -> None:
    assert paper_records.choices(full, catalogue.DAILY.key) == []


def test_an_activity_has_the_papers_of_its_steps(full: Desk) -> None:
    for row in activity_register.rows(full):
        found = activity_register.activity(full, row.no)
        keys = paper_records.of_activity(found)
        assert (catalogue.INVITATION.key in keys) == (row.kind == "rakor")
        assert (catalogue.TRAVEL_ORDER.key in keys) == (row.kind == "kunjungan")
        for key in keys:
            assert printing.make(full, papers.Asked(key, record=row.no)).document.blocks


def test_the_letter_of_a_member_follows_whom_he_serves(full: Desk) -> None:
    told = {one.office: paper_records.of_member(one) for one in teams.structure(full).members}
    assert told["Camat"] == catalogue.ASSIGNMENT.key
    assert told["Kasat"] == catalogue.REQUEST.key
    assert told["Bupati Wajo"] == ""
