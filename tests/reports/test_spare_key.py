# SPDX-License-Identifier: Apache-2.0
"""The sheet for the safe: the secret in numbered blocks, for whom, and what it is for."""

import pytest

from desk_app.reports import spare_key, text
from tests.reports import exchange_samples as made
from tests.reports import pages_read


@pytest.mark.parametrize("sheet", ["A4", "F4"])
def test_it_is_one_page_with_all_that_the_holder_needs(sheet: str) -> None:
    told = pages_read.texts(spare_key.build(made.made_key(sheet, sheet=2)))
    assert len(told) == 1
    for said in (
        "LEMBAR KUNCI CADANGAN DESK PEMILU KABUPATEN WAJO RAHASIA",
        "Disimpan oleh : Sekretaris Daerah Kabupaten Wajo",
        "Dibuat : Senin, 8 Januari 2024",
        "Lembar ke- : 2 (lembar yang lebih lama tidak berlaku lagi)",
        "Simpan dalam amplop tersegel di brankas Sekda.",
        "Yang membuat,",
        "Yang menyimpan,",
        "Ir. Contoh Pejabat, M.Si.",
    ):
        assert said in told[0]
    plain = pages_read.letters(told[0])
    key = made.made_key()
    for number, block in enumerate(key.secret.split("-"), start=1):
        assert f"Blok{number}{block}" in plain


def test_what_it_is_for_is_told_in_two_sentences() -> None:
    told = pages_read.texts(spare_key.build(made.made_key()))[0]
    purpose = told[told.index("Kunci ini dipakai") : told.index("Kunci cadangan Blok")]
    assert purpose.count(".") == 2


def test_a_key_of_sixty_four_letters_stays_one_page() -> None:
    assert len(pages_read.texts(spare_key.build(made.made_key(secret="WXYZ" * 16)))) == 1


def test_the_secret_stands_on_the_sheet_alone() -> None:
    key = made.made_key()
    paper = spare_key.build(key)
    for said in (repr(key), repr(paper), text.render(paper), paper.title):
        assert "9QXM" not in said
    assert paper.footer.code == ""
