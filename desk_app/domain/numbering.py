# SPDX-License-Identifier: Apache-2.0
"""Numbers of papers: the office's own pattern, a sequence for each year and kind, and what is odd in a sequence.

No regulation is printed here: pattern, classification code and unit are what the office has written.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain import errors, words

N_ = words.N_

FIELDS = ("klasifikasi", "urut", "unit", "bulan", "bulan_romawi", "tahun")
"""What a pattern may name, as {urut}; {urut:3} writes 7 as 007."""

_FIELD = re.compile(r"\{([a-z_]*)(?::(\d))?\}")
_EMPTY = re.compile(r"^[/.\-\s]+|[/.\-\s]+$|(?<=[/.\-])[/.\-\s]+")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


class Way(StrEnum):
    """Where the number of a paper comes from; the setting `paper_number_way`."""

    BLANK = "blank"
    HAND = "hand"
    OWN = "own"


LABELS: dict[Way, str] = {
    Way.BLANK: N_("Dikosongkan; nomor ditulis tangan di naskah"),
    Way.HAND: N_("Diketik sendiri (nomor dari agenda)"),
    Way.OWN: N_("Nomor urut sendiri per tahun dan jenis naskah"),
}


class State(StrEnum):
    """What became of a number in a sequence."""

    USED = "used"
    FREE = "free"
    DROPPED = "dropped"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Given:
    """A number that was given: `record` says where, `used` by how many different papers, `reason` why by none."""

    record: int
    sequence: int
    number: str
    title: str
    at: int
    used: int
    dropped: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of a sequence. `doubled`: it stands on several papers, or was given twice."""

    sequence: int
    state: State
    number: str = ""
    title: str = ""
    at: int = 0
    record: int = 0
    reason: str = ""
    doubled: bool = False

    @property
    def words(self) -> words.Phrase:
        """What is to be known of it, in words; empty where all is well."""
        if self.doubled:
            return words.phrase(N_("Nomor {number} dipakai dua kali."), number=self.number or self.sequence)
        match self.state:
            case State.MISSING:
                said = N_("Nomor urut {sequence} tidak tercatat: ada yang terlewat.")
                return words.phrase(said, sequence=self.sequence)
            case State.DROPPED:
                said = N_("Nomor {number} tidak jadi dipakai untuk “{title}”: {reason}.")
                return words.phrase(said, number=self.number, title=self.title, reason=self.reason or "–")
            case State.FREE:
                said = N_("Nomor {number} diberikan untuk “{title}”, naskahnya belum final.")
                return words.phrase(said, number=self.number, title=self.title)
        return words.phrase("")


def check_pattern(pattern: str) -> str:
    """A pattern as it is kept. Raises Refused for one without {urut} or with a field that is none."""
    text = pattern.strip()
    unknown = [name for name, _digits in _FIELD.findall(text) if name not in FIELDS]
    rest = _FIELD.sub("", text)
    if unknown or "{" in rest or "}" in rest:
        raise errors.Refused(
            N_("Pola nomor: “{what}” tidak dikenal. Yang ada: {known}."),
            what=f"{{{unknown[0]}}}" if unknown else text,
            known=", ".join(f"{{{name}}}" for name in FIELDS),
        )
    if "{urut" not in text:
        raise errors.Refused(N_("Pola nomor harus memuat {field}."), field="{urut}")
    return text


def number(pattern: str, sequence: int, year: int, month: int, *, classification: str = "", unit: str = "") -> str:
    """The number that a pattern gives; what is empty goes with the stroke before it."""
    values: Mapping[str, str] = {
        "klasifikasi": classification.strip(),
        "urut": str(sequence),
        "unit": unit.strip(),
        "bulan": f"{month:02d}",
        "bulan_romawi": _ROMAN[month - 1],
        "tahun": str(year),
    }

    def put(found: re.Match[str]) -> str:
        value = values[found[1]]
        return value.zfill(int(found[2])) if found[2] and value else value

    return _EMPTY.sub("", _FIELD.sub(put, check_pattern(pattern)))


def classification_of(written: str, kind: str) -> str:
    """The classification code of a kind of paper: one for all, or a line for each as `laporan-harian = 200.2.1`."""
    own, every = "", ""
    for line in written.splitlines():
        name, stroke, code = line.partition("=")
        if not stroke:
            every = every or name.strip()
        elif name.strip().casefold() == kind:
            own = code.strip()
    return own or every


def entries(given: Iterable[Given]) -> tuple[Entry, ...]:
    """A sequence from 1 to its last number, with what is missing in between."""
    by_place: dict[int, list[Given]] = {}
    for one in given:
        by_place.setdefault(one.sequence, []).append(one)
    found: list[Entry] = []
    for place in range(1, max(by_place, default=0) + 1):
        here = by_place.get(place)
        if here is None:
            # What was given before the office began to count here is not missing.
            if found:
                found.append(Entry(place, State.MISSING))
            continue
        standing = [one for one in here if not one.dropped] or here
        first = standing[0]
        state = State.USED if first.used else State.DROPPED if first.dropped else State.FREE
        doubled = (len(standing) > 1 and not first.dropped) or any(one.used > 1 for one in here)
        found.append(
            Entry(place, state, first.number, first.title, first.at, first.record, first.reason, doubled)
        )
    return tuple(found)
