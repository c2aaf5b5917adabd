# SPDX-License-Identifier: Apache-2.0
"""Reading a workbook with python-calamine: values only, within limits; no formula, macro or link is followed."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from desk_app.domain import errors, words
from desk_app.workbooks import extent

N_ = words.N_

Cell = str | float | int | bool | date | datetime | time | timedelta
"""What a cell holds: an empty one is "", every number is a float."""

LARGEST_FILE = 64 << 20
LARGEST_UNPACKED = 1 << 30
WIDEST = 400
"""Columns; a TPS list has a dozen."""

_SAVE_AGAIN = N_("Simpan dahulu sebagai berkas .xlsx biasa, lalu coba lagi.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with all its rows from the first one on; the row with index 0 is row 1 in Excel."""

    file: str
    name: str
    rows: Sequence[Sequence[Cell]]


def sheet_names(path: Path) -> list[str]:
    """The sheets that can be seen. Raises Refused, NotFound, Damaged."""
    import python_calamine

    _look_over(path)
    try:
        with python_calamine.CalamineWorkbook.from_path(path) as workbook:
            return _visible(workbook.sheets_metadata)
    except python_calamine.CalamineError as fault:
        raise _unreadable(path) from fault


def read_sheet(path: Path, name: str = "") -> Sheet:
    """One sheet, the first visible one unless named. Raises Refused, NotFound, Damaged."""
    import python_calamine

    _look_over(path)
    try:
        with python_calamine.CalamineWorkbook.from_path(path) as workbook:
            names = _visible(workbook.sheets_metadata)
            if name and name not in names:
                raise errors.NotFound(
                    N_("Lembar “{sheet}” tidak ada di {file}. Yang ada: {sheets}."),
                    sheet=name,
                    file=path.name,
                    sheets=", ".join(names),
                )
            if not names:
                raise errors.Refused(N_("{file} tidak mempunyai lembar yang terlihat."), file=path.name)
            sheet = workbook.get_sheet_by_name(name or names[0])
            if sheet.width > WIDEST:
                raise errors.Refused(
                    N_("Lembar “{sheet}” mempunyai {count} kolom. Hapus kolom yang tidak perlu, lalu coba lagi."),
                    sheet=sheet.name,
                    count=sheet.width,
                )
            return Sheet(path.name, sheet.name, sheet.to_python(skip_empty_area=False))
    except python_calamine.CalamineError as fault:
        raise _unreadable(path) from fault


def _visible(sheets: Sequence[object]) -> list[str]:
    return [
        str(getattr(sheet, "name", ""))
        for sheet in sheets
        if str(getattr(sheet, "visible", "")).endswith(".Visible")
        and str(getattr(sheet, "typ", "")).endswith(".WorkSheet")
    ]


def _look_over(path: Path) -> None:
    """Refuse what no list of TPS is: too large, packed too tightly or too far apart, macros, links to other files."""
    try:
        size = path.stat().st_size
    except OSError as fault:
        raise errors.NotFound(N_("Berkas {file} tidak ada atau tidak dapat dibuka."), file=path) from fault
    if size > LARGEST_FILE:
        raise errors.Refused(
            N_("{file} terlalu besar: {size} MB, paling banyak {most} MB."),
            file=path.name,
            size=size >> 20,
            most=LARGEST_FILE >> 20,
        )
    if not zipfile.is_zipfile(path):
        return  # an .xls, whose kind has 65,536 rows at most
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, OSError) as fault:
        raise _unreadable(path) from fault
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise errors.Refused(N_("{file} terlalu besar setelah dibuka."), file=path.name)
    names = [part.filename.replace("\\", "/").casefold() for part in parts]
    if any(name.endswith("vbaproject.bin") for name in names):
        raise errors.Refused(
            N_("{file} berisi makro. {advice}"), file=path.name, advice=words.phrase(_SAVE_AGAIN)
        )
    if any("/externallinks/" in name for name in names):
        raise errors.Refused(
            N_("{file} mengambil isi dari berkas lain. Salin lalu tempel sebagai nilai ke template, lalu coba lagi."),
            file=path.name,
        )
    if not {"xl/workbook.xml", "content.xml"} & set(names):
        raise _unreadable(path)
    try:
        extent.require_bounded(path)
    except extent.FAULTS as fault:
        raise _unreadable(path) from fault


def _unreadable(path: Path) -> errors.Damaged:
    return errors.Damaged(
        N_("{file} tidak dapat dibaca sebagai buku kerja Excel. {advice}"),
        file=path.name,
        advice=words.phrase(_SAVE_AGAIN),
    )
