# SPDX-License-Identifier: Apache-2.0
"""Reads what stands in the workbook of a paper."""

import io
from typing import Any

import openpyxl

from desk_app.reports import document, sheet


def opened(told: document.Document) -> Any:
    """The workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(sheet.render(told)))


def texts(page: Any) -> list[tuple[object, ...]]:
    """The values of a sheet, row by row."""
    return list(page.iter_rows(values_only=True))
