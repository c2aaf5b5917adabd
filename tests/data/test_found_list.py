# SPDX-License-Identifier: Apache-2.0
"""Every word must begin one of the record's words, and what is deleted is not found."""

from desk_app.data import found_list, record_words
from desk_app.domain import records
from desk_app.operations import indexing, teams
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.small_offices import EVENT


def members(desk: Desk, typed: str) -> list[int]:
    with desk.reading() as connection:
        found = found_list.rows(connection, records.MEMBER, EVENT, record_words.read(typed), 5)
    return [row.no for row in found]


def test_words_over_several_fields(wajo: Desk) -> None:
    indexing.ensure(wajo)
    no = teams.new_member(wajo, "Camat Tempe", person="Sitti", unit="Kecamatan")
    assert members(wajo, "sitti camat") == [no]
    assert members(wajo, "sitti bupati") == []
    assert members(wajo, "%") == []
    teams.remove_member(wajo, no)
    assert members(wajo, "sitti") == []


def test_papers_newest_first(wajo: Desk) -> None:
    indexing.ensure(wajo)
    for number in ("1", "2", "3"):
        values = {"event": EVENT, "title": "Laporan harian", "number": number}
        transact(wajo, "x", lambda unit, values=values: unit.create(records.PRINTED, values))
    with wajo.reading() as connection:
        found = found_list.rows(connection, records.PRINTED, EVENT, ("laporan",), 2)
    assert [row.number for row in found] == ["3", "2"]
