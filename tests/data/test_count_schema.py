# SPDX-License-Identifier: Apache-2.0
"""The tables of the file of totals stand in that file, and in no other."""

import secrets
from pathlib import Path

from desk_app.data import count_schema, schema
from desk_app.data.count_store import FILE, CountStore
from tests import small_offices

NAMES = {"about", "standing", "earlier", "area", "finding"}


def test_they_are_in_the_file_of_totals_and_not_in_the_office(tmp_path: Path) -> None:
    assert set(count_schema.metadata.tables) == NAMES
    store = CountStore(tmp_path / FILE, secrets.token_bytes(32))
    with store.reading() as connection:
        made = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
        assert set(made) == NAMES
    store.close()
    with small_offices.make(tmp_path / "tempe").desk as desk, desk.reading() as connection:
        made = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
        assert not set(made) & NAMES
    assert not set(schema.metadata.tables) & NAMES


def test_one_tps_and_race_stands_once() -> None:
    key = [column.name for column in count_schema.standing.primary_key]
    assert key == ["event", "race", "village", "number"]
    assert [column.name for column in count_schema.earlier.primary_key] == [*key, "occasion"]
