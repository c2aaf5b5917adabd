# SPDX-License-Identifier: Apache-2.0
"""A register taken out, altered as a clerk does, and looked at or put in again."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl

from desk_app.base.progress import finish
from desk_app.operations import register_export, register_import
from desk_app.operations.desk import Desk


def sheet(
    desk: Desk, folder: Path, key: str, cells: Mapping[tuple[int, str], Any] | None = None, *, personal: bool = True
) -> Path:
    """Export a register and set cells by row and the beginning of a heading; row 0 is the first empty one."""
    path = folder / "a.xlsx"
    finish(register_export.export(desk, key, path, personal=personal))
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    heads = [str(cell.value) for cell in page[1]]
    free = page.max_row + 1
    for (row, heading), value in (cells or {}).items():
        at = next(index for index, head in enumerate(heads, 1) if head.startswith(heading))
        page.cell(row or free, at).value = value
    book.save(path)
    return path


def row(desk: Desk, folder: Path, key: str, *told: str) -> int:
    """The row of a sheet in which some words stand."""
    page = openpyxl.load_workbook(sheet(desk, folder, key)).worksheets[0]
    for number, cells in enumerate(page.iter_rows(values_only=True), 1):
        written = " | ".join(str(cell) for cell in cells)
        if all(part in written for part in told):
            return number
    raise AssertionError(f"no row with {told}")


def look(desk: Desk, folder: Path, key: str, cells: Mapping[tuple[int, str], Any]) -> register_import.Preview:
    """What an altered sheet would do."""
    return finish(register_import.preview(desk, key, sheet(desk, folder, key, cells)))


def put_in(desk: Desk, folder: Path, key: str, cells: Mapping[tuple[int, str], Any]) -> register_import.Preview:
    """Put an altered sheet in; nothing of it may be refused."""
    found = look(desk, folder, key, cells)
    assert [str(one.what) for one in found.all_faults] == []
    finish(register_import.write(desk, found))
    return found


def faults(found: register_import.Preview) -> list[tuple[int, str]]:
    """Row and heading of what is wrong."""
    return [(one.row, one.heading) for one in found.all_faults]
