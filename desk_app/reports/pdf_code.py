# SPDX-License-Identifier: Apache-2.0
"""A code on paper: blocks in frames with their numbers, each letter in a cell of one width."""

import dataclasses
from dataclasses import dataclass

from reportlab.platypus import Flowable

from desk_app.reports import form_parts, pdf_fonts

LARGE = 19.0
LEAST = 9.0

_CELL = 0.95
"""Width of the cell of one letter, in parts of its size: a W just fits."""
_LABEL = 7.0
_LABEL_ROOM = 9.5


@dataclass(frozen=True, slots=True)
class _Grid:
    """Measures of a code at one size of its letters, in points."""

    longest: int
    size: float

    @property
    def cell(self) -> float:
        return self.size * _CELL

    @property
    def pad(self) -> float:
        return self.size * 0.25

    @property
    def gap(self) -> float:
        return self.size * 0.45

    @property
    def tall(self) -> float:
        return self.size * 1.5

    @property
    def step(self) -> float:
        """From the top of one row to that of the next."""
        return _LABEL_ROOM + self.tall + self.gap

    def wide(self, letters: int) -> float:
        return letters * self.cell + 2 * self.pad

    def across(self, room: float) -> int:
        """How many blocks stand beside each other; 0: not even one."""
        return int((room + self.gap) // (self.wide(self.longest) + self.gap))


class CodeCells(Flowable):  # type: ignore[misc]
    """Blocks in frames, each letter in the middle of a cell of equal width, so that no letter hides another."""

    def __init__(self, block: form_parts.CodeBlocks, room: float, size: float, rows: int = 0) -> None:
        """`rows` asks for at most that many rows, at a smaller size if need be."""
        super().__init__()
        self._block = block
        self._room = room
        count = len(block.blocks)
        grid = _Grid(max(len(letters) for letters in block.blocks), size)
        while grid.size > LEAST and (not grid.across(room) or (rows and -(-count // grid.across(room)) > rows)):
            grid = dataclasses.replace(grid, size=grid.size - 0.5)
        self._grid = grid
        self._rows = -(-count // max(grid.across(room), 1))
        self._each = -(-count // self._rows)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._room, self._rows * self._grid.step - self._grid.gap

    def draw(self) -> None:
        grid = self._grid
        top = self._rows * grid.step - grid.gap
        for place, letters in enumerate(self._block.blocks):
            row, column = divmod(place, self._each)
            left, upper = column * (grid.wide(grid.longest) + grid.gap), top - row * grid.step
            self.canv.setFont(pdf_fonts.regular(), _LABEL)
            self.canv.drawString(left + 1, upper - _LABEL, f"Blok {place + 1}")
            self._draw_block(letters, left, upper - _LABEL_ROOM)

    def _draw_block(self, letters: str, left: float, upper: float) -> None:
        grid = self._grid
        self.canv.setLineWidth(0.8)
        self.canv.roundRect(left, upper - grid.tall, grid.wide(len(letters)), grid.tall, 2.5)
        self.canv.setFont(pdf_fonts.bold(), grid.size)
        base = upper - grid.tall + grid.size * 0.4
        for place, letter in enumerate(letters):
            self.canv.drawCentredString(left + grid.pad + (place + 0.5) * grid.cell, base, letter)
