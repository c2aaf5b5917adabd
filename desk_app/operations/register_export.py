# SPDX-License-Identifier: Apache-2.0
"""A register as a workbook: headings, filters, frozen panes, drop-downs, totals; it comes back by `register_import`."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from desk_app.base.progress import Progress, Steps
from desk_app.data import register_rows
from desk_app.data.streams import StreamBook
from desk_app.domain import words
from desk_app.operations import register_sheets, settings
from desk_app.operations.desk import Desk
from desk_app.operations.register_columns import Columns
from desk_app.workbooks import writing

N_ = words.N_

SUM = "Jumlah"
HELP = (
    "Satu baris satu catatan. Judul kolom jangan diubah; urutan kolom boleh.",
    "Baris baru: kosongkan kolom Kode catatan. Baris lama: biarkan kodenya, ubah isinya.",
    "Sel yang dikosongkan tidak menghapus isian yang sudah ada. Baris yang dihapus di sini tidak terhapus di program.",
    "Kolom yang tidak disebut di bawah ini hanya untuk dibaca; ubahlah di program.",
)
_SLICE = 500


def export(desk: Desk, key: str, path: Path, *, personal: bool = False, empty: bool = False) -> Steps[int]:
    """Write a register into a workbook; returns how many rows. Raises Refused where the file is in use.

    `personal`: with the columns that identify persons; `empty`: the headings alone, to be filled.
    """
    register = register_sheets.register(key)
    yield Progress(0, None, N_("Menulis buku kerja"))
    columns = Columns(desk, register, personal=personal)
    with desk.reading() as connection:
        event = settings.event_code(desk)
        rows = [] if empty else register_rows.rows(connection, register.declared, event)
        book = StreamBook(connection)
        codes = [register_rows.code(book, row["no"]) for row in rows]
    columns.learn(rows)
    told = []
    for at, (row, code) in enumerate(zip(rows, codes, strict=True)):
        if at % _SLICE == 0:
            yield Progress(at, len(rows), N_("Menulis buku kerja"))
        told.append([*_cells(register, columns, row), code])
    headings = columns.headings
    back = [field.label for field in columns.fields if field.name in register.back]
    sheets = [
        writing.TableSheet(register.title, headings, [*told, *_totals(register, columns, rows)], columns.choices()),
        writing.TableSheet(
            "Petunjuk",
            ["Cara mengisi"],
            [[line] for line in (*HELP, "Kolom yang masuk kembali: " + ", ".join(back) + ".")],
            widths={0: 110},
        ),
    ]
    writing.write_workbook(path, sheets)
    return len(rows)


def _cells(register: register_sheets.Register, columns: Columns, row: Mapping[str, Any]) -> list[writing.Value]:
    veiled = register.declared.veiled_by and row[register.declared.veiled_by]
    shown = register.declared.title[:1] if veiled else None
    return [
        columns.cell(field, row[field.name]) if shown is None or field.name in shown else None
        for field in columns.fields
    ]


def _totals(
    register: register_sheets.Register, columns: Columns, rows: list[Mapping[str, Any]]
) -> Iterator[list[writing.Value]]:
    if not register.totals or not rows:
        return
    sums: list[writing.Value] = [
        sum(row[field.name] or 0 for row in rows) if field.name in register.totals else None for field in columns.fields
    ]
    if sums[0] is None:
        sums[0] = SUM
    yield [*sums, None]
