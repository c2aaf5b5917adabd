# SPDX-License-Identifier: Apache-2.0
"""The index of records follows every table by itself: what is typed, altered, taken back, deleted, received."""

import pytest

from desk_app.data import record_words
from desk_app.domain import records
from desk_app.operations import history, indexing, issues, logbook, stations
from desk_app.operations.desk import Desk
from tests.regency_offices import MADDUKELLENG, TEMPE, tps
from tests.small_offices import EVENT


def found(desk: Desk, declared: records.RecordType, typed: str, event: str = EVENT) -> list[int]:
    with desk.reading() as connection:
        return record_words.numbers(connection, declared, event, record_words.read(typed), 9)


def test_what_stood_there_before_the_index_and_after(wajo: Desk) -> None:
    early = issues.new_issue(wajo, "Banjir di jalan")
    indexing.ensure(wajo)
    late = issues.new_issue(wajo, "Jembatan putus karena banjir")
    assert found(wajo, records.ISSUE, "banjir") == [late, early]
    assert found(wajo, records.ISSUE, "BAN jal") == [early]
    assert found(wajo, records.ISSUE, "anjir") == []
    assert found(wajo, records.LOG_ENTRY, "banjir") == []
    assert found(wajo, records.ISSUE, "banjir", "pilkada-2024") == []


def test_a_register_number_is_found_by_its_last_digits(wajo: Desk) -> None:
    indexing.ensure(wajo)
    no = issues.new_issue(wajo, "Banjir")
    assert found(wajo, records.ISSUE, "1") == [no]
    assert found(wajo, records.ISSUE, "waj-1") == [no]
    assert found(wajo, records.ISSUE, "waj 0001") == [no]


def test_an_edit_its_undo_and_a_deletion(wajo: Desk) -> None:
    indexing.ensure(wajo)
    no = logbook.add_line(wajo, "Genset dipinjam")
    logbook.edit_line(wajo, no, text="Perahu dipinjam")
    assert (found(wajo, records.LOG_ENTRY, "genset"), found(wajo, records.LOG_ENTRY, "perahu")) == ([], [no])
    history.undo(wajo)
    assert (found(wajo, records.LOG_ENTRY, "genset"), found(wajo, records.LOG_ENTRY, "perahu")) == ([no], [])
    logbook.delete_line(wajo, no)
    assert found(wajo, records.LOG_ENTRY, "genset") == []
    history.undo(wajo)
    assert found(wajo, records.LOG_ENTRY, "genset") == [no]


def test_a_station_by_its_site(wajo: Desk) -> None:
    indexing.ensure(wajo)
    no = stations.edit_station(wajo, tps(MADDUKELLENG, 5), {"site": "Balai Latihan Kerja 77"})
    assert found(wajo, records.STATION, "balai 77") == [no]


def test_the_index_is_made_anew_when_more_is_declared(wajo: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    indexing.ensure(wajo)
    monkeypatch.setattr(record_words, "_OPTIONS", record_words._OPTIONS.replace("2 3", "2"))
    with wajo.reading() as connection:
        assert not record_words.ready(connection)
    with wajo.store.writing() as connection:
        record_words.create(connection)
    no = issues.new_issue(wajo, "Banjir", TEMPE)
    assert found(wajo, records.ISSUE, "banjir") == [no]


@pytest.mark.parametrize("typed", ['"', "'", "*", "a OR b", "NEAR(", "mark:issue", "(", "^x", "x-y", "\x00"])
def test_nothing_typed_breaks_the_query(wajo: Desk, typed: str) -> None:
    indexing.ensure(wajo)
    assert found(wajo, records.ISSUE, typed) == []
