# SPDX-License-Identifier: Apache-2.0
"""Where a new office can stand, by typing: 514 kabupaten/kota, their kecamatan, the provinces."""

import functools
from dataclasses import dataclass

from desk_app.domain import localities, places, regions
from desk_app.domain.regions import Region
from desk_app.operations import offices


@dataclass(frozen=True, slots=True)
class Found:
    """A region in words: `label` "Kecamatan Tempe", `detail` "Kabupaten Wajo · Sulawesi Selatan"."""

    code: str
    level: places.Level
    label: str
    detail: str


def find(typed: str, limit: int = 40) -> list[Found]:
    """Regions that what was typed may mean, best first; for a worker: the first time reads all kecamatan (0.4 s)."""
    words = _words(typed)
    if not words:
        return []
    index = _index()
    regencies = regions.search_regencies(index, typed, 12)
    exact = [one for one in regencies if _words(one.name) == words or _words(one.full_name) == words]
    provinces = [one for one in index.provinces.values() if all(_begins(word, _words(one.full_name)) for word in words)]
    named = [
        one
        for one, own, whole in _districts()
        if _begins(words[0], own) and all(_begins(word, whole) for word in words[1:])
    ]
    # A kecamatan of that very name comes before the long list of those in a kabupaten of that name.
    named.sort(key=lambda one: (_words(one.name) != words, one.code))
    within = [one for one, _own, _whole in _districts() if exact and one.parent == exact[0].code]
    first = [one for one in provinces if _words(one.name) == words]
    found = {one.code: one for one in (*first, *regencies, *provinces[:3], *named, *within)}
    return [describe(one) for one in list(found.values())[:limit]]


def describe(region: Region) -> Found:
    """A region in words."""
    index = _index()
    level = places.level_of(region.code)
    province = index.provinces[region.code[:2]]
    if level is places.Level.DISTRICT:
        regency = index.regencies[region.code[:5]]
        label = f"{localities.words_for(region.code).district} {region.name}"
        return Found(region.code, level, label, f"{regency.full_name} · {province.name}")
    if level is places.Level.REGENCY:
        return Found(region.code, level, region.full_name, province.full_name)
    return Found(region.code, level, region.full_name, "")


def words_of(code: str) -> str:
    """A place with what it lies in: "Kecamatan Tempe, Kabupaten Wajo · Sulawesi Selatan (73.13.06)"."""
    if code == places.NATION:
        return "Indonesia"
    one = describe(regions.find(_index(), code))
    return f"{one.label}, {one.detail} ({code})" if one.detail else f"{one.label} ({code})"


def _words(text: str) -> tuple[str, ...]:
    plain = "".join(letter if letter.isalnum() else " " for letter in text.casefold())
    return tuple(word for word in plain.split() if word not in ("kab", "kec", "prov"))


def _begins(typed: str, words: tuple[str, ...]) -> bool:
    return any(word.startswith(typed) for word in words)


@functools.cache
def _index() -> regions.Index:
    return offices.region_index()


@functools.cache
def _districts() -> tuple[tuple[Region, tuple[str, ...], tuple[str, ...]], ...]:
    """Every kecamatan with the words of its name, and those of all that it lies in."""
    index = _index()
    found = []
    for regency in index.regencies.values():
        wider = _words(f"kecamatan {regency.full_name} {index.provinces[regency.code[:2]].name}")
        for one in regions.districts_of(index, regency.code):
            own = _words(one.name)
            found.append((one, (*own, "kecamatan"), (*own, *wider)))
    return tuple(found)
