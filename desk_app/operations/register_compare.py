# SPDX-License-Identifier: Apache-2.0
"""The rows of a register's sheet against what is here: new, changed, same or refused, with what is wrong in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk_app.domain import errors, words
from desk_app.operations import register_headings, register_sheets
from desk_app.operations.register_columns import Columns
from desk_app.operations.register_export import SUM
from desk_app.workbooks import cells, reading, table_rows

N_ = words.N_

Fault = cells.Fault

MOST_KEPT = 1000
"""Faults and differences kept for showing; all are counted, and all faults stand in the marked copy."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one record that the sheet would alter, in words."""

    row: int
    title: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a good row does: `no` 0 writes a new record."""

    row: int
    no: int | str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Preview:
    """What importing would do; nothing is written yet. `rows` = new + changed + same + refused.

    `mapping`: column letter, heading as written, name of the field it was taken for ("" left out).
    """

    key: str
    path: Path
    sheet: str
    mapping: tuple[tuple[str, str, str], ...]
    rows: int
    new: int
    changed: int
    same: int
    refused: int
    faults: tuple[Fault, ...]
    differences: tuple[Difference, ...]
    entries: tuple[Entry, ...] = field(repr=False)
    all_faults: tuple[Fault, ...] = field(repr=False)
    seen: int | None = None


class Comparison:
    """The rows of a sheet, sorted into new, changed, same and refused while they are read."""

    def __init__(
        self,
        register: register_sheets.Register,
        columns: Columns,
        headed: register_headings.Headings,
        read: reading.Sheet,
        by_code: Mapping[str, register_sheets.Row],
    ) -> None:
        self._register, self._columns, self._headed, self._sheet = register, columns, headed, read
        self._by_code = by_code
        self._fields = [one for one in columns.fields if one.name in headed.columns]
        self._alone: dict[tuple[Any, ...], int] = {}
        if register.unique:
            self._alone = {tuple(row[name] for name in register.unique): 0 for row in by_code.values()}
        self.faults: list[Fault] = []
        self.differences: list[Difference] = []
        self.entries: list[Entry] = []
        self.lines: dict[int, table_rows.Line] = {}
        self.same = self.refused = 0
        self._codes: dict[str, int] = {}

    def take(self, line: table_rows.Line) -> None:
        """Sort one row in; the sum below the rows is no row."""
        *told, code = line.values
        if code in (None, SUM) and any(cells.text(cell).casefold() == SUM.casefold() for cell in line.cells[:1]):
            return
        if line.faults:
            self.refuse(line, line.faults)
            return
        given = {
            field.name: value for field, value in zip(self._fields, told, strict=True) if value is not None
        }
        if code is None and given.keys() and given.keys() <= set(self._register.blank):
            return
        if code is None:
            self._take_new(line, given)
            return
        fault = self._code_fault(code)
        if fault is not None:
            self.refuse(line, [self._fault(line, self._headed.code, fault)])
            return
        self._codes[code] = line.row
        self._take_known(line, self._by_code[code], given)

    def refuse(self, line: table_rows.Line, faults: Sequence[Fault]) -> None:
        """A row that is not put in."""
        self.refused += 1
        self.faults.extend(faults)

    def refuse_entry(self, entry: Entry, refusal: errors.Refused) -> None:
        """A row that its verb refused; it is told at the first cell that is filled."""
        line = self.lines[entry.row]
        self.entries.remove(entry)
        self.differences = [one for one in self.differences if one.row != entry.row]
        first = next(iter(entry.values), "")
        column = self._headed.columns.get(first, self._headed.code)
        self.refuse(line, [self._fault(line, column, words.Phrase(refusal.message, refusal.params))])

    def preview(self, path: Path, seen: int | None) -> Preview:
        new = sum(not one.no for one in self.entries)
        return Preview(
            key=self._register.key,
            path=path,
            sheet=self._sheet.name,
            mapping=self._headed.mapping,
            rows=len(self.entries) + self.same + self.refused,
            new=new,
            changed=len(self.entries) - new,
            same=self.same,
            refused=self.refused,
            faults=tuple(self.faults[:MOST_KEPT]),
            differences=tuple(self.differences[:MOST_KEPT]),
            entries=tuple(self.entries),
            all_faults=tuple(self.faults),
            seen=seen,
        )

    def _take_new(self, line: table_rows.Line, given: Mapping[str, Any]) -> None:
        missing = [name for name in self._register.required if name not in given]
        alone = tuple(given.get(name) for name in self._register.unique)
        if self._register.new is None:
            what = words.phrase(N_("Baris baru tidak dapat ditambahkan lewat buku kerja. Tambahkan di program."))
            self.refuse(line, [self._fault(line, self._headed.code, what)])
        elif missing:
            column = self._headed.columns[missing[0]]
            what = words.phrase(N_("{field} kosong. Isi dahulu."), field=column.heading)
            self.refuse(line, [self._fault(line, column, what)])
        elif alone and alone in self._alone:
            row = self._alone[alone]
            what = words.phrase(N_("Sama dengan baris {row}. Satu baris saja yang dipakai."), row=row)
            if not row:
                what = words.phrase(N_("Catatan ini sudah ada. Ubahlah barisnya yang berkode, jangan tulis lagi."))
            self.refuse(line, [self._fault(line, self._headed.columns[self._register.unique[0]], what)])
        else:
            if alone:
                self._alone[alone] = line.row
            self._keep(line, Entry(line.row, 0, given))

    def _take_known(self, line: table_rows.Line, row: Mapping[str, Any], given: Mapping[str, Any]) -> None:
        declared = self._register.declared
        if declared.veiled_by and row.get(declared.veiled_by):
            self.same += 1
            return
        altered = [
            one
            for one in self._fields
            if one.name in given and not self._columns.is_same(one, row[one.name], given[one.name])
        ]
        shut = [one for one in altered if one.name in self._register.fixed or self._register.edit is None]
        if shut:
            what = words.phrase(N_("Ini tidak dapat diubah pada catatan yang sudah ada. Tulis baris baru."))
            self.refuse(line, [self._fault(line, self._headed.columns[one.name], what) for one in shut])
            return
        title = self._columns.title(row)
        for one in altered:
            before, after = (self._columns.words(one, value) for value in (row[one.name], given[one.name]))
            self.differences.append(Difference(line.row, title, self._register.heading(one), before, after))
        if altered:
            self._keep(line, Entry(line.row, row["no"], {one.name: given[one.name] for one in altered}))
        else:
            self.same += 1

    def _keep(self, line: table_rows.Line, entry: Entry) -> None:
        self.entries.append(entry)
        self.lines[line.row] = line

    def _code_fault(self, code: str) -> words.Phrase | None:
        if code in self._codes:
            return words.phrase(
                N_("Kode ini sudah ada di baris {row}. Untuk catatan baru, kosongkan kodenya."), row=self._codes[code]
            )
        if code not in self._by_code and self._register.listed:
            return words.phrase(N_("“{code}” tidak ada di daftar ini."), code=code)
        if code not in self._by_code:
            return words.phrase(
                N_("Tidak ada catatan dengan kode ini: sudah dihapus, atau dari daftar lain. Untuk catatan baru, "
                   "kosongkan kodenya.")
            )
        return None

    def _fault(self, line: table_rows.Line, column: table_rows.ReadColumn, what: words.Phrase) -> Fault:
        return table_rows.fault(self._sheet, line.row, column, line.cells, what)
