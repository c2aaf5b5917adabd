# SPDX-License-Identifier: Apache-2.0
"""Jadwal piket of a week."""

from datetime import date, timedelta

import pytest

from desk_app.reports import document, roster_table, text
from tests.reports import letter_samples, pages_read

WEEK = tuple(date(2024, 2, 12) + timedelta(days=ahead) for ahead in range(7))
WATCH = roster_table.Watch("19.00–07.00", "Baso", "Analis", "Koordinator")


def made(
    *of_day: tuple[roster_table.Watch, ...], paper: str = "A4", missing: tuple[str, ...] = ()
) -> document.Document:
    days = tuple((day, of_day[place] if place < len(of_day) else ()) for place, day in enumerate(WEEK))
    return roster_table.build(roster_table.RosterTable(letter_samples.sheet(paper), days, "24 jam", missing))


def test_a_day_with_its_shifts() -> None:
    paper = made((WATCH,), (), (WATCH, WATCH), missing=("13-02-2024 pukul 00.00–24.00",))
    [page] = pages_read.texts(paper)
    for said in ("12 Februari 2024 s.d. 18 Februari 2024", "Senin, 12 Februari 2024", "Rabu, 14 Februari 2024",
                 "19.00–07.00", "Baso", "Koordinator", "24 jam", "! Belum ada petugas: 13-02-2024"):
        assert said in page
    assert "Selasa, 13 Februari" not in page
    assert "*19.00–07.00*: Baso; Analis; Koordinator" in text.render(paper)


def test_an_empty_week() -> None:
    assert "Belum ada piket pada minggu ini" in pages_read.texts(made())[0]


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_very_many(paper: str) -> None:
    long = roster_table.Watch("07.00–19.00", letter_samples.LONG, letter_samples.LONG, letter_samples.LONG)
    assert not pages_read.outside(made(*((long,) * 20,) * 7, paper=paper))
