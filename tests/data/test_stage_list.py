# SPDX-License-Identifier: Apache-2.0
"""Stages and days off as they are written, of one regency and one election, without what was taken away."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.data import stage_list
from desk_app.operations import holidays, stages
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.small_offices import EVENT


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def test_dates_and_offsets_as_written(wajo: Desk) -> None:
    stages.save(wajo, "masa_tenang", {"starts": "11-02-2024", "ends": "H-1"})
    with wajo.reading() as connection:
        [row] = stage_list.stages(connection, "73.13", EVENT)
        assert (row.code, row.name, row.starts, row.ends) == ("masa_tenang", None, date(2024, 2, 11), None)
        assert (row.first_offset, row.last_offset, row.in_use) == (None, -1, None)
        assert stage_list.stages(connection, "73.13", "pilkada-2024") == []
        assert stage_list.stages(connection, "73.14", EVENT) == []


def test_days_off_in_order(wajo: Desk) -> None:
    for day in (date(2024, 12, 25), date(2024, 2, 8), date(2024, 3, 11)):
        holidays.save(wajo, day, "Libur", "SKB")
    holidays.delete(wajo, date(2024, 3, 11))
    with wajo.reading() as connection:
        found = stage_list.holidays(connection, "73.13")
        assert [(one.day.month, one.name, one.source) for one in found] == [(2, "Libur", "SKB"), (12, "Libur", "SKB")]
        assert stage_list.holidays(connection, "73") == []
