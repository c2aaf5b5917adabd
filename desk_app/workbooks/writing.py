# SPDX-License-Identifier: Apache-2.0
"""Writing workbooks with openpyxl: headings, filter, frozen panes; text stays text, never a formula."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desk_app.base import files
from desk_app.domain import errors, words

N_ = words.N_

Value = str | int | float | bool | date | datetime | None

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
CHOICES = "Pilihan"
"""The hidden sheet that holds long drop-downs."""

_LONGEST_LIST = 255
_HEAD_FILL, _WRONG_FILL = "FFE3E8EF", "FFFFD5D0"
_WIDEST, _NARROWEST = 60, 6
_MEASURED = 200


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One sheet: headings and rows of plain values. `choices`: column index → what may be chosen in it.

    `texts`: columns in which what is typed stays text ("0812" keeps its zero); `notes`: column index → the note of
    its heading; `frozen`: columns that stay in sight. `wrong`: (row index, column index) of cells to mark, with words;
    `title_rows`: lines above the headings.
    """

    name: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Value]]
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    wrong: Mapping[tuple[int, int], str] = field(default_factory=dict)
    title_rows: Sequence[str] = ()
    widths: Mapping[int, int] = field(default_factory=dict)
    notes: Mapping[int, str] = field(default_factory=dict)
    texts: Sequence[int] = ()
    frozen: int = 0


def write_workbook(path: Path, sheets: Sequence[TableSheet]) -> None:
    """Write sheets to a file, whole or not at all. Raises Refused when the file cannot be written."""
    data = workbook_bytes(sheets)
    try:
        files.write_whole(path, data)
    except OSError as fault:
        raise errors.Refused(
            N_("{file} tidak dapat ditulis. Tutup dahulu berkas itu di Excel, atau pilih tempat lain."),
            file=path,
        ) from fault


def workbook_bytes(sheets: Sequence[TableSheet]) -> bytes:
    """The bytes of an .xlsx file."""
    import openpyxl

    workbook = openpyxl.Workbook(write_only=True)
    long: list[Sequence[str]] = []
    for sheet in sheets:
        _write_sheet(workbook, sheet, long)
    if long:
        _write_choices(workbook, long)
    sink = io.BytesIO()
    workbook.save(sink)
    return sink.getvalue()


def plain(text: str) -> str:
    """Text without the control characters that no workbook can hold."""
    if text.isprintable():
        return text
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula."""
    return text.startswith(_FORMULA_STARTS)


def _write_sheet(workbook: Any, sheet: TableSheet, long: list[Sequence[str]]) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    page = workbook.create_sheet(_sheet_name(sheet.name))
    top = len(sheet.title_rows) + 1
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}{top + 1}"
    rows = iter(sheet.rows)
    first = [row for _, row in zip(range(_MEASURED), rows, strict=False)]
    for index, heading in enumerate(sheet.headings):
        longest = max([len(heading), *(len(str(row[index])) for row in first if index < len(row))])
        width = sheet.widths.get(index) or min(max(longest + 2, _NARROWEST), _WIDEST)
        page.column_dimensions[get_column_letter(index + 1)].width = width
    for index in sheet.texts:
        page.column_dimensions[get_column_letter(index + 1)].number_format = "@"
    for index, choices in sheet.choices.items():
        rule = DataValidation(type="list", formula1=_choice_list(choices, long), allow_blank=True)
        letter = get_column_letter(index + 1)
        rule.add(f"{letter}{top + 1}:{letter}1048576")
        page.data_validations.append(rule)
    bold, wrap = Font(bold=True), Alignment(wrap_text=True, vertical="top")
    head, wrong = PatternFill("solid", fgColor=_HEAD_FILL), PatternFill("solid", fgColor=_WRONG_FILL)
    for line in sheet.title_rows:
        page.append([_cell(page, line)])
    headings = []
    for index, heading in enumerate(sheet.headings):
        cell = WriteOnlyCell(page, plain(heading))
        cell.data_type = "s"
        cell.font, cell.fill, cell.alignment = bold, head, wrap
        if index in sheet.notes:
            cell.comment = Comment(plain(sheet.notes[index]), "Desk")
        headings.append(cell)
    page.append(headings)
    number = 0
    for number, row in enumerate(_chained(first, rows), 1):
        cells = [_cell(page, value) for value in row]
        for index in range(len(cells)):
            words_of = sheet.wrong.get((number - 1, index))
            if words_of is not None:
                cells[index] = _marked(page, cells[index], words_of, wrong)
        page.append(cells)
    if sheet.headings:
        page.auto_filter.ref = f"A{top}:{get_column_letter(len(sheet.headings))}{top + number}"


def _choice_list(choices: Sequence[str], long: list[Sequence[str]]) -> str:
    """Where a drop-down takes its words from: itself, or a hidden sheet where Excel would not hold them."""
    joined = ",".join(choices)
    if len(joined) <= _LONGEST_LIST and not any(mark in choice for choice in choices for mark in ",\""):
        return f'"{joined}"'
    from openpyxl.utils import get_column_letter

    if choices not in long:
        long.append(choices)
    letter = get_column_letter(long.index(choices) + 1)
    return f"{CHOICES}!${letter}$1:${letter}${len(choices)}"


def _write_choices(workbook: Any, long: list[Sequence[str]]) -> None:
    """The hidden sheet with the long lists, one a column."""
    page = workbook.create_sheet(CHOICES)
    page.sheet_state = "hidden"
    for at in range(max(map(len, long))):
        page.append([_cell(page, one[at]) if at < len(one) else None for one in long])


def _chained(first: list[Sequence[Value]], rest: Iterable[Sequence[Value]]) -> Iterable[Sequence[Value]]:
    yield from first
    yield from rest


def _cell(page: Any, value: Value) -> Any:
    """A value as it is given to openpyxl; only text that could be taken for a formula needs a cell of its own."""
    if not isinstance(value, str):
        return value
    text = plain(value)
    if not text.startswith(_FORMULA_STARTS):
        return text
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page, text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _marked(page: Any, value: Any, words_of: str, fill: Any) -> Any:
    from openpyxl.cell import Cell, WriteOnlyCell
    from openpyxl.comments import Comment

    cell = value if isinstance(value, Cell) else WriteOnlyCell(page, value)
    cell.fill = fill
    cell.comment = Comment(plain(words_of), "Desk")
    return cell


def _sheet_name(name: str) -> str:
    cleaned = "".join(" " if letter in "[]:*?/\\" else letter for letter in plain(name)).strip("' ")
    return cleaned[:31] or "Lembar"
