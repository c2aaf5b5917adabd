# SPDX-License-Identifier: Apache-2.0
"""Any place where an office can stand is found by typing."""

import pytest

from desk_app.domain import places
from desk_app.operations import offices, region_search


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("wajo", "73.13"),
        ("kab. wajo", "73.13"),
        ("tempe", "73.13.06"),
        ("kec. tempe", "73.13.06"),
        ("tempe wajo", "73.13.06"),
        ("kota bogor", "32.71"),
        ("sulawesi selatan", "73"),
        ("provinsi aceh", "11"),
        ("73.13", "73.13"),
    ],
)
def test_the_first_hit(typed: str, code: str) -> None:
    assert region_search.find(typed)[0].code == code


def test_every_regency_is_found_by_its_name() -> None:
    lost = [
        region.full_name
        for region in offices.region_index().regencies.values()
        if region.code not in [one.code for one in region_search.find(region.full_name)]
    ]
    assert lost == []


def test_the_kecamatan_of_a_kabupaten_follow_it() -> None:
    found = region_search.find("kabupaten wajo")
    assert sum(one.level is places.Level.DISTRICT and one.code.startswith("73.13.") for one in found) == 14


def test_nothing_for_nothing() -> None:
    assert region_search.find("  ") == []
    assert region_search.find("atlantis") == []


def test_local_nouns_are_used() -> None:
    assert region_search.find("mlati")[0].label == "Kapanewon Mlati"
    assert region_search.words_of("73.13.06") == "Kecamatan Tempe, Kabupaten Wajo · Sulawesi Selatan (73.13.06)"
