# SPDX-License-Identifier: Apache-2.0
"""Leaves, shifts, hand-overs and phones as lists: in order, of the office asked for, of merged members as one."""

from desk_app.data import roster_list
from desk_app.operations import duplicates, team_handovers, team_leave, team_phones, team_roster, teams
from desk_app.operations.desk import Desk
from tests.small_offices import EVENT

WAJO = "73.13"


def test_shifts_by_day_and_office(wajo: Desk) -> None:
    late = team_roster.new_shift(wajo, "2024-02-14", 900, 1380, person="B")
    early = team_roster.new_shift(wajo, "2024-02-14", 420, 900, person="A")
    before = team_roster.new_shift(wajo, "2024-02-13", 420, 900, person="C")
    with wajo.reading() as connection:
        assert [one.no for one in roster_list.shifts(connection, EVENT, WAJO)] == [*before, *early, *late]
        of_day = roster_list.shifts(connection, EVENT, WAJO, "2024-02-14", "2024-02-14")
        assert [(one.person, one.start, one.end) for one in of_day] == [("A", 420, 900), ("B", 900, 1380)]
        assert roster_list.shifts(connection, EVENT, "73.13.06") == []
        assert roster_list.shifts(connection, "pilkada-2024", WAJO) == []
        assert roster_list.bounds(connection, EVENT, WAJO) == ("2024-02-13", "2024-02-14")
        assert roster_list.bounds(connection, EVENT, "73.13.06") is None


def test_merged_members_are_one(wajo: Desk) -> None:
    kept, twin = teams.new_member(wajo, "Camat", person="Baso"), teams.new_member(wajo, "Camat", person="Baso")
    shift = team_roster.new_shift(wajo, "2024-02-14", 0, 60, member=twin)
    team_leave.new_leave(wajo, twin, "2024-02-14")
    duplicates.merge(wajo, kept, [twin])
    with wajo.reading() as connection:
        assert [one.member for one in roster_list.shifts(connection, EVENT, WAJO)] == [kept]
        assert [one.member for one in roster_list.leaves(connection, EVENT)] == [kept]
        assert roster_list.shifts_from(connection, kept, "2024-02-14") == shift
        assert roster_list.shifts_from(connection, kept, "2024-02-15") == []


def test_handovers_and_phones(wajo: Desk) -> None:
    member = teams.new_member(wajo, "Camat")
    team_phones.set_phone(wajo, member, "0812 3456", "WA")
    for text in ("satu", "dua", "tiga"):
        team_handovers.new_handover(wajo, text)
    with wajo.reading() as connection:
        assert [one.text for one in roster_list.handovers(connection, EVENT, WAJO, 2)] == ["tiga", "dua"]
        [phone] = roster_list.phones(connection)
        assert (phone.owner, phone.number, phone.note) == (member, "0812 3456", "WA")
        assert roster_list.phones(connection, [member + 1]) == []
