# SPDX-License-Identifier: Apache-2.0
"""Cells too far out are refused with sheet and cell; what merely says that it is large, or is empty there, is read."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desk_app.domain import errors
from desk_app.workbooks import extent, reading
from tests.workbooks import books

SHEET = "xl/worksheets/sheet1.xml"
SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
FILLED = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
EMPTY_REST = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>'


def altered(path: Path, edit: Callable[[str], str], part: str = SHEET) -> Path:
    """The same workbook with one part edited."""
    with zipfile.ZipFile(path) as packed:
        parts = [(one.filename, packed.read(one)) for one in packed.infolist()]
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in parts:
            packed.writestr(name, edit(data.decode()) if name == part else data)
    return path


def with_row(path: Path, row: str) -> Path:
    return altered(path, lambda sheet: sheet.replace("</sheetData>", f"{row}</sheetData>"))


def open_document(path: Path, rows: str) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", (
            f"<office:document-content {SPACES}><office:body><office:spreadsheet>"
            f'<table:table table:name="Satu">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>"
        ))
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


@pytest.mark.parametrize(("cell", "row"), [
    ("OJ1048576", '<row r="1048576"><c r="OJ1048576"><v>1</v></c></row>'),
    ("B5000000", '<row r="4999999"/><row><c/><c t="inlineStr"><is><t>x</t></is></c></row>'),
    ("XFD1000", '<x:row xmlns:x="a" r="1000"><x:c r="XFD1000"><x:v>1</x:v></x:c></x:row>'),
    ("ZZZZZZ1", '<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'),
])
def test_a_cell_too_far_out_is_named(tmp_path: Path, cell: str, row: str) -> None:
    path = with_row(books.save(tmp_path / "a.xlsx", [["x"]], "DPT Wajo"), row)
    with pytest.raises(errors.Refused, match=f"“DPT Wajo” terisi sampai sel {cell},"):
        extent.require_bounded(path)
    with pytest.raises(errors.Refused, match=cell):
        reading.read_sheet(path)


def test_another_sheet_than_the_first_is_named_as_its_tab_is(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active.title = "DPT"
    made.create_sheet("Catatan kami").cell(1_000_000, 7).value = "x"
    made.save(tmp_path / "a.xlsx")
    with pytest.raises(errors.Refused, match="“Catatan kami” terisi sampai sel G1000000"):
        reading.read_sheet(tmp_path / "a.xlsx", "DPT")


@pytest.mark.parametrize("row", [
    '<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row>',
    '<row r="1048576" ht="30"/>',
    '<row r="300"><c r="B300"><v>1</v></c></row>',
], ids=["formatted to the end", "an empty row", "a few hundred rows"])
def test_what_is_empty_out_there_is_no_matter(tmp_path: Path, row: str) -> None:
    path = with_row(books.save(tmp_path / "a.xlsx", [["x"]]), row)
    assert reading.read_sheet(path).rows[0][0] == "x"


def test_a_long_list_is_read(tmp_path: Path) -> None:
    made = openpyxl.Workbook(write_only=True)
    sheet = made.create_sheet("DPT")
    for number in range(30_000):
        sheet.append(["73.13.06.1001", number])
    made.save(tmp_path / "a.xlsx")
    assert len(reading.read_sheet(tmp_path / "a.xlsx").rows) == 30_000


def test_an_open_document(tmp_path: Path) -> None:
    row = f"<table:table-row>{FILLED * 3}</table:table-row>"
    path = open_document(tmp_path / "a.ods", row + EMPTY_REST)
    assert reading.sheet_names(path) == ["Satu"]
    assert [list(cells) for cells in reading.read_sheet(path).rows] == [["x", "x", "x"]]
    last = f'<table:table-row><table:table-cell table:number-columns-repeated="5"/>{FILLED}</table:table-row>'
    open_document(path, row + EMPTY_REST + last)
    with pytest.raises(errors.Refused, match="“Satu” terisi sampai sel F1048576"):
        reading.sheet_names(path)
    many = FILLED.replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="300"')
    open_document(path, f'<table:table-row table:number-rows-repeated="900000">{many}</table:table-row>')
    with pytest.raises(errors.Refused, match="sel KN900000"):
        reading.sheet_names(path)


@pytest.mark.parametrize("edit", [
    lambda sheet: sheet.replace("</worksheet>", ""),
    lambda sheet: f"rusak {sheet}",
    lambda sheet: f'<!DOCTYPE x [<!ENTITY a "1">]>{re.sub("^<.xml[^>]*>", "", sheet)}',
], ids=["cut", "something before", "entities"])
def test_a_sheet_that_is_no_plain_xml_is_damaged(tmp_path: Path, edit: Callable[[str], str]) -> None:
    path = altered(books.save(tmp_path / "a.xlsx", [["x"]]), edit)
    with pytest.raises(errors.Damaged):
        reading.read_sheet(path)


def test_a_sheet_under_a_name_that_is_not_looked_at_is_refused(tmp_path: Path) -> None:
    path = books.save(tmp_path / "a.xlsx", [["x"]])
    altered(path, lambda told: told.replace("sheet1.xml", "sheet1.bin"), "xl/_rels/workbook.xml.rels")
    with pytest.raises(errors.Damaged):
        reading.read_sheet(path)


@pytest.mark.parametrize(("index", "letter"), [
    (0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"),
])
def test_letters_of_columns(index: int, letter: str) -> None:
    assert extent.column_letter(index) == letter


@pytest.mark.parametrize("cell", [
    '<c r="XFD1048576"><v>1</v></c>', "<c r='XFD1048576'><v>1</v></c>", '<c\nr="XFD1048576"><v>1</v></c>',
    '<c s="1" r="XFD1048576"><v>1</v></c>', '<y:c xmlns:y="a" r="XFD1048576"><y:v>1</y:v></y:c>',
])
@pytest.mark.parametrize("shift", [0, 3, 11, 20])
def test_a_far_cell_is_found_wherever_it_stands_in_a_long_sheet(
    tmp_path: Path, cell: str, shift: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Long sheets are looked at block by block without being parsed; the cell may lie across two of them."""
    path = books.save(tmp_path / "a.xlsx", [["x", number] for number in range(200)])
    with_row(path, f'<row r="1048576">{cell}</row>')
    with zipfile.ZipFile(path) as packed:
        at = packed.read(SHEET).decode().index(cell)
    monkeypatch.setattr(extent, "_BLOCK", at + shift)
    with pytest.raises(errors.Refused, match="XFD1048576"):
        extent.require_bounded(path)


def test_a_plain_sheet_is_not_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = books.save(tmp_path / "a.xlsx", [["x", number] for number in range(200)])
    with zipfile.ZipFile(path) as packed, packed.open(SHEET) as source:
        assert extent._is_plainly_near(source)
    with_row(path, '<row r="9"><c r="AA9"><v>1</v></c></row>')
    with zipfile.ZipFile(path) as packed, packed.open(SHEET) as source:
        assert not extent._is_plainly_near(source)
