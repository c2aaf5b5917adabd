# SPDX-License-Identifier: Apache-2.0
"""A figure of a form in a cell: read, not read, or told as what cannot be read."""

from datetime import date

import pytest

from desk_app.domain import errors
from desk_app.workbooks import figure_cells
from desk_app.workbooks.reading import Cell


@pytest.mark.parametrize(("cell", "figure"), [(0.0, 0), (217.0, 217), ("217", 217), (" 007 ", 7), (99_999.0, 99_999)])
def test_a_figure(cell: Cell, figure: int) -> None:
    assert figure_cells.read(cell) == figure


@pytest.mark.parametrize("cell", ["-", " – ", "—", "x", "N/A", "null"])
def test_what_was_not_read_is_no_zero(cell: str) -> None:
    assert figure_cells.read(cell) is None


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (1.234, "dua cara"),
        ("1.234", "dua cara"),
        ("1,234", "dua cara"),
        (-1.0, "bukan angka"),
        ("dua", "bukan angka"),
        ("12a", "bukan angka"),
        (True, "bukan angka"),
        (date(2024, 2, 14), "bukan angka"),
        (100_000.0, "di luar batas"),
        ("123456", "di luar batas"),
        (1e300, "bukan angka"),
    ],
)
def test_what_cannot_be_read_is_told(cell: Cell, said: str) -> None:
    with pytest.raises(errors.Refused, match=said):
        figure_cells.read(cell)
