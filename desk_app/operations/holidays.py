# SPDX-License-Identifier: Apache-2.0
"""Days off as data of the regency, and working days counted with them.

The program brings no list: what is a day off is decided each year. It is typed or pasted, each with its basis.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desk_app.data import stage_list, unit_of_work
from desk_app.domain import errors, places, records, stages, words
from desk_app.operations import territory
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

Holiday = stage_list.Holiday

MONTHS = (
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
)
_NUMBERS = re.compile(r"\s*(?:[^\W\d]+,\s*)?(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b[\s:;,–-]*(.*)", re.IGNORECASE)
_WORDS = re.compile(r"\s*(?:[^\W\d]+,\s*)?(\d{1,2})\s+([^\W\d]+)\s+(\d{4})\b[\s:;,–-]*(.*)", re.IGNORECASE)
_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})\b[\s:;,–-]*(.*)")


@dataclass(frozen=True, slots=True)
class Calendar:
    """How days are counted: `off` are days off, `weekends` says whether Saturday and Sunday are worked."""

    off: frozenset[date]
    weekends: bool

    def working_day(self, day: date) -> bool:
        """Whether a day is worked."""
        return stages.working_day(day, self.off, weekends=self.weekends)

    def after(self, start: date, count: int) -> date:
        """The `count`-th day worked after `start`: the last day of "dalam n hari kerja"."""
        return stages.add_working_days(start, count, self.off, weekends=self.weekends)


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One line of a pasted list: the day and its name, or what is wrong with it."""

    line: str
    day: date | None
    name: str
    what: words.Phrase | None = None


def holidays(desk: Desk) -> list[Holiday]:
    """The days off, in order."""
    with desk.reading() as connection:
        return stage_list.holidays(connection, _place(desk))


def days_off(desk: Desk) -> frozenset[date]:
    """The days off, to be passed to `domain.stages.working_day`."""
    return frozenset(one.day for one in holidays(desk))


def calendar(desk: Desk, *, weekends: bool = True) -> Calendar:
    """Days counted as stages count them (all seven of a week), for deadlines: `calendar(desk).after(day, 3)`."""
    return Calendar(days_off(desk), weekends)


def may_edit(desk: Desk) -> bool:
    """Whether this office keeps the list (a kabupaten, kota or province does)."""
    return desk.identity.level != places.Level.DISTRICT.value


def save(desk: Desk, day: date, name: str, source: str = "", *, seen: int | None = None) -> int:
    """Write a day off; returns its record. Raises Refused."""
    _require(desk)
    if not name.strip():
        raise errors.Refused(N_("Isi nama hari libur."))
    key = (desk.identity.place, day.isoformat())
    values = {"name": name, "source": source}
    return transact(desk, N_("Hari libur"), lambda unit: unit.put(records.HOLIDAY, key, values, seen=seen))


def delete(desk: Desk, day: date) -> None:
    """Take a day off the list; it stays in the history. Raises NotFound."""
    _require(desk)

    def work(unit: unit_of_work.Unit) -> None:
        no = unit.find(records.HOLIDAY, (desk.identity.place, day.isoformat()))
        if no is None:
            raise errors.NotFound(N_("Hari libur {day} tidak ada."), day=day.strftime("%d-%m-%Y"))
        unit.delete(records.HOLIDAY, no)

    transact(desk, N_("Hari libur dihapus"), work)


def read_pasted(text: str) -> list[PastedLine]:
    """Read a pasted list, one day a line: "17-08-2024 Hari Kemerdekaan", "Sabtu, 17 Agustus 2024: …"."""
    return [_line(line) for line in text.splitlines() if line.strip()]


def add_pasted(desk: Desk, lines: Sequence[PastedLine], source: str) -> int:
    """Write the days that could be read, all with one basis; one undo. Returns how many. Raises Refused."""
    _require(desk)
    good = [(one.day, one.name) for one in lines if one.day is not None and one.what is None]
    if not good:
        raise errors.Refused(N_("Tidak ada hari libur yang terbaca. Tulis satu per baris: tanggal, lalu namanya."))
    if not source.strip():
        raise errors.Refused(N_("Isi dasar daftar ini, misalnya keputusan bersama tentang hari libur nasional."))
    rows = [((desk.identity.place, day.isoformat()), {"name": name, "source": source}) for day, name in good]
    transact(desk, N_("Daftar hari libur"), lambda unit: unit.put_many(records.HOLIDAY, rows))
    return len(rows)


def _line(line: str) -> PastedLine:
    for pattern, order in ((_ISO, (2, 1, 0)), (_NUMBERS, (0, 1, 2)), (_WORDS, (0, 1, 2))):
        match = pattern.match(line)
        if match is None:
            continue
        parts = [match.group(at + 1) for at in order]
        month = _month(parts[1])
        try:
            day = date(int(parts[2]), month, int(parts[0]))
        except ValueError:
            break
        name = " ".join(match.group(4).split())
        what = None if name else words.phrase(N_("Nama hari liburnya belum ada."))
        return PastedLine(line.strip(), day, name, what)
    return PastedLine(line.strip(), None, "", words.phrase(N_("Tanggalnya tidak terbaca.")))


def _month(text: str) -> int:
    """A month by number or name; 0, which no date takes, where it is neither."""
    if text.isdigit():
        return int(text)
    named = [number for number, name in enumerate(MONTHS, 1) if len(text) > 2 and name.startswith(text.casefold())]
    return named[0] if len(named) == 1 else 0


def _require(desk: Desk) -> None:
    territory.require_master(desk, N_("Hari libur"))


def _place(desk: Desk) -> str:
    return places.regency_of(desk.identity.place) or desk.identity.place
