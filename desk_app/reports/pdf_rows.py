# SPDX-License-Identifier: Apache-2.0
"""The rows of a table in broken lines, made when they are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.reports import document, pdf_fonts, pdf_lines, pdf_style

ABOVE, BELOW = 1.5, 2.6
"""Room over and under the lines of a cell, in points."""

LEAD = 1.16
LEAD_WIDE = 1.22
"""Of a row that is one text over the whole width."""


@dataclass(slots=True)
class Row:
    """A row that was broken into lines: those of each cell, of one cell for a row that heads a group."""

    kind: document.RowKind
    cells: list[list[pdf_lines.Line]]
    leading: float
    centred: bool = False

    @property
    def lines(self) -> int:
        return max(len(cell) for cell in self.cells)

    def height(self, start: int = 0, end: int | None = None) -> float:
        """How tall it is, or some lines of it."""
        count = (self.lines if end is None else end) - start
        return count * self.leading + ABOVE + BELOW


class Rows:
    """The rows of a table, broken into lines when they are asked for."""

    def __init__(self, table: document.Table, widths: Sequence[float], size: float) -> None:
        self._rows = table.rows or (document.Row((table.when_empty,), document.RowKind.GROUP),)
        self._empty = not table.rows
        self._size = size
        self._limits = [(width - 2 * pdf_style.CELL) * 1000 / size for width in widths]
        self._whole = (sum(widths) - 2 * pdf_style.CELL) * 1000 / size
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def row(self, place: int) -> Row:
        """One row in its lines; the last that were asked for are kept."""
        found = self._made.get(place)
        if found is None:
            if len(self._made) > 200:
                self._made.clear()
            found = self._made[place] = self._broken(self._rows[place])
        return found

    def heads(self, place: int) -> bool:
        """Whether a row heads those after it."""
        return self._rows[place].kind is document.RowKind.GROUP and not self._empty

    def _broken(self, row: document.Row) -> Row:
        if row.kind is document.RowKind.GROUP:
            ruler = pdf_lines.ruler(pdf_fonts.bold())
            lines = ruler.lines(pdf_fonts.cleaned(row.cells[0]), self._whole)
            return Row(row.kind, [lines], self._size * LEAD_WIDE, self._empty)
        font = pdf_fonts.bold() if row.kind is document.RowKind.TOTAL else pdf_fonts.regular()
        ruler, cleaned = pdf_lines.ruler(font), pdf_fonts.cleaned
        cells = [ruler.lines(cleaned(cell), limit) for cell, limit in zip(row.cells, self._limits, strict=True)]
        return Row(row.kind, cells, self._size * LEAD)
