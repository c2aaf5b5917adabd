# SPDX-License-Identifier: Apache-2.0
"""Rows of a TPS list, cell by cell: what can be read, what is asked and not guessed."""

from datetime import date
from typing import Any

import pytest

from desk_app.workbooks import headings, station_rows
from desk_app.workbooks.cells import Fault
from desk_app.workbooks.station_rows import StationLine
from tests.workbooks import books

HEADS = ("Kode", "TPS", "L", "P", "Jumlah", "Lintang", "Bujur", "Kecamatan", "Desa")


def read(*rows: list[Any], heads: tuple[str, ...] = HEADS) -> list[StationLine | list[Fault]]:
    sheet = books.sheet(list(heads), *rows)
    return list(station_rows.read(sheet, headings.find(sheet)))


def line(*cells: Any, heads: tuple[str, ...] = HEADS) -> StationLine:
    found = read(list(cells), heads=heads)[0]
    assert isinstance(found, StationLine), found
    return found


def faults(*cells: Any) -> list[tuple[str, str]]:
    found = read(list(cells))[0]
    assert isinstance(found, list), found
    return [(one.column, one.said) for one in found]


@pytest.mark.parametrize("code", ["73.13.06.1003", "7313061003", 7313061003, " 7313061003 ", "'7313061003"])
def test_codes(code: Any) -> None:
    assert line(code, 1).village == "73.13.06.1003"


@pytest.mark.parametrize("number", [5, 5.0, "5", "005", "TPS 005", "tps 5"])
def test_numbers_of_tps(number: Any) -> None:
    assert line("7313061003", number).number == 5


@pytest.mark.parametrize("code", ["7313061003005", 7313061003005, "73.13.06.1003-005"])
def test_the_code_of_a_tps(code: Any) -> None:
    found = line(code, 100, heads=("Kode TPS", "L"))
    assert (found.village, found.number, found.male) == ("73.13.06.1003", 5, 100)


def test_empty_is_not_zero() -> None:
    found = line("7313061003", 1, 0, None, "")
    assert (found.male, found.female, found.total) == (0, None, None)


@pytest.mark.parametrize("latitude", ["-4.1325", -4.1325, "-4,1325"])
def test_coordinates(latitude: Any) -> None:
    assert line("7313061003", 1, None, None, None, latitude, 120.03).latitude == -4_132_500


@pytest.mark.parametrize(("cells", "found"), [
    (("7313061003", 1, "1.234"), [("C", "1.234")]),
    (("7313061003", 1, date(2024, 1, 2)), [("C", "2024-01-02")]),
    (("7313061003", 1, 1, 1, 2, "x", 999), [("F", "x"), ("G", "999")]),
    (("7313061003", 1, 1, 1, 2, "nan"), [("F", "nan")]),
    (("731306", 0, "a"), [("A", "731306"), ("B", "0"), ("C", "a")]),
    (("7313061003",), [("B", "")]),
    ((True, 1), [("A", "True")]),
    ((None, 1, 2, 3, None, None, None, "Tempe"), [("A", "")]),
])
def test_all_that_is_wrong_with_a_row_is_told_at_once(cells: tuple[Any, ...], found: list[tuple[str, str]]) -> None:
    assert faults(*cells) == found


def test_empty_rows_and_sums_are_no_tps() -> None:
    rows = read(["7313061003", 1], [None], ["  "], ["Jumlah", None, 500, 600], ["TOTAL"], ["7313061003", 2])
    assert [(one.row, one.number) for one in rows if isinstance(one, StationLine)] == [(2, 1), (7, 2)]
    assert len(rows) == 2


def test_a_village_by_names() -> None:
    found = line(None, 1, None, None, None, None, None, " Kec.  Tempe ", "Tempe")
    assert (found.village, found.district_name, found.village_name) == ("", "Kec. Tempe", "Tempe")
