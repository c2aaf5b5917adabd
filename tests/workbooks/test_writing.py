# SPDX-License-Identifier: Apache-2.0
"""What is written is text, numbers and nothing that a spreadsheet would run."""

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.workbooks import writing
from desk_app.workbooks.writing import TableSheet


def written(sheet: TableSheet) -> Any:
    return openpyxl.load_workbook(io.BytesIO(writing.workbook_bytes([sheet]))).active


@pytest.mark.parametrize("text", ["=1+1", "+62 812", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1", "＝1+1", "＠x"])
def test_what_looks_like_a_formula_is_text(text: str) -> None:
    cell = written(TableSheet("a", ["x"], [[text]]))["A2"]
    assert (cell.value.strip(), cell.data_type, cell.quotePrefix) == (text.strip(), "s", True)


def test_a_heading_is_text_too() -> None:
    cell = written(TableSheet("a", ["=1+1"], []))["A1"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_other_values_stay_what_they_are() -> None:
    row = [1, 2.5, None, True, date(2024, 2, 14), "007", "M.Si."]
    sheet = written(TableSheet("a", ["x"] * 7, [row]))
    assert [cell.value for cell in sheet[2]][:4] == [1, 2.5, None, True]
    assert [cell.value for cell in sheet[2]][5:] == ["007", "M.Si."]
    assert sheet["E2"].value.date() == date(2024, 2, 14)


def test_control_characters_are_left_out() -> None:
    assert written(TableSheet("a", ["x"], [["a\x00b\x1fc\nd"]]))["A2"].value == "abc\nd"


@given(st.text(max_size=40))
def test_any_text_comes_back_as_text(text: str) -> None:
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        return
    cell = written(TableSheet("a", ["x"], [[text]]))["A2"]
    assert cell.data_type != "f"


def test_filter_panes_widths_and_choices() -> None:
    rows = [[1, "x" * 200], [2, "y"]]
    sheet = written(TableSheet("a", ["No", "Uraian"], rows, {1: ["Ya", "Tidak"]}, title_rows=["Daftar"]))
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A3", "A2:B4")
    assert (sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width) == (6, 60)
    assert str(sheet.data_validations.dataValidation[0].sqref) == "B3:B1048576"


def test_a_wrong_cell_is_marked_and_told() -> None:
    sheet = written(TableSheet("a", ["x", "y"], [["=1", None], ["b", "c"]], wrong={(0, 0): "salah", (0, 1): "kosong"}))
    assert (sheet["A2"].comment.text, sheet["B2"].comment.text) == ("salah", "kosong")
    assert sheet["A2"].fill.fgColor.rgb == sheet["B2"].fill.fgColor.rgb != sheet["A3"].fill.fgColor.rgb
    assert sheet["A2"].data_type == "s"


@pytest.mark.parametrize(("name", "kept"), [
    ("a/b:c", "a b c"), ("", "Lembar"), ("x" * 40, "x" * 31), ("[*?]", "Lembar"),
])
def test_names_of_sheets(name: str, kept: str) -> None:
    assert written(TableSheet(name, ["x"], [])).title == kept


def test_long_choices_and_such_with_commas_stand_on_a_hidden_sheet() -> None:
    long = [f"Pilihan nomor {number}" for number in range(30)]
    choices = {0: long, 1: ["Ya", "Tidak"], 2: ["Satu, dua", '"tiga"'], 3: long}
    sheet = TableSheet("a", ["a", "b", "c", "d"], [], choices)
    book = openpyxl.load_workbook(io.BytesIO(writing.workbook_bytes([sheet])))
    rules = [rule.formula1 for rule in book["a"].data_validations.dataValidation]
    assert rules == ["Pilihan!$A$1:$A$30", '"Ya,Tidak"', "Pilihan!$B$1:$B$2", "Pilihan!$A$1:$A$30"]
    hidden = book["Pilihan"]
    assert hidden.sheet_state == "hidden"
    assert [hidden["A30"].value, hidden["B2"].value, hidden["B3"].value] == ["Pilihan nomor 29", '"tiga"', None]
    assert all(len(rule) <= 257 for rule in rules)


def test_a_dangerous_choice_is_text() -> None:
    sheet = TableSheet("a", ["a"], [], {0: ["=1+1", "x, y"]})
    book = openpyxl.load_workbook(io.BytesIO(writing.workbook_bytes([sheet])))
    assert (book["Pilihan"]["A1"].data_type, book["Pilihan"]["A1"].value) == ("s", "=1+1")


def test_notes_of_headings_columns_of_text_and_what_stays_in_sight() -> None:
    sheet = written(TableSheet("a", ["x", "y", "z"], [[1, 2, 3]], notes={1: "Perlu 1"}, texts=[2], frozen=1))
    assert sheet["B1"].comment.text == "Perlu 1"
    assert sheet.column_dimensions["C"].number_format == "@"
    assert sheet.freeze_panes == "B2"
