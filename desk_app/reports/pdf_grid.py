# SPDX-License-Identifier: Apache-2.0
"""A table drawn straight on the page: shades, text and rules as they stand in the file, without a paragraph a cell."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from desk_app.reports import document, pdf_fonts, pdf_headings, pdf_pen, pdf_rows, pdf_style


class Grid(Flowable):  # type: ignore[misc]
    """A table from one of its rows on; it parts itself at the end of a page."""

    def __init__(
        self,
        columns: Sequence[document.Column],
        widths: Sequence[float],
        size: float,
        heads: pdf_headings.Headings,
        paging: pdf_rows.Paging,
        tail: Any | None = None,
        start: pdf_rows.Place = pdf_rows.START,
    ) -> None:
        super().__init__()
        self._parts = (columns, widths, size, heads, paging, tail)
        self.widths, self.heads, self.paging = tuple(widths), heads, paging
        self._start = start
        self._room: float | None = None
        self._page: pdf_rows.Page | None = None
        self.width = sum(widths)
        self.spaceBefore, self.spaceAfter = 2, 6

    def wrap(self, _width: float, height: float) -> tuple[float, float]:
        page = self._planned(height)
        if page is None or page.rest is not None:
            return self.width, height + 1
        return self.width, page.height

    def split(self, _width: float, height: float) -> list[Any]:
        page = self._planned(height)
        if page is None:
            return []
        part = _Part(*self._parts, start=self._start)
        part.take(page)
        if page.rest is None:
            return [part]
        return [part, Grid(*self._parts, start=page.rest)]

    def draw(self) -> None:
        if self._page is not None:
            _draw(self.canv, self._page, *self._parts)

    def take(self, page: pdf_rows.Page) -> None:
        """Stand for what was planned for one page."""
        self._page = page

    def _planned(self, room: float) -> pdf_rows.Page | None:
        if self._room != room:
            self._room, self._page = room, self.paging.page(self._start, room)
        return self._page


class _Part(Grid):
    """What of a table stands on one page."""

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self._page.height if self._page is not None else 0.0

    def split(self, _width: float, _height: float) -> list[Any]:
        return []


def _draw(
    canvas: Any,
    page: pdf_rows.Page,
    columns: Sequence[document.Column],
    widths: Sequence[float],
    size: float,
    heads: pdf_headings.Headings,
    _paging: pdf_rows.Paging,
    tail: Any | None,
) -> None:
    pen = pdf_pen.Pen(canvas)
    width = sum(widths)
    top = page.height
    shades: list[str] = []
    texts: list[str] = []
    rules: list[str] = []
    if page.headed:
        heads.draw(pen, shades, texts, rules, top)
        top -= heads.height
    edges = [0.0]
    for one in widths:
        edges.append(edges[-1] + one)
    regular, bold = pdf_fonts.regular(), pdf_fonts.bold()
    ruled = top if page.pieces else None
    now = ""
    for piece in page.pieces:
        row = piece.row
        whole = row.kind is document.RowKind.GROUP
        font = bold if whole or row.kind is document.RowKind.TOTAL else regular
        if font != now:
            texts.append(f"{pen.name(font)} {size:g} Tf")
            now = font
        bottom = top - piece.height
        if font == bold and not row.centred:
            shades.append(f"{_shade(pdf_style.GROUP_SHADE)} 0 {bottom:.2f} {width:.2f} {piece.height:.2f} re f")
        baseline = top - pdf_rows.ABOVE - size
        for place, lines in enumerate(row.cells):
            if piece.parted or piece.start:
                lines = lines[piece.start : piece.end]
            if not lines or (len(lines) == 1 and not lines[0].text):
                continue
            align = columns[place].align
            room = widths[place]
            if whole:
                align = document.Align.CENTER if row.centred else document.Align.LEFT
                room = width
            pdf_pen.cell(
                texts, pen, lines, font, size, row.leading, align,
                edges[place] + pdf_style.CELL, room - 2 * pdf_style.CELL, baseline,
            )  # fmt: skip
        rules.append(f"0 {bottom:.2f} m {width:.2f} {bottom:.2f} l")
        if whole:
            _uprights(rules, edges, ruled, top)
            _uprights(rules, (0.0, width), top, bottom)
            ruled = bottom
        top = bottom
    if page.pieces:
        _uprights(rules, edges, ruled, top)
        if not page.headed:
            above = top + sum(piece.height for piece in page.pieces)
            rules.append(f"0 {above:.2f} m {width:.2f} {above:.2f} l")
    code = ["q", *shades, "0 g", "BT", *texts, "ET"]
    if rules:
        code += [f"{pdf_style.RULE} w 2 J 0 G", *rules, "S"]
    canvas._code += [*code, "Q"]
    if page.tailed and tail is not None:
        tail.drawOn(canvas, 0, top - tail.tall)


def _uprights(rules: list[str], edges: Sequence[float], top: float | None, bottom: float) -> None:
    if top is not None and top > bottom + 0.001:
        rules += [f"{edge:.2f} {top:.2f} m {edge:.2f} {bottom:.2f} l" for edge in edges]


def _shade(colour: Any) -> str:
    return f"{colour.red:g} {colour.green:g} {colour.blue:g} rg"
