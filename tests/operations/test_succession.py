# SPDX-License-Identifier: Apache-2.0
"""What is still with a member who serves no longer, found after an exchange and handed over with one deed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import (
    checking,
    disagreements,
    history,
    issue_deeds,
    issue_register,
    issues,
    succession,
    tasks,
    team_changes,
    teams,
    todo,
)
from desk_app.operations.desk import Desk
from tests import two_offices


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def told(desk: Desk) -> list[str]:
    return [one.words for one in todo.todo(desk) if one.kind is todo.TodoKind.SUCCESSION]


def test_an_issue_that_was_given_to_one_who_was_replaced_meanwhile(two: two_offices.Two) -> None:
    old = teams.new_member(two.kabupaten, "Camat Tempe", person="Baso")
    two.carry(two.kabupaten, two.tempe)
    new = team_changes.replace_member(two.kabupaten, old, person="Sitti").new
    [(there, _label)] = issues.members(two.tempe)
    no = issues.new_issue(two.tempe, "Kotak basah", two_offices.FIRST, pic=there)
    tasks.new_task(two.tempe, "Kirim kotak", member=there)
    two.carry(two.tempe, two.kabupaten)
    two.carry(two.kabupaten, two.tempe)
    words = "1 permasalahan dan 1 tugas masih diberikan kepada Baso, anggota yang sudah diganti Sitti"
    assert told(two.kabupaten) == told(two.tempe) == [words]
    [left] = succession.left(two.kabupaten)
    assert (left.member, left.successor) == (old, new)
    assert succession.hand_over(two.kabupaten, old) == 2
    assert succession.left(two.kabupaten) == [] == told(two.kabupaten)
    history.undo(two.kabupaten)
    assert [one.member for one in succession.left(two.kabupaten)] == [old]
    history.redo(two.kabupaten)
    [here] = succession.left(two.tempe)
    assert succession.hand_over(two.tempe, here.member) == 2, "both press it"
    two.carry(two.kabupaten, two.tempe)
    two.carry(two.tempe, two.kabupaten)
    for desk in (two.kabupaten, two.tempe):
        assert succession.left(desk) == []
        assert disagreements.open_ones(desk) == []
        assert [row.pic_label for row in issue_register.issue_rows(desk)] != [""]
        assert finish(checking.check(desk)).faults == ()
    issue_deeds.close_issue(two.tempe, no)


def test_through_several_replacements_and_back(wajo: Desk) -> None:
    first = teams.new_member(wajo, "Camat", person="Baso")
    no = issues.new_issue(wajo, "Kotak basah")
    second = team_changes.replace_member(wajo, first, person="Sitti").new
    third = team_changes.replace_member(wajo, second, person="Andi").new
    issues.edit_issue(wajo, no, pic=first)
    [left] = succession.left(wajo)
    assert (left.successor, left.successor_name) == (third, "Andi")
    team_changes.call_back(wajo, first)
    assert succession.left(wajo) == []


def test_without_a_successor_somebody_is_chosen(wajo: Desk) -> None:
    gone = teams.new_member(wajo, "Camat", person="Baso")
    other = teams.new_member(wajo, "Kadis", person="Sitti")
    issues.new_issue(wajo, "Kotak basah", pic=gone)
    done = issues.new_issue(wajo, "Selesai", pic=gone)
    issue_deeds.close_issue(wajo, done)
    team_changes.end_member(wajo, gone)
    [left] = succession.left(wajo)
    assert left.words == "1 permasalahan masih diberikan kepada Baso, anggota yang tidak bertugas lagi"
    with pytest.raises(errors.Refused, match="tidak ada penggantinya"):
        succession.hand_over(wajo, gone)
    with pytest.raises(errors.Refused, match="sudah tidak bertugas"):
        succession.hand_over(wajo, gone, gone)
    assert succession.hand_over(wajo, gone, other) == 1
    assert succession.left(wajo) == []
