# SPDX-License-Identifier: Apache-2.0
"""A table drawn straight on the page: shades, text and rules as they stand in the file, without a paragraph a cell."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from desk_app.reports import document, pdf_fitted, pdf_fonts, pdf_headings, pdf_paging, pdf_pen, pdf_rows, pdf_style

_ENDLESS = 1e6


class Tail(pdf_fitted.Fitted):
    """What follows a table on the page of its last rows; `parts` flow by themselves where no page holds them."""

    def __init__(self, parts: list[Any], width: float) -> None:
        self.parts = parts
        super().__init__(lambda _factor: parts, width, _ENDLESS)


@dataclass(frozen=True, slots=True)
class Layout:
    """What is the same on every page of a table: columns and their widths, size, headings, paging, what follows."""

    columns: Sequence[document.Column]
    widths: Sequence[float]
    size: float
    heads: pdf_headings.Headings
    paging: pdf_paging.Paging
    tail: Tail | None = None

    @property
    def width(self) -> float:
        return sum(self.widths)


class Grid(Flowable):  # type: ignore[misc]
    """A table from one of its rows on; it parts itself at the end of a page."""

    def __init__(self, layout: Layout, start: pdf_paging.Place = pdf_paging.START) -> None:
        super().__init__()
        self.layout = layout
        self._start = start
        self._room: float | None = None
        self._page: pdf_paging.Page | None = None
        self.width = layout.width
        self.spaceBefore, self.spaceAfter = 2, 6

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        page = self._planned(height)
        if page is None or page.rest is not None:
            return self.width, height + 1
        return self.width, page.height

    def begins_in(self, room: float) -> bool:
        """Whether something of it stands in the room that a page still has."""
        return room > 0 and self.layout.paging.page(self._start, room) is not None

    def split(self, _width: float, height: float) -> list[Any]:
        page = self._planned(height)
        if page is None:
            return []
        tail = self.layout.tail
        if tail is not None and page.rest is None and page.height > height:
            return list(tail.parts)
        part = _Part(self.layout, page)
        return [part] if page.rest is None else [part, Grid(self.layout, page.rest)]

    def draw(self) -> None:
        if self._page is not None:
            _Drawing(self.canv, self.layout, self._page).draw()

    def _planned(self, room: float) -> pdf_paging.Page | None:
        if self._room != room:
            self._room, self._page = room, self.layout.paging.page(self._start, room)
        return self._page


class _Part(Flowable):  # type: ignore[misc]
    """What of a table stands on one page."""

    def __init__(self, layout: Layout, page: pdf_paging.Page) -> None:
        super().__init__()
        self._layout, self._page = layout, page
        self.spaceBefore, self.spaceAfter = 2, 6

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._layout.width, self._page.height

    def draw(self) -> None:
        _Drawing(self.canv, self._layout, self._page).draw()


class _Drawing:
    """One page of a table as operators: shades below, then text, rules above."""

    def __init__(self, canvas: Any, layout: Layout, page: pdf_paging.Page) -> None:
        self._canvas, self._layout, self._page = canvas, layout, page
        self._pen = pdf_pen.Pen(canvas)
        self._edges = [0.0, *itertools.accumulate(layout.widths)]
        self._shades: list[str] = []
        self._texts: list[str] = []
        self._rules: list[str] = []
        self._font = ""

    def draw(self) -> None:
        page, layout = self._page, self._layout
        top = page.height
        if page.headed:
            layout.heads.draw(self._pen, self._shades, self._texts, self._rules, top)
            top -= layout.heads.height
        elif page.pieces:
            self._rules.append(f"0 {top:.2f} m {layout.width:.2f} {top:.2f} l")
        ruled = top
        for piece in page.pieces:
            bottom = top - piece.height
            self._row(piece, top, bottom)
            if piece.row.kind is document.RowKind.GROUP:
                _uprights(self._rules, self._edges, ruled, top)
                _uprights(self._rules, (0.0, layout.width), top, bottom)
                ruled = bottom
            top = bottom
        _uprights(self._rules, self._edges, ruled, top)
        rules = [f"{pdf_style.RULE} w 2 J 0 G", *self._rules, "S"] if self._rules else []
        self._canvas._code += ["q", *self._shades, "0 g", "BT", *self._texts, "ET", *rules, "Q"]
        if page.tailed and layout.tail is not None:
            layout.tail.drawOn(self._canvas, 0, top - layout.tail.tall)

    def _row(self, piece: pdf_paging.Piece, top: float, bottom: float) -> None:
        layout, row = self._layout, piece.row
        whole = row.kind is document.RowKind.GROUP
        strong = whole or row.kind is document.RowKind.TOTAL
        font = pdf_fonts.bold() if strong else pdf_fonts.regular()
        if font != self._font:
            self._texts.append(f"{self._pen.name(font)} {layout.size:g} Tf")
            self._font = font
        if strong and not row.centred:
            box = f"0 {bottom:.2f} {layout.width:.2f} {piece.height:.2f}"
            self._shades.append(f"{_shade(pdf_style.GROUP_SHADE)} {box} re f")
        baseline = top - pdf_rows.ABOVE - layout.size
        for place, lines in enumerate(row.cells):
            if piece.parted or piece.start:
                lines = lines[piece.start : piece.end]
            if not lines or (len(lines) == 1 and not lines[0].text):
                continue
            align, room = layout.columns[place].align, layout.widths[place]
            if whole:
                align = document.Align.CENTER if row.centred else document.Align.LEFT
                room = layout.width
            pdf_pen.cell(
                self._texts, self._pen, lines, font, layout.size, row.leading, align,
                self._edges[place] + pdf_style.CELL, room - 2 * pdf_style.CELL, baseline,
            )  # fmt: skip
        self._rules.append(f"0 {bottom:.2f} m {layout.width:.2f} {bottom:.2f} l")


def _uprights(rules: list[str], edges: Sequence[float], top: float, bottom: float) -> None:
    if top > bottom + 0.001:
        rules += [f"{edge:.2f} {top:.2f} m {edge:.2f} {bottom:.2f} l" for edge in edges]


def _shade(colour: Any) -> str:
    return f"{colour.red:g} {colour.green:g} {colour.blue:g} rg"
