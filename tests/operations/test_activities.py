# SPDX-License-Identifier: Apache-2.0
"""Activities: planned, sent, watched, told of and reported; a meeting's guests; the surat tugas's data."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import activities, history, tasks, teams, visits
from desk_app.operations.activities import ActivityFilter, Kind, Part, Stage, Step
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices

BELAWA = regency_offices.BELAWA
FIRST = regency_offices.tps(regency_offices.BELAWA_VILLAGE, 1)
SECOND = regency_offices.tps(regency_offices.BELAWA_VILLAGE, 2)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as opened:
        yield opened


def test_one_line_is_enough_to_plan_and_the_next_step_is_offered(desk: Desk) -> None:
    no = activities.new_activity(desk, "Monitoring logistik Belawa", Kind.VISIT)
    found = activities.activity(desk, no)
    assert found.row.open_step is Step.SCHEDULE
    assert (found.row.stage, found.row.place, found.row.kind_label) == (Stage.UNDATED, "73.13", "Kunjungan")


def test_the_chain_of_a_visit_to_its_report(desk: Desk) -> None:
    team = teams.new_team(desk, 8, [BELAWA])
    teams.new_member(desk, "Camat Belawa", person="Andi Baso", team=team)
    no = activities.new_activity(desk, "Monitoring logistik Belawa", Kind.VISIT, from_day="2024-02-12", team=team)
    assert activities.activity(desk, no).row.open_step is Step.LETTER
    activities.edit_activity(desk, no, letter_number="090/17/Kesbangpol", letter_date="2024-02-11")
    assert activities.activity(desk, no).row.open_step is Step.SHEET
    activities.set_points(desk, no, ["log.tinta", "tps.tenda"] if _has(desk, "tps.tenda") else ["log.tinta"])
    assert activities.activity(desk, no).row.open_step is Step.VISITS
    first, second = visits.add_visits(desk, no, [FIRST, SECOND])
    visits.edit_visit(desk, first, findings="Baik", at=small_offices.NOW)
    assert activities.activity(desk, no).row.open_step is Step.VISITS
    visits.edit_visit(desk, second, at=small_offices.NOW)
    found = activities.activity(desk, no)
    assert (found.row.open_step, found.row.stage) == (Step.REPORT, Stage.UNREPORTED)
    assert activities.waiting(desk) == 1
    activities.finish_report(desk, no, "Laporan")
    assert activities.activity(desk, no).row.stage is Stage.FINISHED
    assert activities.waiting(desk) == 0
    activities.reopen_report(desk, no)
    assert activities.activity(desk, no).row.stage is Stage.UNREPORTED


def _has(desk: Desk, code: str) -> bool:
    return any(point.code == code for point in activities.item_choices(desk))


def test_points_come_from_the_checklist_and_no_other_is_taken(desk: Desk) -> None:
    no = activities.new_activity(desk, "Monitoring", Kind.VISIT)
    with pytest.raises(errors.NotFound):
        activities.set_points(desk, no, ["log.tinta", "tidak.ada"])
    activities.set_points(desk, no, ["log.tinta"])
    [point] = activities.activity(desk, no).points
    assert (point.code, bool(point.label)) == ("log.tinta", True)
    activities.set_points(desk, no, [])
    assert activities.activity(desk, no).points == ()


def test_a_step_is_passed_over_only_where_one_may_do_without(desk: Desk) -> None:
    no = activities.new_activity(desk, "Monitoring", Kind.VISIT, from_day="2024-02-14")
    activities.pass_over(desk, no, Step.LETTER)
    assert activities.activity(desk, no).row.open_step is Step.SHEET
    activities.pass_over(desk, no, Step.LETTER, passed=False)
    assert activities.activity(desk, no).row.open_step is Step.LETTER
    with pytest.raises(errors.Refused, match="dilewati"):
        activities.pass_over(desk, no, Step.SCHEDULE)


def test_a_meeting_from_invitation_to_tasks(desk: Desk) -> None:
    no = activities.new_activity(desk, "Rakor H-1", Kind.MEETING, from_day="2024-02-13", invitation_number="005/21")
    camat = activities.add_person(desk, no, Part.GUEST, office="Camat Tempe")
    polres = activities.add_person(desk, no, Part.GUEST, office="Kapolres Wajo", unit="Polres")
    assert activities.activity(desk, no).row.open_step is Step.ATTENDANCE
    activities.mark_present(desk, [camat], True)
    activities.mark_present(desk, [polres], False)
    activities.edit_activity(desk, no, minutes="Kotak dipindahkan sebelum malam.")
    tasks.new_task(desk, "Pindahkan kotak", source_kind=tasks.Source.ACTIVITY, source=no, office="Camat Belawa")
    found = activities.activity(desk, no)
    assert (found.row.guests, found.row.present, found.row.open_step) == (2, 1, Step.REPORT)
    assert [one.source_title for one in found.tasks] == ["Rakor H-1"]
    assert [one.label for one in found.of_part(Part.GUEST)] == ["Camat Tempe", "Kapolres Wajo"]


def test_a_team_is_named_once_and_the_letter_knows_its_members(desk: Desk) -> None:
    team = teams.new_team(desk, 8)
    member = teams.new_member(desk, "Camat Belawa", person="Andi Baso", nip="198001012005011001", team=team)
    no = activities.new_activity(desk, "Monitoring", Kind.VISIT, from_day="2024-02-14", team=team)
    assert [one.no for one in activities.assignment(desk, no).members] == [member]
    assert activities.add_team(desk, no, Part.OFFICER, team) == 1
    assert activities.add_team(desk, no, Part.OFFICER, team) == 0
    other = activities.add_person(desk, no, Part.OFFICER, office="Sopir")
    activities.edit_activity(desk, no, letter_number="090/17")
    found = activities.assignment(desk, no)
    assert (found.number, found.team_label, [one.no for one in found.members]) == ("090/17", "Tim VIII", [member])
    assert "198001012005011001" not in found.members[0].nip
    activities.remove_person(desk, other)
    assert [one.office for one in activities.assignment(desk, no).people] == ["Camat Belawa"]


def test_the_campaign_is_listed_by_day_kind_and_words(desk: Desk) -> None:
    rally = activities.new_activity(
        desk, "Kampanye tatap muka", Kind.CAMPAIGN, from_day="2024-02-03", from_minute=540, pair="02",
        figures="Ketua DPC", participants=250, place=BELAWA,
    )
    activities.new_activity(desk, "Rakor", Kind.MEETING, from_day="2024-02-03")
    activities.new_activity(desk, "Kampanye lain", Kind.CAMPAIGN, from_day="2024-01-30", to_day="2024-02-01")
    one_day = ActivityFilter(kinds=(Kind.CAMPAIGN,), since="2024-02-03", until="2024-02-03")
    [row] = activities.rows(desk, one_day)
    assert (row.no, row.when, row.participants) == (rally, "03-02-2024 09.00", 250)
    assert len(activities.rows(desk, ActivityFilter(since="2024-02-01", until="2024-02-01"))) == 1
    assert [one.no for one in activities.rows(desk, ActivityFilter(text="ketua 02"))] == [rally]
    assert [one.no for one in activities.rows(desk, ActivityFilter(area=BELAWA))] == [rally]


def test_what_cannot_be_is_refused(desk: Desk) -> None:
    no = activities.new_activity(desk, "Rakor", Kind.MEETING, from_day="2024-02-13")
    for work in (
        lambda: activities.new_activity(desk, " "),
        lambda: activities.edit_activity(desk, no, title=""),
        lambda: activities.edit_activity(desk, no, to_day="2024-02-12"),
        lambda: activities.new_activity(desk, "Rakor", "pesta"),
        lambda: activities.new_activity(desk, "Rakor", place="74.06"),
        lambda: activities.add_person(desk, no, Part.GUEST),
        lambda: activities.finish_report(desk, no, " "),
    ):
        with pytest.raises(errors.Refused):
            work()
    assert activities.activity(desk, no).values["to_day"] is None


def test_a_cancelled_activity_asks_for_nothing(desk: Desk) -> None:
    no = activities.new_activity(desk, "Rakor", Kind.MEETING, from_day="2024-02-10")
    activities.cancel(desk, no)
    assert (activities.activity(desk, no).row.open_step, activities.waiting(desk)) == (None, 0)
    activities.cancel(desk, no, cancelled=False)
    assert activities.waiting(desk) == 1
    activities.pass_over(desk, no, Step.REPORT)
    assert activities.waiting(desk) == 0


def test_those_that_wait_for_a_report_are_those_that_the_list_shows(desk: Desk) -> None:
    for day, until in (("2024-02-11", None), ("2024-02-10", "2024-02-13"), ("2024-02-14", None), (None, None)):
        activities.new_activity(desk, "Rakor", Kind.MEETING, from_day=day, to_day=until)
    assert activities.waiting(desk) == len(activities.rows(desk, stages=(Stage.UNREPORTED,))) == 1


def test_what_is_deleted_comes_back_whole_with_undo(desk: Desk) -> None:
    no = activities.new_activity(desk, "Monitoring", Kind.VISIT)
    activities.add_person(desk, no, Part.OFFICER, office="Sopir")
    visits.add_visits(desk, no, [FIRST])
    activities.delete_activity(desk, no)
    assert activities.rows(desk) == []
    history.undo(desk)
    found = activities.activity(desk, no)
    assert (len(found.people), len(found.visits)) == (1, 1)
