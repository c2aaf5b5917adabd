# SPDX-License-Identifier: Apache-2.0
"""A copy of a workbook that was read, with the wrong cells marked and told, to be corrected and read again."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from desk_app.workbooks import comma_text, extent, reading, writing
from desk_app.workbooks.cells import Fault


class Read(Protocol):
    """A dry run of a workbook: which file and sheet, and all that is wrong in it."""

    @property
    def path(self) -> Path: ...

    @property
    def sheet(self) -> str: ...

    @property
    def all_faults(self) -> tuple[Fault, ...]: ...


def write(found: Read, target: Path) -> None:
    """Write the copy. Raises Refused where the file is in use."""
    is_text = comma_text.is_text(found.path)
    read = comma_text.read_sheet(found.path) if is_text else reading.read_sheet(found.path, found.sheet)
    told: dict[int, list[Fault]] = {}
    for fault in found.all_faults:
        told.setdefault(fault.row - 1, []).append(fault)
    width = max((len(row) for row in read.rows), default=0)
    letters = {extent.column_letter(index): index for index in range(width)}

    def rows() -> Iterator[list[writing.Value]]:
        for index, row in enumerate(read.rows):
            if index == 0:
                continue
            texts = [
                f"{fault.column}: {fault.what}" for fault in told.get(index, ())
            ]
            yield [*(_plain(cell) for cell in row), " ".join(texts)]

    wrong = {
        (index - 1, letters[fault.column]): str(fault.what)
        for index, faults in told.items()
        for fault in faults
        if fault.column in letters and index
    }
    top = [str(_plain(cell) or "") for cell in read.rows[0]] if read.rows else []
    sheet = writing.TableSheet(read.name, [*top, "Yang perlu diperbaiki"], rows(), wrong=wrong)
    writing.write_workbook(target, [sheet])


def _plain(cell: reading.Cell) -> writing.Value:
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell if isinstance(cell, (str, float, int, bool)) else str(cell)
