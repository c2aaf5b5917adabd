# SPDX-License-Identifier: Apache-2.0
"""A workbook of the office's own (.xlsx), filled: fields in cells, rows with fields of a table repeated.

A cell that holds nothing but a field of a column of numbers becomes a number; all other text stays text, never a
formula. What stands below a repeated row moves down: merged cells, heights, the office's own formulas, print area.
"""

import copy
import io
import re
import zipfile
from collections.abc import Callable
from typing import Any, Final

import openpyxl
from openpyxl.formula import tokenizer
from openpyxl.utils import exceptions

from desk_app.domain import errors
from desk_app.domain.words import N_
from desk_app.reports import (
    own_format_reading,
    own_format_sandbox,
    own_format_values,
    sheet_figures,
    sheet_page,
    zipped,
)

MOST_CELLS: Final = 200_000
_FIELD = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\.\s*([a-z][a-z0-9_]*)")
_ALONE = re.compile(r"\s*\{\{\s*([a-z][a-z0-9_.]*)\s*\}\}\s*")
_REFERENCE = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?")
_SUM_OF_ONE = re.compile(r"\bSUM\((\$?[A-Z]{1,3}\$?\d+)\)")
"""A sum over the row of the form: meant are all that it becomes."""
_DRAWN = re.compile(r"xl/(?:charts|chartsheets|diagrams|slicers|pivotTables)/")

_FAULTS = (
    exceptions.InvalidFileException,
    zipfile.BadZipFile,
    SyntaxError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
)
"""What the library raises for a file that is XML but no workbook, found by altering sound ones at random."""

Moved = Callable[[int, bool], int]
"""Where a row of the form stands in the filled one; True: where its last repetition stands."""


def fill(data: bytes, values: own_format_values.Values, about: bytes) -> tuple[bytes, own_format_reading.Reading]:
    """The workbook filled in, and what was found in it. `about`: the file's own description. Raises Refused."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(data))
    except _FAULTS as fault:
        raise _unread() from fault
    if sum(page.max_row * page.max_column for page in book.worksheets) > MOST_CELLS:
        raise errors.Refused(N_("Lembar Excel ini terlalu luas. Hapus baris dan kolom kosong di luar tabelnya."))
    filling = _Filling(values)
    moves = {page.title: _fill_page(page, filling) for page in book.worksheets}
    for page in book.worksheets:
        _move_formulas(page, moves, filling.repeated)
    target = io.BytesIO()
    try:
        book.save(target)
    except _FAULTS as fault:
        raise _unread() from fault
    return zipped.anew(target.getvalue(), {"docProps/core.xml": about}), filling.braces.reading


def _unread() -> errors.Damaged:
    return errors.Damaged(N_("Berkas Excel ini tidak dapat dibaca. Simpan ulang di Excel, lalu coba lagi."))


def loses(data: bytes) -> bool:
    """Whether the form holds what does not come along: charts and the like."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return any(_DRAWN.match(name) for name in packed.namelist())


def _fill_page(page: Any, filling: "_Filling") -> Moved:
    """Fill one sheet, from its last row up, so that what is above keeps its place meanwhile."""
    counts: dict[int, int] = {}
    for row in range(page.max_row, 0, -1):
        cells = [cell for cell in page[row] if isinstance(cell.value, str) and "{" in cell.value]
        for cell in cells:
            _require_text(cell)
        cells = [cell for cell in cells if cell.data_type != "f"]
        table = _table_of(cells, filling.values)
        if table is None:
            for cell in cells:
                filling.writer(cell.value)(cell, filling.context)
        else:
            counts[row] = max(len(filling.values.tables[table]), 1)
            _repeat(page, row, table, filling)
    for part in (page.oddHeader, page.oddFooter):
        for place in (part.left, part.center, part.right):
            if place.text and "{" in place.text:
                place.text = filling.braces.filled(place.text).replace("&", "&&")
    moved = _mover(counts)
    _move_layout(page, counts, moved)
    return moved


def _require_text(cell: Any) -> None:
    if cell.data_type == "f" and "{{" in cell.value:
        raise errors.Refused(
            N_("Sel {cell} berisi rumus dan isian sekaligus. Taruh isian di sel lain, lalu rujuk sel itu."),
            cell=cell.coordinate,
        )


def _table_of(cells: list[Any], values: own_format_values.Values) -> str | None:
    """The table whose rows repeat a row of cells."""
    found = {
        name
        for cell in cells
        for name, column in _FIELD.findall(cell.value)
        if name in values.tables and column != own_format_values.TOTAL
    }
    if len(found) > 1:
        raise errors.Refused(
            N_("Satu baris tabel memuat isian dari dua tabel ({names}). Pisahkan menjadi dua tabel."),
            names=", ".join(sorted(found)),
        )
    return next(iter(found), None)


def _repeat(page: Any, row: int, table: str, filling: "_Filling") -> None:
    told = list(filling.values.tables[table])
    if len(told) > 1:
        page.insert_rows(row + 1, len(told) - 1)
    for first in list(page[row]):
        text, is_formula = first.value, first.data_type == "f"
        writer = None
        if isinstance(text, str) and "{" in text and not is_formula:
            writer = filling.writer(text, f"{{% for {table} in {table} %}}{text}{{% endfor %}}")
        for place, one in enumerate(told):
            target = page.cell(row + place, first.column)
            if place:
                target._style = copy.copy(first._style)
            if writer is not None:
                writer(target, {**filling.context, table: [one]})
            elif is_formula:
                target.value = text
                filling.repeated[id(target)] = (row, place)
            elif place and text is not None:
                target.value = text


class _Filling:
    """What is filled in, and the cells with formulas of repeated rows: the row they come from, and the repetition."""

    def __init__(self, values: own_format_values.Values) -> None:
        self.values = values
        self.context = values.context
        self.braces = own_format_sandbox.Braces(values, escape=False)
        self.repeated: dict[int, tuple[int, int]] = {}

    def writer(self, text: str, looped: str = "") -> Callable[[Any, dict[str, Any]], None]:
        """Writes a text with its fields into a cell: a number where it is one of a column of numbers."""
        form = self.braces.from_string(looped or text)
        alone = _ALONE.fullmatch(text)
        is_number = alone is not None and alone[1] in self.values.numbers

        def write(cell: Any, context: dict[str, Any]) -> None:
            said = form.render(context)
            found = sheet_figures.read(said) if is_number else None
            if found is None:
                cell.value = None
                sheet_page.put(cell.parent, cell.row, cell.column, said)
                return
            cell.value = found.value
            if cell.number_format in ("General", "@"):
                cell.number_format = found.form

        return write


def _mover(counts: dict[int, int]) -> Moved:
    def moved(row: int, last: bool) -> int:
        before = sum(count - 1 for repeated, count in counts.items() if repeated < row)
        return row + before + (counts.get(row, 1) - 1 if last else 0)

    return moved


def _move_layout(page: Any, counts: dict[int, int], moved: Moved) -> None:
    """Heights, merged cells, print area, filter and rules of choice follow the rows that moved."""
    if not any(count > 1 for count in counts.values()):
        return
    heights = {row: page.row_dimensions[row].height for row in list(page.row_dimensions)}
    for row in list(page.row_dimensions):
        page.row_dimensions[row].height = None
    for row, height in heights.items():
        for place in range(moved(row, False), moved(row, True) + 1):
            page.row_dimensions[place].height = height
    merged = [(one.min_row, one.min_col, one.max_row, one.max_col) for one in page.merged_cells.ranges]
    page.merged_cells.ranges.clear()
    for top, left, bottom, right in merged:
        repeated = counts.get(top, 1) if top == bottom else 1
        for place in range(repeated):
            end = moved(top, False) + place if top == bottom else moved(bottom, True)
            page.merge_cells(start_row=moved(top, False) + place, end_row=end, start_column=left, end_column=right)
    if page.auto_filter.ref:
        page.auto_filter.ref = _shifted(page.auto_filter.ref, moved)
    if page.print_area:
        page.print_area = _shifted(str(page.print_area).rpartition("!")[2].replace("$", ""), moved)
    for rule in page.data_validations.dataValidation:
        rule.sqref = type(rule.sqref)(_shifted(str(rule.sqref), moved))
    for image in page._images:
        for corner in (getattr(image.anchor, "_from", None), getattr(image.anchor, "to", None)):
            if corner is not None:
                corner.row = moved(corner.row + 1, False) - 1


def _move_formulas(page: Any, moves: dict[str, Moved], repeated: dict[int, tuple[int, int]]) -> None:
    """The office's own formulas go on meaning the same rows; a range over a repeated row grows with it."""
    for row in page.iter_rows():
        for cell in row:
            if cell.data_type == "f" and isinstance(cell.value, str):
                own = moves[page.title]
                if id(cell) in repeated:
                    own = _of_repetition(own, *repeated[id(cell)])
                cell.value = _formula(cell.value, own, moves)


def _of_repetition(moved: Moved, row: int, place: int) -> Moved:
    """Within a repeated row, that row means its own repetition."""
    return lambda at, last: moved(row, False) + place if at == row else moved(at, last)


def _formula(text: str, own: Moved, moves: dict[str, Moved]) -> str:
    out = ["="]
    for token in tokenizer.Tokenizer(_SUM_OF_ONE.sub(r"SUM(\1:\1)", text)).items:
        sheet, mark, reference = token.value.rpartition("!")
        moved = moves.get(sheet.strip("'").replace("''", "'")) if mark else own
        is_range = token.type == tokenizer.Token.OPERAND and token.subtype == tokenizer.Token.RANGE
        if is_range and moved is not None and _REFERENCE.fullmatch(reference):
            out.append(f"{sheet}{mark}{_shifted(reference, moved)}")
        else:
            out.append(token.value)
    return "".join(out)


def _shifted(reference: str, moved: Moved) -> str:
    """A reference, or several, with its rows where they stand now."""

    def one(found: re.Match[str]) -> str:
        first = f"{found[1]}{moved(int(found[2]), False)}"
        return f"{first}:{found[3]}{moved(int(found[4]), True)}" if found[3] else first

    return _REFERENCE.sub(one, reference)
