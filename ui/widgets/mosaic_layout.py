# SPDX-License-Identifier: Apache-2.0
"""Where each square of a mosaic lies: rows of kecamatan, in them groups of desa, wrapped to the width."""

import bisect
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

GAP = 2
GROUP_GAP = 5
ROW_GAP = 7
MARGIN = 8


@dataclass(frozen=True, slots=True)
class MosaicRow:
    """A row of the map: its title and one state a square (number in `marks.CODES`).

    `ends` are the counts of squares after each group (desa), ascending; empty means one group.
    """

    title: str
    states: bytes | bytearray
    ends: Sequence[int] = ()


@dataclass(slots=True)
class Line:
    """A line of squares: its top, the number of its first square, the left edges."""

    top: int
    first: int
    lefts: "array[int]" = field(default_factory=lambda: array("i"))


@dataclass(slots=True)
class Placed:
    """The places of all squares at one width."""

    cell: int
    lines: list[Line]
    titles: list[tuple[int, str]]
    height: int
    tops: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tops = [line.top for line in self.lines]
        self.firsts = [line.first for line in self.lines]

    def at(self, x: int, y: int) -> int | None:
        """The number of the square at a point."""
        place = bisect.bisect_right(self.tops, y) - 1
        if place < 0 or y >= self.tops[place] + self.cell:
            return None
        line = self.lines[place]
        column = bisect.bisect_right(line.lefts, x) - 1
        if column < 0 or x >= line.lefts[column] + self.cell:
            return None
        return line.first + column

    def within(self, left: int, top: int, right: int, bottom: int) -> list[int]:
        """The numbers of the squares that a rectangle touches, ascending."""
        found: list[int] = []
        for line in self.between(top, bottom):
            start = bisect.bisect_right(line.lefts, left - self.cell)
            stop = bisect.bisect_right(line.lefts, right)
            found.extend(range(line.first + start, line.first + stop))
        return found

    def between(self, top: int, bottom: int) -> list[Line]:
        """The lines that a band touches."""
        start = max(0, bisect.bisect_right(self.tops, top - self.cell))
        return self.lines[start : bisect.bisect_right(self.tops, bottom)]

    def corner(self, number: int) -> tuple[int, int]:
        """The left upper corner of a square."""
        line = self.lines[self._line_of(number)]
        return line.lefts[number - line.first], line.top

    def beside(self, number: int, lines: int) -> int:
        """The square some lines above or below another, as near as can be."""
        place = self._line_of(number)
        left = self.lines[place].lefts[number - self.firsts[place]]
        line = self.lines[min(max(place + lines, 0), len(self.lines) - 1)]
        column = min(bisect.bisect_left(line.lefts, left), len(line.lefts) - 1)
        return line.first + column

    def _line_of(self, number: int) -> int:
        return bisect.bisect_right(self.firsts, number) - 1


def place(rows: Sequence[MosaicRow], width: int, label_width: int, cell: int) -> Placed:
    """Place the squares of all rows into a width; titles stand left of the first line of their row."""
    lines: list[Line] = []
    titles: list[tuple[int, str]] = []
    left_edge = MARGIN + label_width
    right_edge = max(width - MARGIN, left_edge + 10 * (cell + GAP))
    top, number = MARGIN, 0
    for row in rows:
        titles.append((top, row.title))
        line = Line(top, number)
        x = left_edge
        ends = iter(row.ends)
        end = next(ends, len(row.states))
        for count in range(len(row.states)):
            if count == end:
                x += GROUP_GAP
                end = next(ends, len(row.states))
            if x + cell > right_edge and line.lefts:
                lines.append(line)
                top += cell + GAP
                line = Line(top, number)
                x = left_edge
            line.lefts.append(x)
            x += cell + GAP
            number += 1
        if line.lefts:
            lines.append(line)
        top += cell + ROW_GAP
    return Placed(cell, lines, titles, top - ROW_GAP + MARGIN if rows else 0)


def worst(states: bytes | bytearray | Sequence[int]) -> int:
    """The state of a square that stands for a group: data berbeda, masalah, siap only when all are, …"""
    present = set(states)
    for state in (4, 3):
        if state in present:
            return state
    if present == {0}:
        return 0
    return 2 if present <= {2} else 1
