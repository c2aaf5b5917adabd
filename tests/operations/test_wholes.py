# SPDX-License-Identifier: Apache-2.0
"""Issues and activities deleted with their parts; what others wrote of them meanwhile is seen and brought back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import activities as rules
from desk_app.domain import errors
from desk_app.operations import (
    activities,
    activity_people,
    activity_register,
    attachments,
    checking,
    clarification,
    disagreements,
    duplicates,
    history,
    issue_deeds,
    issue_detail,
    issue_register,
    issues,
    summary,
    todo,
    visits,
)
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from tests import operators, photographs, two_offices

PLACE = two_offices.FIRST


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def exchange(two: two_offices.Two) -> None:
    two.carry(two.kabupaten, two.tempe)
    two.carry(two.tempe, two.kabupaten)


def waiting(desk: Desk) -> list[tuple[str, str]]:
    return [(one.kind, one.field) for one in disagreements.open_ones(desk)]


def issue(two: two_offices.Two) -> tuple[int, int]:
    """An issue with a follow-up that both know: its record here and there."""
    no = issues.new_issue(two.kabupaten, "Kotak suara basah", PLACE)
    issue_deeds.follow_up(two.kabupaten, no, "Sudah dilihat")
    two.carry(two.kabupaten, two.tempe)
    [there] = issue_register.issue_rows(two.tempe)
    return no, there.no


def test_a_follow_up_on_an_issue_that_is_deleted_elsewhere_is_seen_and_brings_it_back(two: two_offices.Two) -> None:
    no, there = issue(two)
    issues.delete_issue(two.kabupaten, no)
    issue_deeds.follow_up(two.tempe, there, "Kotak pengganti diminta")
    exchange(two)
    for desk in (two.kabupaten, two.tempe):
        assert ("follow_up", "") in waiting(desk)
        assert disagreements.count(desk) == summary.summary(desk).disagreements == len(waiting(desk))
        assert any(one.kind is todo.TodoKind.DISAGREEMENT for one in todo.todo(desk))
        [matter] = [one for one in clarification.waiting(desk) if one.kind == "follow_up"]
        assert "WJO-" in matter.title or "Kotak suara basah" in matter.title
        assert any("Kotak pengganti diminta" in side.details for side in matter.sides)
    [matter] = [one for one in clarification.waiting(two.kabupaten) if one.kind == "follow_up"]
    keeps = next(side for side in matter.sides if side.keeps)
    clarification.use_side(two.kabupaten, matter, keeps.key, "Telepon PPK")
    assert waiting(two.kabupaten) == []
    two.carry(two.kabupaten, two.tempe)
    assert waiting(two.tempe) == []
    for desk in (two.kabupaten, two.tempe):
        [row] = issue_register.issue_rows(desk)
        told = [one.text for one in issue_detail.issue(desk, row.no).thread]
        assert {"Sudah dilihat", "Kotak pengganti diminta"} <= set(told)
        assert finish(checking.check(desk)).faults == ()
        assert checking.dangling(desk) == []


def test_what_was_left_behind_is_deleted_too_when_the_deletion_stands(two: two_offices.Two) -> None:
    no, there = issue(two)
    issues.delete_issue(two.kabupaten, no)
    attachments.add(two.tempe, there, _letter(two.stick))
    exchange(two)
    [left] = disagreements.open_ones(two.tempe)
    assert (left.kind, left.label) == ("attachment", "Ditulis pada catatan yang dihapus kantor lain")
    disagreements.decide(two.tempe, left.record, left.kind, "", False)
    exchange(two)
    for desk in (two.kabupaten, two.tempe):
        assert waiting(desk) == []
        assert issue_register.issue_rows(desk) == []
    history.undo(two.tempe, even_if_sent=True)
    assert waiting(two.tempe) == [("attachment", "")]


def test_a_deletion_and_its_undoing_take_the_parts_along(two: two_offices.Two) -> None:
    no, _there = issue(two)
    issues.delete_issue(two.kabupaten, no)
    assert checking.dangling(two.kabupaten) == []
    history.undo(two.kabupaten)
    assert [one.text for one in issue_detail.issue(two.kabupaten, no).thread][-1:] == ["Sudah dilihat"]
    assert waiting(two.kabupaten) == []


def test_merged_issues_come_back_together(two: two_offices.Two) -> None:
    one = issues.new_issue(two.kabupaten, "Kotak suara basah", PLACE)
    other = issues.new_issue(two.kabupaten, "Kotak basah di TPS 1", PLACE)
    duplicates.merge(two.kabupaten, one, [other])
    two.carry(two.kabupaten, two.tempe)
    [there] = issue_register.issue_rows(two.tempe)
    issues.delete_issue(two.kabupaten, one)
    issue_deeds.follow_up(two.tempe, there.no, "Diganti")
    exchange(two)
    for left in disagreements.open_ones(two.kabupaten):
        disagreements.decide(two.kabupaten, left.record, left.kind, left.field, True)
    [row] = issue_register.issue_rows(two.kabupaten)
    assert row.no == one
    assert finish(checking.check(two.kabupaten)).faults == ()


def test_who_came_to_an_activity_that_is_deleted_elsewhere_is_seen(two: two_offices.Two) -> None:
    no = activities.new_activity(two.kabupaten, "Rakor", place=two_offices.regency_offices.TEMPE)
    activity_people.add_person(two.kabupaten, no, rules.Part.GUEST, name="Andi")
    two.carry(two.kabupaten, two.tempe)
    [there] = activity_register.rows(two.tempe)
    activities.delete_activity(two.kabupaten, no)
    activity_people.add_person(two.tempe, there.no, rules.Part.GUEST, name="Besse")
    visits.add_visits(two.tempe, there.no, [PLACE])
    exchange(two)
    for desk in (two.kabupaten, two.tempe):
        assert sorted(waiting(desk)) == [("attendance", ""), ("visit", "")]
    first = disagreements.open_ones(two.kabupaten)[0]
    disagreements.decide(two.kabupaten, first.record, first.kind, "", True)
    assert waiting(two.kabupaten) == []
    found = activity_register.activity(two.kabupaten, no)
    assert {one.name for one in found.people} == {"Andi", "Besse"}
    assert len(found.visits) == 1


def test_a_guest_who_was_taken_out_before_stays_out(two: two_offices.Two) -> None:
    no = activities.new_activity(two.kabupaten, "Rakor", place=two_offices.regency_offices.TEMPE)
    gone = activity_people.add_person(two.kabupaten, no, rules.Part.GUEST, name="Andi")
    activity_people.add_person(two.kabupaten, no, rules.Part.GUEST, name="Besse")
    two.carry(two.kabupaten, two.tempe)
    activity_people.remove_person(two.kabupaten, gone)
    two.kabupaten.now = lambda: two_offices.NOW + 60
    activities.delete_activity(two.kabupaten, no)
    [there] = activity_register.rows(two.tempe)
    visits.add_visits(two.tempe, there.no, [PLACE])
    exchange(two)
    [left] = disagreements.open_ones(two.kabupaten)
    disagreements.decide(two.kabupaten, left.record, left.kind, "", True)
    assert [one.name for one in activity_register.activity(two.kabupaten, no).people] == ["Besse"]


def test_what_was_written_of_an_issue_in_confidence_is_veiled(two: two_offices.Two) -> None:
    no = issues.new_issue(two.kabupaten, "Camat mengarahkan pilihan", PLACE, category="NET", confidential=True)
    two.carry(two.kabupaten, two.tempe)
    [there] = issue_register.issue_rows(two.tempe)
    issues.delete_issue(two.kabupaten, no)
    issue_deeds.follow_up(two.tempe, there.no, "Saksi sudah dimintai keterangan")
    exchange(two)
    with operators.at_the_keyboard(two.kabupaten, Role.OPERATOR):
        [found] = [one for one in disagreements.open_ones(two.kabupaten) if one.kind == "follow_up"]
        assert found.veiled
        assert not found.title
        with pytest.raises(errors.NotPermitted):
            disagreements.decide(two.kabupaten, found.record, found.kind, "", True)


def _letter(folder: Path) -> Path:
    path = folder / "surat.pdf"
    path.write_bytes(photographs.pdf())
    return path
