# SPDX-License-Identifier: Apache-2.0
"""The nouns follow the place."""

from dataclasses import replace

from desk_app.domain import localities
from desk_app.domain.regions import RegionKind


def test_kabupaten_and_kota() -> None:
    wajo, pagar_alam = localities.words_for("73.13"), localities.words_for("16.72")
    assert (wajo.regency, wajo.head, wajo.district, wajo.villages) == (
        "Kabupaten",
        "Bupati",
        "Kecamatan",
        "Desa/Kelurahan",
    )
    assert (pagar_alam.regency, pagar_alam.head, pagar_alam.deputy) == (
        "Kota",
        "Wali Kota",
        "Wakil Wali Kota",
    )
    assert localities.words_for("73", RegionKind.CITY).head == "Wali Kota"


def test_local_nouns() -> None:
    aceh = localities.words_for("11.08")
    assert (aceh.village, aceh.commission, aceh.supervisor) == ("Gampong", "KIP", "Panwaslih")
    assert localities.words_for("13.04").villages == "Nagari"
    assert localities.words_for("13.71").villages == "Desa/Kelurahan"
    assert localities.words_for("34.02").district == "Kapanewon"
    assert localities.words_for("34.02").village == "Kalurahan"
    assert localities.words_for("34.71").district == "Kemantren"
    papua = localities.words_for("95.03.01")
    assert (papua.district, papua.villages) == ("Distrik", "Kampung/Kelurahan")
    assert localities.words_for("31.71").regency == "Kota Administrasi"
    assert localities.words_for("31.01").regency == "Kabupaten Administrasi"


def test_every_noun_can_be_changed_by_the_office() -> None:
    own = replace(localities.words_for("73.13"), village="Kampung")
    assert own.villages == "Kampung/Kelurahan"


def test_a_villages_noun_follows_its_kind() -> None:
    words = localities.words_for("73.13")
    assert localities.village_word(words, RegionKind.URBAN_VILLAGE) == "Kelurahan"
    assert localities.village_word(words, RegionKind.VILLAGE) == "Desa"
    assert localities.village_short(words, RegionKind.URBAN_VILLAGE) == "Kel."
    assert localities.village_short(words, RegionKind.CUSTOMARY_VILLAGE) == "Desa"


def test_the_column_head_follows_the_kinds_that_are_there() -> None:
    words = localities.words_for("16.72")
    assert localities.villages_word(words, [RegionKind.URBAN_VILLAGE]) == "Kelurahan"
    assert localities.villages_word(words, [RegionKind.VILLAGE]) == "Desa"
    assert localities.villages_word(words, [RegionKind.VILLAGE, RegionKind.URBAN_VILLAGE]) == "Desa/Kelurahan"
    assert localities.villages_word(words, []) == "Desa/Kelurahan"
