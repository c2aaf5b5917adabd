# SPDX-License-Identifier: Apache-2.0
"""Tables on paper: widths found from the content, headings repeated, long rows carried over the page."""

import itertools
from typing import Any

from reportlab.platypus import LongTable, Paragraph

from desk_app.reports import document, pdf_fonts, pdf_style

_PAD = 2 * pdf_style.CELL + 0.6
_TALLEST_ROW = 0.45
"""A row taller than this part of the page is told in several rows: rows are not divided between pages."""


def flowable(table: document.Table, width: float, height: float, tail: list[Any] | None = None) -> Any:
    """The table over the full width of the text; `height` is that of the text on a page, in points.

    `tail` is what must not part from the end of the table, a signature: it stands on one page with the
    last rows.
    """
    size = pdf_style.TABLE
    widths = _widths(table, width, size)
    while widths is None:
        size -= 0.5
        widths = _widths(table, width, size, at_any_price=size <= pdf_style.TABLE_LEAST)
    headings, commands = _headings(table, size)
    rows = list(headings)
    for row in table.rows or (document.Row((table.when_empty,), document.RowKind.GROUP),):
        _add(table, row, size, rows, commands, widths, height * _TALLEST_ROW)
    last = len(rows) - 1
    first_kept = max(last - 1, len(headings))
    if tail is not None:
        rows.append([tail] + [""] * (len(table.columns) - 1))
        commands.append(("SPAN", (0, last + 1), (-1, last + 1)))
        commands += [(f"{side}PADDING", (0, last + 1), (-1, last + 1), 0) for side in ("LEFT", "RIGHT")]
    commands.append(("NOSPLIT", (0, first_kept), (0, len(rows) - 1)))
    return LongTable(
        rows,
        colWidths=widths,
        repeatRows=len(headings),
        style=[
            ("FONTNAME", (0, 0), (-1, -1), pdf_fonts.REGULAR),
            ("GRID", (0, 0), (-1, last), pdf_style.RULE, "black"),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), pdf_style.CELL),
            ("RIGHTPADDING", (0, 0), (-1, -1), pdf_style.CELL),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
            *commands,
        ],
        spaceBefore=2,
        spaceAfter=6,
    )


def _headings(table: document.Table, size: float) -> tuple[list[list[Any]], list[tuple[Any, ...]]]:
    style = pdf_style.text(size, document.Align.CENTER, bold=True, lead=1.12)
    titles = [_paragraph(column.title, style) for column in table.columns]
    rows: list[list[Any]] = [titles]
    commands: list[tuple[Any, ...]] = []
    if any(column.group for column in table.columns):
        upper: list[Any] = []
        lower: list[Any] = []
        for group, members in itertools.groupby(enumerate(table.columns), lambda pair: pair[1].group):
            places = [place for place, _ in members]
            if group:
                upper += [_paragraph(group, style)] + [""] * (len(places) - 1)
                lower += [titles[place] for place in places]
                commands.append(("SPAN", (places[0], 0), (places[-1], 0)))
            else:
                upper += [titles[place] for place in places]
                lower += [""] * len(places)
                commands += [("SPAN", (place, 0), (place, 1)) for place in places]
        rows = [upper, lower]
    if table.numbered:
        small = pdf_style.text(size - 1.5, document.Align.CENTER)
        rows.append([_paragraph(str(place), small) for place in range(1, len(table.columns) + 1)])
    commands += [
        ("BACKGROUND", (0, 0), (-1, len(rows) - 1), pdf_style.SHADE),
        ("VALIGN", (0, 0), (-1, len(rows) - 1), "MIDDLE"),
    ]
    return rows, commands


def _add(
    table: document.Table,
    row: document.Row,
    size: float,
    rows: list[list[Any]],
    commands: list[tuple[Any, ...]],
    widths: list[float],
    tallest: float,
) -> None:
    here = len(rows)
    if row.kind is document.RowKind.GROUP:
        empty = not table.rows
        align = document.Align.CENTER if empty else document.Align.LEFT
        text = _paragraph(row.cells[0], pdf_style.text(size, align, bold=True))
        rows.append([text] + [""] * (len(table.columns) - 1))
        commands.append(("SPAN", (0, here), (-1, here)))
        if not empty:
            commands.append(("NOSPLIT", (0, here), (0, here + 1)))
            commands.append(("BACKGROUND", (0, here), (-1, here), pdf_style.GROUP_SHADE))
        return
    bold = row.kind is document.RowKind.TOTAL
    cells = [
        _paragraph(cell, pdf_style.text(size, column.align, bold, lead=1.16))
        for cell, column in zip(row.cells, table.columns, strict=True)
    ]
    rows += _parted(cells, widths, tallest)
    if bold:
        commands.append(("BACKGROUND", (0, here), (-1, here), pdf_style.GROUP_SHADE))


def _parted(cells: list[Any], widths: list[float], tallest: float) -> list[list[Any]]:
    """The row as it is, or where a cell is too tall, as a row and those that continue it."""
    parts: list[list[Any]] = []
    rest = cells
    while any(rest):
        here: list[Any] = []
        later: list[Any] = []
        for cell, width in zip(rest, widths, strict=True):
            halves = [cell]
            if cell and cell.wrap(width - 2 * pdf_style.CELL, tallest)[1] > tallest:
                halves = cell.split(width - 2 * pdf_style.CELL, tallest)
            here.append(halves[0])
            later.append(halves[1] if len(halves) > 1 else "")
        parts.append(here)
        rest = later
    return parts or [cells]


def _paragraph(text: str, style: Any) -> Any:
    return Paragraph(pdf_fonts.flowing(text), style) if text else ""


def _widths(table: document.Table, room: float, size: float, at_any_price: bool = False) -> list[float] | None:
    """Widths in points that add up to `room`, or None where the content asks for a smaller size."""
    least = [_widest_word(column.title, size) + _PAD for column in table.columns]
    wanted = list(least)
    for row in table.rows:
        if row.kind is document.RowKind.GROUP:
            continue
        font = pdf_fonts.BOLD if row.kind is document.RowKind.TOTAL else pdf_fonts.REGULAR
        for place, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            if column.share == 0:
                for line in cell.split("\n"):
                    wanted[place] = max(wanted[place], pdf_fonts.width(line, font, size) + _PAD)
    shares = sum(column.share for column in table.columns)
    spare = room - sum(wanted)
    if spare < 0:
        if not at_any_price:
            return None
        return [width * room / sum(wanted) for width in wanted]
    if shares == 0:
        return [width * room / sum(wanted) for width in wanted]
    return _shared_out(table, least, wanted, room, shares)


def _shared_out(
    table: document.Table, least: list[float], wanted: list[float], room: float, shares: float
) -> list[float]:
    """Text columns divide what the fitted ones leave, none narrower than its heading."""
    free = room - sum(width for width, column in zip(wanted, table.columns, strict=True) if column.share == 0)
    open_places = {place for place, column in enumerate(table.columns) if column.share > 0}
    widths = list(wanted)
    while open_places:
        tight = {place for place in open_places if free * table.columns[place].share / shares < least[place]}
        if not tight:
            for place in open_places:
                widths[place] = free * table.columns[place].share / shares
            break
        for place in tight:
            widths[place] = least[place]
            free -= least[place]
            shares -= table.columns[place].share
        open_places -= tight
    return widths


def _widest_word(text: str, size: float) -> float:
    return max((pdf_fonts.width(word, pdf_fonts.BOLD, size) for word in text.split()), default=0.0)
