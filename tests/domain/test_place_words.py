# SPDX-License-Identifier: Apache-2.0
"""Names of regions are found however they are written; what is only likely says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import place_words

TEMPE, TEMPE_VILLAGE, MADDU = "73.13.06", "73.13.06.1003", "73.13.06.1004"
BELAWA, BELAWA_VILLAGE, LAUTANG = "73.13.07", "73.13.07.1003", "73.13.07.2001"
NAMES = place_words.Gazetteer(
    [
        (TEMPE, "Tempe"),
        (TEMPE_VILLAGE, "Tempe"),
        (MADDU, "Maddukkelleng"),
        (BELAWA, "Belawa"),
        (BELAWA_VILLAGE, "Belawa"),
        (LAUTANG, "Lautang"),
        ("73.13.07.2002", "Baru"),
        ("73.13.07.2003", "Uraiyang Barat"),
    ]
)


@pytest.mark.parametrize(
    ("words", "codes", "sure"),
    [
        ("maddukelleng buka", (MADDU,), True),
        ("Maddukkelleng", (MADDU,), True),
        ("tempe", (TEMPE, TEMPE_VILLAGE), True),
        ("kec tempe", (TEMPE,), True),
        ("kelurahan tempe", (TEMPE_VILLAGE,), True),
        ("uraiyang barat", ("73.13.07.2003",), True),
        ("desa baru", ("73.13.07.2002",), True),
        ("maddu", (MADDU,), False),
        ("mdkl", (MADDU,), False),
        ("madukeleg", (MADDU,), False),
        ("lauta", (LAUTANG,), False),
    ],
)
def test_a_name(words: str, codes: tuple[str, ...], sure: bool) -> None:
    [found] = NAMES.find(words.split())
    assert (found.codes, found.sure) == (codes, sure)


@pytest.mark.parametrize("words", ["baru buka", "kotak basah", "mks", "tps", ""])
def test_no_name(words: str) -> None:
    assert NAMES.find(words.split()) == ()


def test_a_likely_name_beside_a_sure_one_is_told_apart() -> None:
    found = NAMES.find(["belawa", "lauta"])
    assert [(one.codes, one.sure) for one in found] == [((BELAWA, BELAWA_VILLAGE), True), ((LAUTANG,), False)]


@given(st.lists(st.text(max_size=12), max_size=12))
def test_any_words_are_looked_up(words: list[str]) -> None:
    for one in NAMES.find(words):
        assert one.codes
