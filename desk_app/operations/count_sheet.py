# SPDX-License-Identifier: Apache-2.0
"""The rows of one list of results on their way through the dry run: where each is, then what each would write."""

import itertools
from collections.abc import Iterator
from pathlib import Path

from desk_app.base import garbage
from desk_app.domain import words
from desk_app.operations import (
    candidates,
    count_columns,
    count_compare,
    count_known,
    settings,
    station_villages,
)
from desk_app.operations.count_compare import Preview
from desk_app.operations.count_known import Where
from desk_app.operations.desk import Desk
from desk_app.workbooks import cells, comma_text, extent, figure_cells, reading, station_rows, table_rows

N_ = words.N_

SLICE = 500
"""Rows between two steps that are told, and at which it can be stopped."""

_SUMS = frozenset(("jumlah", "total", "jml", "grand", "rekapitulasi", "subtotal"))


class Rows:
    """First `gather`, then `compare`, then `preview`."""

    def __init__(self, desk: Desk, race: str, read: reading.Sheet, columns: count_columns.Columns) -> None:
        self._desk, self._race, self._read, self._columns = desk, race, read, columns
        self._lines: list[tuple[table_rows.Line, Where | words.Phrase]] = []
        self._sums: list[int] = []
        self._at: dict[Where, list[table_rows.Line]] = {}
        event, area = settings.event_code(desk), desk.identity.place
        with desk.reading() as connection:
            self._voters = count_known.voters_here(connection, event, area)
            names = station_villages.Villages(connection, event, area)
        self._stations = count_compare.Stations(area, desk.identity.name, self._voters, names)
        self._is_text = comma_text.is_text(Path(read.file))
        have = columns.places
        self._place_letters = {extent.column_letter(index) for index in have.values()}
        self._readers = [
            table_rows.ReadColumn(have.get(column), column.value, station_rows.PLACE_READERS[column])
            for column in count_columns.PLACES
        ]
        self._readers += [
            table_rows.ReadColumn(index, columns.texts[index], figure_cells.read) for index in columns.figures.values()
        ]

    def gather(self) -> Iterator[int]:
        """Read every row; tells how many now and then."""
        lines = table_rows.read(self._read, self._columns.first_row, self._readers)
        done = 0
        while True:
            with garbage.put_off():
                part = list(itertools.islice(lines, SLICE))
                for line in part:
                    self._place(line)
            if not part:
                return
            done += len(part)
            yield done

    def compare(self) -> Iterator[int]:
        """Sort every row in; tells how many now and then."""
        districts = sorted({village[:8] for village, _number in self._at})
        forms = {district: candidates.form_of(self._desk, self._race, district) for district in districts}
        self._form = count_columns.form_here(self._desk, self._race)
        labels = {line.code: count_columns.line_label(line) for line in self._form}
        self._known = count_known.Known(self._desk, self._race, self._at.keys(), self._voters)
        self._compared = count_compare.Comparison(self._read, self._columns, self._known, forms, labels)
        for row in self._sums:
            self._compared.remark(row, words.phrase(N_("Baris jumlah: bukan TPS, tidak dimasukkan.")))
        first = len(count_columns.PLACES)
        for start in range(0, len(self._lines), SLICE):
            yield start
            with garbage.put_off():
                for line, found in self._lines[start : start + SLICE]:
                    if isinstance(found, words.Phrase):
                        self._compared.refuse(line, found, self._wrong_place(line))
                    elif len(self._at[found]) == 1 or self._is_the_one(line, self._at[found]):
                        self._compared.take(line, found, line.values[first:])

    def preview(self, path: Path) -> Preview:
        """What came of it."""
        one = self._compared
        warnings = [
            words.phrase(
                N_("Kolom {letter} “{heading}” tidak dipakai: kolom lain sebelumnya sudah dibaca sebagai itu."),
                letter=extent.column_letter(index),
                heading=self._columns.texts[index],
            )
            for index, _code in self._columns.twice
        ]
        return Preview(
            race=self._race,
            path=path,
            sheet=self._read.name,
            mapping=self._columns.described(),
            rows=len(one.entries) + one.same + one.refused,
            new=len(one.entries) - one.changed,
            changed=one.changed,
            same=one.same,
            refused=one.refused,
            unread=one.unread,
            empty=one.empty,
            noted=sum(entry.noted for entry in one.entries),
            lines=len(self._columns.figures),
            form=len(self._form),
            missing=len(self._voters) - len(self._at),
            broken=dict(sorted(one.broken.items())),
            faults=tuple(one.faults[: count_compare.MOST_KEPT]),
            remarks=tuple(one.remarks[: count_compare.MOST_KEPT]),
            differences=tuple(one.differences),
            warnings=tuple(warnings),
            entries=tuple(one.entries),
            all_faults=tuple(one.faults),
            seen=self._known.seen,
        )

    def _place(self, line: table_rows.Line) -> None:
        """Note which TPS a row is; a row that only counts the columns, and a line of sums, are none."""
        if not self._lines and count_columns.is_numbering(line.cells):
            return
        found = self._where(line)
        if isinstance(found, words.Phrase):
            if _is_sum(line):
                self._sums.append(line.row)
                return
        else:
            self._at.setdefault(found, []).append(line)
        self._lines.append((line, found))

    def _where(self, line: table_rows.Line) -> Where | words.Phrase:
        for fault in line.faults:
            if fault.column in self._place_letters:
                return fault.what
        if self._is_text and any(cell != "" for cell in line.cells[len(self._columns.texts) :]):
            return words.phrase(N_("Baris ini mempunyai lebih banyak kolom daripada judulnya. Perbaiki pemisahnya."))
        return self._stations.find(*line.values[: len(count_columns.PLACES)])

    def _wrong_place(self, line: table_rows.Line) -> int | None:
        """The column of the TPS that cannot be read."""
        letters = [fault.column for fault in line.faults if fault.column in self._place_letters]
        have = self._columns.places.values()
        return next((index for index in have if letters and extent.column_letter(index) == letters[0]), None)

    def _is_the_one(self, line: table_rows.Line, again: list[table_rows.Line]) -> bool:
        """Whether this row of several of one TPS is taken: the first one where all say the same, else none."""
        first = len(count_columns.PLACES)
        others = [one.row for one in again if one is not line]
        if all(one.values[first:] == line.values[first:] for one in again):
            if line is not again[0]:
                what = words.phrase(N_("TPS ini sudah ada di baris {row} dengan angka yang sama."), row=again[0].row)
                self._compared.remark(line.row, what)
            return line is again[0]
        told = words.phrase(
            N_("TPS ini juga ada di baris {rows} dengan angka lain. Hapus yang salah, lalu coba lagi."),
            rows=", ".join(map(str, others)),
        )
        self._compared.refuse(line, told)
        return False


def _is_sum(line: table_rows.Line) -> bool:
    """Whether a row that says no TPS is a line of sums."""
    first = next((text for cell in line.cells if cell != "" and (text := cells.text(cell))), "")
    words_ = first.casefold().replace(":", " ").split()
    return bool(words_) and words_[0] in _SUMS
