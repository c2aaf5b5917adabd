# SPDX-License-Identifier: Apache-2.0
"""PSU, PSSU, PSL, PSS: kinds, where each stands, whose order it rests on, and how many days are left.

The desk records what was recommended, ordered and done; KPU decides on Bawaslu's recommendation or on a ruling. How
many days there are is a setting of the office, from the day that it counts from: none of them is printed as law
(`domain.md §3.3`, §11).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desk_app.domain import errors
from desk_app.domain.words import N_, Phrase, phrase


class Kind(StrEnum):
    """What is done again, goes on, or is done later."""

    REPEATED = "psu"
    RECOUNT = "pssu"
    CONTINUED = "psl"
    DELAYED = "pss"


KIND_LABELS: dict[Kind, str] = {
    Kind.REPEATED: N_("PSU – pemungutan suara ulang"),
    Kind.RECOUNT: N_("PSSU – penghitungan surat suara ulang"),
    Kind.CONTINUED: N_("PSL – pemungutan suara lanjutan"),
    Kind.DELAYED: N_("PSS – pemungutan suara susulan"),
}


class State(StrEnum):
    """Where it stands; who recommends, orders and carries it out is never the desk."""

    RECOMMENDED = "direkomendasikan"
    ORDERED = "ditetapkan"
    HELD = "dilaksanakan"
    NOT_HELD = "tidak_dilaksanakan"


STATE_LABELS: dict[State, str] = {
    State.RECOMMENDED: N_("Direkomendasikan"),
    State.ORDERED: N_("Ditetapkan"),
    State.HELD: N_("Dilaksanakan"),
    State.NOT_HELD: N_("Tidak dilaksanakan"),
}
OPEN = (State.RECOMMENDED, State.ORDERED)


class Basis(StrEnum):
    """Whose letter, decision or ruling it rests on."""

    SUPERVISOR = "bawaslu"
    COMMISSION = "kpu"
    COURT = "mk"
    OTHER = "lain"


BASIS_LABELS: dict[Basis, str] = {
    Basis.SUPERVISOR: N_("Rekomendasi Bawaslu/Panwaslu"),
    Basis.COMMISSION: N_("Keputusan KPU"),
    Basis.COURT: N_("Putusan Mahkamah Konstitusi"),
    Basis.OTHER: N_("Lainnya"),
}


class Limit(StrEnum):
    """The settings of days; the value is the end of the setting's name."""

    REPEATED = "psu"
    COURT = "mk"
    RECOUNT = "pssu"
    CONTINUED = "psl"
    DELAYED = "pss"


LIMIT_LABELS: dict[Limit, str] = {
    Limit.REPEATED: N_("PSU, sejak hari pemungutan"),
    Limit.COURT: N_("Atas putusan MK, sejak tanggal putusan"),
    Limit.RECOUNT: N_("PSSU, sejak hari pemungutan"),
    Limit.CONTINUED: N_("PSL, sejak hari pemungutan"),
    Limit.DELAYED: N_("PSS, sejak hari pemungutan"),
}


class Due(StrEnum):
    """How close the limit of an open one is."""

    NONE = ""
    NEAR = "near"
    LATE = "late"


NEAR = 3
"""Days before the limit within which it is close."""


@dataclass(frozen=True, slots=True)
class Count:
    """How the days stand: `last` the last day by the office's setting (None: it has set none), `left` the days to it.

    `until` tells which day is measured: that of the vote once it was held, the planned one, else today.
    """

    begins: date | None
    last: date | None
    left: int | None
    is_held: bool = False

    @property
    def late(self) -> bool:
        """Whether the day lies behind the limit."""
        return self.left is not None and self.left < 0

    @property
    def due(self) -> Due:
        """Whether the limit is over or close; what was held is due no more."""
        if self.left is None or self.is_held:
            return Due.NONE
        if self.late:
            return Due.LATE
        return Due.NEAR if self.left <= NEAR else Due.NONE

    @property
    def words(self) -> Phrase:
        """How it is said: "3 hari lagi (batas 24-02-2024)"."""
        if self.last is None or self.left is None:
            return phrase(N_("batas hari belum diatur"))
        last = self.last.strftime("%d-%m-%Y")
        if self.is_held:
            late = N_("{count} hari setelah batas {last}")
            return phrase(late if self.late else N_("sebelum batas {last}"), count=-self.left, last=last)
        if self.late:
            return phrase(N_("lewat {count} hari (batas {last})"), count=-self.left, last=last)
        if not self.left:
            return phrase(N_("hari terakhir ({last})"), last=last)
        return phrase(N_("{count} hari lagi (batas {last})"), count=self.left, last=last)


def limit_of(kind: Kind, basis: Basis | None) -> Limit:
    """Which setting a record goes by."""
    return Limit.COURT if basis is Basis.COURT else Limit(kind.value)


def count_days(
    kind: Kind,
    basis: Basis | None,
    *,
    voting_day: date,
    ordered_on: date | None,
    held_on: date | None,
    today: date,
    limits: Mapping[Limit, int | None],
) -> Count:
    """How the days of a record stand by the office's settings."""
    limit = limit_of(kind, basis)
    begins = ordered_on if limit is Limit.COURT else voting_day
    days = limits.get(limit)
    if begins is None or days is None:
        return Count(begins, None, None, held_on is not None)
    last = begins + timedelta(days=days)
    return Count(begins, last, (last - (held_on or today)).days, held_on is not None)


def check(state: State, *, held_on: str, reason: str, ordered_on: str = "", basis: str = "") -> None:
    """See that a state has what it says. Raises Refused with words that say what to fill in."""
    if state is State.HELD and not held_on:
        raise errors.Refused(N_("Isi tanggal pelaksanaannya."))
    if state is State.NOT_HELD and not reason.strip():
        raise errors.Refused(N_("Tulis alasan tidak dilaksanakan."))
    if state is State.ORDERED and not (ordered_on or basis.strip()):
        raise errors.Refused(N_("Isi nomor atau tanggal keputusan yang menetapkannya."))


def parse_kind(text: str) -> Kind:
    """Read a kind as it is typed: "PSU". Raises Refused."""
    try:
        return Kind(text.strip().casefold())
    except ValueError:
        raise errors.Refused(N_("“{text}” bukan PSU, PSSU, PSL, atau PSS."), text=text) from None


def parse_limit(text: str) -> int | None:
    """Read a number of days, empty for none. Raises Refused."""
    cleaned = text.strip()
    if not cleaned:
        return None
    if not (cleaned.isascii() and cleaned.isdigit() and 0 < int(cleaned) <= MOST_DAYS):
        raise errors.Refused(N_("“{text}” bukan jumlah hari."), text=cleaned)
    return int(cleaned)


MOST_DAYS = 400
