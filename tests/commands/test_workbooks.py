# SPDX-License-Identifier: Apache-2.0
"""A register goes out and comes back by commands."""

import json
from pathlib import Path

import openpyxl
import pytest

from desk_app.__main__ import main
from tests import regency_offices, small_offices


def test_out_edited_and_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    regency_offices.make(tmp_path / "wajo").close()
    folder, path, marked = str(tmp_path / "wajo"), tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    assert main(["issue", "new", "Kotak basah", "--office", folder]) == 0
    assert main(["workbook", "out", "issues", str(path), "--office", folder]) == 0
    book = openpyxl.load_workbook(path)
    page = book["Permasalahan"]
    heads = [cell.value for cell in page[1]]
    page.cell(2, heads.index("Tingkat") + 1).value = "Tinggi"
    page.cell(3, heads.index("Tingkat") + 1).value = "Gawat"
    book.save(path)
    capsys.readouterr()
    assert main(["workbook", "in", "issues", str(path), "--json", "--marked", str(marked), "--office", folder]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["rows"], told["changed"], told["refused"]) == (2, 1, 1)
    assert marked.exists()
    assert main(["workbook", "in", "issues", str(path), "--dry-run", "--office", folder]) == 1
    out, err = capsys.readouterr()
    assert "0 berubah, 1 sama, 1 ditolak" in out
    assert "Gawat" in err
