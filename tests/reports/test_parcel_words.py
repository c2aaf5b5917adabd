# SPDX-License-Identifier: Apache-2.0
"""Ways, sizes, numbers of packages, and how long an office is silent."""

from datetime import datetime, timedelta

import pytest

from desk_app.reports import parcel_words, signature, words

NOW = datetime(2024, 2, 13, 16, 5)


def test_the_chosen_way_is_ticked_and_the_others_are_left_open() -> None:
    told = parcel_words.ways(parcel_words.Way.WHATSAPP).replace(words.NO_BREAK, " ")
    assert "☑ WhatsApp" in told
    assert told.count("☐") == len(parcel_words.Way) - 1
    assert "☑" not in parcel_words.ways(None)


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "0 KB"),
        (1, "1 KB"),
        (845_000, "845 KB"),
        (1_000_000, "1,0 MB"),
        (1_234_567, "1,2 MB"),
        (10**9, "1.000,0 MB"),
    ],
)
def test_sizes(count: int, told: str) -> None:
    assert parcel_words.size(count).replace(words.NO_BREAK, " ") == told


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ((), ""),
        ((3,), "ke-3"),
        ((4, 3), "ke-3 dan ke-4"),
        ((12, 5, 6, 7, 3, 5), "ke-3, ke-5 s.d. ke-7, dan ke-12"),
    ],
)
def test_numbers_of_packages(found: tuple[int, ...], told: str) -> None:
    assert parcel_words.numbers(found) == told


def test_too_many_numbers_are_counted() -> None:
    assert parcel_words.numbers((1, 2, 3, 7, 9, 11, 12, 13), most=3) == "ke-1 s.d. ke-3, ke-7, dan 4 lainnya"


@pytest.mark.parametrize(
    ("hours", "told"),
    [(-5, "kurang dari 1 jam"), (0, "kurang dari 1 jam"), (7, "7 jam"), (24, "1 hari"), (53, "2 hari 5 jam")],
)
def test_how_long_an_office_is_silent(hours: int, told: str) -> None:
    assert parcel_words.lasting(NOW - timedelta(hours=hours, minutes=20), NOW) == told


def test_shortened_keeps_what_fits() -> None:
    assert parcel_words.shortened("satu  dua", 8) == "satu dua"
    assert parcel_words.shortened("satu dua tiga", 9) == "satu dua…"


def test_a_party_signs_in_its_function_or_for_its_office() -> None:
    named = parcel_words.Party("Desk Kecamatan Tempe", "Contoh, S.Kom.", "Camat Tempe", ("Pembina",))
    block = parcel_words.side(named, "Yang menyerahkan,", ("Sengkang",))
    assert (block.office, block.name, block.below) == (
        ("Yang menyerahkan,", "Camat Tempe,"),
        "Contoh, S.Kom.",
        ("Pembina",),
    )
    unnamed = parcel_words.side(parcel_words.Party("Desk Kecamatan Tempe"), "Yang menerima,", ())
    assert (unnamed.office[1], unnamed.name) == ("Desk Kecamatan Tempe,", signature.UNNAMED)
