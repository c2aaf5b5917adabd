# SPDX-License-Identifier: Apache-2.0
"""Tasks as rows: their order, whose they are, and words with signs that SQL knows."""

from pathlib import Path

from desk_app.data import task_list
from desk_app.data.task_list import TaskFilter
from desk_app.operations import tasks, teams
from tests import regency_offices
from tests.small_offices import EVENT


def test_open_tasks_stand_by_their_day_and_closed_ones_behind_newest_first(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "office") as desk:
        late = tasks.new_task(desk, "a", due="2024-02-01")
        undated = tasks.new_task(desk, "b")
        first, last = tasks.new_task(desk, "c"), tasks.new_task(desk, "d")
        tasks.finish(desk, first, at=100)
        tasks.finish(desk, last, at=200)
        with desk.reading() as connection:
            found = task_list.search(connection, EVENT, TaskFilter())
            assert [one.no for one in found] == [late, undated, last, first]
            assert task_list.late(connection, EVENT, "2024-02-02") == (1, 0)
            assert task_list.late(connection, EVENT, "2024-02-01") == (0, 1)
            assert task_list.search(connection, "pilkada-2024", TaskFilter()) == []


def test_a_member_who_was_taken_out_is_gone_and_still_named(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "office") as desk:
        team = teams.new_team(desk, 8)
        member = teams.new_member(desk, "Camat", person="Andi", team=team)
        no = tasks.new_task(desk, "100% siap_ya", member=member)
        teams.remove_member(desk, member)
        with desk.reading() as connection:
            [found] = task_list.search(connection, EVENT, TaskFilter(member=member))
            assert (found.no, found.person, found.gone) == (no, "Andi", True)
            assert task_list.open_of_member(connection, member) == [no]
            assert len(task_list.search(connection, EVENT, TaskFilter(text="andi"))) == 1
            assert task_list.search(connection, EVENT, TaskFilter(text="100_")) == []
