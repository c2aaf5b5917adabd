# SPDX-License-Identifier: Apache-2.0
"""Which line of a C.HASIL the heading of a column means, as offices, witnesses and Sirekap write it.

"DPT L", "pengguna_dptb_p", "Suara sah", "suara_tidak_sah", "Paslon 02", a candidate's name. A heading with a word that
is not known here is no line: what is not certain is left for the clerk to say.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from desk_app.domain.counts import lines
from desk_app.domain.counts.lines import Candidate, CandidateKind, Sex
from desk_app.domain.elections import VoterClass

_SEXES: dict[str, Sex] = {
    **dict.fromkeys(("l", "lk", "laki", "lelaki", "pria"), Sex.MEN),
    **dict.fromkeys(("p", "pr", "perempuan", "wanita"), Sex.WOMEN),
    **dict.fromkeys(("j", "jml", "jumlah", "total"), Sex.BOTH),
}
_PLAIN = frozenset(
    "suara jumlah jml total seluruh data hak pilih dalam di yang dan termasuk menurut daftar perolehan surat ss".split()
)
_NOT = frozenset(("tidak", "tdk", "tak", "t"))
_USERS = frozenset(("pengguna", "hadir", "kehadiran", "menggunakan", "penggunaan"))
_VOTERS = frozenset(("pemilih", "terdaftar", "tetap"))
_DISABLED = frozenset(("disabilitas", "difabel"))
_RECEIVED, _USED = frozenset(("diterima", "terima")), frozenset(("digunakan", "terpakai", "dipakai"))
_SPOILED = frozenset(("rusak", "keliru", "dikembalikan", "coblos", "karena", "atau", "pemilih"))
_LEFT = frozenset(("sisa", "cadangan"))
_CANDIDATES = frozenset(
    "paslon pasangan calon kandidat capres cawapres cabup cagub cawalkot partai parpol politik nomor no urut".split()
)
_NUMBERED = _CANDIDATES | {"suara", "perolehan", "chart"}
_NEVER = frozenset(
    "proporsi persen persentase prosentase selisih rata rerata peringkat warna foto url image images status".split()
)
_SIREKAP = {("ppwp", 100025): "1", ("ppwp", 100026): "2", ("ppwp", 100027): "3"}
"""What Sirekap called the pairs of 2024 (domain.md §4.1); other races had other numbers, which no source lists."""

_PARTS = re.compile(r"[^\W\d_]+|\d+")
_PERSON = re.compile(r"(?<![\d.])(\d{1,3})\.(\d{1,3})(?![\d.])")


class HeadingWords:
    """The words of one race: its lines, and who stands in it."""

    def __init__(
        self,
        race: str,
        form: Sequence[lines.Line],
        candidates: Sequence[Candidate],
        classes: Mapping[VoterClass, str],
    ) -> None:
        """`classes`: how the event calls its classes of voters for short ("DPTb")."""
        self._race = race
        self._codes = frozenset(line.code for line in form)
        self._classes = {
            "".join(_parts(label)): one for one, label in classes.items() if one is not VoterClass.REGISTERED
        } | {"pindahan": VoterClass.TRANSFERRED, "khusus": VoterClass.UNREGISTERED}
        self._names = [
            (one.line, one.code, [frozenset(_parts(text)) - {""} for text in (one.name, one.short) if text])
            for one in candidates
            if one.kind is not CandidateKind.EMPTY
        ]
        self._known: dict[str, str] = {}

    def line(self, heading: str) -> str:
        """The code of the line that a heading means, "" where that is not certain."""
        found = self._known.get(heading)
        if found is None:
            found = "" if "%" in heading else self._votes(heading) or self._figure(heading)
            found = self._known[heading] = found if found in self._codes else ""
        return found

    def _votes(self, heading: str) -> str:
        parts = _parts(heading)
        words = [part for part in parts if not part.isdigit()]
        numbers = [int(part) for part in parts if part.isdigit()]
        if _NEVER.intersection(words):
            return ""
        if "kosong" in words and {"kolom", "kotak"}.intersection(words):
            return lines.VOTES + "0"
        said = frozenset(words) - _NUMBERED - _PLAIN
        person = _PERSON.search(heading)
        if person is not None and not said:
            return f"{lines.VOTES}{int(person[1])}.{int(person[2])}"
        if len(numbers) == 1 and (code := _SIREKAP.get((self._race, numbers[0]))) and not said:
            return lines.VOTES + code
        meant = [line for line, _code, names in self._names if any(_meets(said, name) for name in names)]
        if not numbers:
            whole = [line for line, _code, names in self._names if said and any(said <= name for name in names)]
            return whole[0] if len(whole) == 1 and any(len(word) > 2 for word in said) else ""
        named = [line for line, code, _names in self._names if code == str(numbers[0])]
        if len(numbers) > 1 or not named:
            return ""
        # A number and a name must not point at two people; a name that nobody has is no proof either.
        if said:
            return named[0] if meant == named else ""
        return named[0] if _NUMBERED.intersection(words) else ""

    def _figure(self, heading: str) -> str:
        told = heading.casefold().replace("laki-laki", "laki").replace("laki - laki", "laki")
        parts = _parts(re.sub(r"\bl\s*\+\s*p\b", "jumlah", told))
        if parts in (["suara", "total"], ["total", "suara"]):
            return lines.TOTAL
        for number in ("a", "b", "i", "ii", "iii", "iv", "v"):  # of the blocks and rows of the form
            if parts[:1] == [number]:
                parts = parts[1:]
        parts = [part for part in parts if not (part.isdigit() and int(part) < 5)]
        sex = _SEXES.get(parts[-1]) if len(parts) > 1 else None
        words = parts[:-1] if sex is not None else parts
        row = self._row(frozenset(words) - _PLAIN, words.count("sah"))
        if row in (*lines.ROWS, lines.DISABLED):
            return lines.by_sex(row, sex or Sex.BOTH)
        return row if sex in (None, Sex.BOTH) else ""

    def _row(self, words: frozenset[str], valid: int) -> str:
        """The row of these words, "" where one of them is strange."""
        if valid:
            if words - {"sah"} - _NOT:
                return ""
            return lines.TOTAL if valid > 1 else lines.INVALID if words & _NOT else lines.VALID
        if words & _DISABLED:
            return lines.DISABLED if not words - _DISABLED - _VOTERS - _USERS else ""
        for row, needed, also in (
            (lines.RECEIVED, _RECEIVED, _RECEIVED | _LEFT),
            (lines.SPOILED, _SPOILED - {"pemilih", "atau", "karena"}, _SPOILED | {"oleh"}),
            (lines.UNUSED, _NOT | _LEFT, _NOT | _USED | _LEFT),
            (lines.USED, _USED, _USED),
        ):
            if words & needed and not words - also:
                return row
        return self._voters(words)

    def _voters(self, words: frozenset[str]) -> str:
        if words >= {"non", "dpt"}:
            return VoterClass.UNREGISTERED.value if not words - {"non", "dpt"} - _USERS - _VOTERS else ""
        classes = {self._classes[word] for word in words if word in self._classes}
        left = words - self._classes.keys() - _USERS - _VOTERS - {"dpt", "ktp", "el"}
        if left or len(classes) > 1:
            return ""
        if classes:
            return classes.pop().value
        if words & _USERS:
            return VoterClass.REGISTERED.value if "dpt" in words else lines.USERS
        return lines.VOTERS if words & {"dpt", "pemilih"} else ""


def _parts(text: str) -> list[str]:
    """The words and numbers of a heading: "pasangan01" are two."""
    return _PARTS.findall(text.casefold())


def _meets(said: Iterable[str], name: frozenset[str]) -> bool:
    return any(len(word) > 2 and word in name for word in said)
