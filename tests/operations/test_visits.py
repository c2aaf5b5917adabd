# SPDX-License-Identifier: Apache-2.0
"""Visits: several TPS at once, answers given there, findings that become issues."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import activities, activity_register, checklist_pages, issue_detail, visits
from desk_app.operations.activities import Kind
from desk_app.operations.desk import Desk
from tests import regency_offices

FIRST = regency_offices.tps(regency_offices.BELAWA_VILLAGE, 1)
SECOND = regency_offices.tps(regency_offices.BELAWA_VILLAGE, 2)
POINT = "log.formulir"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as opened:
        yield opened


def _visited(desk: Desk) -> tuple[int, list[int]]:
    no = activities.new_activity(desk, "Monitoring", Kind.VISIT, from_day="2024-02-13")
    activities.set_points(desk, no, [POINT])
    return no, visits.add_visits(desk, no, [FIRST, SECOND])


def test_several_places_are_named_at_once_and_none_twice(desk: Desk) -> None:
    no, made = _visited(desk)
    assert len(made) == 2
    assert visits.add_visits(desk, no, [SECOND, regency_offices.BELAWA]) != []
    found = visits.of_activity(desk, no)
    assert [one.place for one in found] == [FIRST, SECOND, regency_offices.BELAWA]
    assert found[0].label.startswith("TPS 001")
    with pytest.raises(errors.Refused):
        visits.add_visits(desk, no, [])
    with pytest.raises(errors.NotPermitted):
        visits.add_visits(desk, no, ["74.06.01"])


def test_a_point_answered_at_a_visit_stands_in_the_checklist(desk: Desk) -> None:
    _no, (first, second) = _visited(desk)
    visits.answer(desk, first, POINT, "B", note="belum tiba")
    [point] = visits.points(desk, first)
    assert (point.code, point.note, point.failed, bool(point.value)) == (POINT, "belum tiba", True, True)
    page = checklist_pages.checklist_page(desk, FIRST, _phase(desk))
    assert next(item for item in page.items if item.code == POINT).note == "belum tiba"
    assert visits.points(desk, second)[0].value == ""


def _phase(desk: Desk) -> int:
    return next(one.phase for one in activity_register.item_choices(desk) if one.code == POINT)


def test_a_region_has_no_points(desk: Desk) -> None:
    no, _made = _visited(desk)
    [region] = visits.add_visits(desk, no, [regency_offices.BELAWA])
    assert visits.points(desk, region) == []


def test_a_finding_becomes_an_issue_once_and_both_are_linked(desk: Desk) -> None:
    no, (first, _second) = _visited(desk)
    with pytest.raises(errors.Refused, match="temuan"):
        visits.raise_issue(desk, first)
    visits.edit_visit(desk, first, findings="Tenda bocor di atas kotak suara", met="Ketua KPPS")
    made = visits.raise_issue(desk, first, severity="tinggi")
    issue = issue_detail.issue(desk, made)
    assert (issue.row.title, issue.row.place) == ("Tenda bocor di atas kotak suara", FIRST)
    assert visits.of_activity(desk, no)[0].issue == made
    with pytest.raises(errors.Refused, match="sudah dicatat"):
        visits.raise_issue(desk, first)


def test_a_failed_point_becomes_an_issue_that_names_it(desk: Desk) -> None:
    _no, (first, _second) = _visited(desk)
    visits.answer(desk, first, POINT, "B")
    made = visits.raise_issue(desk, first, item=POINT)
    assert issue_detail.issue(desk, made).item == POINT


def test_only_the_fields_of_a_visit_are_written_and_a_deleted_one_is_gone(desk: Desk) -> None:
    no, (first, second) = _visited(desk)
    with pytest.raises(ValueError, match="issue"):
        visits.edit_visit(desk, first, issue=1)
    visits.delete_visit(desk, first)
    assert [one.no for one in visits.of_activity(desk, no)] == [second]
    with pytest.raises(errors.NotFound):
        visits.points(desk, first)
