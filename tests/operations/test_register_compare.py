# SPDX-License-Identifier: Apache-2.0
"""The rows of a sheet against what is here: what is wrong is named at its cell, the good rows stay."""

from collections.abc import Callable
from pathlib import Path

import openpyxl

from desk_app.base.progress import finish
from desk_app.operations import issue_register, register_import
from desk_app.operations.desk import Desk
from tests.operations.registers_back import look


def test_what_is_wrong_is_named_and_the_good_rows_stay(filled: Desk, sheet: Callable[..., Path]) -> None:
    path = sheet("issues", {
        (2, "Tingkat"): "Gawat", (3, "Permasalahan"): "Jalan putus di dua tempat",
        (4, "Permasalahan"): "Di tempat lain", (4, "Lokasi"): "73.14.01",
        (5, "Uraian"): "tanpa judul",
    })
    found = look(filled, "issues", path)
    assert (found.changed, found.new, found.refused) == (1, 0, 3)
    told = {(one.row, one.heading): one.said for one in found.faults}
    assert told == {(2, "Tingkat"): "Gawat", (4, "Lokasi"): "73.14.01", (5, "Permasalahan"): ""}
    finish(register_import.write(filled, found))
    assert {row.title for row in issue_register.issue_rows(filled)} == {"Kotak  basah", "Jalan putus di dua tempat"}


def test_a_code_from_elsewhere_and_one_twice(filled: Desk, sheet: Callable[..., Path]) -> None:
    path = sheet("issues")
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    page.cell(3, page.max_column).value = page.cell(2, page.max_column).value
    page.cell(4, page.max_column).value = "0000000000-1"
    page.cell(4, 3).value = "Asing"
    book.save(path)
    found = look(filled, "issues", path)
    assert sorted((one.row, "baris" in one.what.message) for one in found.faults) == [(3, True), (4, False)]


def test_an_empty_cell_erases_nothing(filled: Desk, sheet: Callable[..., Path]) -> None:
    found = look(filled, "logbook", sheet("logbook", {(2, "Dari"): None}))
    assert (found.same, found.changed) == (1, 0)


def test_a_sum_below_the_rows_is_no_row(filled: Desk, sheet: Callable[..., Path]) -> None:
    found = look(filled, "logbook", sheet("logbook", {(3, "Pukul"): "Jumlah", (3, "Isi"): "1"}))
    assert (found.rows, found.refused) == (1, 0)
