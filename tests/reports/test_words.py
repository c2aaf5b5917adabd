# SPDX-License-Identifier: Apache-2.0
"""Dates, hours, numbers and amounts in Indonesian."""

from datetime import date, datetime

import pytest

from desk_app.reports import words

DAY = date(2024, 2, 13)


def plain(text: str) -> str:
    return text.replace(words.NO_BREAK, " ")


def test_dates_as_an_office_writes_them() -> None:
    assert words.full_date(DAY) == "Selasa, 13 Februari 2024"
    assert words.full_date(date(2024, 11, 29)) == "Jumat, 29 November 2024"
    assert words.short_date(DAY) == "13-02-2024"
    assert words.blank_date(DAY).endswith(" Februari 2024".replace(" ", words.NO_BREAK, 1))


def test_a_date_in_words_for_a_berita_acara() -> None:
    spelled = "Selasa, tanggal tiga belas bulan Februari tahun dua ribu dua puluh empat"
    assert words.spelled_date(DAY) == spelled


def test_the_hour_carries_its_zone_and_does_not_break() -> None:
    said = words.clock(datetime(2024, 2, 13, 16, 0), "WITA")
    assert plain(said) == "pukul 16.00 WITA"
    assert " " not in said


def test_a_period_within_one_day_names_the_day_once() -> None:
    start, end = datetime(2024, 2, 13, 6), datetime(2024, 2, 13, 15, 30)
    assert plain(words.period(start, end, "WIB")) == "13 Februari 2024 pukul 06.00 s.d. 15.30 WIB"
    yesterday = datetime(2024, 2, 12, 15)
    said = plain(words.period(yesterday, end, "WIB"))
    assert said == "12 Februari 2024 pukul 15.00 s.d. 13 Februari 2024 pukul 15.30 WIB"


@pytest.mark.parametrize(("value", "said"), [(0, "0"), (1146, "1.146"), (293077, "293.077"), (823220, "823.220")])
def test_numbers_have_dots(value: int, said: str) -> None:
    assert words.number(value) == said


@pytest.mark.parametrize(
    ("part", "whole", "said"),
    [(21, 400, "5,25 %"), (1, 8, "12,50 %"), (3, 3, "100,00 %"), (0, 5, "0,00 %"), (0, 0, "–")],
)
def test_per_cent(part: int, whole: int, said: str) -> None:
    assert plain(words.percent(part, whole)) == said


def test_per_cent_is_never_whole_while_one_is_missing() -> None:
    assert words.share(823_219, 823_220) == "99,99"
    assert words.share(1, 823_220) == "0,01"


def test_terbilang() -> None:
    assert words.counted(1146) == "1.146 (seribu seratus empat puluh enam)"
    assert words.terbilang(14) == "empat belas"
    assert words.terbilang(2024) == "dua ribu dua puluh empat"


def test_names_in_a_sentence() -> None:
    assert words.listed(["Tempe"]) == "Tempe"
    assert words.listed(["Tempe", "Belawa"]) == "Tempe dan Belawa"
    assert words.listed(("Tempe", "Belawa", "Keera")) == "Tempe, Belawa, dan Keera"
