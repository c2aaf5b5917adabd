# SPDX-License-Identifier: Apache-2.0
"""Workbooks made for tests."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from desk_app.workbooks.reading import Sheet


def save(path: Path, rows: Sequence[Sequence[Any]], name: str = "Lembar1") -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = name
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


def sheet(*rows: Sequence[Any]) -> Sheet:
    """A sheet as it is read: empty cells are "", numbers are floats."""
    width = max(len(row) for row in rows)
    cells = [[_cell(value) for value in (*row, *[None] * (width - len(row)))] for row in rows]
    return Sheet("daftar.xlsx", "DPT", cells)


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    return float(value) if type(value) is int else value
