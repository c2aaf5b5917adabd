# SPDX-License-Identifier: Apache-2.0
"""Phones stay in the office: kept, altered, taken away, and in no package."""

import pytest

from desk_app.data import schema, streams, unit_of_work
from desk_app.domain import errors, records
from desk_app.journal.streams import ReaderClass
from desk_app.operations import history, team_phones, teams
from desk_app.operations.desk import Desk


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
    assert unit_of_work.reader_class_of(records.PHONE) is ReaderClass.INTERNAL
    no = teams.new_member(wajo, "Camat Tempe")
    team_phones.set_phone(wajo, no, "0812 3456")
    with wajo.reading() as connection:
        record = connection.execute(schema.by_name["phone"].select()).one().no
        book = streams.StreamBook(connection)
        scope = book.by_no(record >> schema.SHIFT).scope
    assert scope is not None
    assert scope.reader_class is ReaderClass.INTERNAL
