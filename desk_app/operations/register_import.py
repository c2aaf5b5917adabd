# SPDX-License-Identifier: Apache-2.0
"""A register comes back from a workbook: a dry run that does everything and takes it back, then the good rows.

The dry run goes through the verbs as the writing does, in a transaction that is rolled back: what it refuses is what
would be refused. How a source's headings were mapped by hand is remembered for that source.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk_app.base.progress import Progress, Steps
from desk_app.data import arrivals, unit_of_work
from desk_app.data import settings as kept_settings
from desk_app.domain import errors, records, words
from desk_app.operations import backups, register_columns, register_sheets
from desk_app.operations.desk import Desk
from desk_app.operations.register_columns import Columns
from desk_app.operations.register_export import SUM
from desk_app.operations.transact import together, transact
from desk_app.workbooks import cells, extent, reading, table_rows

N_ = words.N_

Fault = cells.Fault

MOST_KEPT = 1000
"""Faults and differences kept for showing; all are counted, and all faults stand in the marked copy."""

_ROWS_TRIED = 25


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


@dataclass(frozen=True, slots=True)
class Imported:
    """What was written."""

    new: int
    changed: int
    refused: int


class _TakenBack(Exception):
    """Ends the transaction of a dry run."""


def sheet_names(path: Path) -> list[str]:
    """The sheets of a workbook, to choose from. Raises Refused."""
    return reading.sheet_names(path)


def mappable(desk: Desk, key: str) -> list[tuple[str, str]]:
    """What a column of a register's sheet can be taken for: the name of a field and its words."""
    register = register_sheets.register(desk, key)
    names = Columns(desk, register, personal=True).names
    return [(name, label) for name, label in names if name in register.back or name == register_columns.CODE_NAME]


def preview(
    desk: Desk, key: str, path: Path, sheet: str = "", mapping: Mapping[str, str] | None = None
) -> Steps[Preview]:
    """Read a workbook and say what it would do to a register. Raises Refused where it is no such sheet.

    `mapping`: heading as written → name of the field ("" leaves it out), for what the clerk maps by hand; it is
    remembered for sheets with the same headings.
    """
    yield Progress(0, None, N_("Membaca buku kerja"))
    register = register_sheets.register(desk, key)
    read = reading.read_sheet(path, sheet)
    columns = Columns(desk, register, personal=True)
    with desk.reading() as connection:
        seen = arrivals.latest(connection)
    rows = register_columns.rows(desk, register)
    columns.learn(rows)
    headed = _Headed(desk, register, columns, read, mapping)
    if mapping is not None:
        _remember(desk, register, headed, mapping)
    by_code = {str(row[register_columns.ROW_CODE]): row for row in rows if row["no"] is not None}
    yield Progress(0, max(len(read.rows) - headed.first_row, 0), N_("Memeriksa baris"))
    compared = _Compared(register, columns, headed, read, by_code)
    for line in table_rows.read(read, headed.first_row, [*headed.columns.values(), headed.code]):
        if line.row % 500 == 0:
            yield Progress(line.row - headed.first_row, len(read.rows) - headed.first_row, N_("Memeriksa baris"))
        compared.take(line)
    yield Progress(0, None, N_("Mencoba tanpa menyimpan"))
    _try(desk, register, compared, seen)
    return compared.preview(path, seen)


def write(desk: Desk, found: Preview) -> Steps[Imported]:
    """Write the good rows in one transaction, undone as one; a backup is made before."""
    if not found.entries:
        raise errors.Refused(N_("Tidak ada baris yang dapat dimasukkan. Perbaiki dahulu kesalahan di daftar."))
    register = register_sheets.register(desk, found.key)
    yield from backups.backup_if_due(desk, backups.Reason.IMPORT)
    yield Progress(0, len(found.entries), N_("Memasukkan baris"))

    def work() -> None:
        for entry in found.entries:
            _write(desk, register, entry, found.seen)

    together(desk, N_("Impor dari buku kerja"), work)
    return Imported(found.new, found.changed, found.refused)


class _Headed:
    """Which column of the sheet is which field."""

    def __init__(
        self,
        desk: Desk,
        register: register_sheets.Register,
        columns: Columns,
        read: reading.Sheet,
        mapping: Mapping[str, str] | None,
    ) -> None:
        self.first_row, self.texts = 0, [""]
        names = {_key(label): name for name, label in columns.names}
        fewest = 0
        for index, row in enumerate(read.rows[:_ROWS_TRIED]):
            texts = [" ".join(cell.split()) if isinstance(cell, str) else "" for cell in row]
            if mapping is None and any(texts):
                chosen = _remembered(desk, register, texts)
            else:
                chosen = dict(mapping or {})
            matched = sum(_key(text) in names or bool(chosen.get(text)) for text in texts if text)
            if matched > fewest:
                fewest, self.first_row, self.texts, self.chosen = matched, index + 1, texts, chosen
        if not fewest:
            raise errors.Refused(
                N_("Di lembar “{sheet}” tidak ditemukan baris judul kolom. Perlu ada, misalnya, “{heading}”. Pakai "
                   "berkas dari Simpan ke Excel sebagai contoh."),
                sheet=read.name,
                heading=columns.headings[0],
            )
        places: dict[str, int | None] = dict.fromkeys(name for name, _label in columns.names)
        places |= self._places(names)
        self.code = table_rows.ReadColumn(places[register_columns.CODE_NAME], register.code, cells.text)
        self.columns: dict[str, table_rows.ReadColumn] = {}
        for one in columns.fields:
            if one.name in register.back:
                place = places[one.name]
                heading = self.texts[place] if place is not None else register.heading(one)
                self.columns[one.name] = table_rows.ReadColumn(place, heading, columns.reader(one))
        used = {*register.back, register_columns.CODE_NAME}
        taken = {index: name for name, index in places.items() if index is not None and name in used}
        self.mapping = tuple(
            (extent.column_letter(index), text, taken.get(index, "")) for index, text in enumerate(self.texts) if text
        )

    def _places(self, names: Mapping[str, str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for index, text in enumerate(self.texts):
            name = self.chosen[text] if text in self.chosen else names.get(_key(text))
            if text and name is not None and name not in found and not (text in self.chosen and not name):
                found[name] = index
        return found


class _Compared:
    """The rows of a sheet, sorted into new, changed, same and refused while they are read."""

    def __init__(
        self,
        register: register_sheets.Register,
        columns: Columns,
        headed: _Headed,
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


def _try(desk: Desk, register: register_sheets.Register, compared: _Compared, seen: int | None) -> None:
    """Do it all and take it back; rows that are refused leave the entries."""

    def work() -> None:
        for entry in list(compared.entries):
            try:
                _write(desk, register, entry, seen)
            except errors.Refused as refusal:
                compared.refuse_entry(entry, refusal)
        raise _TakenBack

    try:
        together(desk, N_("Impor dari buku kerja"), work)
    except _TakenBack:
        return


def _write(desk: Desk, register: register_sheets.Register, entry: Entry, seen: int | None) -> None:
    if entry.no and register.edit is not None:
        register.edit(desk, entry.no, seen=seen, **entry.values)
    elif register.new is not None:
        register.new(desk, **entry.values)


def _remembered(desk: Desk, register: register_sheets.Register, texts: Sequence[str]) -> dict[str, str]:
    with desk.reading() as connection:
        told = kept_settings.value(connection, desk.identity.place, _source(register, texts))
    return dict(json.loads(told)) if told else {}


def _remember(desk: Desk, register: register_sheets.Register, headed: _Headed, mapping: Mapping[str, str]) -> None:
    name, told = _source(register, headed.texts), json.dumps(dict(sorted(mapping.items())), ensure_ascii=False)
    if _remembered(desk, register, headed.texts) == dict(mapping):
        return

    def work(unit: unit_of_work.Unit) -> None:
        unit.put(records.SETTING, (desk.identity.place, name), {"value": told})

    transact(desk, N_("Judul kolom buku kerja"), work, kind="setup")


def _source(register: register_sheets.Register, texts: Sequence[str]) -> str:
    """The setting that keeps how the headings of a source were mapped."""
    digest = hashlib.sha256("|".join(sorted({text for text in texts if text})).encode()).hexdigest()
    return f"headings:{register.key}:{digest[:16]}"


def _key(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())
