# SPDX-License-Identifier: Apache-2.0
"""A register leaves as a workbook that a clerk can filter, fill and bring back."""

from pathlib import Path

import openpyxl
import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import issues, logbook, register_export, teams
from desk_app.operations.desk import Desk
from tests.regency_offices import MADDUKELLENG, TEMPE, tps


def test_issues(wajo: Desk, tmp_path: Path) -> None:
    issues.new_issue(wajo, "Kotak basah", tps(MADDUKELLENG, 5), severity="tinggi", category="LOG")
    issues.new_issue(wajo, "=cmd|'/c calc'!A0")
    assert finish(register_export.export(wajo, "issues", tmp_path / "a.xlsx")) == 2
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    page = book["Permasalahan"]
    heads = [cell.value for cell in page[1]]
    assert heads[:3] == ["Nomor", "Lokasi", "Permasalahan"]
    assert heads[-1].startswith("Kode catatan")
    row = dict(zip(heads, [cell.value for cell in page[2]], strict=True))
    assert row["Tingkat"] == "Tinggi"
    assert row["Lokasi"].endswith(f"({tps(MADDUKELLENG, 5)})")
    assert "TPS 005" in row["Lokasi"]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref.startswith("A1:")
    rules = {rule.formula1 for rule in page.data_validations.dataValidation}
    assert '"Rendah,Sedang,Tinggi,Sangat mendesak"' in rules
    dangerous = page.cell(3, heads.index("Permasalahan") + 1)
    assert (dangerous.data_type, dangerous.value) == ("s", "=cmd|'/c calc'!A0")
    assert "Petunjuk" in book.sheetnames


def test_persons_only_when_they_are_asked_for(wajo: Desk, tmp_path: Path) -> None:
    team = teams.new_team(wajo, "VIII", [TEMPE])
    teams.new_member(wajo, "Camat", team=team, person="Sitti")
    for personal in (False, True):
        finish(register_export.export(wajo, "members", tmp_path / "a.xlsx", personal=personal))
        page = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
        told = [cell.value for row in page.iter_rows() for cell in row]
        assert ("Sitti" in told, "NIP/NRP" in told) == (personal, personal)
        assert any(str(one).startswith("Tim VIII") for one in told)


def test_the_headings_alone(wajo: Desk, tmp_path: Path) -> None:
    logbook.add_line(wajo, "Genset")
    assert finish(register_export.export(wajo, "logbook", tmp_path / "a.xlsx", empty=True)) == 0
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0].max_row == 1


def test_an_unknown_register_is_named(wajo: Desk, tmp_path: Path) -> None:
    with pytest.raises(errors.NotFound, match="daftar"):
        finish(register_export.export(wajo, "apa", tmp_path / "a.xlsx"))
