# SPDX-License-Identifier: Apache-2.0
"""Activities: planned, sent, watched, told of and reported; a meeting's guests; the surat tugas's data."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import activities, activity_people, activity_register, history, teams, visits
from desk_app.operations.activities import Kind, Step
from desk_app.operations.activity_people import Part
from desk_app.operations.activity_register import Stage
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
    found = activity_register.activity(desk, no)
    assert found.row.open_step is Step.SCHEDULE
    assert (found.row.stage, found.row.place, found.row.kind_label) == (Stage.UNDATED, "73.13", "Kunjungan")


def test_the_chain_of_a_visit_to_its_report(desk: Desk) -> None:
    team = teams.new_team(desk, 8, [BELAWA])
    teams.new_member(desk, "Camat Belawa", person="Andi Baso", team=team)
    no = activities.new_activity(desk, "Monitoring logistik Belawa", Kind.VISIT, from_day="2024-02-12", team=team)
    assert activity_register.activity(desk, no).row.open_step is Step.LETTER
    activities.edit_activity(desk, no, letter_number="090/17/Kesbangpol", letter_date="2024-02-11")
    assert activity_register.activity(desk, no).row.open_step is Step.SHEET
    activities.set_points(desk, no, ["log.tinta", "tps.tenda"] if _has(desk, "tps.tenda") else ["log.tinta"])
    assert activity_register.activity(desk, no).row.open_step is Step.VISITS
    first, second = visits.add_visits(desk, no, [FIRST, SECOND])
    visits.edit_visit(desk, first, findings="Baik", at=small_offices.NOW)
    assert activity_register.activity(desk, no).row.open_step is Step.VISITS
    visits.edit_visit(desk, second, at=small_offices.NOW)
    found = activity_register.activity(desk, no)
    assert (found.row.open_step, found.row.stage) == (Step.REPORT, Stage.UNREPORTED)
    assert activity_register.waiting(desk) == 1
    activities.finish_report(desk, no, "Laporan")
    assert activity_register.activity(desk, no).row.stage is Stage.FINISHED
    assert activity_register.waiting(desk) == 0
    activities.reopen_report(desk, no)
    assert activity_register.activity(desk, no).row.stage is Stage.UNREPORTED


def _has(desk: Desk, code: str) -> bool:
    return any(point.code == code for point in activity_register.item_choices(desk))


def test_points_come_from_the_checklist_and_no_other_is_taken(desk: Desk) -> None:
    no = activities.new_activity(desk, "Monitoring", Kind.VISIT)
    with pytest.raises(errors.NotFound):
        activities.set_points(desk, no, ["log.tinta", "tidak.ada"])
    activities.set_points(desk, no, ["log.tinta"])
    [point] = activity_register.activity(desk, no).points
    assert (point.code, bool(point.label)) == ("log.tinta", True)
    activities.set_points(desk, no, [])
    assert activity_register.activity(desk, no).points == ()


def test_a_step_is_passed_over_only_where_one_may_do_without(desk: Desk) -> None:
    no = activities.new_activity(desk, "Monitoring", Kind.VISIT, from_day="2024-02-14")
    activities.pass_over(desk, no, Step.LETTER)
    assert activity_register.activity(desk, no).row.open_step is Step.SHEET
    activities.pass_over(desk, no, Step.LETTER, passed=False)
    assert activity_register.activity(desk, no).row.open_step is Step.LETTER
    with pytest.raises(errors.Refused, match="dilewati"):
        activities.pass_over(desk, no, Step.SCHEDULE)


def test_what_cannot_be_is_refused(desk: Desk) -> None:
    no = activities.new_activity(desk, "Rakor", Kind.MEETING, from_day="2024-02-13")
    for work in (
        lambda: activities.new_activity(desk, " "),
        lambda: activities.edit_activity(desk, no, title=""),
        lambda: activities.edit_activity(desk, no, to_day="2024-02-12"),
        lambda: activities.new_activity(desk, "Rakor", "pesta"),
        lambda: activities.new_activity(desk, "Rakor", place="74.06"),
        lambda: activity_people.add_person(desk, no, Part.GUEST),
        lambda: activities.finish_report(desk, no, " "),
    ):
        with pytest.raises(errors.Refused):
            work()
    assert activity_register.activity(desk, no).values["to_day"] is None


def test_a_cancelled_activity_asks_for_nothing(desk: Desk) -> None:
    no = activities.new_activity(desk, "Rakor", Kind.MEETING, from_day="2024-02-10")
    activities.cancel(desk, no)
    assert (activity_register.activity(desk, no).row.open_step, activity_register.waiting(desk)) == (None, 0)
    activities.cancel(desk, no, cancelled=False)
    assert activity_register.waiting(desk) == 1
    activities.pass_over(desk, no, Step.REPORT)
    assert activity_register.waiting(desk) == 0


def test_what_is_deleted_comes_back_whole_with_undo(desk: Desk) -> None:
    no = activities.new_activity(desk, "Monitoring", Kind.VISIT)
    activity_people.add_person(desk, no, Part.OFFICER, office="Sopir")
    visits.add_visits(desk, no, [FIRST])
    activities.delete_activity(desk, no)
    assert activity_register.rows(desk) == []
    history.undo(desk)
    found = activity_register.activity(desk, no)
    assert (len(found.people), len(found.visits)) == (1, 1)
