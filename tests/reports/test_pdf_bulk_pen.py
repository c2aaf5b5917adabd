# SPDX-License-Identifier: Apache-2.0
"""What a pen draws stands where it was asked for."""

import pytest

from desk_app.reports import pdf_bulk_fonts, pdf_bulk_pen, pdf_fonts

HEIGHT = 800.0


def pen() -> pdf_bulk_pen.Pen:
    return pdf_bulk_pen.Pen(pdf_bulk_fonts.Faces(), HEIGHT)


def x_of(drawn: pdf_bulk_pen.Pen) -> float:
    return float(drawn.content.split()[5])


def test_places_are_told_from_the_upper_left_corner() -> None:
    drawn = pen()
    drawn.text(20, 30, "a", 10)
    assert drawn.content == b"BT 1 0 0 1 20.00 770.00 Tm /DeskSans 10.00 Tf<0001>Tj ET"
    boxed = pen()
    boxed.box(20, 30, 5, 7)
    assert b"20.00 763.00 5.00 7.00 re S" in boxed.content


def test_words_end_or_have_their_middle_where_it_is_said() -> None:
    wide = pdf_fonts.width("1.287 lembar", pdf_fonts.BOLD, 9)
    right, middle = pen(), pen()
    right.right(200, 30, "1.287 lembar", 9, pdf_fonts.BOLD)
    middle.middle(200, 30, "1.287 lembar", 9, pdf_fonts.BOLD)
    assert x_of(right) == pytest.approx(200 - wide, abs=0.01)
    assert x_of(middle) == pytest.approx(200 - wide / 2, abs=0.01)


def test_signs_of_another_font_are_measured_in_it() -> None:
    said = pdf_bulk_pen.width_of("⇄ a", pdf_fonts.REGULAR, 8)
    assert said == pytest.approx(pdf_fonts.width("⇄ a", pdf_fonts.REGULAR, 8))


def test_letters_are_spread_over_a_width() -> None:
    drawn = pen()
    drawn.spaced(10, 100, 20, "731", 10, pdf_fonts.BOLD)
    between = (100 - pdf_fonts.width("731", pdf_fonts.BOLD, 10)) / 2
    assert drawn.content.startswith(f"{between:.2f} Tc".encode())
    assert drawn.content.endswith(b"0 Tc")


def test_what_was_drawn_beside_is_used_again() -> None:
    first = pen()
    beside = first.beside()
    beside.text(1, 2, "ab", 9)
    first.drawn_before(beside.content.decode())
    assert first.content == beside.content
