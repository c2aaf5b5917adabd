# SPDX-License-Identifier: Apache-2.0
"""A file of an older version is brought to this one; what that version could not read was kept and now shows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from sqlalchemy import inspect, select

from desk_app.data import migrations, schema
from desk_app.data.database import Database
from desk_app.domain import records
from tests.data import offices
from tests.data.offices import EVENT, KEY, VILLAGE, Office

MakeOffice = Callable[[str], Office]
STATION = (EVENT, VILLAGE, 1)
RISK = (EVENT, VILLAGE, 1, "banjir")
UNKNOWN = (records.STATION_RISK, records.ISSUE, records.FOLLOW_UP)
"""Kinds that the older version has not heard of; of TPS it knows no note and no coordinates."""

OLD_STATION = replace(
    records.STATION,
    fields=tuple(one for one in records.STATION.fields if one.name not in ("note", "latitude", "longitude")),
)


@contextmanager
def older_version() -> Iterator[None]:
    """The program as it was before these kinds and fields were declared."""
    types = {no: one for no, one in records.TYPES.items() if one not in UNKNOWN} | {OLD_STATION.no: OLD_STATION}
    with pytest.MonkeyPatch.context() as patch:
        metadata = sqlalchemy.MetaData()
        projected = {table.name for table in schema.tables.values()}
        for table in schema.metadata.sorted_tables:
            if table.name not in projected:
                table.to_metadata(metadata)
        patch.setattr(schema, "metadata", metadata)
        tables = {no: schema._projected(one) for no, one in types.items()}
        patch.setattr(schema, "tables", tables)
        patch.setattr(schema, "by_name", {one.name: tables[no] for no, one in types.items()})
        patch.setattr(records, "TYPES", types)
        yield


@pytest.fixture
def older(tmp_path: Path) -> Iterator[Office]:
    """An office whose file was made by the older version."""
    with older_version():
        folder = tmp_path / "older"
        folder.mkdir()
        made = Office(offices.prepare(folder), "73.13.06", b"older office....")
    yield made
    made.close()


def upgrade(one: Office) -> int:
    """Open the file with this version, as `operations.desk` does."""
    one.close()
    one.store = Database(one.path, KEY)
    with one.store.writing() as connection:
        migrations.upgrade(connection, one.store.version)
        return migrations.follow_declarations(connection)


def write_all(one: Office) -> None:
    """What a newer office may have typed."""
    def work(unit: Any) -> None:
        unit.put(records.STATION, STATION, {"dpt_male": 140, "site": "SDN 1", "note": "atap bocor"})
        unit.put(records.STATION_RISK, RISK, {"present": True, "note": "dekat sungai"})
        unit.put(records.STATION_RISK, (EVENT, VILLAGE, 1, "kosong"), {})
        issue = unit.create(records.ISSUE, {"event": EVENT, "place": VILLAGE, "title": "Banjir"})
        unit.create(records.FOLLOW_UP, {"issue": issue, "text": "ditinjau"})

    one.write(work)
    one.write(lambda unit: unit.put(records.STATION, STATION, {"note": "atap ditambal"}))


def station(one: Office) -> Any:
    with one.store.reading() as connection:
        return connection.execute(select(schema.by_name["station"])).one()


def test_the_older_version_keeps_what_it_cannot_read(office: MakeOffice, older: Office) -> None:
    newer = office("73.13")
    write_all(newer)
    with older_version():
        older.take(newer.pack())
        assert older.digest() == newer.digest()
        assert older.faults() == ()
        assert station(older).site == "SDN 1"
        assert not hasattr(station(older), "note")


def test_after_the_upgrade_all_of_it_shows(office: MakeOffice, older: Office) -> None:
    newer = office("73.13")
    write_all(newer)
    with older_version():
        older.take(newer.pack())
    assert upgrade(older) == 5
    assert older.view() == newer.view()
    assert station(older).note == "atap ditambal"
    with older.store.reading() as connection:
        risks = connection.execute(select(schema.by_name["station_risk"]).order_by("indicator")).all()
        assert [(risk.indicator, risk.present, risk.note) for risk in risks] == [
            ("banjir", True, "dekat sungai"), ("kosong", None, None)]
        assert connection.execute(select(schema.unread)).all() == []
        assert connection.execute(select(schema.stranger)).all() == []
    assert older.faults() == ()


def test_the_older_version_passes_it_on_byte_for_byte(office: MakeOffice, older: Office) -> None:
    newer, third = office("73.13"), office("73")
    write_all(newer)
    with older_version():
        older.take(newer.pack())
        package = older.pack()
    third.take(package)
    assert third.view() == newer.view()
    assert third.digest() == newer.digest()


def test_what_the_older_version_types_leaves_unknown_fields_alone(office: MakeOffice, older: Office) -> None:
    newer = office("73.13")
    write_all(newer)
    with older_version():
        older.take(newer.pack())
        older.write(lambda unit: unit.put(OLD_STATION, STATION, {"site": "Balai Desa"}))
        newer_too = older.pack()
    newer.take(newer_too)
    upgrade(older)
    assert older.view() == newer.view()
    assert (station(newer).site, station(newer).note) == ("Balai Desa", "atap ditambal")


def test_a_deletion_by_the_older_version_saw_the_unknown_fields(office: MakeOffice, older: Office) -> None:
    newer = office("73.13")
    write_all(newer)
    with older_version():
        older.take(newer.pack())
        older.write(lambda unit: unit.delete(OLD_STATION, station(older).no))
        package = older.pack()
    newer.take(package)
    assert station(newer).alive == 0
    upgrade(older)
    assert older.view() == newer.view()


def test_disagreements_about_unknown_fields_show_after_the_upgrade(office: MakeOffice, older: Office) -> None:
    newer, third = office("73.13"), office("73")
    newer.write(lambda unit: unit.put(records.STATION, STATION, {"note": "kering"}))
    third.write(lambda unit: unit.put(records.STATION, STATION, {"note": "basah"}))
    with older_version():
        older.take(newer.pack())
        older.take(third.pack())
    newer.take(third.pack())
    upgrade(older)
    assert older.view() == newer.view()
    assert older.view()["disputes"] == {(("station", *STATION), records.STATION.field("note").no)}


def test_tables_columns_and_indexes_follow_the_declarations(older: Office) -> None:
    upgrade(older)
    with older.store.reading() as connection:
        looked = inspect(connection)
        for table in schema.metadata.sorted_tables:
            assert {column["name"] for column in looked.get_columns(table.name)} == {
                column.name for column in table.columns}
            listed = connection.exec_driver_sql(f"PRAGMA index_list({table.name})")
            assert {row.name for row in listed} >= {index.name for index in table.indexes}
    assert upgrade(older) == 0


def version_of(one: Office) -> int:
    with one.store.reading() as connection:
        version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        return version


def test_steps_run_once_in_their_order(office: MakeOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    one = office("73.13")
    done: list[int] = []
    monkeypatch.setattr(schema, "VERSION", 3)
    monkeypatch.setattr(migrations, "STEPS", {2: lambda _: done.append(2), 3: lambda _: done.append(3)})
    upgrade(one)
    assert (done, version_of(one)) == ([2, 3], 3)
    upgrade(one)
    assert done == [2, 3]


def test_a_step_that_fails_leaves_the_old_version(office: MakeOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    one = office("73.13")

    def fails(connection: Any) -> None:
        connection.exec_driver_sql("CREATE TABLE half (x)")
        raise RuntimeError("broken on the way")

    monkeypatch.setattr(schema, "VERSION", 2)
    monkeypatch.setattr(migrations, "STEPS", {2: fails})
    with pytest.raises(RuntimeError):
        upgrade(one)
    assert version_of(one) == 1
    with one.store.reading() as connection:
        assert not inspect(connection).has_table("half")
