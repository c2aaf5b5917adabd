# SPDX-License-Identifier: Apache-2.0
"""The headings of a table, which stand on each of its pages: groups above columns, and the row of their numbers."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from desk_app.reports import document, pdf_fonts, pdf_lines, pdf_pen, pdf_rows, pdf_style

_LEAD = 1.12
_LEAD_NUMBERS = 1.22
_NUMBERS_LESS = 1.5
"""The numbers of columns are so much smaller."""


class _Box(NamedTuple):
    """One heading: columns `first` to `last`, rows `top` to `bottom`."""

    text: str
    first: int
    last: int
    top: int
    bottom: int


class Headings:
    """The headings over columns of these widths; `height` is that of all their rows."""

    def __init__(self, table: document.Table, widths: Sequence[float], size: float) -> None:
        self._edges = [0.0, *itertools.accumulate(widths)]
        self._size = size
        self._boxes, rows = _boxes(table.columns)
        self._lines = [self._broken(box) for box in self._boxes]
        self._tall = self._heights(rows)
        self._numbers = len(widths) if table.numbered else 0
        if self._numbers:
            self._tall.append((size - _NUMBERS_LESS) * _LEAD_NUMBERS + pdf_rows.ABOVE + pdf_rows.BELOW)
        self.rows = len(self._tall)
        self.height = sum(self._tall)

    def draw(self, pen: pdf_pen.Pen, shades: list[str], texts: list[str], rules: list[str], top: float) -> None:
        """Add the operators of the headings below `top`."""
        width, size, font = self._edges[-1], self._size, pdf_fonts.bold()
        tops = [top]
        for tall in self._tall:
            tops.append(tops[-1] - tall)
        shades.append(f"{pdf_style.SHADE.red:g} g 0 {tops[-1]:.2f} {width:.2f} {self.height:.2f} re f")
        texts.append(f"{pen.name(font)} {size:g} Tf")
        for box, lines in zip(self._boxes, self._lines, strict=True):
            left, right = self._edges[box.first], self._edges[box.last + 1]
            upper, lower = tops[box.top], tops[box.bottom + 1]
            if box.first:
                rules.append(f"{left:.2f} {upper:.2f} m {left:.2f} {lower:.2f} l")
            if box.top:
                rules.append(f"{left:.2f} {upper:.2f} m {right:.2f} {upper:.2f} l")
            text = len(lines) * size * _LEAD
            inside = upper - lower - text - pdf_rows.ABOVE - pdf_rows.BELOW
            baseline = upper - pdf_rows.ABOVE - inside / 2 - size
            pdf_pen.cell(
                texts, pen, lines, font, size, size * _LEAD, document.Align.CENTER,
                left + pdf_style.CELL, right - left - 2 * pdf_style.CELL, baseline,
            )  # fmt: skip
        rules.append(f"0 {tops[-1]:.2f} {width:.2f} {self.height:.2f} re")
        if self._numbers:
            rules.append(f"0 {tops[-2]:.2f} m {width:.2f} {tops[-2]:.2f} l")
            self._draw_numbers(pen, texts, rules, tops[-2], tops[-1])

    def _draw_numbers(self, pen: pdf_pen.Pen, texts: list[str], rules: list[str], top: float, bottom: float) -> None:
        small, font = self._size - _NUMBERS_LESS, pdf_fonts.regular()
        ruler = pdf_lines.ruler(font)
        texts.append(f"{pen.name(font)} {small:g} Tf")
        for place in range(self._numbers):
            left, right = self._edges[place], self._edges[place + 1]
            start = (left + right - ruler.word(str(place + 1)) * small / 1000) / 2
            texts.append(f"1 0 0 1 {start:.2f} {top - pdf_rows.ABOVE - small:.2f} Tm ({place + 1}) Tj")
            if place:
                rules.append(f"{left:.2f} {top:.2f} m {left:.2f} {bottom:.2f} l")

    def _broken(self, box: _Box) -> list[pdf_lines.Line]:
        room = self._edges[box.last + 1] - self._edges[box.first] - 2 * pdf_style.CELL
        ruler = pdf_lines.ruler(pdf_fonts.bold())
        return ruler.lines(pdf_fonts.cleaned(box.text), room * 1000 / self._size)

    def _heights(self, rows: int) -> list[float]:
        tall = [0.0] * rows
        for over_all in (False, True):
            for box, lines in zip(self._boxes, self._lines, strict=True):
                if (box.top != box.bottom) is not over_all:
                    continue
                needed = len(lines) * self._size * _LEAD + pdf_rows.ABOVE + pdf_rows.BELOW
                lacking = needed - sum(tall[box.top : box.bottom + 1])
                if lacking > 0:
                    tall[box.bottom] += lacking
        return tall


def _boxes(columns: Sequence[document.Column]) -> tuple[list[_Box], int]:
    """Where each heading stands, and in how many rows."""
    if not any(column.group for column in columns):
        return [_Box(column.title, place, place, 0, 0) for place, column in enumerate(columns)], 1
    found: list[_Box] = []
    for group, members in itertools.groupby(enumerate(columns), lambda pair: pair[1].group):
        places = [place for place, _ in members]
        if group:
            found.append(_Box(group, places[0], places[-1], 0, 0))
        top = 1 if group else 0
        found += [_Box(columns[place].title, place, place, top, 1) for place in places]
    return found, 2
