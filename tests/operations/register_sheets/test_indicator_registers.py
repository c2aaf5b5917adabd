# SPDX-License-Identifier: Apache-2.0
"""Definitions with fractions, and values by region and day, which may be filled in for today."""

from datetime import date
from pathlib import Path

import openpyxl

from desk_app.operations import indicator_board, indicators
from desk_app.operations.desk import Desk
from tests.operations.register_sheets import coming_back
from tests.regency_offices import BELAWA, TEMPE


def test_targets_keep_their_digits(filled: Desk, tmp_path: Path) -> None:
    found = coming_back.put_in(filled, tmp_path, "indicators", {
        (2, "Target"): 84.5, (4, "Nama"): "KTP-el", (4, "Target"): "98,03", (4, "Angka di belakang"): 2,
    })
    assert (found.new, found.changed) == (1, 1)
    told = {one.label: (one.target, one.decimals) for one in indicators.definitions(filled)}
    assert told == {"Partisipasi": (8450, 2), "NPHD": (24_500_000_000, 0), "KTP-el": (9803, 2)}
    wrong = coming_back.look(filled, tmp_path, "indicators", {(3, "Target"): 0.5, (2, "Target"): "1.234"})
    assert sorted(coming_back.faults(wrong)) == [(2, "Target"), (3, "Target")]


def test_names_that_come_to_one_code(filled: Desk, tmp_path: Path) -> None:
    found = coming_back.look(filled, tmp_path, "indicators", {(4, "Nama"): "KTP-el", (5, "Nama"): "KTP el"})
    assert (found.new, found.refused) == (1, 1)


def test_values_of_a_day(filled: Desk, tmp_path: Path) -> None:
    code = next(one.code for one in indicators.definitions(filled) if one.label == "Partisipasi")
    path = coming_back.sheet(filled, tmp_path, "indicator-values")
    first, second = (
        coming_back.row(filled, tmp_path, "indicator-values", place, day)
        for place, day in ((TEMPE, "2024-02-01"), (BELAWA, "2024-02-12"))
    )
    page = openpyxl.load_workbook(path).worksheets[0]
    waiting = [row for row in range(2, page.max_row + 1) if page.cell(row, page.max_column).value is None]
    found = coming_back.put_in(filled, tmp_path, "indicator-values", {
        (first, "Partisipasi"): "82,25", (waiting[0], "Partisipasi"): 80.5, (waiting[0], "Sumber"): "Dukcapil",
        (second, "Sumber"): "Berita acara",
    })
    assert (found.new, found.changed) == (1, 2)
    board = indicator_board.board(filled, code, date(2024, 2, 1))
    assert 8225 in [row.figure.value for row in board.rows]
    assert indicator_board.board(filled, code).whole.figure.value == 8050


def test_a_value_with_too_many_digits_is_refused(filled: Desk, tmp_path: Path) -> None:
    found = coming_back.look(filled, tmp_path, "indicator-values", {(4, "Partisipasi"): 82.255})
    assert found.refused == 1
