# SPDX-License-Identifier: Apache-2.0
"""Rows of what is left with members who serve no longer."""

from desk_app.data import succession_list
from desk_app.operations import issues, settings, tasks, team_changes, teams
from desk_app.operations.desk import Desk


def test_only_what_is_open_and_with_one_who_is_gone(wajo: Desk) -> None:
    gone, there = (teams.new_member(wajo, office) for office in ("Camat", "Kadis"))
    for member in (gone, there):
        issues.new_issue(wajo, "Kotak basah", pic=member)
        tasks.new_task(wajo, "Ganti", member=member)
    dropped = tasks.new_task(wajo, "Tidak jadi", member=gone)
    tasks.drop(wajo, dropped, "sudah dikerjakan KPU")
    team_changes.end_member(wajo, gone)
    with wajo.reading() as connection:
        found = succession_list.left_with(connection, settings.event_code(wajo))
        assert {member: (len(one), len(other)) for member, (one, other) in found.items()} == {gone: (1, 1)}
        assert succession_list.successor(connection, gone) == 0
        assert succession_list.successor(connection, there) == there
        assert succession_list.successor(connection, 1) == 0
        assert succession_list.names(connection, [gone, there]) == {gone: "Camat", there: "Kadis"}
