# SPDX-License-Identifier: Apache-2.0
"""The rows of a list of TPS against what is here: new, changed, same or refused, with what is wrong in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk_app.domain import errors, places, records, regions, stations, words
from desk_app.domain.words import dotted
from desk_app.operations import elections, station_villages
from desk_app.operations.desk import Desk
from desk_app.workbooks import cells, headings, station_rows

N_ = words.N_

Fault = cells.Fault
Column = headings.Column

MOST_KEPT = 1000
"""Faults and remarks kept for showing; all are counted, and all stand in the marked copy."""

_VALUES = {
    Column.MALE: "dpt_male",
    Column.FEMALE: "dpt_female",
    Column.SITE: "site",
    Column.ADDRESS: "address",
    Column.LATITUDE: "latitude",
    Column.LONGITUDE: "longitude",
    Column.RISK: "risk",
    Column.NOTE: "note",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd in a row that is imported all the same."""

    row: int
    station: str
    words: words.Phrase


@dataclass(frozen=True, slots=True)
class Difference:
    """One TPS that the list would alter: field → (value now, value in the list)."""

    subject: str
    fields: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Preview:
    """What importing would do; nothing is written yet.

    `rows` = new + changed + same + refused. `missing`: TPS of the villages in the list that it does not name; they
    stay. `mapping`: column letter, heading as written, what it was taken for ("" left out). `dpt_male` and
    `dpt_female` add up the good rows.
    """

    path: Path
    sheet: str
    mapping: tuple[tuple[str, str, str], ...]
    rows: int
    new: int
    changed: int
    same: int
    refused: int
    missing: int
    dpt_male: int
    dpt_female: int
    faults: tuple[Fault, ...]
    remarks: tuple[Remark, ...]
    differences: tuple[Difference, ...]
    good: tuple[tuple[str, int, Mapping[str, Any]], ...] = field(repr=False)
    """Village, number and values of the rows to write."""
    all_faults: tuple[Fault, ...] = field(repr=False)
    warnings: tuple[words.Phrase, ...] = ()
    """Where the sums of the list contradict themselves or its rows: to be seen before anything is written."""


class Comparison:
    """The rows of a list, sorted into new, changed, same and refused while they are read."""

    def __init__(self, desk: Desk, sheet: str, found: headings.Headings) -> None:
        self.desk, self.sheet, self.found = desk, sheet, found
        self.event = elections.working_event(desk)
        self.faults: list[Fault] = []
        self.remarks: list[Remark] = []
        self.differences: list[Difference] = []
        self.good: list[tuple[str, int, Mapping[str, Any]]] = []
        self.seen: dict[tuple[str, int], int] = {}
        self.new = self.changed = self.same = self.refused = self.male = self.female = 0
        self.total_known = True
        """Whether L and P stand in every row, so that a line of sums can be compared with them."""

    def take(
        self,
        line: station_rows.StationLine | list[Fault],
        known: Mapping[tuple[str, int], Any],
        names: station_villages.Villages,
    ) -> None:
        if isinstance(line, list):
            self.refused += 1
            self.faults.extend(line)
            return
        village, fault = self._village(line, names)
        if fault is None and (village, line.number) in self.seen:
            what = words.phrase(
                N_("{station} di desa ini sudah ada di baris {row}. Hapus salah satunya."),
                station=stations.label(line.number),
                row=self.seen[village, line.number],
            )
            fault = self._fault(line, Column.NUMBER, what)
        values = self._values(line)
        fault = fault or self._limits(line, values)
        if fault is not None:
            self.refused += 1
            self.faults.append(fault)
            return
        self.seen[village, line.number] = line.row
        self._remark(line, village)
        self.total_known = self.total_known and line.male is not None and line.female is not None
        self.male += line.male or 0
        self.female += line.female or 0
        self._sort(village, line.number, values, known.get((village, line.number)))

    def preview(self, path: Path, sheet: str, known: Mapping[tuple[str, int], Any]) -> Preview:
        villages = {village for village, _ in self.seen}
        missing = sum(key[0] in villages and key not in self.seen for key in known)
        return Preview(
            path=path,
            sheet=sheet,
            mapping=tuple(headings.describe(self.found)),
            rows=self.new + self.changed + self.same + self.refused,
            new=self.new,
            changed=self.changed,
            same=self.same,
            refused=self.refused,
            missing=missing,
            dpt_male=self.male,
            dpt_female=self.female,
            faults=tuple(self.faults[:MOST_KEPT]),
            remarks=tuple(self.remarks[:MOST_KEPT]),
            differences=tuple(self.differences[:MOST_KEPT]),
            good=tuple(self.good),
            all_faults=tuple(self.faults),
        )

    def check_sums(self, found: Iterable[station_rows.SumLine]) -> Iterator[words.Phrase]:
        """What does not add up: a line of sums in itself, and the last one against the rows, if none was refused."""
        lines = list(found)
        for line in lines:
            for one in stations.check_sum(line.male, line.female, line.total):
                told = words.Phrase(one.message, {name: _dotted(count) for name, count in one.params.items()})
                yield words.phrase(N_("Baris {row} ({label}): {what}"), row=line.row, label=line.label, what=told)
        if not lines or self.refused or not self.total_known:
            return
        last = lines[-1]
        of_rows = {"L": self.male, "P": self.female, "L + P": self.male + self.female}
        for name, written in (("L", last.male), ("P", last.female), ("L + P", last.total)):
            if written is not None and written != of_rows[name]:
                yield words.phrase(
                    N_("Baris {row} ({label}) menulis {name} {written}, tetapi baris-baris TPS berjumlah {sum}."),
                    row=last.row,
                    label=last.label,
                    name=name,
                    written=_dotted(written),
                    sum=_dotted(of_rows[name]),
                )

    def _village(self, line: station_rows.StationLine, names: station_villages.Villages) -> tuple[str, Fault | None]:
        if not line.village:
            found = names.find(line.district_name, line.village_name)
            if isinstance(found, str):
                return found, None
            return "", self._fault(line, Column.VILLAGE, found)
        if line.village not in names.by_code:
            own = self.desk.identity
            if not places.is_within(line.village, own.place):
                what = words.phrase(N_("{code} di luar wilayah {office}."), code=line.village, office=own.name)
            else:
                what = words.phrase(
                    N_("Desa/kelurahan {code} tidak ada dalam daftar wilayah."), code=line.village
                )
            return "", self._fault(line, Column.CODE, what)
        region = names.by_code[line.village]
        if line.village_name and not regions.named([region], line.village_name, names.aliases):
            by_name = names.find(line.district_name, line.village_name) if line.district_name else ""
            if isinstance(by_name, str) and by_name != line.village:
                what = words.phrase(
                    N_("Kode {code} adalah {known}, tetapi namanya tertulis “{name}”. Samakan kode dan namanya."),
                    code=line.village,
                    known=region.name,
                    name=line.village_name,
                )
                if by_name:
                    return "", self._fault(line, Column.CODE, what)
                self.remarks.append(Remark(line.row, line.village, what))
        return line.village, None

    def _values(self, line: station_rows.StationLine) -> dict[str, Any]:
        """What the list says; a column that it does not have, and an empty cell, leave the data as they are."""
        told = {
            "dpt_male": line.male,
            "dpt_female": line.female,
            "site": line.site,
            "address": line.address,
            "latitude": line.latitude,
            "longitude": line.longitude,
            "risk": line.risk,
            "note": line.note,
        }
        if line.total is not None and line.male is None and line.female is None and not line.note:
            told["note"] = f"DPT menurut daftar: {line.total}"
        return {name: value for name, value in told.items() if value is not None}

    def _limits(self, line: station_rows.StationLine, values: dict[str, Any]) -> Fault | None:
        by_name = {name: column for column, name in _VALUES.items()}
        for name, value in values.items():
            try:
                records.STATION.field(name).check(value)
            except errors.Refused as refusal:
                what = words.Phrase(refusal.message, refusal.params)
                return self._fault(line, by_name[name], what)
        return None

    def _remark(self, line: station_rows.StationLine, village: str) -> None:
        subject = places.station_subject(village, line.number)
        odd = stations.check_voters(self.event, line.male, line.female, line.total)
        if line.total is not None and line.male is None and line.female is None:
            odd.append(
                words.phrase(
                    N_("Hanya jumlah DPT ({total}) yang diisi: ditulis di catatan TPS. Lengkapi L dan P."),
                    total=line.total,
                )
            )
        self.remarks.extend(Remark(line.row, subject, one) for one in odd)

    def _sort(self, village: str, number: int, values: dict[str, Any], row: Any) -> None:
        if row is None:
            self.new += 1
            self.good.append((village, number, values))
            return
        differing = {
            name: (getattr(row, name), value) for name, value in values.items() if getattr(row, name) != value
        }
        if not differing:
            self.same += 1
            return
        self.changed += 1
        self.good.append((village, number, {name: value for name, (_, value) in differing.items()}))
        self.differences.append(Difference(places.station_subject(village, number), differing))

    def _fault(self, line: station_rows.StationLine, column: Column, what: words.Phrase) -> Fault:
        return station_rows.fault_at(self.sheet, line, self.found, column, what)


def _dotted(count: object) -> str:
    return dotted(count) if isinstance(count, int) else str(count)
