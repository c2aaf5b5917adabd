# SPDX-License-Identifier: Apache-2.0
"""The rows of a list of results against what who imports has copied himself: new, changed, same or refused.

A figure is kept as it is written, whatever it adds up to; a cell that cannot be read leaves its line empty and is told,
the rest of the row is kept.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from desk_app.domain import places, stations, words
from desk_app.domain.counts import lines, rules
from desk_app.domain.counts.standing import Figures
from desk_app.operations import count_columns, count_known, station_villages
from desk_app.operations.count_known import Where
from desk_app.workbooks import cells, extent, table_rows
from desk_app.workbooks.headings import Column
from desk_app.workbooks.reading import Sheet

N_ = words.N_

Fault = cells.Fault

MOST_KEPT = 1000
"""Faults, remarks and differences kept for showing; all are counted, and all faults stand in the marked copy."""

_NEW = 0


class Remark(NamedTuple):
    """Something odd of a row that is imported all the same, or a row that is left out because it is no TPS."""

    row: int
    station: str
    words: words.Phrase


class Difference(NamedTuple):
    """A line that the list would alter in what the same person copied before."""

    row: int
    station: str
    line: words.Phrase
    before: int | None
    after: int


class Entry(NamedTuple):
    """What a good row writes: all figures that stand after it. `reason`: as he gave it before."""

    row: int
    where: Where
    occasion: int
    figures: Figures
    whole: bool
    noted: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What importing would do; nothing is written yet. `rows` = new + changed + same + refused.

    `mapping`: column letter, heading as written, what it was taken for ("" left out). `unread`: cells that cannot be
    read; `empty`: rows of TPS without any figure, which are left out; `broken`: how many TPS of the good rows break
    which rule; `lines`: how many lines of the form the list has; `form`: of how many; `missing`: TPS of the office's
    area that the list does not name.
    """

    race: str
    path: Path
    sheet: str
    mapping: tuple[tuple[str, str, str], ...]
    rows: int
    new: int
    changed: int
    same: int
    refused: int
    unread: int
    empty: int
    noted: int
    lines: int
    form: int
    missing: int
    broken: Mapping[rules.Rule, int]
    faults: tuple[Fault, ...]
    remarks: tuple[Remark, ...]
    differences: tuple[Difference, ...]
    warnings: tuple[words.Phrase, ...]
    entries: tuple[Entry, ...] = field(repr=False)
    all_faults: tuple[Fault, ...] = field(repr=False)
    seen: int = 0


class Comparison:
    """The rows of one sheet, sorted in while they are read."""

    def __init__(
        self,
        read: Sheet,
        columns: count_columns.Columns,
        known: count_known.Known,
        forms: Mapping[str, tuple[lines.Line, ...]],
        labels: Mapping[str, words.Phrase],
    ) -> None:
        """`forms`: the lines by kecamatan; `labels`: the words of every line."""
        self._read, self._columns, self._known = read, columns, known
        self._forms, self._labels = forms, labels
        self._have = {district: frozenset(line.code for line in form) for district, form in forms.items()}
        self._codes = tuple(columns.figures)
        self.faults: list[Fault] = []
        self.remarks: list[Remark] = []
        self.differences: list[Difference] = []
        self.entries: list[Entry] = []
        self.broken: Counter[rules.Rule] = Counter()
        self.changed = self.same = self.refused = self.unread = self.empty = 0

    def take(self, line: table_rows.Line, where: Where, told: Sequence[int | None]) -> None:
        """Sort one row in. `told`: its figures in the order of `Columns.figures`; what is wrong is in `line.faults`."""
        for fault in line.faults:
            self.unread += 1
            self.faults.append(_kept_all_the_same(fault))
        read = {code: value for code, value in zip(self._codes, told, strict=True) if value is not None}
        district = where[0][:8]
        strange = read.keys() - self._have[district]
        for code in sorted(strange):
            value = read.pop(code)
            if value:
                self.unread += 1
                what = words.phrase(N_("{line} tidak ada pada formulir TPS ini."), line=self._labels[code])
                self.faults.append(self.fault(line, self._columns.figures[code], what))
        if not read:
            self.empty += 1
            return
        closed = self._known.closed(where)
        if closed is not None:
            self.refuse(line, closed)
            return
        own = self._known.own(where)
        figures: Figures = read if own is None else {**own.figures, **read}
        if own is not None and figures == own.figures:
            self.same += 1
            return
        form = self._forms[district]
        found = rules.check(form, figures, self._known.facts(where))
        subject = ""
        if found or own is not None:
            subject = places.station_subject(*where)
        if own is not None:
            self._differ(line.row, subject, own.figures, read)
        if found:
            self.broken.update({one.rule for one in found})
            if len(self.remarks) < MOST_KEPT:
                self.remarks += [Remark(line.row, subject, _numbered(one)) for one in found]
        # Whoever said why all votes are alike has said it of these figures too.
        taken = frozenset({rules.Rule.V17.value} if own is not None and own.reason else ())
        noted = bool(found) and bool(rules.open_findings(found, taken))
        whole = lines.whole(form, figures)
        reason = own.reason if own is not None else ""
        self.entries.append(Entry(line.row, where, self._known.occasion(where), figures, whole, noted, reason))

    def refuse(self, line: table_rows.Line, what: words.Phrase, index: int | None = None) -> None:
        """A row that is not put in; told at the column of the TPS."""
        self.refused += 1
        self.faults.append(self.fault(line, index, what))

    def remark(self, row: int, what: words.Phrase) -> None:
        self.remarks.append(Remark(row, "", what))

    def fault(self, line: table_rows.Line, index: int | None, what: words.Phrase) -> Fault:
        """What is wrong with one cell of a row."""
        at = self._first if index is None else index
        said = cells.text(line.cells[at]) if at < len(line.cells) else ""
        return Fault(self._read.name, line.row, extent.column_letter(at), self._columns.texts[at], said, what)

    @property
    def _first(self) -> int:
        have = self._columns.places
        return have.get(Column.STATION_CODE, have.get(Column.NUMBER, 0))

    def _differ(self, row: int, subject: str, before: Figures, after: Figures) -> None:
        self.changed += 1
        if len(self.differences) < MOST_KEPT:
            self.differences += [
                Difference(row, subject, self._labels[code], before.get(code), value)
                for code, value in after.items()
                if before.get(code) != value
            ]


class Stations:
    """Which TPS the rows are, by their codes, or by names where only these are given."""

    def __init__(self, area: str, office: str, known: Mapping[Where, object], names: station_villages.Villages) -> None:
        self._area, self._office, self._known, self._names = area, office, known, names

    def find(
        self,
        whole: places.Place | None,
        village: str | None,
        district: str | None,
        name: str | None,
        number: int | None,
    ) -> Where | words.Phrase:
        """The TPS, or what is wrong with what the row says of it."""
        if whole is not None:
            where = (whole.code, whole.number or 0)
        elif number is None:
            return words.phrase(N_("Nomor TPS kosong. Isi angka 1 sampai 999."))
        elif village:
            where = (village, number)
        elif not (district and name):
            return words.phrase(N_("Isi kode desa/kelurahan, atau nama kecamatan dan desanya."))
        else:
            found = self._names.find(district, name)
            if isinstance(found, words.Phrase):
                return found
            where = (found, number)
        if where in self._known:
            return where
        if not places.is_within(where[0], self._area):
            return words.phrase(N_("{code} di luar wilayah {office}."), code=where[0], office=self._office)
        if where[0] not in self._names.by_code:
            return words.phrase(N_("Desa/kelurahan {code} tidak ada dalam daftar wilayah."), code=where[0])
        return words.phrase(
            N_("{station} di {village} tidak ada dalam daftar TPS."),
            station=stations.label(where[1]),
            village=self._names.by_code[where[0]].name,
        )


def _kept_all_the_same(fault: Fault) -> Fault:
    what = words.phrase(N_("Dikosongkan: {what}"), what=fault.what)
    return Fault(fault.sheet, fault.row, fault.column, fault.heading, fault.said, what)


def _numbered(one: rules.Finding) -> words.Phrase:
    return words.phrase(N_("{rule}: {what}"), rule=one.rule.value, what=one.words)
