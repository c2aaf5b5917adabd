# SPDX-License-Identifier: Apache-2.0
"""One cell, read or asked about; nothing that can be read in two ways is guessed."""

from datetime import date, datetime, time
from typing import Any

import pytest

from desk_app.domain import errors
from desk_app.workbooks import cells


@pytest.mark.parametrize(("cell", "read"), [
    (date(2024, 2, 14), "2024-02-14"), (datetime(2024, 2, 14, 7), "2024-02-14"), ("14-02-2024", "2024-02-14"),
    ("14/2/2024", "2024-02-14"), ("14.02.2024", "2024-02-14"), ("2024-02-14", "2024-02-14"),
])
def test_days(cell: Any, read: str) -> None:
    assert cells.day(cell) == read


@pytest.mark.parametrize("cell", [45336.0, "14-02-24", "30-02-2024", "besok", True, "1.234"])
def test_no_days(cell: Any) -> None:
    with pytest.raises(errors.Refused, match="bukan tanggal"):
        cells.day(cell)


@pytest.mark.parametrize(("cell", "read"), [
    ("14-02-2024 07.30", datetime(2024, 2, 14, 7, 30)), ("14-02-2024 pukul 7:05", datetime(2024, 2, 14, 7, 5)),
    (datetime(2024, 2, 14, 7, 30), datetime(2024, 2, 14, 7, 30)),
])
def test_moments(cell: Any, read: datetime) -> None:
    assert cells.moment(cell) == read


@pytest.mark.parametrize("cell", ["14-02-2024", "07.30", "14-02-2024 25.00", 45336.3, date(2024, 2, 14)])
def test_no_moments(cell: Any) -> None:
    with pytest.raises(errors.Refused):
        cells.moment(cell)


@pytest.mark.parametrize(("cell", "read"), [("287", 287), (287.0, 287), (-3.0, -3), ("0", 0)])
def test_numbers(cell: Any, read: int) -> None:
    assert cells.number(cell) == read


@pytest.mark.parametrize("cell", ["1.234", "1,5", 1.5, "dua", True, date(2024, 1, 1), "9" * 16])
def test_no_numbers(cell: Any) -> None:
    with pytest.raises(errors.Refused):
        cells.number(cell)


def test_choices_by_code_and_by_label() -> None:
    read = cells.choice({"tinggi": "Tinggi", "sangat_mendesak": "Sangat mendesak"})
    assert (read("TINGGI"), read(" sangat  mendesak "), read("sangat_mendesak")) == (
        "tinggi", "sangat_mendesak", "sangat_mendesak")
    with pytest.raises(errors.Refused, match=r"bukan pilihan|pilihan") as refusal:
        read("besar")
    assert refusal.value.params["choices"] == "Tinggi, Sangat mendesak"


def test_yes_and_no() -> None:
    assert [cells.yes(said) for said in ("Ya", "x", True, "tidak", "-", False)] == [True] * 3 + [False] * 3
    with pytest.raises(errors.Refused):
        cells.yes("mungkin")


def test_lines_of_long_text_stay() -> None:
    assert cells.lines("  satu  dua \n\n tiga ") == "satu dua\n\ntiga"
    assert cells.text("  satu \n dua ") == "satu dua"


@pytest.mark.parametrize(
    ("cell", "kept"),
    [("83,82", 83820), (83.82, 83820), ("-0,5", -500), (1250.0, 1250000), ("1250", 1250000), ("0,125", 125)],
)
def test_numbers_with_a_fraction(cell: Any, kept: int) -> None:
    assert cells.decimal(3)(cell) == kept


@pytest.mark.parametrize(
    "cell", ["1.234", "1,234", "83.82", 0.0001, float("nan"), float("inf"), "x", True, date(2024, 1, 1), time(1), "1e5"]
)
def test_numbers_that_can_be_read_in_two_ways_are_asked(cell: Any) -> None:
    with pytest.raises(errors.Refused):
        cells.decimal(3)(cell)
