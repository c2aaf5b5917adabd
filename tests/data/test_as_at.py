# SPDX-License-Identifier: Apache-2.0
"""A copy is taken back by its own journal: streams shorter, rows as they were, packages of later not there."""

from pathlib import Path

import pytest
from sqlalchemy import insert

from desk_app.base.progress import finish
from desk_app.data import arrivals, as_at, schema
from desk_app.data import checking as data_checking
from desk_app.data.database import Connection
from desk_app.domain import errors, records
from desk_app.journal import digest as digests
from desk_app.operations import checking
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.regency_offices import TEMPE_VILLAGE
from tests.small_offices import EVENT, NOW


def parcel(connection: Connection, name: bytes, at: int, arrival: int | None) -> None:
    values = {
        "id": name, "direction": "in", "office_name": "x", "number": 1, "at": at, "file": "x", "sha256": b"x",
        "arrival": arrival, "counts": "1", "acknowledged": at + 50, "written": at,
    }
    connection.execute(insert(schema.parcel).values(**values))


def test_taken_back_and_settled(wajo: Desk, tmp_path: Path) -> None:
    with wajo.reading() as connection:
        before = arrivals.latest(connection)
    digest = checking.whole_digest(wajo)
    key = (EVENT, TEMPE_VILLAGE, 1)
    transact(wajo, "TPS", lambda unit: unit.put(records.STATION, key, {"site": "Lain"}))
    transact(wajo, "TPS", lambda unit: unit.put(records.STATION, (EVENT, TEMPE_VILLAGE, 77), {"site": "Baru"}))
    path = tmp_path / "copy.db"
    told: list[tuple[int, int]] = []
    as_at.copy(wajo.store, path, lambda left, total: told.append((left, total)))
    assert told
    assert told[-1][0] == 0
    past = as_at.PastDatabase(path, wajo.data_key)
    with past.writing() as connection:
        parcel(connection, b"early", NOW - 10, before)
        parcel(connection, b"later", NOW + 10, None)
        parcel(connection, b"after", NOW - 10, before + 1)
        taken = finish(as_at.take_back(connection, before, NOW))
    assert set(taken.records.values()) == {records.STATION.no}
    assert len(taken.records) == 2
    assert taken.districts == {(EVENT, "73.13.06")}
    with past.reading() as connection:
        query = "SELECT number, site FROM station WHERE village = ?"
        sites = {row[0]: row[1] for row in connection.exec_driver_sql(query, (TEMPE_VILLAGE,))}
        assert sites[1] == "SDN 12"
        assert 77 not in sites
        assert arrivals.latest(connection) == before
        held = connection.exec_driver_sql("SELECT id, acknowledged, written FROM parcel").all()
        assert [tuple(row) for row in held] == [(b"early", None, NOW - 10)]
        assert digests.of_streams(data_checking.held(connection)) == digest
    past.is_settled = True
    with pytest.raises(errors.Refused, match="waktu lampau"), past.writing():
        pass
    past.close()


def test_a_copy_can_be_stopped(wajo: Desk, tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def stop(_left: int, _total: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        as_at.copy(wajo.store, tmp_path / "copy.db", stop)
    with wajo.reading() as connection:
        assert arrivals.latest(connection)


def test_issues_in_confidence_are_veiled(wajo: Desk, tmp_path: Path) -> None:
    values = {"event": EVENT, "place": "73.13", "title": "A", "confidential": True}
    no = transact(wajo, "uji", lambda unit: unit.create(records.ISSUE, values))
    with wajo.reading() as connection:
        assert [row.no for row in as_at.issues_in_confidence(connection)] == [no]
    transact(wajo, "uji", lambda unit: unit.set(records.ISSUE, no, {"confidential": False}))
    path = tmp_path / "copy.db"
    as_at.copy(wajo.store, path, lambda _left, _total: None)
    past = as_at.PastDatabase(path, wajo.data_key)
    with past.writing() as connection:
        assert as_at.issues_in_confidence(connection) == []
        as_at.veil(connection, [no])
        assert [row.no for row in as_at.issues_in_confidence(connection)] == [no]
    past.close()
