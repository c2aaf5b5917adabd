# SPDX-License-Identifier: Apache-2.0
"""Names of other regions and words of deciding are found."""

import pytest

from desk_app.domain import regions
from desk_app.reports import lint


def region(kind: regions.RegionKind, name: str) -> regions.Region:
    return regions.Region("00.00", name, kind, "00")


REGENCY, CITY = regions.RegionKind.REGENCY, regions.RegionKind.CITY
WAJO = region(REGENCY, "Wajo")
KNOWN = [
    WAJO,
    region(REGENCY, "Kolaka"),
    region(REGENCY, "Kolaka Timur"),
    region(REGENCY, "Bone"),
    region(CITY, "Pagar Alam"),
    region(CITY, "Bau Bau"),
    region(REGENCY, "Bogor"),
    region(CITY, "Bogor"),
    region(REGENCY, "Malang"),
    region(REGENCY, "Kepulauan Siau Tagulandang Biaro"),
]
NAMES = lint.RegionNames(KNOWN)


def found(text: str, own: regions.Region = WAJO, places: tuple[str, ...] = ()) -> list[tuple[str, bool]]:
    return [(mention.means, mention.certain) for mention in NAMES.foreign(text, lint.Home([own], places))]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("di wilayah Kabupaten Kolaka.", "Kabupaten Kolaka"),
        ("di Kab. Kolaka Timur, sudah", "Kabupaten Kolaka Timur"),
        ("koordinasi Pemkot Baubau", "Kota Bau Bau"),
        ("Wali Kota Pagaralam menyampaikan", "Kota Pagar Alam"),
        ("Kota Administrasi Bogor", "Kota Bogor"),
        ("BUPATI KEPULAUAN SIAU TAGULANDANG BIARO", "Kabupaten Kepulauan Siau Tagulandang Biaro"),
    ],
)
def test_a_foreign_region_is_certain_behind_its_title(text: str, means: str) -> None:
    assert found(text) == [(means, True)]


def test_a_bare_name_is_only_likely() -> None:
    assert found("Logistik dari Kolaka tiba") == [("Kabupaten Kolaka", False)]


def test_the_own_region_and_its_places_are_no_errors() -> None:
    assert found("Kabupaten Wajo dan Pemkab Wajo; Wajo siap") == []
    assert found("TPS 005 Bone siap", places=("Bone",)) == []
    assert found("Kabupaten Bone siap", places=("Bone",)) == [("Kabupaten Bone", True)]


def test_the_same_name_of_the_other_kind_is_foreign() -> None:
    city = region(CITY, "Bogor")
    assert found("Kabupaten Bogor", city) == [("Kabupaten Bogor", True)]
    assert found("Kota Bogor dan Bogor", city) == []


@pytest.mark.parametrize(
    "text",
    ["Jalan Bogor nomor 5", "Kecamatan Bone", "Malang nian nasibnya. Malang!", "hujan di kolaka kecil", ""],
)
def test_streets_villages_and_ordinary_words_pass(text: str) -> None:
    assert found(text) == []


def test_the_place_of_the_mention_is_told() -> None:
    text = "Sesuai laporan Kabupaten Kolaka."
    (mention,) = NAMES.foreign(text, lint.Home([WAJO]))
    assert text[mention.start : mention.end] == mention.text == "Kolaka"


def test_words_of_deciding_are_shown() -> None:
    (mention,) = lint.deciding_words("Desk memutuskan pemungutan suara ulang")
    assert mention.text == "memutuskan"
    assert lint.deciding_words("Desk menyarankan rapat koordinasi") == []
