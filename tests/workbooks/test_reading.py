# SPDX-License-Identifier: Apache-2.0
"""Workbooks are read as values, and what is no plain workbook is refused in words."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

from desk_app.domain import errors
from desk_app.workbooks import reading
from tests.workbooks import books


def test_values_and_rows_as_excel_counts_them(tmp_path: Path) -> None:
    path = books.save(tmp_path / "a.xlsx", [[None], ["x", 5, "005", 1.5, True]], "DPT")
    sheet = reading.read_sheet(path)
    assert (sheet.file, sheet.name, len(sheet.rows)) == ("a.xlsx", "DPT", 2)
    assert list(sheet.rows[1]) == ["x", 5.0, "005", 1.5, True]


def test_a_formula_is_never_worked_out(tmp_path: Path) -> None:
    path = books.save(tmp_path / "a.xlsx", [["=1+1", "x"]])
    assert list(reading.read_sheet(path).rows[0]) == ["", "x"]


def test_sheets_by_name_hidden_ones_left_out(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active.title = "Rahasia"
    made.active.sheet_state = "hidden"
    made.create_sheet("DPT").append(["a"])
    made.create_sheet("Lain").append(["b"])
    made.save(tmp_path / "a.xlsx")
    assert reading.sheet_names(tmp_path / "a.xlsx") == ["DPT", "Lain"]
    assert reading.read_sheet(tmp_path / "a.xlsx").rows[0][0] == "a"
    assert reading.read_sheet(tmp_path / "a.xlsx", "Lain").rows[0][0] == "b"
    with pytest.raises(errors.NotFound, match="DPT, Lain"):
        reading.read_sheet(tmp_path / "a.xlsx", "Rahasia")


@pytest.mark.parametrize("content", [b"", b"bukan excel", b"PK\x03\x04rusak", b"%PDF-1.7"])
def test_no_workbook(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(errors.Damaged, match=r"a\.xlsx"):
        reading.read_sheet(path)


def test_cut_short(tmp_path: Path) -> None:
    path = books.save(tmp_path / "a.xlsx", [["x"] * 50] * 200)
    whole = path.read_bytes()
    for length in (10, len(whole) // 2, len(whole) - 30):
        path.write_bytes(whole[:length])
        with pytest.raises(errors.Damaged):
            reading.read_sheet(path)


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(errors.NotFound):
        reading.read_sheet(tmp_path / "none.xlsx")


@pytest.mark.parametrize(("part", "said"), [
    ("xl/vbaProject.bin", "makro"), ("xl/externalLinks/link1.xml", "berkas lain"),
])
def test_macros_and_links_to_other_files(tmp_path: Path, part: str, said: str) -> None:
    path = books.save(tmp_path / "a.xlsx", [["x"]])
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr(part, b"x")
    with pytest.raises(errors.Refused, match=said):
        reading.read_sheet(path)


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = books.save(tmp_path / "a.xlsx", [["x"]])
    monkeypatch.setattr(reading, "LARGEST_UNPACKED", 1000)
    with pytest.raises(errors.Refused, match="terlalu besar setelah dibuka"):
        reading.read_sheet(path)
    monkeypatch.setattr(reading, "LARGEST_FILE", 1000)
    with pytest.raises(errors.Refused, match="terlalu besar:"):
        reading.read_sheet(path)


def test_too_wide(tmp_path: Path) -> None:
    path = books.save(tmp_path / "a.xlsx", [["x"] * (reading.WIDEST + 1)])
    with pytest.raises(errors.Refused, match="401 kolom"):
        reading.read_sheet(path)
