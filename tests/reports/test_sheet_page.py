# SPDX-License-Identifier: Apache-2.0
"""One sheet: grouped headings in sight, real numbers, text that is never a formula, how it is printed."""

import dataclasses
from typing import Any

import pytest

from desk_app.reports import document
from tests.reports import sheet_read, word_read

RIGHT = document.Align.RIGHT
COLUMNS = (
    document.Column("No", align=RIGHT),
    document.Column("Kecamatan", share=1.0, lead=True),
    document.Column("L", align=RIGHT, group="DPT"),
    document.Column("P", align=RIGHT, group="DPT"),
    document.Column("TPS", number=True),
    document.Column("Kode", align=RIGHT, number=False),
)
ROWS = (
    document.Row(("Wilayah I",), document.RowKind.GROUP),
    document.Row(("1", "=cmd|'/c calc'!A0", "1.146", "80,98", "12", "12")),
    document.Row(("2", "Tempe", "–", "5,25 %", "001", "7")),
    document.Row(("", "Jumlah", "1.146", "", "12", ""), document.RowKind.TOTAL),
)


def page(table: document.Table | None = None, **paper: Any) -> Any:
    return sheet_read.opened(word_read.paper(table or document.Table(COLUMNS, ROWS), **paper)).worksheets[0]


def top(found: Any) -> int:
    return next(row for row in range(1, 20) if found.cell(row, 1).value == "No")


def test_numbers_are_numbers_and_text_is_text() -> None:
    found = page()
    first = top(found) + 3
    assert [found.cell(first, place).value for place in (3, 4, 5, 6)] == [1146, 80.98, 12, "12"]
    assert [found.cell(first, place).number_format for place in (3, 4)] == ["#,##0", "#,##0.00"]
    assert [found.cell(first + 1, place).value for place in (3, 4, 5)] == ["–", 0.0525, "001"]
    assert found.cell(first + 2, 3).value == 1146


@pytest.mark.parametrize("text", ["=1+1", "+62811", "-5 orang", "@SUM(A1)", "\t=1", "＝1"])
def test_what_was_typed_is_never_a_formula(text: str) -> None:
    rows = (document.Row(("1", text, "1", "1", "1", text)),)
    found = page(document.Table(COLUMNS, rows))
    for place in (2, 6):
        cell = found.cell(top(found) + 2, place)
        assert cell.data_type == "s"
        assert cell.quotePrefix
        assert cell.value == text


def test_headings_are_grouped_stay_in_sight_and_are_printed_again() -> None:
    found = page()
    row = top(found)
    merged = {str(one) for one in found.merged_cells.ranges}
    assert merged == {f"C{row}:D{row}", *(f"{column}{row}:{column}{row + 1}" for column in "ABEF")}
    assert [found.cell(row + 1, place).value for place in (3, 4)] == ["L", "P"]
    assert found.freeze_panes == f"C{row + 2}"
    assert found.print_title_rows == f"${row}:${row + 1}"


def test_the_filter_leaves_the_total_where_it_is() -> None:
    found = page()
    assert found.auto_filter.ref == f"A{top(found) + 1}:F{top(found) + 4}"
    total = found.cell(top(found) + 5, 2)
    assert total.value == "Jumlah"
    assert total.font.bold


def test_an_empty_table_says_so() -> None:
    found = page(document.Table(COLUMNS, (), "Belum ada data"))
    assert found.cell(top(found) + 2, 1).value == "Belum ada data"
    assert not found.auto_filter.ref


@pytest.mark.parametrize(("code", "size"), [("A4", 9), ("F4", 14)])
def test_how_it_is_printed(code: str, size: int) -> None:
    draft = dataclasses.replace(word_read.FOOTER, name="Rekap & Data", is_draft=True)
    found = page(code=code, landscape=True, footer=draft)
    assert found.page_setup.paperSize == size
    assert found.page_setup.orientation == "landscape"
    assert found.page_setup.fitToWidth == 1
    assert found.page_setup.fitToHeight == 0
    assert found.sheet_properties.pageSetUpPr.fitToPage
    assert "AAAA-BBBB-CCCC-DDDD" in found.oddFooter.left.text
    assert found.oddFooter.right.text == "Halaman &P dari &N"
    assert found.oddHeader.left.text == "Rekap && Data"
    assert found.oddHeader.right.text == "KONSEP"


def test_a_long_text_has_room() -> None:
    rows = tuple(document.Row(("1", text, "1", "1", "1", "1")) for text in ("panjang " * 60, "a\nb\nc"))
    found = page(document.Table(COLUMNS, rows))
    high = [found.row_dimensions[top(found) + place].height for place in (2, 3)]
    assert high[0] > high[1] > 3 * 12
