# SPDX-License-Identifier: Apache-2.0
"""What the levels of government are called where the office stands.

Kabupaten/Bupati or Kota/Wali Kota follows from the code. The local nouns (gampong, nagari, distrik,
kapanewon, ...) are defaults by province, common knowledge without a source (`domain.md §6.5`): an office
changes each of them in its settings with `dataclasses.replace`. They are proper nouns of the place and are
not translated.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desk_app.domain import places
from desk_app.domain.regions import RegionKind

_ACEH = "11"
_WEST_SUMATRA = "13"
_CAPITAL = "31"
_YOGYAKARTA = "34"
_PAPUA = frozenset(("91", "92", "93", "94", "95", "96"))


@dataclass(frozen=True, slots=True)
class Words:
    """The nouns of one regency. `village` is rural and `urban_village` urban, each with its head."""

    regency: str = "Kabupaten"
    head: str = "Bupati"
    deputy: str = "Wakil Bupati"
    province: str = "Provinsi"
    province_head: str = "Gubernur"
    district: str = "Kecamatan"
    district_head: str = "Camat"
    village: str = "Desa"
    village_head: str = "Kepala Desa"
    urban_village: str = "Kelurahan"
    urban_village_head: str = "Lurah"
    commission: str = "KPU"
    supervisor: str = "Bawaslu"
    district_supervisor: str = "Panwaslu Kecamatan"

    @property
    def villages(self) -> str:
        """Both kinds of village in one column head: "Desa/Kelurahan"."""
        if self.village == self.urban_village:
            return self.village
        return f"{self.village}/{self.urban_village}"


def words_for(code: str, kind: RegionKind | None = None) -> Words:
    """Return the words of the regency that a region code or subject lies in.

    `kind` settles kabupaten or kota where the code does not (a province's or the nation's desk).
    """
    city = kind is RegionKind.CITY if kind is not None else places.is_city(code)
    words = Words(regency="Kota", head="Wali Kota", deputy="Wakil Wali Kota") if city else Words()
    province = places.province_of(code)
    if province == _ACEH:
        return replace(
            words,
            village="Gampong",
            village_head="Keuchik",
            urban_village="Gampong",
            urban_village_head="Keuchik",
            commission="KIP",
            supervisor="Panwaslih",
        )
    if province == _WEST_SUMATRA and not city:
        return replace(
            words,
            village="Nagari",
            village_head="Wali Nagari",
            urban_village="Nagari",
            urban_village_head="Wali Nagari",
        )
    if province == _CAPITAL:
        return replace(words, regency=f"{words.regency} Administrasi")
    if province == _YOGYAKARTA and city:
        return replace(words, district="Kemantren", district_head="Mantri Pamong Praja")
    if province == _YOGYAKARTA:
        return replace(
            words, district="Kapanewon", district_head="Panewu", village="Kalurahan", village_head="Lurah"
        )
    if province in _PAPUA:
        return replace(
            words,
            district="Distrik",
            district_head="Kepala Distrik",
            village="Kampung",
            village_head="Kepala Kampung",
        )
    return words


def village_word(words: Words, kind: RegionKind) -> str:
    """Return the noun of a village by its kind, as before a name: "Kelurahan Tempe"."""
    return words.urban_village if kind is RegionKind.URBAN_VILLAGE else words.village


def villages_word(words: Words, kinds: Iterable[RegionKind]) -> str:
    """Return the column head for the kinds that are there: a kota of kelurahan only says "Kelurahan"."""
    found = set(kinds)
    if not found or {RegionKind.VILLAGE, RegionKind.CUSTOMARY_VILLAGE} & found:
        return words.villages if not found or RegionKind.URBAN_VILLAGE in found else words.village
    return words.urban_village


def village_short(words: Words, kind: RegionKind) -> str:
    """Return the short form for narrow columns where one is usual: "Kel." or the whole noun."""
    word = village_word(words, kind)
    return {"Kelurahan": "Kel."}.get(word, word)
