# SPDX-License-Identifier: Apache-2.0
"""A list of 50,000 TPS written and read, beside openpyxl write-only and python-calamine alone."""

import statistics
from collections.abc import Callable
from pathlib import Path

import openpyxl
import python_calamine

from desk_app.workbooks import headings, reading, station_rows, writing
from tests.bench.table import Figure
from tests.bench.timing import timed

ROWS = 50_000
ROUNDS = 3


def measure(folder: Path) -> list[Figure]:
    """Seconds of the processor; `aim` as the ratio of the other's time to ours."""
    ours, bare = folder / "ours.xlsx", folder / "bare.xlsx"
    headed = [column.value for column in headings.TEMPLATE]
    rows = [_row(number) for number in range(ROWS)]

    def write() -> None:
        writing.write_workbook(ours, [writing.TableSheet("Daftar TPS", headed, rows)])

    def write_bare() -> None:
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("Daftar TPS")
        sheet.append(headed)
        for row in rows:
            sheet.append(row)
        book.save(bare)

    def read() -> None:
        sheet = reading.read_sheet(ours)
        lines = [*station_rows.read(sheet, headings.find(sheet))]
        if len(lines) != ROWS or any(isinstance(line, list) for line in lines):
            raise RuntimeError("not every row was read")

    def read_bare() -> None:
        with python_calamine.CalamineWorkbook.from_path(ours) as book:
            book.get_sheet_by_index(0).to_python()

    return [
        _figure("50,000 rows written", write, "openpyxl write-only", write_bare, "<= 1.25x"),
        _figure("50,000 rows read and checked", read, "python-calamine", read_bare, "<= 2x"),
    ]


def _figure(name: str, ours: Callable[[], None], rival: str, bare: Callable[[], None], aim: str) -> Figure:
    mine, others = [], []
    for _round in range(ROUNDS):
        mine.append(timed(ours).processor)
        others.append(timed(bare).processor)
    return Figure(name, statistics.median(mine), rival, statistics.median(others), "s", aim)


def _row(number: int) -> list[writing.Value]:
    return [
        f"73.13.06.{1001 + number // 300:04d}", "Tempe", "Maddukkelleng", f"{number % 300 + 1:03d}", 140, 147, 287,
        f"SDN {number % 90} Maddukkelleng", "Jl. Jenderal Sudirman No. 12", -4.1325, 120.03, "Rawan", None,
    ]
