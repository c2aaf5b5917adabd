# SPDX-License-Identifier: Apache-2.0
"""Which column of a list of TPS is which: headings as offices write them, in one row or in two."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain import errors, words
from desk_app.workbooks import extent
from desk_app.workbooks.reading import Cell, Sheet

N_ = words.N_

ROWS_TRIED = 25
"""The headings stand within the first rows; above them there may be titles."""


class Column(StrEnum):
    """The columns of a TPS list; the values are what the template writes above them."""

    STATION_CODE = "Kode TPS"
    CODE = "Kode Desa/Kelurahan"
    DISTRICT = "Kecamatan"
    VILLAGE = "Desa/Kelurahan"
    NUMBER = "Nomor TPS"
    MALE = "DPT L"
    FEMALE = "DPT P"
    TOTAL = "DPT Jumlah"
    SITE = "Tempat TPS"
    ADDRESS = "Alamat"
    LATITUDE = "Lintang"
    LONGITUDE = "Bujur"
    RISK = "Kerawanan (Polri)"
    NOTE = "Catatan"


TEMPLATE = tuple(column for column in Column if column is not Column.STATION_CODE)
"""The columns of the template, in order."""

_ALIASES: dict[Column, tuple[str, ...]] = {
    Column.STATION_CODE: ("kodetps", "idtps", "kodetps13digit"),
    Column.CODE: (
        "kodedesakelurahan",
        "kodekelurahandesa",
        "kodedesakel",
        "kodekeldesa",
        "kodedesa",
        "kodekelurahan",
        "kodekel",
        "kodewilayah",
        "kodekemendagri",
        "kode",
    ),
    Column.DISTRICT: ("kecamatan", "namakecamatan", "kec", "distrik", "namadistrik", "kapanewon", "kemantren"),
    Column.VILLAGE: (
        "desakelurahan",
        "kelurahandesa",
        "desakel",
        "keldesa",
        "desa",
        "kelurahan",
        "namadesakelurahan",
        "namakelurahandesa",
        "namadesa",
        "namakelurahan",
        "nagari",
        "gampong",
        "kampung",
        "kalurahan",
    ),
    Column.NUMBER: ("nomortps", "notps", "tps", "namatps"),
    Column.MALE: (
        "dptl",
        "l",
        "lk",
        "lakilaki",
        "dptlakilaki",
        "pemilihl",
        "pemilihlakilaki",
        "jumlahpemilihl",
        "jumlahpemilihlakilaki",
    ),
    Column.FEMALE: (
        "dptp",
        "p",
        "pr",
        "perempuan",
        "dptperempuan",
        "pemilihp",
        "pemilihperempuan",
        "jumlahpemilihp",
        "jumlahpemilihperempuan",
    ),
    Column.TOTAL: (
        "dptjumlah",
        "dpt",
        "lp",
        "jumlah",
        "jml",
        "total",
        "jumlahdpt",
        "jumlahpemilih",
        "totaldpt",
        "dpttotal",
        "jumlahpemilihlp",
        "jumlahpemilihjumlah",
        "dptj",
        "dptlp",
        "j",
        "pemilih",
    ),
    Column.SITE: ("tempattps", "tempat", "lokasitps", "lokasi", "namatempat"),
    Column.ADDRESS: ("alamat", "alamattps"),
    Column.LATITUDE: ("lintang", "latitude", "lat"),
    Column.LONGITUDE: ("bujur", "longitude", "long", "lng", "lon"),
    Column.RISK: ("kerawananpolri", "kerawanan", "kelaskerawanan", "kategori", "kategorirawan", "rawan"),
    Column.NOTE: ("catatan", "keterangan", "ket"),
}
_BY_ALIAS = {alias.replace(" ", ""): column for column, aliases in _ALIASES.items() for alias in aliases}


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the columns stand. `first_row`: index of the first row of data; `unknown`: headings not understood."""

    columns: Mapping[Column, int]
    first_row: int
    texts: tuple[str, ...]
    unknown: tuple[str, ...]


def find(sheet: Sheet, chosen: Mapping[str, str] | None = None) -> Headings:
    """The headings of a sheet. Raises Refused where the needed columns are not there.

    `chosen`: heading as written → value of `Column`, for what the clerk has mapped by hand.
    """
    best: Headings | None = None
    for index in range(min(len(sheet.rows), ROWS_TRIED)):
        one = _row_texts(sheet.rows[index])
        tries = [(one, index + 1)]
        if index + 1 < len(sheet.rows):
            tries.append((_joined(one, _row_texts(sheet.rows[index + 1])), index + 2))
        for texts, first in tries:
            found = _headings(texts, first, chosen or {})
            if found.columns and (best is None or len(found.columns) > len(best.columns)):
                best = found
    if best is None or not _enough(best.columns):
        raise errors.Refused(
            N_(
                "Di lembar “{sheet}” tidak ditemukan baris judul kolom. Perlu ada “Nomor TPS”, dan "
                "“Kode Desa/Kelurahan” atau “Kecamatan” dengan “Desa/Kelurahan”. Pakai template."
            ),
            sheet=sheet.name,
        )
    return best


def column_of(text: str) -> Column | None:
    """The column that a heading names."""
    return _BY_ALIAS.get(re.sub(r"[^a-z0-9]", "", text.casefold()))


def describe(headings: Headings) -> list[tuple[str, str, str]]:
    """For showing the mapping: letter of the column, heading as written, and what it was taken for ("" : left out)."""
    taken = {index: column for column, index in headings.columns.items()}
    return [
        (extent.column_letter(index), text, taken[index].value if index in taken else "")
        for index, text in enumerate(headings.texts)
        if text
    ]


def _enough(columns: Mapping[Column, int]) -> bool:
    if Column.STATION_CODE in columns:
        return True
    located = Column.CODE in columns or (Column.DISTRICT in columns and Column.VILLAGE in columns)
    return located and Column.NUMBER in columns


def _headings(texts: Sequence[str], first: int, chosen: Mapping[str, str]) -> Headings:
    columns: dict[Column, int] = {}
    unknown = []
    for index, text in enumerate(texts):
        if not text:
            continue
        column = Column(chosen[text]) if chosen.get(text) else column_of(text)
        if text in chosen and not chosen[text]:
            column = None
        if column is None or column in columns:
            unknown.append(text)
        else:
            columns[column] = index
    return Headings(columns, first, tuple(texts), tuple(unknown))


def _row_texts(row: Sequence[Cell]) -> list[str]:
    return [" ".join(str(cell).split()) if isinstance(cell, str) else "" for cell in row]


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """Two rows of headings as one: a merged "DPT" above "L", "P", "Jumlah"."""
    joined: list[str] = []
    over = ""
    for upper, lower in zip(above, below, strict=False):
        over = upper or over
        if not lower:
            joined.append(upper)
        elif column_of(lower) in (Column.MALE, Column.FEMALE, Column.TOTAL):
            joined.append(lower)
        else:
            joined.append(f"{over} {lower}".strip())
    return joined
