# SPDX-License-Identifier: Apache-2.0
"""Phones stay in the office: kept, altered, taken away, and in no package."""

from pathlib import Path

import pytest

from desk_app.data import roster_list, schema, scoping, streams
from desk_app.domain import errors, records
from desk_app.journal.streams import ReaderClass
from desk_app.operations import history, team_leave, team_phones, team_roster, teams
from desk_app.operations.desk import Desk
from tests import two_offices
from tests.small_offices import EVENT


def test_a_phone_is_kept_altered_and_taken_away(wajo: Desk) -> None:
    one, other = teams.new_member(wajo, "Camat Tempe"), teams.new_member(wajo, "Camat Belawa")
    team_phones.set_phone(wajo, one, " 0812  3456 789 ", "WA")
    team_phones.set_phone(wajo, other, "(0485) 21-001")
    assert team_phones.phone(wajo, one) == "0812 3456 789"
    assert {no: found.number for no, found in team_phones.phones(wajo).items()} == {
        one: "0812 3456 789", other: "(0485) 21-001",
    }
    team_phones.set_phone(wajo, one, "0813 1111")
    assert team_phones.phone(wajo, one) == "0813 1111"
    team_phones.set_phone(wajo, one, "")
    assert team_phones.phone(wajo, one) == ""
    history.undo(wajo)
    assert team_phones.phone(wajo, one) == "0813 1111"
    assert team_phones.phone(wajo, 1) == ""


@pytest.mark.parametrize("typed", ["tidak ada", "12", "0812a", "nomor 0812"])
def test_what_is_no_number_is_refused(wajo: Desk, typed: str) -> None:
    no = teams.new_member(wajo, "Camat Tempe")
    with pytest.raises(errors.Refused, match="bukan nomor"):
        team_phones.set_phone(wajo, no, typed)


def test_it_is_written_where_no_other_office_reads(wajo: Desk) -> None:
    assert scoping.reader_class_of(records.PHONE) is ReaderClass.INTERNAL
    no = teams.new_member(wajo, "Camat Tempe")
    team_phones.set_phone(wajo, no, "0812 3456")
    with wajo.reading() as connection:
        record = connection.execute(schema.by_name["phone"].select()).one().no
        book = streams.StreamBook(connection)
        scope = book.by_no(record >> schema.SHIFT).scope
    assert scope is not None
    assert scope.reader_class is ReaderClass.INTERNAL


def test_leaves_go_down_rosters_come_up_and_phones_stay(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        no = teams.new_member(two.kabupaten, "Camat Tempe", person="Baso")
        team_leave.new_leave(two.kabupaten, no, "2024-02-15")
        team_phones.set_phone(two.kabupaten, no, "0812 3456")
        team_roster.new_shift(two.kabupaten, "2024-02-14", 0, 60, member=no)
        two.carry(two.kabupaten, two.tempe)
        assert [one.person for one in teams.structure(two.tempe).members] == ["Baso"]
        assert len(team_leave.leaves(two.tempe)) == 1
        assert team_phones.phones(two.tempe) == {}
        assert team_roster.shifts(two.tempe) == [], "each office has the roster of its own posko"
        team_roster.new_shift(two.tempe, "2024-02-14", 0, 60, person="Operator")
        two.carry(two.tempe, two.kabupaten)
        with two.kabupaten.reading() as connection:
            assert [one.person for one in roster_list.shifts(connection, EVENT, "73.13.06")] == ["Operator"]
        assert [one.name for one in team_roster.shifts(two.kabupaten)] == ["Baso"]
