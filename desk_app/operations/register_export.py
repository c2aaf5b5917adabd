# SPDX-License-Identifier: Apache-2.0
"""A register as a workbook: headings, filters, frozen panes, drop-downs, totals; it comes back by `register_import`."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desk_app.base.progress import Progress, Steps
from desk_app.domain import words
from desk_app.operations import register_columns, register_sheets
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
LISTED_HELP = (
    "Satu baris satu tempat. Judul kolom dan kode jangan diubah; urutan kolom boleh.",
    "Sel yang dikosongkan tidak menghapus isian yang sudah ada.",
    "Kolom yang tidak disebut di bawah ini hanya untuk dibaca; ubahlah di program.",
)
_SLICE = 500


def export(desk: Desk, key: str, path: Path, *, personal: bool = False, empty: bool = False) -> Steps[int]:
    """Write a register into a workbook; returns how many rows. Raises Refused where the file is in use.

    `personal`: with the columns that identify persons; `empty`: the headings alone, to be filled.
    """
    register = register_sheets.register(desk, key)
    yield Progress(0, None, N_("Menulis buku kerja"))
    columns = Columns(desk, register, personal=personal)
    rows = register_columns.rows(desk, register) if not empty or register.listed or register.blank else []
    if empty and not register.listed:
        rows = [row for row in rows if row["no"] is None]
    columns.learn(rows)
    shut = frozenset(register.back) - set(register.blank) if empty else frozenset()
    told = []
    for at, row in enumerate(rows):
        if at % _SLICE == 0:
            yield Progress(at, len(rows), N_("Menulis buku kerja"))
        told.append(columns.line(_cells(register, columns, row, shut), row[register_columns.ROW_CODE]))
    headings = columns.headings
    back = [register.heading(field) for field in columns.fields if field.name in register.back]
    help_ = LISTED_HELP if register.listed else HELP
    totals = [] if empty else _totals(register, columns, rows)
    sheets = [
        writing.TableSheet(
            register.title,
            headings,
            [*told, *totals],
            columns.choices(),
            notes=columns.notes(),
            texts=columns.texts(),
            frozen=register.frozen,
        ),
        writing.TableSheet(
            "Petunjuk",
            ["Cara mengisi"],
            [[line] for line in (*help_, "Kolom yang masuk kembali: " + ", ".join(back) + ".")],
            widths={0: 110},
        ),
    ]
    writing.write_workbook(path, sheets)
    return 0 if empty else sum(row["no"] is not None for row in rows)


def _cells(
    register: register_sheets.Register, columns: Columns, row: Mapping[str, Any], shut: frozenset[str]
) -> list[writing.Value]:
    veiled = register.declared.veiled_by and row.get(register.declared.veiled_by)
    shown = register.declared.title[:1] if veiled else None
    return [
        columns.cell(field, row[field.name])
        if field.name not in shut and (shown is None or field.name in shown)
        else None
        for field in columns.fields
    ]


def _totals(
    register: register_sheets.Register, columns: Columns, rows: list[Mapping[str, Any]]
) -> list[list[writing.Value]]:
    if not register.totals or not rows:
        return []
    sums: list[writing.Value] = [
        sum(row[field.name] for row in rows if isinstance(row[field.name], int))
        if field.name in register.totals
        else None
        for field in columns.fields
    ]
    if register.code_first:
        return [columns.line(sums, SUM)]
    if sums[0] is None:
        sums[0] = SUM
    return [columns.line(sums, None)]
