# SPDX-License-Identifier: Apache-2.0
"""The regions of Indonesia: read from the packed file, found by code and by typing.

Pure: the bytes of `resources/regions/regions.bin` are given (its form is told in `pack.py` beside it).
The index of 514 kabupaten/kota is read at once, districts and villages one regency at a time.
"""

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain import errors, places
from desk_app.domain.words import N_

_MAGIC = b"DESKREG1"
_HEAD = len(_MAGIC) + 4
_CAPITAL = "31"


class RegionKind(StrEnum):
    """Kinds of regions."""

    PROVINCE = "provinsi"
    REGENCY = "kabupaten"
    CITY = "kota"
    DISTRICT = "kecamatan"
    VILLAGE = "desa"
    URBAN_VILLAGE = "kelurahan"
    CUSTOMARY_VILLAGE = "desa_adat"


_VILLAGE_KINDS = {
    "1": RegionKind.URBAN_VILLAGE,
    "2": RegionKind.VILLAGE,
    "3": RegionKind.CUSTOMARY_VILLAGE,
}
_KIND_WORDS = {
    RegionKind.PROVINCE: "Provinsi",
    RegionKind.REGENCY: "Kabupaten",
    RegionKind.CITY: "Kota",
    RegionKind.DISTRICT: "Kecamatan",
    RegionKind.VILLAGE: "Desa",
    RegionKind.URBAN_VILLAGE: "Kelurahan",
    RegionKind.CUSTOMARY_VILLAGE: "Desa Adat",
}


@dataclass(frozen=True, slots=True)
class Region:
    """A region; `name` is without its kind ("Wajo"), `parent` is None for a province."""

    code: str
    name: str
    kind: RegionKind
    parent: str | None

    @property
    def full_name(self) -> str:
        """The name with its kind, as on paper: "Kabupaten Wajo", "Kota Administrasi Jakarta Pusat".

        Local nouns (nagari, distrik, ...) are the office's words: `localities`.
        """
        word = _KIND_WORDS[self.kind]
        if self.kind in (RegionKind.REGENCY, RegionKind.CITY) and self.parent == _CAPITAL:
            word += " Administrasi"
        return f"{word} {self.name}"


@dataclass(frozen=True, slots=True)
class Index:
    """Provinces and regencies, the spelling variants, and where each regency's block lies."""

    version: str
    source: str
    provinces: Mapping[str, Region]
    regencies: Mapping[str, Region]
    aliases: Mapping[str, tuple[str, ...]]
    spans: Mapping[str, tuple[int, int]]
    data: bytes


def read_index(data: bytes) -> Index:
    """Read the index of the packed file; raises `Damaged` when it is not one."""
    if data[: len(_MAGIC)] != _MAGIC:
        raise _damaged()
    length = int.from_bytes(data[len(_MAGIC) : _HEAD], "big")
    start = _HEAD + length
    meta: dict[str, str] = {}
    provinces: dict[str, Region] = {}
    regencies: dict[str, Region] = {}
    aliases: dict[str, tuple[str, ...]] = {}
    spans: dict[str, tuple[int, int]] = {}
    for key, *fields in _lines(data[_HEAD:start]):
        if key == "alias":
            aliases[fields[0]] = (*aliases.get(fields[0], ()), fields[1])
        elif len(key) == 2:
            provinces[key] = Region(key, fields[0], RegionKind.PROVINCE, None)
        elif len(key) == 5:
            kind = RegionKind.CITY if places.is_city(key) else RegionKind.REGENCY
            regencies[key] = Region(key, fields[0], kind, key[:2])
            spans[key] = (start + int(fields[1]), int(fields[2]))
        else:
            meta[key] = fields[0]
    return Index(meta["version"], meta["source"], provinces, regencies, aliases, spans, data)


def regions_of(index: Index, regency: str) -> list[Region]:
    """Return the districts of a regency, each followed by its villages, in the order of the codes."""
    if regency not in index.spans:
        raise errors.NotFound(N_("Kabupaten/kota dengan kode {code} tidak ada."), code=regency)
    offset, length = index.spans[regency]
    found: list[Region] = []
    district = ""
    for code, name in _lines(index.data[offset : offset + length]):
        if len(code) == 2:
            district = f"{regency}.{code}"
            found.append(Region(district, name, RegionKind.DISTRICT, regency))
        else:
            found.append(Region(f"{district}.{code}", name, _VILLAGE_KINDS[code[0]], district))
    return found


def districts_of(index: Index, regency: str) -> list[Region]:
    """Return the districts of a regency."""
    return [region for region in regions_of(index, regency) if region.kind is RegionKind.DISTRICT]


def villages_of(index: Index, code: str) -> list[Region]:
    """Return the villages of a regency or of one district."""
    regency = places.regency_of(code) or code
    return [
        region
        for region in regions_of(index, regency)
        if region.kind is not RegionKind.DISTRICT and places.is_within(region.code, code)
    ]


def all_regions(index: Index) -> Iterator[Region]:
    """Go through the whole country: each province, its regencies, their districts and villages."""
    for province in index.provinces.values():
        yield province
        for regency in regencies_of(index, province.code):
            yield regency
            yield from regions_of(index, regency.code)


def regencies_of(index: Index, province: str) -> list[Region]:
    """Return the kabupaten and kota of a province."""
    return [region for region in index.regencies.values() if region.parent == province]


def find(index: Index, code: str) -> Region:
    """Return the region of a code at any level; raises `NotFound`."""
    known = index.provinces.get(code) or index.regencies.get(code)
    if known is not None:
        return known
    regency = places.regency_of(code) or ""
    for region in regions_of(index, regency) if regency in index.spans else ():
        if region.code == code:
            return region
    raise errors.NotFound(N_("Wilayah dengan kode {code} tidak ada."), code=code)


def search_regencies(index: Index, text: str, limit: int = 20) -> list[Region]:
    """Find kabupaten and kota by typing, best first: name, "kota pagar", "kab. wajo", other spelling, code.

    The province's name helps ("bone sulawesi") and alone lists its regencies.
    """
    typed = _letters(_spelled_out(text))
    if not typed:
        return []
    tokens = [_letters(token) for token in _spelled_out(text).split()]
    ranked: list[tuple[int, str, Region]] = []
    for region in index.regencies.values():
        province = index.provinces[region.code[:2]].name
        rank = _rank(region, index.aliases.get(region.code, ()), province, typed, tokens)
        if rank is not None:
            ranked.append((rank, region.name, region))
    ranked.sort(key=lambda entry: (entry[0], entry[1], entry[2].code))
    return [region for _rank_, _name, region in ranked[:limit]]


def named(regions: Iterable[Region], text: str, aliases: Mapping[str, tuple[str, ...]]) -> list[Region]:
    """Return the regions whose name or other spelling is `text`, case, spaces and signs apart.

    For reading lists; several answers are a question to the user, never a guess (`domain.md §0.6`).
    """
    wanted = _letters(text)
    return [
        region
        for region in regions
        if any(_letters(name) == wanted for name in (region.name, *aliases.get(region.code, ())))
    ]


def _rank(
    region: Region, aliases: tuple[str, ...], province: str, typed: str, tokens: list[str]
) -> int | None:
    name, full = _letters(region.name), _letters(region.full_name)
    if typed.isdigit():
        return 0 if region.code.replace(".", "").startswith(typed) else None
    if typed in (name, full):
        return 0
    others = [_letters(alias) for alias in aliases]
    if typed in others:
        return 1
    if name.startswith(typed) or full.startswith(typed):
        return 2
    if typed in full or any(typed in other for other in others):
        return 3
    words = [_letters(word) for word in f"{region.full_name} {province}".split()]
    if all(any(word.startswith(token) for word in words) for token in tokens if token):
        return 4
    return None


def _spelled_out(text: str) -> str:
    return re.sub(r"^\s*kab\b\.?", "kabupaten", text.casefold())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _lines(packed: bytes) -> Iterator[list[str]]:
    try:
        text = zlib.decompress(packed).decode("utf-8")
    except (zlib.error, UnicodeDecodeError) as trouble:
        raise _damaged() from trouble
    return (line.split("\t") for line in text.split("\n"))


def _damaged() -> errors.Damaged:
    return errors.Damaged(N_("Berkas kode wilayah rusak. Pasang ulang program."))
