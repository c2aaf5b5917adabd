# SPDX-License-Identifier: Apache-2.0
"""Names of regions found in running words, however they are spelt: "maddukelleng", "kec tempe", "mdkl".

A name that stands there as it is written (double letters counted once) is sure; one that is only begun, shortened to
its consonants or misspelt by one letter is likely, and a person is asked.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Regions that some words may mean: `districts` and `villages` by code. `sure`: the name was written out."""

    districts: tuple[str, ...] = ()
    villages: tuple[str, ...] = ()
    sure: bool = True

    @property
    def codes(self) -> tuple[str, ...]:
        """All of them, the wider ones first."""
        return self.districts + self.villages

    def __bool__(self) -> bool:
        return bool(self.districts or self.villages)


class Gazetteer:
    """The names of the regions of an area, ready to be found."""

    def __init__(self, regions: Iterable[tuple[str, str]]) -> None:
        """`regions`: code and name without its kind."""
        self._exact: dict[str, list[str]] = defaultdict(list)
        for code, name in regions:
            if code != name:
                self._exact[squeezed(name)].append(code)
        self._exact.pop("", None)
        self._begins: dict[str, set[str]] = defaultdict(set)
        self._bones: dict[str, set[str]] = defaultdict(set)
        self._near: dict[str, set[str]] = defaultdict(set)
        self._longest = 1
        for key in self._exact:
            for length in range(_SHORTEST_BEGINNING, len(key)):
                self._begins[key[:length]].add(key)
            bones = _bones(key)
            for length in range(_FEWEST_BONES, len(bones) + 1):
                self._bones[bones[:length]].add(key)
            if len(key) >= _LONG and len(self._exact) <= _MOST_NEAR:
                for variant in _lessened(key):
                    self._near[variant].add(key)

    def find(self, words: Sequence[str]) -> tuple[Found, ...]:
        """The regions that stand in a row of words, in their order."""
        found: list[Found] = []
        place = 0
        while place < len(words):
            taken, one = self._at(words, place)
            if one:
                found.append(one)
            place += taken
        return tuple(found)

    def _at(self, words: Sequence[str], place: int) -> tuple[int, Found]:
        noun = words[place - 1] if place else ""
        for count in range(min(_WORDS, len(words) - place), 0, -1):
            key = squeezed("".join(words[place : place + count]))
            if count == 1 and key in _COMMON and noun not in _NOUNS:
                continue
            if key in self._exact:
                return count, self._regions([key], noun, sure=True)
        word = squeezed(words[place])
        if word in _COMMON or words[place] in _NOUNS:
            return 1, Found()
        keys = self._likely(word)
        if not keys or len(keys) > _MOST_LIKELY:
            return 1, Found()
        return 1, self._regions(sorted(keys), noun, sure=False)

    def _likely(self, word: str) -> set[str]:
        if len(word) >= _SHORTEST_BEGINNING and word in self._begins:
            return self._begins[word]
        if len(word) >= _LONG:
            near = set(self._near.get(word, ()))
            for variant in _lessened(word):
                near |= self._near.get(variant, set())
                if variant in self._exact:
                    near.add(variant)
            if near:
                return near
        if len(word) >= _FEWEST_BONES and not _VOWELS & set(word):
            return self._bones.get(word, set())
        return set()

    def _regions(self, keys: Sequence[str], noun: str, *, sure: bool) -> Found:
        codes = [code for key in keys for code in self._exact[key]]
        districts = tuple(code for code in codes if len(code) == _DISTRICT)
        villages = tuple(code for code in codes if len(code) > _DISTRICT)
        if noun in _DISTRICT_NOUNS and districts:
            villages = ()
        if noun in _VILLAGE_NOUNS and villages:
            districts = ()
        return Found(districts, villages, sure)


def squeezed(text: str) -> str:
    """A name as it is compared: small letters without accents, spaces and marks, double letters once."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters: list[str] = []
    for letter in plain:
        if letter.isalnum() and (not letters or letters[-1] != letter or letter.isdigit()):
            letters.append(letter)
    return "".join(letters)


def _bones(key: str) -> str:
    return "".join(letter for letter in key if letter not in _VOWELS)


def _lessened(key: str) -> set[str]:
    return {key[:at] + key[at + 1 :] for at in range(len(key))}


_VOWELS = frozenset("aiueo")
_WORDS = 4
_DISTRICT = 8
_LONG = 6
_SHORTEST_BEGINNING = 4
_FEWEST_BONES = 3
_MOST_NEAR = 6000
_MOST_LIKELY = 12
_DISTRICT_NOUNS = frozenset(("kec", "kecamatan", "camat", "distrik"))
_VILLAGE_NOUNS = frozenset(("desa", "ds", "kel", "kelurahan", "lurah", "kades", "nagari", "gampong", "kampung"))
_NOUNS = _DISTRICT_NOUNS | _VILLAGE_NOUNS | frozenset(("tps", "di", "kab", "kota", "no", "nomor"))
_COMMON = frozenset(
    squeezed(word)
    for word in (
        "ada mana aman antre banjir banyak baru basah belum bilik blm buka camat cuaca dari datang deras desa di "
        "dibuka dihitung dpt hadir hari hitung hujan ini itu izin jam jaringan kasus kec kel kendala ketua "
        "kondusif kotak kpps kurang lagi lancar lapor laporan lengkap listrik logistik lokasi lurah malam "
        "masih masuk masyarakat mati mohon mulai nihil orang padam pagi pak pemilih pemungutan penghitungan "
        "petugas pindah pkl ppk pps pukul rusak saat saksi sakit sampai sedang segera selesai semua sementara "
        "siang siap sinyal situasi sudah sdh sore suara surat tadi tanpa telah tempat tenda terima terkendali "
        "tiba tidak tdk tinta tps tutup ujung utara selatan barat timur wita wib kembali terpantau kondisi "
        "kasih minta tolong bapak ibu semuanya mendung cerah angin jalan air bantuan tambah"
    ).split()
)
"""Words of posko chats that are also names of some village: such a name needs its noun before it."""
