# SPDX-License-Identifier: Apache-2.0
"""A register comes back from a workbook: a dry run that does everything and takes it back, then the good rows.

The dry run goes through the verbs as the writing does, in a transaction that is rolled back: what it refuses is what
would be refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desk_app.base.progress import Progress, Steps
from desk_app.data import arrivals
from desk_app.domain import errors, words
from desk_app.operations import backups, register_columns, register_compare, register_headings, register_sheets
from desk_app.operations.desk import Desk
from desk_app.operations.register_columns import Columns
from desk_app.operations.transact import together
from desk_app.workbooks import reading, table_rows

N_ = words.N_

Fault = register_compare.Fault
Preview = register_compare.Preview


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
    headed = register_headings.Headings(desk, register, columns, read, mapping)
    if mapping is not None:
        register_headings.remember(desk, register, headed, mapping)
    by_code = {str(row[register_columns.ROW_CODE]): row for row in rows if row["no"] is not None}
    yield Progress(0, max(len(read.rows) - headed.first_row, 0), N_("Memeriksa baris"))
    compared = register_compare.Comparison(register, columns, headed, read, by_code)
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


def _try(
    desk: Desk, register: register_sheets.Register, compared: register_compare.Comparison, seen: int | None
) -> None:
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


def _write(desk: Desk, register: register_sheets.Register, entry: register_compare.Entry, seen: int | None) -> None:
    if entry.no and register.edit is not None:
        register.edit(desk, entry.no, seen=seen, **entry.values)
    elif register.new is not None:
        register.new(desk, **entry.values)
