# SPDX-License-Identifier: Apache-2.0
"""The packed regions hold the counts of the decree and are found by typing."""

from collections import Counter

import pytest

from desk_app.domain import errors, regions
from desk_app.domain.regions import Index, RegionKind


def test_the_counts_of_the_decree(index: Index) -> None:
    everything = list(regions.all_regions(index))
    kinds = Counter(region.kind for region in everything)
    assert kinds == {
        RegionKind.PROVINCE: 38,
        RegionKind.REGENCY: 416,
        RegionKind.CITY: 98,
        RegionKind.DISTRICT: 7285,
        RegionKind.URBAN_VILLAGE: 8496,
        RegionKind.VILLAGE: 75_252,
        RegionKind.CUSTOMARY_VILLAGE: 14,
    }
    assert index.version == "Kepmendagri 300.2.2-2138/2025"
    codes = {region.code for region in everything}
    assert len(codes) == len(everything)
    assert all(region.parent in codes for region in everything if region.parent is not None)
    assert all(region.name == region.name.strip() and region.name for region in everything)


@pytest.mark.parametrize(
    ("regency", "districts", "urban", "rural"),
    [
        ("73.13", 14, 48, 142),
        ("63.04", 17, 6, 195),
        ("62.10", 12, 13, 114),
        ("16.72", 5, 35, 0),
        ("74.06", 22, 22, 121),
    ],
)
def test_the_seed_regions(index: Index, regency: str, districts: int, urban: int, rural: int) -> None:
    kinds = Counter(region.kind for region in regions.regions_of(index, regency))
    assert (kinds[RegionKind.DISTRICT], kinds[RegionKind.URBAN_VILLAGE], kinds[RegionKind.VILLAGE]) == (
        districts,
        urban,
        rural,
    )


def test_names_with_and_without_their_kind(index: Index) -> None:
    names = {
        code: regions.find(index, code) for code in ("73", "73.13", "16.72", "31.01", "31.71", "73.13.06")
    }
    assert {code: region.name for code, region in names.items()} == {
        "73": "Sulawesi Selatan",
        "73.13": "Wajo",
        "16.72": "Pagar Alam",
        "31.01": "Kepulauan Seribu",
        "31.71": "Jakarta Pusat",
        "73.13.06": "Tempe",
    }
    assert names["73.13"].full_name == "Kabupaten Wajo"
    assert names["16.72"].full_name == "Kota Pagar Alam"
    assert names["31.71"].full_name == "Kota Administrasi Jakarta Pusat"
    assert names["31.01"].full_name == "Kabupaten Administrasi Kepulauan Seribu"
    assert regions.find(index, "73.13.06.1001").full_name == "Kelurahan Siengkang"


def test_roman_numbers_quotes_and_apostrophes_stay_as_written(index: Index) -> None:
    names = {region.name for region in regions.all_regions(index)}
    assert {"Lubuk Pakam I,II", 'Soka"an', "Regapu’u", "Belitang III", "KI'E"} <= names


def test_no_regency_keeps_its_kind_in_the_name(index: Index) -> None:
    assert len(index.regencies) == 514
    assert not [r for r in index.regencies.values() if r.name.startswith(("Kabupaten", "Kota ", "Admin"))]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("wajo", "73.13"),
        ("Kab. Wajo", "73.13"),
        ("kabupaten wa jo", "73.13"),
        ("kota pagar", "16.72"),
        ("pagaralam", "16.72"),
        ("baubau", "74.72"),
        ("Bau-Bau", "74.72"),
        ("gumas", "62.10"),
        ("batola", "63.04"),
        ("7313", "73.13"),
        ("73.13", "73.13"),
        ("kotabaru", "63.02"),
        ("bone sulawesi", "73.08"),
        ("palangka raya", "62.71"),
        ("kab banjar", "63.03"),
        ("kota banjar", "32.79"),
    ],
)
def test_typing_finds_the_regency_first(index: Index, typed: str, code: str) -> None:
    assert regions.search_regencies(index, typed)[0].code == code


def test_every_regency_is_found_first_by_its_full_name(index: Index) -> None:
    missed = [
        region.full_name
        for region in index.regencies.values()
        if regions.search_regencies(index, region.full_name, limit=1) != [region]
    ]
    assert missed == []


def test_a_province_lists_its_regencies_and_nonsense_nothing(index: Index) -> None:
    found = regions.search_regencies(index, "sulawesi selatan", limit=100)
    assert {region.code for region in found} >= {region.code for region in regions.regencies_of(index, "73")}
    assert regions.search_regencies(index, "xyzzy") == []
    assert regions.search_regencies(index, "  ") == []


def test_names_in_lists_are_matched_over_spelling_and_doubles_are_told(index: Index) -> None:
    districts = regions.districts_of(index, "73.13")
    for written in ("MANIANG PAJO", "Maniangpajo", "maniang-pajo"):
        assert [region.code for region in regions.named(districts, written, index.aliases)] == ["73.13.09"]
    assert [region.code for region in regions.named(districts, "Sabbangparu", index.aliases)] == ["73.13.01"]
    assert regions.named(districts, "Tempeh", index.aliases) == []
    everywhere = regions.named(index.regencies.values(), "Banjar", index.aliases)
    assert {region.code for region in everywhere} == {"63.03", "32.79"}


def test_villages_of_a_district(index: Index) -> None:
    tempe = regions.villages_of(index, "73.13.06")
    assert len(tempe) == 16
    assert {region.parent for region in tempe} == {"73.13.06"}
    assert len(regions.villages_of(index, "73.13")) == 190


@pytest.mark.parametrize("code", ["99", "73.99", "73.13.99", "73.13.06.1999", "0", ""])
def test_what_is_not_there_is_refused(index: Index, code: str) -> None:
    with pytest.raises(errors.NotFound):
        regions.find(index, code)


def test_a_damaged_file_is_refused(packed: bytes) -> None:
    with pytest.raises(errors.Damaged):
        regions.read_index(b"PK\x03\x04" + packed)
    with pytest.raises(errors.Damaged):
        regions.read_index(packed[:40])
    block = regions.read_index(packed[:-100])
    with pytest.raises(errors.Damaged):
        list(regions.all_regions(block))
