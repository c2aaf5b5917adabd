# SPDX-License-Identifier: Apache-2.0
"""What fits keeps its size; what does not is set wider and drawn smaller."""

from typing import Any

import pytest
from reportlab.platypus import Paragraph, Spacer

from desk_app.reports import pdf_fitted, pdf_fonts, pdf_style

pdf_fonts.register()


def test_what_fits_is_asked_for_once_and_in_full_size() -> None:
    asked: list[float] = []

    def make(factor: float) -> list[Any]:
        asked.append(factor)
        return [Spacer(0, 60), Spacer(0, 40)]

    assert pdf_fitted.Fitted(make, 200, 100).wrap(0, 0) == (200, 100)
    assert asked == [1.0]


def test_too_much_is_drawn_smaller_but_no_smaller_than_needed() -> None:
    words = "Kecamatan " * 200
    fitted = pdf_fitted.Fitted(lambda _: [Paragraph(words, pdf_style.text())], 200, 300)
    assert 300 * 0.8 < fitted.tall <= 300


def test_room_between_paragraphs_is_the_larger_of_both() -> None:
    def made(after: float) -> float:
        parts = [Paragraph("Satu", pdf_style.text(after=after)), Paragraph("Dua", pdf_style.text())]
        return pdf_fitted.Fitted(lambda _: parts, 200, 300).tall

    assert made(20) - made(0) == pytest.approx(20)


def test_the_smallest_size_is_the_end() -> None:
    fitted = pdf_fitted.Fitted(lambda _: [Spacer(0, 10_000)], 200, 300)
    assert fitted.tall == pytest.approx(3_000, rel=0.06)
