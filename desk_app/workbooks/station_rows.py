# SPDX-License-Identifier: Apache-2.0
"""The rows of a TPS list, read cell by cell; what cannot be read is told with row, column and what to do.

Nothing is guessed: "1.234" may be a thousand or one and a bit, a code with seven digits is not Kemendagri's.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from desk_app.domain import errors, places, risk, stations, words
from desk_app.workbooks import extent
from desk_app.workbooks.headings import Column, Headings
from desk_app.workbooks.reading import Cell, Sheet

N_ = words.N_
T = TypeVar("T")

_DEGREE = 1_000_000


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one cell: sheet, row as Excel counts it, letter and heading of the column, what stood there
    (`said`), and in words what is wrong and what to do."""

    sheet: str
    row: int
    column: str
    heading: str
    said: str
    what: words.Phrase


@dataclass(frozen=True, slots=True)
class StationLine:
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


def read(sheet: Sheet, found: Headings) -> Iterator[StationLine | list[Fault]]:
    """Each row that is not empty: what it says, or all that is wrong with it."""
    for index in range(found.first_row, len(sheet.rows)):
        row = sheet.rows[index]
        if not any(cell != "" and _text(cell) for cell in row) or _is_sum(row, found):
            continue
        yield _Row(sheet.name, index + 1, row, found).line()


class _Row:
    """One row while it is read."""

    def __init__(self, sheet: str, number: int, cells: Sequence[Cell], found: Headings) -> None:
        self.sheet, self.number, self.cells, self.found = sheet, number, cells, found
        self.faults: list[Fault] = []

    def line(self) -> StationLine | list[Fault]:
        village, number = self._where()
        males = self._read(Column.MALE, _count)
        females = self._read(Column.FEMALE, _count)
        total = self._read(Column.TOTAL, _count)
        line = StationLine(
            row=self.number,
            village=village,
            district_name=_text(self._cell(Column.DISTRICT)),
            village_name=_text(self._cell(Column.VILLAGE)),
            number=number,
            male=males,
            female=females,
            total=total,
            site=_text(self._cell(Column.SITE)) or None,
            address=_text(self._cell(Column.ADDRESS)) or None,
            latitude=self._read(Column.LATITUDE, lambda cell: _degrees(cell, 12)),
            longitude=self._read(Column.LONGITUDE, lambda cell: _degrees(cell, 142)),
            risk=self._read(Column.RISK, _risk),
            note=_text(self._cell(Column.NOTE)) or None,
        )
        return self.faults or line

    def _where(self) -> tuple[str, int]:
        """The village's code ("" where only names are given) and the number, 0 where it is wrong."""
        whole = self._read(Column.STATION_CODE, _station)
        if whole is not None:
            return whole.code, whole.number or 0
        code = self._read(Column.CODE, _village) or ""
        given = self._cell(Column.NUMBER)
        number = self._read(Column.NUMBER, _station_number)
        if number is None and not _text(given):
            self._fault(Column.NUMBER, words.phrase(N_("Nomor TPS kosong. Isi angka 1 sampai 999.")))
        named = _text(self._cell(Column.DISTRICT)) and _text(self._cell(Column.VILLAGE))
        if not code and not named and not self.faults:
            column = Column.CODE if Column.CODE in self.found.columns else Column.VILLAGE
            self._fault(column, words.phrase(N_("Isi kode desa/kelurahan, atau nama kecamatan dan desanya.")))
        return code, number or 0

    def _cell(self, column: Column) -> Cell:
        index = self.found.columns.get(column)
        return self.cells[index] if index is not None and index < len(self.cells) else ""

    def _read(self, column: Column, reader: Callable[[Cell], T]) -> T | None:
        index = self.found.columns.get(column)
        if index is None or index >= len(self.cells):
            return None
        cell = self.cells[index]
        if cell == "" or not _text(cell):
            return None
        try:
            return reader(cell)
        except errors.Refused as refusal:
            self._fault(column, words.Phrase(refusal.message, refusal.params))
            return None

    def _fault(self, column: Column, what: words.Phrase) -> None:
        index = self.found.columns.get(column, 0)
        heading = self.found.texts[index] if index < len(self.found.texts) else column.value
        self.faults.append(
            Fault(self.sheet, self.number, extent.column_letter(index), heading, _text(self._cell(column)), what)
        )


def fault_at(sheet: str, line: StationLine, found: Headings, column: Column, what: words.Phrase) -> Fault:
    """A fault found later, when a row was compared with the data."""
    index = found.columns.get(column, min(found.columns.values()))
    heading = found.texts[index] if index < len(found.texts) else column.value
    said = {Column.VILLAGE: line.village_name, Column.DISTRICT: line.district_name, Column.CODE: line.village}
    return Fault(sheet, line.row, extent.column_letter(index), heading, said.get(column, str(line.number)), what)


def _text(cell: Cell) -> str:
    """What stands in a cell, as text; a whole number without its decimal point."""
    if isinstance(cell, str):
        return cell if cell.isalnum() else " ".join(cell.split())
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _is_sum(row: Sequence[Cell], found: Headings) -> bool:
    """A closing line "Jumlah" or "Total" without a TPS number is no TPS."""
    index = found.columns.get(Column.NUMBER)
    if index is not None and index < len(row) and _text(row[index]):
        return False
    first = next((_text(cell).casefold() for cell in row if _text(cell)), "")
    return first.split(" ")[0] in ("jumlah", "total", "jml")


def _whole(cell: Cell, example: str) -> str:
    """A cell as digits, or Refused: dates, yes/no, and points or commas are asked, not guessed."""
    if isinstance(cell, bool) or not isinstance(cell, (str, float, int)):
        raise errors.Refused(
            N_("Isi “{text}” bukan angka. Ubah format selnya menjadi Umum atau Teks, lalu tulis seperti {example}."),
            text=_text(cell),
            example=example,
        )
    text = _text(cell)
    if any(mark in text for mark in ".,") and text.replace(".", "").replace(",", "").isdigit():
        raise errors.Refused(
            N_("“{text}” dapat dibaca dua cara. Tulis angka saja tanpa titik dan koma, misalnya {example}."),
            text=text,
            example=text.replace(".", "").replace(",", ""),
        )
    return text


def _count(cell: Cell) -> int | None:
    return stations.parse_voters(_whole(cell, "287"))


def _station_number(cell: Cell) -> int:
    if isinstance(cell, str):
        return stations.parse_number(cell)
    return stations.parse_number(_whole(cell, "5"))


def _village(cell: Cell) -> str:
    code = places.parse_code(_code_text(cell))
    if places.level_of(code) is not places.Level.VILLAGE:
        raise errors.Refused(
            N_("“{text}” bukan kode desa/kelurahan. Tulis 10 angka, seperti 73.13.06.1001."), text=_text(cell)
        )
    return code


def _station(cell: Cell) -> places.Place:
    place = places.parse(_code_text(cell))
    if place.kind is not places.Kind.TPS:
        raise errors.Refused(
            N_("“{text}” bukan kode TPS. Tulis 13 angka, atau seperti 73.13.06.1001-005."), text=_text(cell)
        )
    return place


def _code_text(cell: Cell) -> str:
    if isinstance(cell, bool) or not isinstance(cell, (str, float, int)):
        raise errors.Refused(
            N_("“{text}” bukan kode wilayah. Ubah format selnya menjadi Teks, lalu tulis seperti 73.13.06.1001."),
            text=_text(cell),
        )
    return _text(cell).lstrip("'")


def _degrees(cell: Cell, most: int) -> int:
    """Degrees as a decimal number, in millionths; a comma is a decimal comma here, there are no thousands."""
    text = _text(cell).replace(",", ".")
    try:
        value = float(text)
    except ValueError:
        raise errors.Refused(
            N_("“{text}” bukan koordinat. Tulis derajat desimal, seperti -4.1325."), text=_text(cell)
        ) from None
    if not abs(value) <= most:
        raise errors.Refused(
            N_("Koordinat {text} di luar Indonesia. Tulis derajat desimal, seperti -4.1325."), text=_text(cell)
        )
    return round(value * _DEGREE)


def _risk(cell: Cell) -> str | None:
    found = risk.parse_class(_text(cell))
    return found.value if found is not None else None
