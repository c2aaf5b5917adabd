# SPDX-License-Identifier: Apache-2.0
"""Which rows of a table stand on which page.

A row is not parted unless it is taller than `TALLEST` of the text on a page; then it fills the page and goes on
on the next one. A row that heads a group stands with the row after it, the last two rows with each other and with
what follows the table (its signature). Where more than `EMPTY` of a page would be left empty, one row begins the table
there, and one goes with the signature.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desk_app.reports import pdf_rows

TALLEST = 0.45
FEWEST_LINES = 3
"""So many lines of a parted row stand on a page at least."""

FEWEST_ROWS = 2
"""So many rows of a table that goes on stand on its first page at least."""

EMPTY = 0.4
"""So much of a page is not left empty to keep rows together."""

HEAD_MOST = 0.5
"""Headings that take more of a page than this are not repeated."""

Place = tuple[int, int]
"""A row, and the line of it that comes next."""

START: Place = (0, 0)


class Piece(NamedTuple):
    """Lines `start` to `end` of a row on a page; `parted`: it goes on on the next one."""

    row: pdf_rows.Row
    start: int
    end: int
    parted: bool

    @property
    def height(self) -> float:
        return self.row.height(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Page:
    """What of a table stands on one page; `rest` is where it goes on, None at its end."""

    pieces: tuple[Piece, ...]
    rest: Place | None
    headed: bool
    tailed: bool
    height: float


class Paging:
    """Divides rows over pages: `head` and `tail` are the heights of headings and of what follows the table."""

    def __init__(self, rows: pdf_rows.Rows, full: float, head: float, tail: float = 0.0) -> None:
        self._rows = rows
        self._full = full
        self._head = head
        self._tail = tail

    def row(self, place: int) -> pdf_rows.Row:
        """One row in its lines."""
        return self._rows.row(place)

    def page(self, start: Place, room: float) -> Page | None:
        """What stands in `room` from `start` on; None: nothing does, and there is more room on another page."""
        whole = room >= self._full - 1
        if start != START and not whole:
            return None  # it was parted on this very page
        count = len(self._rows)
        if start[0] >= count:
            return Page((), None, False, True, self._tail)
        headed = start == START or self._head <= self._full * HEAD_MOST
        head = self._head if headed else 0.0
        pieces, fit = self._filled(start, room - head)
        used = head + _tall(pieces)
        if fit[0] >= count and used + self._tail <= room:
            return Page(tuple(pieces), None, headed, True, used + self._tail)
        spares = start == START and not whole and room > self._full * EMPTY
        rest = self._together(start, fit)
        if spares and rest <= start:
            rest = max(self._together(start, fit, first=count) for count in range(1, FEWEST_ROWS + 1))
        if start == START and not whole and not spares and self._begins_alone(rest):
            return None
        if rest <= start:
            if not whole:
                return None
            rest = fit
        if rest <= start:
            return self._forced(start, room, headed)
        pieces = _until(pieces, start, rest)
        return Page(tuple(pieces), rest, headed, False, head + _tall(pieces))

    def _filled(self, start: Place, room: float) -> tuple[list[Piece], Place]:
        """As many rows as stand in the room, and the next place."""
        pieces: list[Piece] = []
        here, begun = start
        while here < len(self._rows):
            row = self._rows.row(here)
            tall = row.height(begun)
            if tall > room:
                end = self._parted(row, begun, room)
                if end:
                    pieces.append(Piece(row, begun, end, True))
                return pieces, (here, end or begun)
            pieces.append(Piece(row, begun, row.lines, False))
            room -= tall
            here, begun = here + 1, 0
        return pieces, (here, 0)

    def _parted(self, row: pdf_rows.Row, begun: int, room: float) -> int:
        """Up to which line a row that is too tall stands in the room; 0: it is not parted here."""
        if row.height() <= self._full * TALLEST:
            return 0
        end = min(begun + int((room - pdf_rows.ABOVE - pdf_rows.BELOW) / row.leading), row.lines - FEWEST_LINES)
        return end if end - begun >= FEWEST_LINES else 0

    def _together(self, start: Place, fit: Place, *, first: int = 0) -> Place:
        """Where to break at the latest, so that nothing is parted from what it belongs to; `start`: not here.

        `first`: so many rows stand here rather than go with the last ones.
        """
        count = len(self._rows)
        if fit[0] >= count:
            fit = self._before_tail(max(start, (min(first, count - 1), 0)), fit)
        elif fit == (count - 1, 0) and self._kept(count - 2) <= self._full:
            fit = (min(max(count - 2, first), count - 1), 0)
        while fit[1] == 0 and fit > start and self._rows.heads(fit[0] - 1):
            fit = (fit[0] - 1, 0)
        return fit

    def _begins_alone(self, rest: Place) -> bool:
        """Whether one row of several would stand under the headings, and the others on the next page."""
        bodies = sum(not self._rows.heads(place) for place in range(rest[0]))
        return rest[1] == 0 and bodies < FEWEST_ROWS

    def _before_tail(self, start: Place, fit: Place) -> Place:
        """All rows stand here and what follows them does not: the last two go with it, or one, or some lines."""
        last = len(self._rows) - 1
        wanted = [(place, 0) for place in (last - 1, last) if self._kept(place) + self._tail <= self._full]
        if any(place >= start for place in wanted):
            return next(place for place in wanted if place >= start)
        row = self._rows.row(last)
        end = row.lines - FEWEST_LINES
        begun = start[1] if start[0] == last else 0
        if row.height() > self._full * TALLEST and end - begun >= FEWEST_LINES:
            return (last, end)
        return fit

    def _kept(self, first: int) -> float:
        """How tall headings and the rows from `first` on are."""
        return self._head + sum(self._rows.row(place).height() for place in range(max(first, 0), len(self._rows)))

    def _forced(self, start: Place, room: float, headed: bool) -> Page:
        """At least something, where even an empty page is too small for what belongs together."""
        here, begun = start
        row = self._rows.row(here)
        head = self._head if headed else 0.0
        lines = max(int((room - head - pdf_rows.ABOVE - pdf_rows.BELOW) / row.leading), 1)
        end = min(begun + lines, row.lines)
        piece = Piece(row, begun, end, end < row.lines)
        rest = (here, end) if piece.parted else (here + 1, 0)
        return Page((piece,), rest, headed, False, min(head + piece.height, room))


def _until(pieces: Sequence[Piece], start: Place, rest: Place) -> list[Piece]:
    """The pieces that stand before `rest`."""
    found = list(pieces[: rest[0] - start[0]])
    if rest[1]:
        row, begun, _, _ = pieces[rest[0] - start[0]]
        found.append(Piece(row, begun, rest[1], True))
    return found


def _tall(pieces: Sequence[Piece]) -> float:
    return sum(piece.height for piece in pieces)
