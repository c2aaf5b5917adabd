# SPDX-License-Identifier: Apache-2.0
"""The rows of a TPS list, read cell by cell; what cannot be read is told with row, column and what to do.

Nothing is guessed: "1.234" may be a thousand or one and a bit, a code with seven digits is not Kemendagri's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desk_app.domain import errors, places, risk, stations, words
from desk_app.workbooks import cells, extent, table_rows
from desk_app.workbooks.cells import Fault
from desk_app.workbooks.headings import Column, Headings
from desk_app.workbooks.reading import Cell, Sheet

N_ = words.N_

_DEGREE = 1_000_000


class StationLine(NamedTuple):
    """One row as it was read. `village`: a code, "" where only names are given. What is None was left empty."""

    row: int
    village: str
    district_name: str
    village_name: str
    number: int
    male: int | None
    female: int | None
    total: int | None
    site: str | None
    address: str | None
    latitude: int | None
    longitude: int | None
    risk: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class SumLine:
    """A line "Jumlah" of the list: what it says, None where nothing can be read there."""

    row: int
    label: str
    male: int | None
    female: int | None
    total: int | None


def sums(sheet: Sheet, found: Headings) -> Iterator[SumLine]:
    """The lines of sums of a list, to be compared with its rows."""
    for index in range(found.first_row, len(sheet.rows)):
        row = sheet.rows[index]
        if any(cell != "" and cells.text(cell) for cell in row) and _is_sum(row, found.columns.get(Column.NUMBER)):
            label = next(cells.text(cell) for cell in row if cells.text(cell))
            figures = (_figure(row, found, column) for column in (Column.MALE, Column.FEMALE, Column.TOTAL))
            yield SumLine(index + 1, label, *figures)


def _figure(row: Sequence[Cell], found: Headings, column: Column) -> int | None:
    """A figure of a line of sums; its dots are of thousands, there being no single voter to mistake them for."""
    index = found.columns.get(column)
    if index is None or index >= len(row):
        return None
    digits = cells.text(row[index]).replace(".", "").replace(" ", "")
    return int(digits) if digits.isascii() and digits.isdigit() else None


def read(sheet: Sheet, found: Headings) -> Iterator[StationLine | list[Fault]]:
    """Each row that is not empty: what it says, or all that is wrong with it."""
    columns = [
        table_rows.ReadColumn(
            found.columns.get(column),
            found.texts[found.columns[column]] if column in found.columns else column.value,
            reader,
        )
        for column, reader in _READERS.items()
    ]
    first = found.columns.get(Column.NUMBER)
    for line in table_rows.read(sheet, found.first_row, columns):
        whole, village, district, name, number, *values = line.values
        if line.faults and not _is_sum(line.cells, first):
            yield line.faults + ([] if whole else _nowhere(sheet, line, columns, found))
        elif whole is not None:
            yield StationLine(line.row, whole.code, district or "", name or "", whole.number or 0, *values)
        elif number is not None and (village or (district and name)):
            yield StationLine(line.row, village or "", district or "", name or "", number, *values)
        elif not _is_sum(line.cells, first):
            yield _nowhere(sheet, line, columns, found)


def _nowhere(
    sheet: Sheet, line: table_rows.Line, columns: Sequence[table_rows.ReadColumn], found: Headings
) -> list[Fault]:
    """What is wrong with where a row says the TPS is; nothing where its cells are told as wrong already."""
    _whole, village, district, name, number, *_values = line.values
    places_of = {column: columns[at] for at, column in enumerate(_READERS)}
    told = {one.column for one in line.faults}
    faults: list[Fault] = []

    def add(column: Column, what: words.Phrase) -> None:
        one = places_of[column]
        if one.index is None or extent.column_letter(one.index) not in told:
            faults.append(table_rows.fault(sheet, line.row, one, line.cells, what))

    if number is None:
        add(Column.NUMBER, words.phrase(N_("Nomor TPS kosong. Isi angka 1 sampai 999.")))
    if not village and not (district and name) and not faults and not line.faults:
        column = Column.CODE if Column.CODE in found.columns else Column.VILLAGE
        add(column, words.phrase(N_("Isi kode desa/kelurahan, atau nama kecamatan dan desanya.")))
    return faults


def fault_at(sheet: str, line: StationLine, found: Headings, column: Column, what: words.Phrase) -> Fault:
    """A fault found later, when a row was compared with the data."""
    index = found.columns.get(column, min(found.columns.values()))
    heading = found.texts[index] if index < len(found.texts) else column.value
    said = {Column.VILLAGE: line.village_name, Column.DISTRICT: line.district_name, Column.CODE: line.village}
    return Fault(sheet, line.row, extent.column_letter(index), heading, said.get(column, str(line.number)), what)


def _is_sum(row: Sequence[Cell], number: int | None) -> bool:
    """A closing line "Jumlah" or "Total" without a TPS number is no TPS."""
    if number is not None and number < len(row) and cells.text(row[number]):
        return False
    first = next((cells.text(cell).casefold() for cell in row if cells.text(cell)), "")
    return first.split(" ")[0] in ("jumlah", "total", "jml")


def _count(cell: Cell) -> int | None:
    return stations.parse_voters(cells.whole(cell, "287"))


def _station_number(cell: Cell) -> int:
    if isinstance(cell, str):
        return stations.parse_number(cell)
    return stations.parse_number(cells.whole(cell, "5"))


def _village(cell: Cell) -> str:
    code = places.parse_code(_code_text(cell))
    if places.level_of(code) is not places.Level.VILLAGE:
        raise errors.Refused(
            N_("“{text}” bukan kode desa/kelurahan. Tulis 10 angka, seperti 73.13.06.1001."), text=cells.text(cell)
        )
    return code


def _station(cell: Cell) -> places.Place:
    place = places.parse(_code_text(cell))
    if place.kind is not places.Kind.TPS:
        raise errors.Refused(
            N_("“{text}” bukan kode TPS. Tulis 13 angka, atau seperti 73.13.06.1001-005."), text=cells.text(cell)
        )
    return place


def _code_text(cell: Cell) -> str:
    if isinstance(cell, bool) or not isinstance(cell, (str, float, int)):
        raise errors.Refused(
            N_("“{text}” bukan kode wilayah. Ubah format selnya menjadi Teks, lalu tulis seperti 73.13.06.1001."),
            text=cells.text(cell),
        )
    return cells.text(cell).lstrip("'")


def _degrees(cell: Cell, most: int) -> int:
    """Degrees as a decimal number, in millionths; a comma is a decimal comma here, there are no thousands."""
    text = cells.text(cell).replace(",", ".")
    try:
        value = float(text)
    except ValueError:
        raise errors.Refused(
            N_("“{text}” bukan koordinat. Tulis derajat desimal, seperti -4.1325."), text=cells.text(cell)
        ) from None
    if not abs(value) <= most:
        raise errors.Refused(
            N_("Koordinat {text} di luar Indonesia. Tulis derajat desimal, seperti -4.1325."), text=cells.text(cell)
        )
    return round(value * _DEGREE)


def _risk(cell: Cell) -> str | None:
    found = risk.parse_class(cells.text(cell))
    return found.value if found is not None else None


_READERS: dict[Column, cells.Reader] = {
    Column.STATION_CODE: _station,
    Column.CODE: _village,
    Column.DISTRICT: cells.text,
    Column.VILLAGE: cells.text,
    Column.NUMBER: _station_number,
    Column.MALE: _count,
    Column.FEMALE: _count,
    Column.TOTAL: _count,
    Column.SITE: cells.text,
    Column.ADDRESS: cells.text,
    Column.LATITUDE: lambda cell: _degrees(cell, 12),
    Column.LONGITUDE: lambda cell: _degrees(cell, 142),
    Column.RISK: _risk,
    Column.NOTE: cells.text,
}
"""How each column is read, in the order of a `StationLine`: the first five say where."""

PLACE_READERS: dict[Column, cells.Reader] = dict(list(_READERS.items())[:5])
"""How the columns are read that say where a TPS is, for other lists of one row a TPS."""
