# SPDX-License-Identifier: Apache-2.0
"""Voting day by the hour: what is asked at each hour, which hour a report belongs to, when it is late.

A column is an hour of voting day and a measure. A report belongs to the last column of its measure that has begun
(half an hour before its hour); what comes after `Rules.late` minutes is late. What is asked when, and how much is
late, are settings: no source prescribes them (`domain.md §1.5 d` is a proposal).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain import errors
from desk_app.domain.words import N_

EARLY = 30
"""Minutes before its hour from which on a column may be reported."""
END = 36 * 60
"""Voting day is watched until noon of the next day."""
ITEM_PREFIX = "hh."
"""What begins the codes of measures that no checklist asks for."""


class Measure(StrEnum):
    """What is asked; the value is the item code that answers and recaps of it carry."""

    OPEN = "har.buka"
    CLOSED = "har.tutup"
    COUNTED = "har.selesai"
    VOTERS = "hh.pemilih"

    @property
    def counts_stations(self) -> bool:
        """Whether TPS are counted, and what is done stays done; otherwise voters up to an hour."""
        return self is not Measure.VOTERS

    @property
    def label(self) -> str:
        """What it is called (a msgid)."""
        return _LABELS[self]

    @property
    def short(self) -> str:
        """One word for the heading of a column (a msgid)."""
        return _SHORT[self]


_LABELS = {
    Measure.OPEN: N_("TPS dibuka"),
    Measure.CLOSED: N_("Pendaftaran di TPS ditutup"),
    Measure.COUNTED: N_("TPS selesai hitung"),
    Measure.VOTERS: N_("Pengguna hak pilih sampai pukul ini"),
}
_SHORT = {
    Measure.OPEN: N_("buka"),
    Measure.CLOSED: N_("tutup"),
    Measure.COUNTED: N_("selesai"),
    Measure.VOTERS: N_("pemilih"),
}
_TYPED = {
    "buka": Measure.OPEN,
    "dibuka": Measure.OPEN,
    "pemilih": Measure.VOTERS,
    "pengguna": Measure.VOTERS,
    "partisipasi": Measure.VOTERS,
    "tutup": Measure.CLOSED,
    "ditutup": Measure.CLOSED,
    "selesai": Measure.COUNTED,
    "hitung": Measure.COUNTED,
}


@dataclass(frozen=True, slots=True)
class Column:
    """An hour (in minutes of voting day; 1440 is midnight at its end) and what is asked then."""

    minute: int
    measure: Measure

    @property
    def hour(self) -> str:
        """The hour as it is written: "07.00", "24.00"."""
        return write_minute(self.minute)


@dataclass(frozen=True, slots=True)
class Rules:
    """The columns in the order of their hours, and from how many minutes on a report is late."""

    columns: tuple[Column, ...]
    late: int = 30

    def column_of(self, measure: Measure, minute: int) -> int | None:
        """The column that a report made at a minute of voting day belongs to; None where nothing asks for it."""
        asked = [at for at, column in enumerate(self.columns) if column.measure is measure]
        begun = [at for at in asked if minute >= self.begins(at)]
        return begun[-1] if begun else asked[0] if asked else None

    def begins(self, at: int) -> int:
        """The minute from which on a column may be reported."""
        return self.columns[at].minute - EARLY

    def ends(self, at: int) -> int:
        """The minute at which the next column of the same measure takes over."""
        measure = self.columns[at].measure
        later = [self.begins(one) for one in range(at + 1, len(self.columns)) if self.columns[one].measure is measure]
        return later[0] if later else END

    def is_late(self, at: int, minute: int) -> bool:
        """Whether a report of a column that was made at a minute came late."""
        return minute > self.columns[at].minute + self.late


DEFAULT_COLUMNS = (
    "07 buka, 10 pemilih, 12 pemilih, 13 tutup, 15 selesai, 18 selesai, 20 selesai, 22 selesai, 24 selesai"
)
"""The hours of `domain.md §1.5 d`, as the setting is typed."""


def parse_columns(text: str) -> tuple[Column, ...]:
    """Read the setting: "07 buka, 10 pemilih, 12.30 pemilih"; raises Refused with the part that is no column."""
    found: list[Column] = []
    for part in text.replace(";", ",").replace("\n", ",").split(","):
        if not part.strip():
            continue
        hour, _space, said = part.strip().partition(" ")
        minute, measure = read_minute(hour), measure_named(said)
        if minute is None or measure is None:
            raise errors.Refused(
                N_("“{text}” bukan kolom. Tulis jam dan yang ditanyakan: 07 buka, 10 pemilih, 13 tutup, 15 selesai."),
                text=part.strip(),
            )
        found.append(Column(minute, measure))
    if not found:
        raise errors.Refused(N_("Isi sedikitnya satu jam, misalnya 07 buka."))
    if len(set(found)) < len(found):
        raise errors.Refused(N_("Jam yang sama tertulis dua kali."))
    return tuple(sorted(found, key=lambda one: one.minute))


def measure_named(words: str) -> Measure | None:
    """The measure that some words mean, None when they mean none."""
    return next((_TYPED[word] for word in words.casefold().split() if word in _TYPED), None)


def measure_of(item: str) -> Measure | None:
    """The measure that an item code is, None for any other item."""
    return Measure(item) if item in set(Measure) else None


def read_minute(text: str) -> int | None:
    """Read an hour as a minute of the day: "07", "7.30", "0730", "24"; None when it is none."""
    digits = text.strip().replace(":", ".")
    head, dot, tail = digits.partition(".")
    if not dot and len(head) in (3, 4):
        head, tail = head[:-2], head[-2:]
    if not (head.isascii() and head.isdigit() and len(head) < 3) or (tail and not (tail.isdigit() and len(tail) == 2)):
        return None
    minute = int(head) * 60 + int(tail or 0)
    return minute if minute <= 24 * 60 and int(tail or 0) < 60 else None


def write_minute(minute: int) -> str:
    """Write a minute of the day: "07.00"; after midnight of voting day "01.20 (+1)"."""
    if minute <= 24 * 60:
        return f"{minute // 60:02d}.{minute % 60:02d}"
    rest = minute - 24 * 60
    return f"{rest // 60:02d}.{rest % 60:02d} (+1)"


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into a cell: a number, of how many, and the minute of the report where it was said."""

    count: int
    total: int | None = None
    minute: int | None = None


def parse_cell(text: str, measure: Measure, *, station: bool) -> Typed:
    """Read a cell: "170", "170/178", "170 07.35"; at a TPS of a measure that is done or not: "s", "b", "07.25".

    Raises Refused with words that say what to type.
    """
    parts = text.casefold().replace("dari", "/").replace(" /", "/").replace("/ ", "/").split()
    marks = {"s": 1, "ya": 1, "b": 0, "belum": 0, "1": 1, "0": 0, "2": 0}
    is_done = station and measure.counts_stations
    if is_done and len(parts) == 1 and "." in parts[0] and (minute := read_minute(parts[0])) is not None:
        return Typed(1, 1, minute)
    count, _slash, total = parts[0].partition("/") if parts else ("", "", "")
    minute = read_minute(parts[1]) if len(parts) == 2 else None
    if not parts or len(parts) > 2 or (len(parts) == 2 and minute is None):
        raise _no_cell(text, is_done)
    if is_done:
        if count not in marks or total:
            raise _no_cell(text, is_done)
        return Typed(marks[count], 1, minute)
    numbers = [_number(one) for one in (count, total) if one]
    if not numbers or None in numbers or (not count and total):
        raise _no_cell(text, is_done)
    return Typed(numbers[0] or 0, numbers[1] if len(numbers) > 1 else None, minute)


def _number(text: str) -> int | None:
    digits = text.replace(".", "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 8 else None


def _no_cell(text: str, is_done: bool) -> errors.Refused:
    if is_done:
        words = N_("“{text}” tidak dimengerti. Ketik S (sudah), B (belum), atau jamnya, 07.25.")
    else:
        words = N_("“{text}” tidak dimengerti. Ketik jumlahnya, 170, boleh dengan jam: 170 07.35.")
    return errors.Refused(words, text=text)


def hours_words(columns: Sequence[Column]) -> str:
    """The columns as the setting is typed."""
    written = {measure: word for word, measure in reversed(_TYPED.items())}
    return ", ".join(f"{column.hour.removesuffix('.00')} {written[column.measure]}" for column in columns)
