# SPDX-License-Identifier: Apache-2.0
"""How wide the columns of a table are on paper, by what stands in them; the same in a PDF and in Word.

The letters are measured as Liberation Sans, which is as wide as the Arial of a Word file.
"""

from desk_app.reports import document, pdf_fonts, pdf_style

_PAD = 2 * pdf_style.CELL + 0.6


def fitting(table: document.Table, room: float) -> tuple[float, list[float]]:
    """The size of the letters and the widths, in points, that add up to `room`; smaller where it would not fit."""
    pdf_fonts.register()
    size = pdf_style.TABLE
    widths = _widths(table, room, size)
    while widths is None:
        size -= 0.5
        widths = _widths(table, room, size, at_any_price=size <= pdf_style.TABLE_LEAST)
    return size, widths


def _widths(table: document.Table, room: float, size: float, at_any_price: bool = False) -> list[float] | None:
    """Widths in points that add up to `room`, or None where the content asks for a smaller size."""
    least = [_widest_word(column.title, size) + _PAD for column in table.columns]
    wanted = list(least)
    for row in table.rows:
        if row.kind is document.RowKind.GROUP:
            continue
        font = pdf_fonts.bold() if row.kind is document.RowKind.TOTAL else pdf_fonts.regular()
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
    return max((pdf_fonts.width(word, pdf_fonts.bold(), size) for word in text.split()), default=0.0)
