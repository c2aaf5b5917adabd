# SPDX-License-Identifier: Apache-2.0
"""Lembar Pantau goes out with what was told, comes back the same, takes more in, and judges hours as the page does."""

from pathlib import Path

import openpyxl
import pytest

from desk_app.operations import history, watch_entry, watch_reports
from desk_app.operations.desk import Desk
from tests.operations.register_sheets import coming_back
from tests.regency_offices import BELAWA, MADDUKELLENG, STATIONS, TEMPE, tps

HOUR = 3600
OPEN = "07.00 TPS dibuka"


@pytest.fixture
def today(wajo: Desk) -> Desk:
    """Voting day, 08.00."""
    start = watch_reports.start_of(wajo)
    wajo.now = lambda: start + 8 * HOUR
    watch_entry.enter(wajo, TEMPE, 0, "4/6 07.10", "Camat")
    watch_entry.enter(wajo, tps(MADDUKELLENG, 5), 0, "07.25")
    watch_entry.enter(wajo, tps(MADDUKELLENG, 1), 0, "b")
    return wajo


def test_it_comes_back_the_same(today: Desk, tmp_path: Path) -> None:
    found = coming_back.look(today, tmp_path, "watch", {})
    assert (found.changed, found.refused) == (0, 0)
    assert found.same > len(STATIONS)
    page = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    told = {str(row[0]): row[4] for row in page.iter_rows(min_row=2, values_only=True) if row[4]}
    assert told == {TEMPE: "4/6 07.10", tps(MADDUKELLENG, 5): "s 07.25", tps(MADDUKELLENG, 1): "b 08.00"}


def test_reports_come_in_and_go_as_one(today: Desk, tmp_path: Path) -> None:
    region = coming_back.row(today, tmp_path, "watch", f"{BELAWA} |")
    station = coming_back.row(today, tmp_path, "watch", tps(MADDUKELLENG, 1))
    coming_back.put_in(today, tmp_path, "watch", {(region, OPEN): 3, (station, OPEN): "07.50"})
    reports = watch_reports.day(today, "73.13").reports
    assert (reports[BELAWA][0].count, reports[tps(MADDUKELLENG, 1)][0].minute) == (3, 7 * 60 + 50)
    history.undo(today)
    assert BELAWA not in watch_reports.day(today, "73.13").reports


def test_what_cannot_be_is_named(today: Desk, tmp_path: Path) -> None:
    region = coming_back.row(today, tmp_path, "watch", f"{BELAWA} |")
    station = coming_back.row(today, tmp_path, "watch", tps(MADDUKELLENG, 1))
    found = coming_back.look(today, tmp_path, "watch", {(region, OPEN): "banyak", (station, OPEN): "17.50"})
    assert found.refused == 2
    before = coming_back.look(today, tmp_path, "watch", {(region, OPEN): 99})
    assert before.refused == 1, "more than there are TPS"
