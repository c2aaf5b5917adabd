# SPDX-License-Identifier: Apache-2.0
"""Workbooks that come in and go out: no formula is written or worked out, no bomb unpacked, no figure guessed.

The list of TPS, any table, and the registers, which come back (`tests/operations/test_register_sheets.py` holds the
same for every one of them).
"""

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import issues, register_export, register_import, station_import, stations, workbook_export
from desk_app.operations.desk import Desk
from desk_app.workbooks import reading
from tests.faults.at_hand import FIRST, Offices, everything

HEADS = ("Kode", "TPS", "L", "P")
ROW = ("7313061003", 7, 100, 110)
SHEET = "xl/worksheets/sheet1.xml"
ROOT = Path(__file__).resolve().parents[2]
Edit = Callable[[bytes], bytes]


def book(
    path: Path, *rows: Sequence[Any], edit: Edit | None = None, more: Sequence[tuple[str, bytes]] = ()
) -> Path:
    """A list of TPS; `edit` alters its sheet's XML, `more` are further parts."""
    made = openpyxl.Workbook()
    sheet = made.active
    for row in (HEADS, *(rows or [ROW])):
        sheet.append(list(row))
    made.save(path)
    with zipfile.ZipFile(path) as packed:
        parts = [(part.filename, packed.read(part)) for part in packed.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts:
            packed.writestr(name, edit(data) if edit and name == SHEET else data)
        for name, data in more:
            packed.writestr(name, data)
    return path


def preview(desk: Desk, path: Path) -> station_import.Preview:
    return finish(station_import.preview_stations(desk, path))


STARTS = ("=cmd|' /C calc'!A0", "=1+1", "+62811", "-5", "@SUM(A1)", "\tx", "\r=1", "＝1+1", "＠x")


@pytest.mark.parametrize("text", STARTS)
def test_109_what_a_spreadsheet_would_take_for_a_formula(offices: Offices, tmp_path: Path, text: str) -> None:
    """§23 no. 109: a text with a leading apostrophe, in a table as in the list of TPS."""
    workbook_export.export_table(tmp_path / "a.xlsx", "Permasalahan", ["Uraian"], [[text]])
    stations.edit_station(offices.kabupaten, FIRST, {"site": text.strip("\t\r")})
    workbook_export.export_stations(offices.kabupaten, tmp_path / "b.xlsx")
    for name, wanted in (("a.xlsx", text), ("b.xlsx", text.strip("\t\r"))):
        cells = [cell for row in openpyxl.load_workbook(tmp_path / name).worksheets[0].iter_rows() for cell in row]
        [cell] = [one for one in cells if isinstance(one.value, str) and one.value.strip() == wanted.strip()]
        assert (cell.data_type, bool(cell.quotePrefix)) == ("s", wanted.startswith(tuple("=+-@\t\r＝＠")))
        assert not any(one.data_type == "f" for one in cells)


def laughs(sheet: bytes) -> bytes:
    """A thousand million times "lol" by entities that name each other."""
    entities = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10))
    head = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "lol">' + entities + b"]>"
    row = b'<row r="3"><c r="A3" t="inlineStr"><is><t>&a9;</t></is></c></row></sheetData>'
    return head + re.sub(rb"^<\?xml[^>]*\?>", b"", sheet).replace(b"</sheetData>", row)


def test_110_a_billion_laughs(offices: Offices, tmp_path: Path) -> None:
    """§23 no. 110: refused; worked out it would be three gigabytes."""
    path = book(tmp_path / "a.xlsx", edit=laughs)
    with pytest.raises(errors.Refused):
        preview(offices.kabupaten, path)


def test_111_a_workbook_that_unpacks_to_much(
    offices: Offices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """§23 no. 111: refused by its size before it is unpacked; the limit is set lower for this test."""
    monkeypatch.setattr(reading, "LARGEST_UNPACKED", 16 << 20)
    path = book(tmp_path / "a.xlsx", more=[("xl/media/nol.bin", bytes(17 << 20))])
    assert path.stat().st_size < 1 << 20
    with pytest.raises(errors.Refused, match="terlalu besar setelah dibuka"):
        preview(offices.kabupaten, path)


def test_111_a_sheet_that_says_it_is_as_large_as_can_be(offices: Offices, tmp_path: Path) -> None:
    """§23 no. 111: a dimension of 16,384 columns and 1,048,576 rows is a claim; what is there is read."""
    path = book(tmp_path / "a.xlsx", edit=lambda sheet: re.sub(
        rb'<dimension ref="[^"]*"\s*/>', b'<dimension ref="A1:XFD1048576"/>', sheet))
    assert preview(offices.kabupaten, path).new == 1


def test_111_a_sheet_with_too_many_columns(offices: Offices, tmp_path: Path) -> None:
    """§23 no. 111."""
    path = book(tmp_path / "a.xlsx", ROW, ["x"] * 2000)
    with pytest.raises(errors.Refused, match="2000 kolom"):
        preview(offices.kabupaten, path)


BOUNDED = """
import resource, sys
from pathlib import Path
from desk_app.domain import errors
from desk_app.workbooks import reading
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
try:
    reading.read_sheet(Path(sys.argv[1]))
except errors.Refused:
    print("refused")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited by RLIMIT_AS")
def test_111_one_cell_at_the_far_end_of_the_sheet(tmp_path: Path) -> None:
    """§23 no. 111: 400 columns are allowed, times 1,048,576 rows; it must not take the memory of the computer."""
    far = b'<row r="1048576"><c r="OJ1048576"><v>1</v></c></row></sheetData>'
    path = book(tmp_path / "a.xlsx", edit=lambda sheet: sheet.replace(b"</sheetData>", far))
    answer = subprocess.run([sys.executable, "-c", BOUNDED, str(path)], cwd=ROOT, capture_output=True, text=True)
    assert answer.stdout.strip() == "refused"


def test_112_parts_that_stand_twice_or_lead_elsewhere(offices: Offices, tmp_path: Path) -> None:
    """§23 no. 112: read by their exact names; nothing is ever unpacked to the disk."""
    evil = b"<worksheet><sheetData/></worksheet>"
    path = book(tmp_path / "a.xlsx", more=[("..\\..\\jahat.xml", evil), ("../../jahat.xml", evil)])
    assert preview(offices.kabupaten, path).new == 1
    assert not list(tmp_path.rglob("*jahat*"))
    assert not list(tmp_path.parent.parent.glob("*jahat*"))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [SHEET, SHEET.upper(), "xl\\worksheets\\sheet1.xml"])
def test_112_the_sheet_itself_stands_twice(offices: Offices, tmp_path: Path, name: str) -> None:
    """§23 no. 112: one of both is read, or the file is refused; never a mixture, and a look writes nothing."""
    path = book(tmp_path / "a.xlsx", more=[(name, b"<worksheet><sheetData/></worksheet>")])
    before = everything(offices.kabupaten)
    try:
        taken = preview(offices.kabupaten, path).new
    except errors.Refused:
        taken = 0
    assert taken in (0, 1)
    assert everything(offices.kabupaten) == before


def test_113_control_characters(offices: Offices, tmp_path: Path) -> None:
    """§23 no. 113: left out of the workbook, and kept in the record."""
    typed = "Lapangan\x0b dekat\x1f sungai"
    stations.edit_station(offices.kabupaten, FIRST, {"note": typed})
    workbook_export.export_stations(offices.kabupaten, tmp_path / "a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    assert "Lapangan dekat sungai" in [cell.value for row in sheet.iter_rows() for cell in row]
    with offices.kabupaten.reading() as connection:
        query = "SELECT note FROM station WHERE note IS NOT NULL"
        assert connection.exec_driver_sql(query).scalars().all() == [typed]


@pytest.mark.parametrize(
    ("part", "words"),
    [("xl/vbaProject.bin", "makro"), ("xl/externalLinks/externalLink1.xml", "berkas lain")],
)
def test_114_macros_and_links(offices: Offices, tmp_path: Path, part: str, words: str) -> None:
    """§23 no. 114: refused, with what to do."""
    path = book(tmp_path / "a.xlsm", more=[(part, b"<x/>")])
    with pytest.raises(errors.Refused, match=words):
        preview(offices.kabupaten, path)


def test_114_a_call_of_another_program_in_a_cell(offices: Offices, tmp_path: Path) -> None:
    """§23 no. 114: DDE stands in a formula, which is never worked out: the cell is empty."""
    dde = b'<c r="C2"><f>cmd|\' /C calc\'!A0</f></c>'
    path = book(tmp_path / "a.xlsx", edit=lambda sheet: re.sub(rb'<c r="C2"[^>]*>.*?</c>', dde, sheet))
    found = preview(offices.kabupaten, path)
    assert found.dpt_male == 0
    assert found.new + found.refused == 1


@pytest.mark.parametrize(
    ("value", "words"), [("1.234", "dua cara"), ("1,234", "dua cara"), (1.234, "dua cara"), ("45000 x", "bukan")]
)
def test_115_figures_that_can_be_read_in_two_ways(
    offices: Offices, tmp_path: Path, value: Any, words: str
) -> None:
    """§23 no. 115: asked, never guessed."""
    found = preview(offices.kabupaten, book(tmp_path / "a.xlsx", ("7313061003", 7, value, 1)))
    assert (found.new, found.refused) == (0, 1)
    assert words in str(found.faults[0].what)


@pytest.mark.parametrize("code", ["7313061003", "73.13.06.1003", 7313061003])
@pytest.mark.parametrize("number", ["007", 7, 7.0, "TPS 7"])
def test_115_codes_and_numbers_with_or_without_zeros(
    offices: Offices, tmp_path: Path, code: Any, number: Any
) -> None:
    """§23 no. 115: what has one meaning is taken, however it is written."""
    found = preview(offices.kabupaten, book(tmp_path / "a.xlsx", (code, number, "100", 110)))
    assert (found.new, found.refused, found.dpt_male) == (1, 0, 100)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_116_a_list_as_csv(offices: Offices, tmp_path: Path, encoding: str, separator: str) -> None:
    """§23 no. 116: not read yet (issue 6); refused in words that say what to do, whatever its letters."""
    lines = [separator.join(map(str, row)) for row in (HEADS, ROW, ("Desa Bolé\0", 8, 1, 1))]
    path = tmp_path / "dpt.csv"
    path.write_bytes("\r\n".join(lines).encode(encoding))
    with pytest.raises(errors.Refused, match=r"\.xlsx"):
        preview(offices.kabupaten, path)


@pytest.mark.parametrize("text", STARTS)
def test_109_a_register_with_what_could_be_a_formula(offices: Offices, tmp_path: Path, text: str) -> None:
    """§23 no. 109: written as text with a leading apostrophe, and it comes back as it was typed."""
    desk = offices.kabupaten
    issues.new_issue(desk, f"{text} kotak")
    finish(register_export.export(desk, "issues", tmp_path / "a.xlsx"))
    cells = [cell for page in openpyxl.load_workbook(tmp_path / "a.xlsx") for row in page.iter_rows() for cell in row]
    assert not any(one.data_type == "f" for one in cells)
    found = finish(register_import.preview(desk, "issues", tmp_path / "a.xlsx"))
    assert (found.changed, found.refused, found.new) == (0, 0, 0)


def test_113_control_characters_of_a_register_are_no_difference(offices: Offices, tmp_path: Path) -> None:
    """§23 no. 113: left out of the workbook, kept in the record, and no change when the sheet comes back."""
    desk = offices.kabupaten
    typed = "Lapangan\x0b dekat\x1f sungai"
    no = issues.new_issue(desk, typed, description=typed)
    finish(register_export.export(desk, "issues", tmp_path / "a.xlsx"))
    found = finish(register_import.preview(desk, "issues", tmp_path / "a.xlsx"))
    assert (found.changed, found.refused) == (0, 0)
    with desk.reading() as connection:
        assert connection.exec_driver_sql(f"SELECT title FROM issue WHERE no = {no}").scalar_one() == typed


@pytest.mark.parametrize(
    ("part", "words"),
    [("xl/vbaProject.bin", "makro"), ("xl/externalLinks/externalLink1.xml", "berkas lain")],
)
def test_114_a_register_with_macros_or_links(offices: Offices, tmp_path: Path, part: str, words: str) -> None:
    """§23 no. 114: refused as the list of TPS is."""
    path = book(tmp_path / "a.xlsm", more=[(part, b"<x/>")])
    with pytest.raises(errors.Refused, match=words):
        finish(register_import.preview(offices.kabupaten, "issues", path))


def test_114_a_formula_in_a_register_is_not_worked_out(offices: Offices, tmp_path: Path) -> None:
    """§23 no. 114: what the spreadsheet left in the cell is read; a formula without it is an empty cell."""
    desk = offices.kabupaten
    issues.new_issue(desk, "Kotak basah")
    finish(register_export.export(desk, "issues", tmp_path / "a.xlsx"))
    opened = openpyxl.load_workbook(tmp_path / "a.xlsx")
    page = opened.worksheets[0]
    heads = [cell.value for cell in page[1]]
    page.cell(2, heads.index("Uraian") + 1).value = '=HYPERLINK("http://jahat","x")'
    page.cell(2, heads.index("Dampak") + 1).value = "=cmd|'/C calc'!A0"
    opened.save(tmp_path / "a.xlsx")
    found = finish(register_import.preview(desk, "issues", tmp_path / "a.xlsx"))
    assert (found.changed, found.same, found.refused) == (0, 1, 0)


@pytest.mark.parametrize("value", ["1.234", "1,234", 1.5, "45000 x"])
def test_115_figures_of_a_register(offices: Offices, tmp_path: Path, value: Any) -> None:
    """§23 no. 115: asked, never guessed, also in the checklist."""
    desk = offices.kabupaten
    finish(register_export.export(desk, "checklist@h-1", tmp_path / "a.xlsx"))
    opened = openpyxl.load_workbook(tmp_path / "a.xlsx")
    page = opened.worksheets[0]
    heads = [str(cell.value) for cell in page[1]]
    at = next(place for place, head in enumerate(heads, 1) if head.startswith("Surat suara") and "[log.suara" in head)
    page.cell(2, at).value = value
    opened.save(tmp_path / "a.xlsx")
    found = finish(register_import.preview(desk, "checklist@h-1", tmp_path / "a.xlsx"))
    assert (found.changed, found.refused) == (0, 1)


def test_116_a_register_as_csv(offices: Offices, tmp_path: Path) -> None:
    """§23 no. 116: refused with what to do."""
    (tmp_path / "a.csv").write_text("Permasalahan\nKotak basah\n", "utf-8")
    with pytest.raises(errors.Refused, match=r"\.xlsx"):
        finish(register_import.preview(offices.kabupaten, "issues", tmp_path / "a.csv"))
