# SPDX-License-Identifier: Apache-2.0
"""The nouns of the province, and those that the office has put in their place."""

from pathlib import Path

from desk_app.domain import localities
from desk_app.operations import change_settings, level_words, offices, settings


def test_the_office_alters_single_nouns(tmp_path: Path) -> None:
    asked = offices.NewOffice(place="13.06", event="pemilu-2024", operator="Operator 1", password="demo")
    with offices.create_office(tmp_path / "kantor", asked, key_memory=8 << 20).desk as desk:
        assert level_words.words_of(desk).village == "Nagari"
        change_settings.set_many(desk, {settings.word_setting("village"): "Jorong"})
        words = level_words.words_of(desk)
        assert (words.village, words.village_head, words.district) == ("Jorong", "Wali Nagari", "Kecamatan")
        change_settings.set_many(desk, {settings.word_setting("village"): ""})
        assert level_words.words_of(desk) == level_words.usual(desk) == localities.words_for("13.06")


def test_every_noun_is_one_of_the_words_and_a_setting() -> None:
    for name in level_words.LABELS:
        assert name in localities.Words.__slots__
        assert settings.word_setting(name) in settings.DEFAULTS


def test_a_kota_of_kelurahan_only_says_so(tmp_path: Path) -> None:
    for place, word in (("16.72", "Kelurahan"), ("73.13", "Desa/Kelurahan"), ("73", "Desa/Kelurahan")):
        asked = offices.NewOffice(place=place, event="pemilu-2024", operator="Operator 1", password="demo")
        with offices.create_office(tmp_path / place, asked, key_memory=8 << 20).desk as desk:
            assert level_words.villages(desk) == word
            change_settings.set_many(desk, {settings.word_setting("urban_village"): "Kel"})
            assert level_words.villages(desk) == word.replace("Kelurahan", "Kel")
