# SPDX-License-Identifier: Apache-2.0
"""One sheet of a workbook: lines, headings that stay in sight, rows with real numbers, how it is printed."""

import dataclasses
import itertools
import math
from collections.abc import Sequence
from typing import Any, Final

from openpyxl import styles
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desk_app.reports import column_widths, document, pages, sheet_content, sheet_figures
from desk_app.reports import word_xml as xml

FONT: Final = "Arial"
FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a program could take for the beginning of a formula."""

_A4, _FOLIO = 9, 14
"""What Excel calls the sheets; its Folio is F4 to the millimetre."""
_LEAST = 4.0
_LETTERS = 1.85
"""Letters of a column for each point of paper, times the size that the paper writes in."""
_FILLED = 0.92
"""How full a line gets before its last word goes to the next."""
_LINE_HIGH = 13.0
_STILL = 12
"""With more lines than these above the rows, what stays in sight would leave no room for them."""

_LINE = styles.Side("thin", color="FF808080")
_GRID = styles.Border(_LINE, _LINE, _LINE, _LINE)
_HEAD, _GROUP = (styles.PatternFill("solid", fgColor=tone) for tone in ("FFE3E3E3", "FFF2F2F2"))
_PLAIN, _BOLD, _LARGE = styles.Font(FONT, 10), styles.Font(FONT, 10, bold=True), styles.Font(FONT, 12, bold=True)


def write(page: Worksheet, told: sheet_content.Page, paper: document.Document) -> None:
    """Fill a new sheet with a table and what belongs to it."""
    for place, line in enumerate(told.above):
        put(page, place + 1, 1, line).font = _LARGE if place == 0 else _PLAIN
    top = len(told.above) + 2
    letters = _widths(page, told, paper)
    last_heading = _headings(page, told.table.columns, top, letters)
    last, last_body = _rows(page, told.table, last_heading + 1, letters)
    for place, line in enumerate(told.below):
        put(page, last + 2 + place, 1, line).font = _PLAIN
    kept = _kept_columns(told.table.columns)
    page.freeze_panes = f"{get_column_letter(kept + 1)}{last_heading + 1 if last_heading <= _STILL else 1}"
    if told.table.rows:
        page.auto_filter.ref = f"A{last_heading}:{get_column_letter(len(told.table.columns))}{last_body}"
    page.print_title_rows = f"{top}:{last_heading}"
    _printing(page, told, paper)


def put(page: Any, row: int, column: int, text: str) -> Any:
    """Text in a cell, whatever it begins with."""
    cell = page.cell(row, column)
    text = xml.plain(text)
    if text:
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(FORMULA_SIGNS)
    return cell


def _headings(page: Worksheet, columns: Sequence[document.Column], top: int, letters: Sequence[float]) -> int:
    """The headings from a row on, grouped ones in two rows; returns the last."""
    grouped = any(column.group for column in columns)
    last = top + 1 if grouped else top
    for place, column in enumerate(columns, start=1):
        put(page, last if column.group else top, place, column.title)
    at = 1
    for group, members in itertools.groupby(columns, lambda column: column.group):
        count = len(list(members))
        if group:
            put(page, top, at, group)
            if count > 1:
                page.merge_cells(start_row=top, end_row=top, start_column=at, end_column=at + count - 1)
        elif grouped:
            for place in range(at, at + count):
                page.merge_cells(start_row=top, end_row=last, start_column=place, end_column=place)
        at += count
    most = max(_lines(column.title, wide) for column, wide in zip(columns, letters, strict=True))
    page.row_dimensions[last].height = _LINE_HIGH * most + 4
    middle = styles.Alignment("center", "center", wrap_text=True)
    for row in range(top, last + 1):
        for place in range(1, len(columns) + 1):
            cell = page.cell(row, place)
            cell.font, cell.fill, cell.border, cell.alignment = _BOLD, _HEAD, _GRID, middle
    return last


def _rows(page: Worksheet, table: document.Table, first: int, letters: Sequence[float]) -> tuple[int, int]:
    """The rows; returns the last one, and the last one before the totals, which no filter takes away."""
    if not table.rows:
        put(page, first, 1, table.when_empty).font = _BOLD
        return first, first
    wardrobe = _Wardrobe(table.columns)
    last_body = first
    for at, row in enumerate(table.rows, start=first):
        last_body = at if row.kind is not document.RowKind.TOTAL else last_body
        told = row.cells if row.kind is not document.RowKind.GROUP else (*row.cells, *[""] * (len(table.columns) - 1))
        for place, (text, column) in enumerate(zip(told, table.columns, strict=True)):
            is_number = column.holds_numbers and row.kind is not document.RowKind.GROUP
            found = sheet_figures.read(text) if is_number else None
            cell = put(page, at, place + 1, text) if found is None else page.cell(at, place + 1, found.value)
            wardrobe.dress(cell, row.kind, place, found.form if found else "")
        if row.kind is not document.RowKind.GROUP:
            most = max(_lines(text, wide) for text, wide in zip(row.cells, letters, strict=True))
            page.row_dimensions[at].height = _LINE_HIGH * most + 3
    return first + len(table.rows) - 1, last_body


class _Wardrobe:
    """How the cells of a table look: each look is put together once, which is most of the time that a sheet takes."""

    def __init__(self, columns: Sequence[document.Column]) -> None:
        self._alignments = [styles.Alignment(_across(column.align), "top", wrap_text=True) for column in columns]
        self._known: dict[tuple[object, ...], Any] = {}

    def dress(self, cell: Any, kind: document.RowKind, place: int, form: str) -> None:
        """Give a cell the look of its row and column; `form`: of a number."""
        key = (kind, place, form, cell.quotePrefix)
        if key not in self._known:
            cell.font, cell.border = _PLAIN if kind is document.RowKind.BODY else _BOLD, _GRID
            if kind is not document.RowKind.GROUP:
                cell.alignment = self._alignments[place]
            if kind is not document.RowKind.BODY:
                cell.fill = _GROUP
            if form:
                cell.number_format = form
            self._known[key] = cell._style
        cell._style = self._known[key]


def _across(align: document.Align) -> str:
    return "left" if align is document.Align.JUSTIFY else align.value


def _widths(page: Worksheet, told: sheet_content.Page, paper: document.Document) -> list[float]:
    """Columns as wide as on paper, in letters."""
    setup = dataclasses.replace(paper.page, landscape=told.landscape)
    size, widths = column_widths.fitting(told.table, setup.text_width * 72 / 25.4)
    letters = [max(wide * _LETTERS / size, _LEAST) for wide in widths]
    for place, wide in enumerate(letters, start=1):
        page.column_dimensions[get_column_letter(place)].width = round(wide, 1)
    return letters


def _lines(text: str, letters: float) -> int:
    """How many lines a text takes in a column."""
    return sum(max(1, math.ceil(len(line) / (letters * _FILLED))) for line in text.split("\n"))


def _kept_columns(columns: Sequence[document.Column]) -> int:
    """How many columns stay in sight: the running number and what names a row, where these come first."""
    leads = [place for place, column in enumerate(columns) if column.lead]
    return leads[0] + 1 if leads and leads[0] < 2 and len(columns) > 3 else 0


def _printing(page: Worksheet, told: sheet_content.Page, paper: document.Document) -> None:
    room = dataclasses.replace(paper.page, landscape=told.landscape).inner
    page.page_setup.paperSize = _FOLIO if paper.page.paper is pages.F4 else _A4
    page.page_setup.orientation = "landscape" if told.landscape else "portrait"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    margins = page.page_margins
    margins.left, margins.right = room.left / 25.4, room.right / 25.4
    margins.top, margins.bottom = room.top / 25.4, room.bottom / 25.4
    margins.header = margins.footer = 0.35
    footer = paper.footer
    page.oddHeader.left.text = footer.name[:120].replace("&", "&&")
    page.oddFooter.left.text = f"Kode pemeriksaan dokumen: {footer.code}" if footer.code else ""
    page.oddFooter.center.text = footer.notice.replace("&", "&&")
    page.oddFooter.right.text = "Halaman &P dari &N"
    page.oddHeader.left.size = page.oddFooter.left.size = page.oddFooter.center.size = 8
    page.oddFooter.right.size = 8
    if footer.is_draft:
        page.oddHeader.right.text = "KONSEP"
