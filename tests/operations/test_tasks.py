# SPDX-License-Identifier: Apache-2.0
"""Tasks: written, late, done, handed over with their member; what is done stays whose it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import errors, records
from desk_app.operations import issues, tasks, teams
from desk_app.operations.desk import Desk
from desk_app.operations.tasks import TaskFilter, Timing
from desk_app.operations.transact import transact
from tests import regency_offices, small_offices


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as opened:
        yield opened


def test_a_task_says_who_and_by_when_and_is_late_from_the_day_after(desk: Desk) -> None:
    late = tasks.new_task(desk, "Pindahkan kotak", office="Camat Belawa", due="2024-02-12")
    today = tasks.new_task(desk, "Hubungi PLN", due="2024-02-13")
    undated = tasks.new_task(desk, "Susun notula")
    found = tasks.rows(desk)
    assert [one.no for one in found] == [late, today, undated]
    assert [one.timing for one in found] == [Timing.LATE, Timing.TODAY, Timing.UNDATED]
    assert (found[0].late_days, found[0].who, found[0].place) == (1, "Camat Belawa", "73.13")
    assert tasks.waiting(desk) == (1, 1)


def test_a_task_is_done_with_its_result_and_opened_again(desk: Desk) -> None:
    no = tasks.new_task(desk, "Pindahkan kotak", due="2024-02-12")
    tasks.finish(desk, no, "Dipindahkan ke aula")
    found = tasks.task(desk, no)
    assert (found.state, found.result, found.done_at, found.timing) == (
        "selesai", "Dipindahkan ke aula", small_offices.NOW, Timing.CLOSED,
    )
    assert tasks.waiting(desk) == (0, 0)
    tasks.reopen(desk, no)
    again = tasks.task(desk, no)
    assert (again.is_open, again.done_at, again.result) == (True, 0, "Dipindahkan ke aula")


def test_dropping_wants_a_reason_and_an_empty_task_is_refused(desk: Desk) -> None:
    no = tasks.new_task(desk, "Pindahkan kotak")
    with pytest.raises(errors.Refused, match="alasan"):
        tasks.drop(desk, no, "  ")
    tasks.drop(desk, no, "air sudah surut")
    assert tasks.task(desk, no).state == "batal"
    for text in ("", "   "):
        with pytest.raises(errors.Refused):
            tasks.new_task(desk, text)
    with pytest.raises(errors.Refused):
        tasks.edit_task(desk, no, text=" ")
    with pytest.raises(errors.NotPermitted):
        tasks.new_task(desk, "Di luar wilayah", place="74.06")


def test_the_successor_gets_the_open_tasks_and_the_done_ones_stay(desk: Desk) -> None:
    team = teams.new_team(desk, 8)
    old = teams.new_member(desk, "Camat Belawa", person="Andi Baso", team=team)
    new = teams.new_member(desk, "Camat Belawa", person="Besse Tenri", team=team)
    waiting = tasks.new_task(desk, "Pindahkan kotak", member=old)
    done = tasks.new_task(desk, "Data gudang", member=old)
    tasks.finish(desk, done)
    other = tasks.new_task(desk, "Hubungi PLN", member=new)
    assert list(tasks.open_of_member(desk, old)) == [waiting]
    moved = transact(desk, "Anggota tim diganti", lambda unit: tasks.move_member(unit, old, new))
    assert moved == [waiting]
    assert {one.no: one.member for one in tasks.rows(desk)} == {waiting: new, done: old, other: new}
    assert tasks.task(desk, waiting).who == "Camat Belawa, Besse Tenri"


def test_a_task_names_what_it_comes_from(desk: Desk) -> None:
    issue = issues.new_issue(desk, "Gudang tergenang", place=regency_offices.BELAWA)
    no = tasks.new_task(desk, "Pindahkan kotak", source_kind=tasks.Source.ISSUE, source=issue)
    assert tasks.task(desk, no).source_title.endswith("Gudang tergenang")
    assert [one.no for one in tasks.rows(desk, TaskFilter(source=issue))] == [no]


def test_the_list_is_narrowed(desk: Desk) -> None:
    belawa = tasks.new_task(desk, "Pindahkan kotak", place=regency_offices.BELAWA, office="Camat")
    whole = tasks.new_task(desk, "Hubungi 100% PLN", due="2024-02-10")
    tasks.finish(desk, tasks.new_task(desk, "Susun notula"))
    assert [one.no for one in tasks.rows(desk, TaskFilter(area=regency_offices.BELAWA))] == [belawa]
    assert [one.no for one in tasks.rows(desk, TaskFilter(text="camat kotak"))] == [belawa]
    assert [one.no for one in tasks.rows(desk, TaskFilter(text="100%"))] == [whole]
    assert [one.no for one in tasks.rows(desk, TaskFilter(due_before="2024-02-13"))] == [whole]
    assert len(tasks.rows(desk, TaskFilter(closed_only=True))) == 1
    assert len(tasks.rows(desk, TaskFilter(open_only=True))) == 2


def test_a_save_from_a_form_does_not_replace_what_came_meanwhile(desk: Desk) -> None:
    no = tasks.new_task(desk, "Pindahkan kotak")
    seen = tasks.task(desk, no).seen
    tasks.edit_task(desk, no, due="2024-02-20")
    tasks.edit_task(desk, no, seen=seen, due="2024-02-21")
    assert tasks.task(desk, no).due in ("2024-02-20", "2024-02-21")
    with pytest.raises(ValueError, match="state"):
        tasks.edit_task(desk, no, state="selesai")


def test_a_deleted_task_is_gone_and_stays_in_the_journal(desk: Desk) -> None:
    no = tasks.new_task(desk, "Pindahkan kotak")
    tasks.delete_task(desk, no)
    with pytest.raises(errors.NotFound):
        tasks.task(desk, no)
    transact(desk, "kembali", lambda unit: unit.undelete(records.TASK, no))
    assert tasks.task(desk, no).text == "Pindahkan kotak"
