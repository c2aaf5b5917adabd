# SPDX-License-Identifier: Apache-2.0
"""Sheets for copying C.HASIL on paper: their words, the bars of each TPS, long ballots over several pages."""

import pytest

from desk_app.domain.counts import words as count_words
from desk_app.reports import count_form, pdf
from tests.reports import count_samples, form_samples, test_pdf_bulk_form


def drawn(*forms: count_form.Form, paper: str = "A4") -> bytes:
    stack = count_samples.stack(*forms, paper=paper)
    return pdf.render_forms(stack, count_form.build(stack, "Kaki").footer)


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_a_sheet_of_one_page(paper: str) -> None:
    [said] = form_samples.texts(drawn(count_samples.form(), paper=paper))
    for words in ("TPS 005", "Kelurahan Maddukelleng", "287", "1. Anis", "Laki-laki (L)", "Dengan huruf", "Catatan:"):
        assert words in said, words
    assert said.count(count_words.DISCLAIMER) == 2, "below the title and in the foot"
    assert "Halaman 1 dari 1" in said


def test_the_bars_are_those_of_the_tps() -> None:
    forms = count_samples.form(), count_samples.form(code="7313061004006", name="TPS 006")
    data = drawn(*forms)
    assert [test_pdf_bulk_form.codes(data, page)["Code128"] for page in range(2)] == [form.code for form in forms]


def test_a_long_ballot_goes_on_with_its_heading_and_is_signed_once() -> None:
    names = [f"H. Andi Muhammad Patawari Daeng Mappasoro {no}, S.Sos." for no in range(1, 121)]
    said = form_samples.texts(drawn(count_samples.form(kind=count_samples.kind(names))))
    assert len(said) > 2
    assert all("IV. Perolehan" in page for page in said[:-1])
    assert "(lanjutan)" in said[1]
    assert [page.count("Yang menyalin di TPS") for page in said] == [0] * (len(said) - 1) + [1]
    assert all(count_words.DISCLAIMER in page for page in said)
    assert all(f"{no}. H. Andi" in " ".join(said) for no in (1, 60, 120))


def test_narrow_boxes_have_short_headings() -> None:
    kind = count_samples.kind([f"Partai {no}" for no in range(28)])
    [said] = form_samples.texts(drawn(count_samples.form(kind=kind)))
    assert "Laki-laki (L)" not in said
    assert "28. Partai 27" in said


def test_equal_stacks_are_equal_bytes() -> None:
    assert drawn(count_samples.form()) == drawn(count_samples.form())
