# SPDX-License-Identifier: Apache-2.0
"""A list of TPS from a workbook: first a dry run in words and figures, then the good rows in one transaction."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desk_app.base.progress import Progress, Steps
from desk_app.data import place_names, station_list, unit_of_work
from desk_app.data.database import Connection
from desk_app.domain import errors, places, records, regions, stations, words
from desk_app.domain.words import dotted
from desk_app.operations import backups, elections, offices, settings
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from desk_app.workbooks import cells, headings, reading, station_rows

N_ = words.N_

Fault = cells.Fault
Column = headings.Column

MOST_KEPT = 1000
"""Faults and remarks kept for showing; all are counted, and all stand in the marked copy."""


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


@dataclass(frozen=True, slots=True)
class Imported:
    """What was written."""

    new: int
    changed: int
    refused: int


def sheet_names(path: Path) -> list[str]:
    """The sheets of a workbook, to choose from. Raises Refused."""
    return reading.sheet_names(path)


def preview_stations(
    desk: Desk, path: Path, sheet: str = "", mapping: Mapping[str, str] | None = None
) -> Steps[Preview]:
    """Read a list of TPS and compare it with the data; a dry run. Raises Refused where it is no such list.

    `mapping`: heading as written → value of `Column` ("" leaves it out), for what the clerk maps by hand.
    """
    yield Progress(0, None, N_("Membaca buku kerja"))
    read = reading.read_sheet(path, sheet)
    found = headings.find(read, mapping)
    event = elections.working_event(desk)
    compared = _Compared(desk, read.name, found)
    with desk.reading() as connection:
        known = {
            (row.village, row.number): row
            for row in station_list.all_rows(connection, event.code, desk.identity.place)
        }
        names = _Villages(connection, event.code, desk.identity.place)
    total = max(len(read.rows) - found.first_row, 0)
    for done, line in enumerate(station_rows.read(read, found)):
        if done % 500 == 0:
            yield Progress(done, total, N_("Memeriksa baris"))
        compared.take(line, known, names)
    return replace(
        compared.preview(path, read.name, known), warnings=tuple(compared.check_sums(station_rows.sums(read, found)))
    )


def import_stations(desk: Desk, found: Preview) -> Steps[Imported]:
    """Write the good rows of a preview in one transaction, undone as one; a backup is made before."""
    if not found.good:
        raise errors.Refused(N_("Tidak ada baris yang dapat dimasukkan. Perbaiki dahulu kesalahan di daftar."))
    yield from backups.backup_if_due(desk, backups.Reason.IMPORT)
    yield Progress(0, len(found.good), N_("Memasukkan daftar TPS"))
    event = settings.event_code(desk)

    def work(unit: unit_of_work.Unit) -> int:
        return unit.put_many(
            records.STATION, (((event, village, number), values) for village, number, values in found.good)
        )

    transact(desk, N_("Impor daftar TPS"), work)
    return Imported(found.new, found.changed, found.refused)


class _Villages:
    """Villages of the office's area by code, and by the names of kecamatan and desa as lists write them."""

    def __init__(self, connection: Connection, event: str, area: str) -> None:
        self.districts = [
            regions.Region(one.code, one.name, one.kind, one.code[:5])
            for one in place_names.below(connection, event, area, places.Level.DISTRICT)
        ]
        self.by_code: dict[str, regions.Region] = {}
        self.by_district: dict[str, list[regions.Region]] = {}
        for one in place_names.below(connection, event, area, places.Level.VILLAGE):
            region = regions.Region(one.code, one.name, one.kind, one.code[:8])
            self.by_code[one.code] = region
            self.by_district.setdefault(one.code[:8], []).append(region)
        self.aliases = offices.region_index().aliases
        self._known: dict[tuple[str, str], str | words.Phrase] = {}

    def find(self, district: str, village: str) -> str | words.Phrase:
        """The code of a village by names, or what is to be said to the clerk."""
        key = (district, village)
        if key not in self._known:
            self._known[key] = self._find(district, village)
        return self._known[key]

    def _find(self, district: str, village: str) -> str | words.Phrase:
        above = self._named(self.districts, district)
        if not above:
            return words.phrase(
                N_("Kecamatan “{name}” tidak ada di wilayah kantor ini. Periksa ejaannya, atau isi kode desa."),
                name=district,
            )
        found = [one for region in above for one in self._named(self.by_district.get(region.code, []), village)]
        if not found:
            return words.phrase(
                N_("Desa/kelurahan “{name}” tidak ada di Kecamatan {district}. Periksa ejaannya, atau isi kode desa."),
                name=village,
                district=above[0].name,
            )
        if len(found) > 1:
            return words.phrase(
                N_("Ada {count} desa/kelurahan bernama “{name}” di sana: {codes}. Isi kode desa."),
                count=len(found),
                name=village,
                codes=", ".join(one.code for one in found),
            )
        return found[0].code

    def _named(self, among: list[regions.Region], text: str) -> list[regions.Region]:
        found = regions.named(among, text, self.aliases)
        if found:
            return found
        noun, _, rest = text.strip().partition(" ")
        return regions.named(among, rest, self.aliases) if noun.casefold().strip(".") in _NOUNS and rest else []


_NOUNS = frozenset(
    ("kec", "kecamatan", "distrik", "kel", "kelurahan", "desa", "ds", "nagari", "gampong", "kampung")
)
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


class _Compared:
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
        names: _Villages,
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

    def _village(self, line: station_rows.StationLine, names: _Villages) -> tuple[str, Fault | None]:
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
