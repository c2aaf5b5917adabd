# SPDX-License-Identifier: Apache-2.0
"""A list of TPS as a workbook of somebody else, and what reading it would do."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

from desk_app.base import progress
from desk_app.operations import station_import
from desk_app.operations.desk import Desk
from desk_app.operations.station_compare import Preview

HEADS = ("Kode", "Kecamatan", "Desa/Kelurahan", "TPS", "L", "P", "Jumlah", "Tempat", "Rawan")


def book(path: Path, *rows: Sequence[Any], heads: Sequence[str] = HEADS) -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "DPT"
    sheet.append(heads)
    for row in rows:
        sheet.append(row)
    made.save(path)
    return path


def preview(desk: Desk, path: Path, **more: Any) -> Preview:
    return progress.finish(station_import.preview_stations(desk, path, **more))


def counts(found: Preview) -> tuple[int, int, int, int]:
    return found.new, found.changed, found.same, found.refused
