# SPDX-License-Identifier: Apache-2.0
"""How wide the columns of a table are on paper, by what stands in them; the same in a PDF and in Word.

The letters are measured as Liberation Sans, which is as wide as the Arial of a Word file.
"""

from collections.abc import Sequence

from desk_app.reports import document, pdf_fonts, pdf_style

_PAD = 2 * pdf_style.CELL + 0.6
_LESS_FOR_WORDS = 1.0
"""So many points smaller a table is set at most so that no word in it is broken."""

_LONG_WORD, _LONGEST_WORD = 8, 18
"""Letters of a word that may be too wide for its column, and of one that is kept whole."""


def fitting(table: document.Table, room: float) -> tuple[float, list[float]]:
    """The size of the letters and the widths, in points, that add up to `room`; smaller where it would not fit.

    A little smaller too where a word would else be broken; a word of many letters is broken all the same.
    """
    pdf_fonts.register()
    longest = _longest_words(table)
    size = pdf_style.TABLE
    while size >= pdf_style.TABLE - _LESS_FOR_WORDS:
        widths = _widths(table, room, size, longest)
        if widths is not None:
            return size, widths
        size -= 0.5
    size = pdf_style.TABLE
    widths = _widths(table, room, size)
    while widths is None:
        size -= 0.5
        widths = _widths(table, room, size, at_any_price=size <= pdf_style.TABLE_LEAST)
    return size, widths


def _longest_words(table: document.Table) -> list[tuple[str, ...]]:
    """For each column that shares the free width, the longest words in it that are kept whole."""
    found: list[set[str]] = [set() for _ in table.columns]
    for row in table.rows:
        if row.kind is document.RowKind.GROUP:
            continue
        for place, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
            if column.share:
                found[place].update(word for word in cell.split() if _LONG_WORD <= len(word) <= _LONGEST_WORD)
    return [tuple(words) for words in found]


def _widths(
    table: document.Table,
    room: float,
    size: float,
    longest: Sequence[tuple[str, ...]] = (),
    at_any_price: bool = False,
) -> list[float] | None:
    """Widths in points that add up to `room`, or None where the content asks for a smaller size."""
    least = [_widest_word(column.title, size) + _PAD for column in table.columns]
    for place, words in enumerate(longest):
        kept = max((pdf_fonts.width(word, pdf_fonts.regular(), size) for word in words), default=0.0)
        least[place] = max(least[place], kept + _PAD)
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
