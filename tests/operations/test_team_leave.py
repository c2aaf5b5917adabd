# SPDX-License-Identifier: Apache-2.0
"""When members are away."""

import pytest

from desk_app.domain import errors
from desk_app.operations import history, team_leave, teams
from desk_app.operations.desk import Desk


@pytest.fixture
def member(wajo: Desk) -> int:
    return teams.new_member(wajo, "Camat Tempe", person="Baso")


def test_a_leave_is_written_altered_and_taken_out(wajo: Desk, member: int) -> None:
    no = team_leave.new_leave(wajo, member, "2024-02-15", "2024-02-20", "dinas_luar")
    other = team_leave.new_leave(wajo, member, "2024-02-10")
    found = team_leave.leaves(wajo, member)
    assert [(one.no, one.first, one.last, one.reason) for one in found] == [
        (other, "2024-02-10", "2024-02-10", "cuti"), (no, "2024-02-15", "2024-02-20", "dinas_luar"),
    ]
    assert team_leave.edit_leave(wajo, no, last="2024-02-18", reason="sakit")
    assert (team_leave.leaves(wajo)[1].last, team_leave.leaves(wajo)[1].reason) == ("2024-02-18", "sakit")
    team_leave.delete_leave(wajo, no)
    assert [one.no for one in team_leave.leaves(wajo)] == [other]
    history.undo(wajo)
    assert len(team_leave.leaves(wajo)) == 2
    assert team_leave.leaves(wajo, member + 1) == []


def test_refusals(wajo: Desk, desk: Desk, member: int) -> None:
    no = team_leave.new_leave(wajo, member, "2024-02-15", "2024-02-20")
    for first, last, reason, words in (
        ("", "", "cuti", "tanggal mulai"),
        ("2024-02-15", "2024-02-14", "cuti", "lebih awal"),
        ("2024-02-15", "", "malas", "malas"),
        ("15/2/2024", "", "cuti", "bukan tanggal"),
    ):
        with pytest.raises(errors.Refused, match=words):
            team_leave.new_leave(wajo, member, first, last, reason)
    with pytest.raises(errors.Refused, match="lebih awal"):
        team_leave.edit_leave(wajo, no, last="2024-02-14")
    with pytest.raises(ValueError, match="member"):
        team_leave.edit_leave(wajo, no, member=1)
    with pytest.raises(errors.NotPermitted):
        team_leave.new_leave(desk, member, "2024-02-15")
