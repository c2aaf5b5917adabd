# SPDX-License-Identifier: Apache-2.0
"""Workbooks out: the template names every village, the list and any table hold text as text."""

from pathlib import Path

import openpyxl
import pytest

from desk_app.domain import errors
from desk_app.operations import stations, workbook_export
from desk_app.operations.desk import Desk
from desk_app.workbooks import headings
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, tps


def test_the_template(wajo: Desk, tmp_path: Path) -> None:
    workbook_export.write_template(wajo, tmp_path / "template.xlsx")
    made = openpyxl.load_workbook(tmp_path / "template.xlsx")
    assert made.sheetnames == ["Daftar TPS", "Wilayah", "Petunjuk"]
    heads = [cell.value for cell in made["Daftar TPS"][1]]
    assert heads == [column.value for column in headings.TEMPLATE]
    assert [headings.column_of(head) for head in heads] == list(headings.TEMPLATE)
    assert made["Wilayah"].max_row == 191
    assert made["Daftar TPS"].data_validations.dataValidation[0].formula1 == '"Kurang rawan,Rawan,Sangat rawan,Khusus"'


def test_the_list_of_one_kecamatan(wajo: Desk, tmp_path: Path) -> None:
    stations.edit_station(wajo, tps(BELAWA_VILLAGE, 1), {"site": "=HYPERLINK(1)"})
    assert workbook_export.export_stations(wajo, tmp_path / "tps.xlsx", BELAWA) == 3
    sheet = openpyxl.load_workbook(tmp_path / "tps.xlsx").active
    assert [cell.value for cell in sheet[2]][:8] == [
        BELAWA_VILLAGE, "Belawa", "Belawa", "001", 80, 85, 165, "=HYPERLINK(1)",
    ]
    assert sheet["H2"].data_type == "s"
    assert (sheet["F3"].value, sheet["G3"].value) == (None, None)
    assert sheet["L4"].value == "Khusus"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:M4")


def test_any_table(tmp_path: Path) -> None:
    workbook_export.export_table(tmp_path / "t.xlsx", "Permasalahan: 2/3", ["No", "Uraian"], [[1, "+62"], [2, None]])
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").active
    assert (sheet.title, sheet["B2"].value, sheet["B2"].data_type) == ("Permasalahan  2 3", "+62", "s")


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(errors.Refused, match="tidak dapat ditulis"):
        workbook_export.export_table(tmp_path / "nowhere" / "t.xlsx", "x", ["a"], [])
