# SPDX-License-Identifier: Apache-2.0
"""The rows of a list, read by columns that were declared: values, or all that is wrong with the row.

Lists repeat themselves: what a cell was read as is remembered for each column, a fault too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any, NamedTuple

from desk_app.domain import errors, words
from desk_app.workbooks import cells, extent
from desk_app.workbooks.cells import Fault
from desk_app.workbooks.reading import Cell, Sheet

_MOST_REMEMBERED = 50_000
_MISSING = object()


@dataclass(slots=True)
class ReadColumn:
    """A column of a sheet: where it stands (None: not there), its heading, and how its cells are read."""

    index: int | None
    heading: str
    reader: cells.Reader
    _known: dict[Cell, object] = field(default_factory=dict, repr=False)

    def read(self, cell: Cell) -> object:
        """The value of a cell, None for an empty one, a Phrase for what cannot be read."""
        kind = type(cell)
        if kind is not str and kind is not float:  # True and 1.0 are the same key
            return self._fresh(cell)
        found = self._known.get(cell, _MISSING)
        if found is not _MISSING:
            return found
        if len(self._known) >= _MOST_REMEMBERED:
            self._known.clear()
        found = self._known[cell] = self._fresh(cell)
        return found

    def _fresh(self, cell: Cell) -> object:
        if isinstance(cell, str) and not cell.strip():
            return None
        try:
            return self.reader(cell)
        except errors.Refused as refusal:
            return words.Phrase(refusal.message, refusal.params)


class Line(NamedTuple):
    """A row as Excel counts it, the values in the order of the columns, and what is wrong with them."""

    row: int
    values: list[Any]
    faults: list[Fault]
    cells: Sequence[Cell]


def read(sheet: Sheet, first_row: int, columns: Sequence[ReadColumn]) -> Iterator[Line]:
    """Each row that is not empty; a value is None where the column is not there or the cell is empty."""
    placed = [(at, column.index, column.read) for at, column in enumerate(columns) if column.index is not None]
    empty: list[Any] = [None] * len(columns)
    for number, row in enumerate(sheet.rows[first_row:], first_row + 1):
        values = empty.copy()
        wrong: list[tuple[int, words.Phrase]] = []
        width = len(row)
        for at, index, one in placed:
            if index < width:
                cell = row[index]
                if cell != "":
                    value = one(cell)
                    if type(value) is words.Phrase:
                        wrong.append((at, value))
                    else:
                        values[at] = value
        if not wrong and values == empty and not any(cell != "" and cells.text(cell) for cell in row):
            continue
        faults = [fault(sheet, number, columns[at], row, what) for at, what in wrong] if wrong else []
        yield Line(number, values, faults, row)


def fault(sheet: Sheet, row: int, column: ReadColumn, cells_of: Sequence[Cell], what: words.Phrase) -> Fault:
    """What is wrong with one cell of a row."""
    index = column.index or 0
    said = cells_of[index] if column.index is not None and index < len(cells_of) else ""
    return Fault(sheet.name, row, extent.column_letter(index), column.heading, _said(said), what)


def _said(cell: Cell) -> str:
    return str(cell) if isinstance(cell, (date, time, timedelta)) else cells.text(cell)
