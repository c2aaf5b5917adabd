# SPDX-License-Identifier: Apache-2.0
"""A table of a document in Word: headings repeated on each page, grouped headings, totals, widths as on paper."""

import itertools
from collections.abc import Iterator

from desk_app.reports import column_widths, document
from desk_app.reports import word_xml as xml

_LONG = 600
"""Letters of a cell from which on its row may be parted by the end of a page."""
_ABOVE, _BELOW = 1.5, 1.5


def rows_of(table: document.Table, width: float, *, keep: bool = False) -> str:
    """The table over the full width of the text; `keep`: its end stays with what follows, a signature."""
    size, widths = column_widths.fitting(table, width)
    made = _headings(table, widths, size)
    told = table.rows or (document.Row((table.when_empty,), document.RowKind.GROUP),)
    for place, row in enumerate(told, start=1):
        if row.kind is document.RowKind.GROUP:
            made.append(_group(row.cells[0], widths, size, empty=not table.rows, last=keep and place == len(told)))
        else:
            made.append(_row(table, row, widths, size, keep and place == len(told)))
    return xml.table(widths, made)


def _headings(table: document.Table, widths: list[float], size: float) -> list[str]:
    look = xml.Look(size, True, document.Align.CENTER, before=_ABOVE, after=_BELOW, keep=True)
    if any(column.group for column in table.columns):
        both = (_upper(table, widths, look), _lower(table, widths, look))
        made = [xml.row(list(cells), heading=True) for cells in both]
    else:
        made = [xml.row([_heading(column.title, wide, look) for column, wide in _pairs(table, widths)], heading=True)]
    if table.numbered:
        small = xml.Look(size - 1.5, align=document.Align.CENTER, keep=True)
        cells = [_heading(str(place), wide, small) for place, wide in enumerate(widths, start=1)]
        made.append(xml.row(cells, heading=True))
    return made


def _upper(table: document.Table, widths: list[float], look: xml.Look) -> Iterator[str]:
    for group, members in itertools.groupby(_pairs(table, widths), lambda pair: pair[0].group):
        found = list(members)
        if group:
            yield _heading(group, sum(wide for _, wide in found), look, span=len(found))
        else:
            yield from (_heading(column.title, wide, look, merged="restart") for column, wide in found)


def _lower(table: document.Table, widths: list[float], look: xml.Look) -> Iterator[str]:
    for column, wide in _pairs(table, widths):
        yield _heading(column.title, wide, look) if column.group else _heading("", wide, look, merged="continue")


def _heading(text: str, width: float, look: xml.Look, span: int = 1, merged: str = "") -> str:
    inside = xml.paragraph(text, look)
    return xml.cell(inside, width, span=span, merged=merged, shade=xml.SHADE, middle=True)


def _group(text: str, widths: list[float], size: float, *, empty: bool, last: bool) -> str:
    align = document.Align.CENTER if empty else document.Align.LEFT
    look = xml.Look(size, True, align, before=_ABOVE, after=_BELOW, keep=last or not empty)
    shade = "" if empty else xml.GROUP_SHADE
    return xml.row([xml.cell(xml.paragraph(text, look), sum(widths), span=len(widths), shade=shade)])


def _row(table: document.Table, row: document.Row, widths: list[float], size: float, keep: bool) -> str:
    total = row.kind is document.RowKind.TOTAL
    cells = []
    for text, (column, wide) in zip(row.cells, _pairs(table, widths), strict=True):
        look = xml.Look(size, total, column.align, before=_ABOVE, after=_BELOW, keep=keep)
        cells.append(xml.cell(xml.paragraph(text, look), wide, shade=xml.GROUP_SHADE if total else ""))
    return xml.row(cells, whole=max(map(len, row.cells)) < _LONG)


def _pairs(table: document.Table, widths: list[float]) -> Iterator[tuple[document.Column, float]]:
    return zip(table.columns, widths, strict=True)
