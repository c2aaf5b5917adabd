# SPDX-License-Identifier: Apache-2.0
"""Every word must be found, in any of the fields, and what is deleted is not."""

from desk_app.data import found_list
from desk_app.domain import records
from desk_app.operations import teams
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.small_offices import EVENT


def test_words_over_several_fields(wajo: Desk) -> None:
    no = teams.new_member(wajo, "Camat Tempe", person="Sitti", unit="Kecamatan")
    with wajo.reading() as connection:
        assert [row.no for row in found_list.members(connection, EVENT, ["sitti", "camat"], 5)] == [no]
        assert found_list.members(connection, EVENT, ["sitti", "bupati"], 5) == []
        assert found_list.members(connection, EVENT, ["%"], 5) == []
    teams.remove_member(wajo, no)
    with wajo.reading() as connection:
        assert found_list.members(connection, EVENT, ["sitti"], 5) == []


def test_papers_newest_first(wajo: Desk) -> None:
    for number in ("1", "2", "3"):
        values = {"event": EVENT, "title": "Laporan harian", "number": number}
        transact(wajo, "x", lambda unit, values=values: unit.create(records.PRINTED, values))
    with wajo.reading() as connection:
        found = found_list.papers(connection, EVENT, ["laporan"], 2)
    assert [row.number for row in found] == ["3", "2"]
