# SPDX-License-Identifier: Apache-2.0
"""The file: unreadable without its key, refused in words where it is not ours, safe against a power cut."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy
import sqlcipher3.dbapi2 as driver
from sqlalchemy import select

from desk_app.data import database, migrations, schema
from desk_app.data.database import Database
from desk_app.domain import errors, records
from tests.data.offices import EVENT, KEY, VILLAGE, Office

MakeOffice = Callable[[str], Office]
TYPED = "Rumah Bapak Haji kebanjiran setinggi lutut"


def type_something(one: Office, times: int = 1) -> None:
    for number in range(1, times + 1):
        one.write(lambda unit, number=number: unit.put(
            records.STATION, (EVENT, VILLAGE, number), {"note": f"{TYPED} {number}", "site": "SDN Belawa"}))


def test_no_typed_word_stands_in_any_file(office: MakeOffice) -> None:
    one = office("73.13.06")
    type_something(one, 30)
    files = sorted(one.path.parent.glob(f"{one.path.name}*"))
    assert {file.name for file in files} >= {one.path.name, f"{one.path.name}-wal"}
    for file in files:
        data = file.read_bytes()
        for word in (TYPED, "kebanjiran", "SDN Belawa", EVENT, VILLAGE, "SQLite format", "CREATE TABLE", "station"):
            assert word.encode() not in data, f"{word} in {file.name}"


def test_the_search_for_words_would_find_them(tmp_path: Path) -> None:
    plain = sqlite3.connect(tmp_path / "plain.db")
    plain.execute("CREATE TABLE station (note TEXT)")
    plain.execute("INSERT INTO station VALUES (?)", (TYPED,))
    plain.commit()
    plain.close()
    assert TYPED.encode() in (tmp_path / "plain.db").read_bytes()


@pytest.mark.parametrize("key", [bytes(32), KEY[::-1]], ids=["zeros", "another"])
def test_another_key_is_refused_in_words_and_stderr_stays_empty(
    office: MakeOffice, key: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    one = office("73.13.06")
    type_something(one)
    one.close()
    before = one.path.read_bytes()
    with pytest.raises(errors.Damaged, match="kunci salah atau berkas rusak"):
        Database(one.path, key)
    assert database.check_file(one.path, key) != []
    assert capfd.readouterr() == ("", "")
    assert one.path.read_bytes() == before


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(errors.NotFound, match="Tidak ada data kantor"):
        Database(tmp_path / "none.db", KEY)
    assert database.check_file(tmp_path / "none.db", KEY) != []
    assert list(tmp_path.iterdir()) == []


def test_a_plain_sqlite_file_is_refused(tmp_path: Path) -> None:
    plain = sqlite3.connect(tmp_path / "desk.db")
    plain.execute("CREATE TABLE t (x)")
    plain.commit()
    plain.close()
    with pytest.raises(errors.Damaged):
        Database(tmp_path / "desk.db", KEY)


def test_any_other_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "desk.db").write_bytes(b"%PDF-1.7 " + bytes(9000))
    with pytest.raises(errors.Damaged):
        Database(tmp_path / "desk.db", KEY)


def set_pragma(path: Path, line: str) -> None:
    connection = driver.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    connection.execute(f"PRAGMA {line}")
    connection.commit()
    connection.close()


def test_an_encrypted_database_of_another_program_is_refused(office: MakeOffice) -> None:
    one = office("73.13.06")
    one.close()
    set_pragma(one.path, "application_id = 7")
    with pytest.raises(errors.Damaged, match="bukan data kantor Desk"):
        Database(one.path, KEY)


def test_a_newer_version_is_refused_and_left_alone(office: MakeOffice) -> None:
    one = office("73.13.06")
    one.close()
    set_pragma(one.path, f"user_version = {schema.VERSION + 1}")
    before = one.path.read_bytes()
    with pytest.raises(errors.Refused, match="versi program yang lebih baru"):
        Database(one.path, KEY)
    assert one.path.read_bytes() == before


def test_every_connection_keeps_what_it_acknowledged(office: MakeOffice) -> None:
    """WAL with `synchronous = FULL`: of 600 simulated power cuts none lost an acknowledged save (exchange.md §22)."""
    one = office("73.13.06")
    with one.store.reading() as reader, one.store.writing() as writer:
        for connection in (reader, writer):
            told = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in ("journal_mode", "synchronous", "temp_store", "trusted_schema", "mmap_size")
            }
            assert told == {
                "journal_mode": "wal", "synchronous": 2, "temp_store": 2, "trusted_schema": 0, "mmap_size": 0}


def test_leaving_by_an_exception_leaves_nothing(office: MakeOffice) -> None:
    one = office("73.13.06")
    type_something(one)
    before = (one.digest(), one.view())

    def fail(unit: object) -> None:
        unit.put(records.STATION, (EVENT, VILLAGE, 9), {"note": "x"})  # type: ignore[attr-defined]
        unit.finish()  # type: ignore[attr-defined]
        raise KeyError("broken on the way")

    with pytest.raises(KeyError):
        one.write(fail)
    assert (one.digest(), one.view()) == before
    with one.store.reading() as connection:
        assert len(connection.execute(select(schema.arrival)).all()) == 1


def test_a_reader_sees_one_state_while_another_writes(office: MakeOffice) -> None:
    one = office("73.13.06")
    type_something(one)
    table = schema.by_name["station"]
    with one.store.reading() as reader:
        assert len(reader.execute(select(table)).all()) == 1
        type_something(one, 5)
        assert len(reader.execute(select(table)).all()) == 1
    with one.store.reading() as reader:
        assert len(reader.execute(select(table)).all()) == 5


@pytest.mark.parametrize("at", [50, 5_000, 100_000])
def test_a_flipped_bit_is_found(office: MakeOffice, at: int) -> None:
    one = office("73.13.06")
    type_something(one, 40)
    one.close()
    assert database.check_file(one.path, KEY) == []
    data = bytearray(one.path.read_bytes())
    data[at] ^= 1
    one.path.write_bytes(data)
    assert database.check_file(one.path, KEY) != []


def test_a_file_cut_short_is_found(office: MakeOffice) -> None:
    one = office("73.13.06")
    type_something(one, 40)
    one.close()
    data = one.path.read_bytes()
    one.path.write_bytes(data[: len(data) // 2])
    assert database.check_file(one.path, KEY) != []


def test_what_is_found_broken_while_it_is_read_is_said_in_words(office: MakeOffice) -> None:
    one = office("73.13.06")
    type_something(one, 40)
    one.close()
    data = bytearray(one.path.read_bytes())
    data[4096:20_480] = bytes(16_384)
    one.path.write_bytes(data)
    store = Database(one.path, KEY)
    try:
        with pytest.raises(errors.Damaged, match=r"rusak\. Pulihkan"), store.reading() as connection:
            connection.execute(select(schema.meta)).all()
        with pytest.raises(errors.Damaged, match=r"rusak\. Pulihkan"), store.writing() as connection:
            connection.execute(select(schema.meta)).all()
        with pytest.raises(sqlalchemy.exc.OperationalError, match="no such column"), store.reading() as connection:
            connection.exec_driver_sql("SELECT none_such")
    finally:
        store.close()


def test_a_new_file_is_marked_as_ours(tmp_path: Path) -> None:
    store = Database(tmp_path / "desk.db", KEY, create=True)
    with store.writing() as connection:
        migrations.create(connection)
        assert connection.exec_driver_sql("PRAGMA application_id").scalar_one() == schema.APPLICATION_ID
    store.close()
    assert Database(tmp_path / "desk.db", KEY).version == schema.VERSION


def test_a_full_disk_is_said_in_words_and_leaves_what_was_saved(office: MakeOffice, tmp_path: Path) -> None:
    one = office("73.13.06")
    type_something(one)
    store = one.store
    with store.writing() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    rows = [((EVENT, VILLAGE, number), {"note": TYPED}) for number in range(1, 1000)]
    with pytest.raises(errors.Refused, match="Periksa ruang disk"):
        one.write(lambda unit: unit.put_many(records.STATION, rows))
    with store.reading() as connection:
        assert connection.execute(select(schema.by_name["station"].c.number)).scalars().all() == [1]
    with store.reading() as connection, pytest.raises(errors.Refused, match="Periksa ruang disk"):
        store.backup_to(tmp_path / "no such folder" / "desk.db", connection)
