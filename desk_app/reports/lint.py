# SPDX-License-Identifier: Apache-2.0
"""What to look at before printing: another region's name in free text, and words a desk does not use.

Copied text that still names another kabupaten is a real and embarrassing error (`domain.md §0.10`). Names
are compared without regard to spaces, so "Pagaralam" is Pagar Alam. A name with "Kabupaten", "Bupati",
"Pemkot" before it is certain; a bare name may be an ordinary word (Batu, Malang), so it is only likely.
"""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from desk_app.domain import regions

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*\.?")
_SPACES = re.compile(r"[^\w]")
_LONGEST = 6

_REGENCY_WORDS = frozenset({"kabupaten", "kab", "pemkab", "bupati", "sekkab"})
_CITY_WORDS = frozenset({"kota", "pemkot", "walikota"})
_PLACE_WORDS = "provinsi prov gubernur kecamatan kec kelurahan kel desa dusun jalan jl lorong gang"
_OTHER_WORDS = frozenset(f"{_PLACE_WORDS} sungai selat pulau".split())
_ORDINARY_WORDS = frozenset("batang batu kudus landak malang metro serang".split())
_DECIDING = re.compile(r"\b(?:memutuskan|diputuskan|menetapkan hasil|menyatakan bersalah)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage to look at: what stands there, where, and what it seems to mean."""

    text: str
    start: int
    end: int
    means: str
    certain: bool


class Home:
    """What an office may name, made ready once: its own regions, and the places inside them, whose names may be like a
    regency's."""

    def __init__(self, own: Iterable[regions.Region], own_places: Iterable[str] = ()) -> None:
        self.regions = {(str(region.kind), _squeezed(region.name)) for region in own}
        self.names = {name for _, name in self.regions} | {_squeezed(place) for place in own_places}
        self.begun = _begun(self.names)


class RegionNames:
    """The names of all regencies and cities, made ready once to look through many texts."""

    def __init__(self, known: Iterable[regions.Region]) -> None:
        names: dict[str, list[tuple[str, str]]] = {}
        for region in known:
            names.setdefault(_squeezed(region.name), []).append((str(region.kind), region.name))
        self._names: Mapping[str, list[tuple[str, str]]] = names
        self._begun = _begun(names)

    def foreign(self, text: str, home: Home) -> list[Mention]:
        """Mentions of regions other than those at home, in order."""
        words = list(_WORD.finditer(text))
        found: list[Mention] = []
        place = 0
        while place < len(words):
            length = self._longest(words, place, home)
            if not length:
                place += 1
                continue
            mention = self._judge(text, words, place, length, home)
            if mention is not None:
                found.append(mention)
            place += length
        return found

    def _longest(self, words: list[re.Match[str]], place: int, home: Home) -> int:
        """How many words from a place on are a name; a name goes over no full stop."""
        if not words[place][0][0].isupper():
            return 0
        key, longest = "", 0
        for length, word in enumerate(words[place : place + _LONGEST], 1):
            key += _squeezed(word[0])
            if key not in self._begun and key not in home.begun:
                break
            if key in self._names or key in home.names:
                longest = length
            if word[0].endswith("."):
                break
        return longest

    def _judge(
        self,
        text: str,
        words: list[re.Match[str]],
        place: int,
        length: int,
        home: Home,
    ) -> Mention | None:
        start, end = words[place].start(), words[place + length - 1].end()
        said = text[start:end].rstrip(".")
        key = _squeezed(said)
        meant = self._names.get(key, [])
        before = _title_before(words, place)
        if before in _OTHER_WORDS or not meant:
            return None
        kind = "kabupaten" if before in _REGENCY_WORDS else "kota" if before in _CITY_WORDS else ""
        of_kind = [region for region in meant if not kind or region[0] == kind]
        if not of_kind:
            return None
        if any((region[0], key) in home.regions for region in of_kind) or (not kind and key in home.names):
            return None
        if not kind and key in _ORDINARY_WORDS and _begins_sentence(text, start):
            return None
        means = " / ".join(f"{region[0].capitalize()} {region[1]}" for region in of_kind)
        return Mention(said, start, start + len(said), means, certain=bool(kind))


def deciding_words(text: str) -> list[Mention]:
    """Words of deciding: a desk advises, coordinates and reports, it does not decide (`domain.md §1.3`)."""
    return [
        Mention(hit[0], hit.start(), hit.end(), "saran / rekomendasi / koordinasi", certain=False)
        for hit in _DECIDING.finditer(text)
    ]


def _title_before(words: list[re.Match[str]], place: int) -> str:
    """The word before a name that says what it is; "Kota Administrasi" says kota."""
    before = [word[0].rstrip(".").casefold() for word in words[max(place - 2, 0) : place]]
    if before[-1:] == ["administrasi"]:
        before.pop()
    return before[-1] if before else ""


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \"'“(")
    return not before or before[-1] in ".!?:;\n"


def _begun(names: Iterable[str]) -> frozenset[str]:
    """All that names begin with: most words of a text begin none, which one look tells."""
    return frozenset(name[:length] for name in names for length in range(1, len(name) + 1))


@functools.lru_cache(maxsize=4096)
def _squeezed(name: str) -> str:
    return _SPACES.sub("", name.casefold())
