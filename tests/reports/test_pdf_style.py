# SPDX-License-Identifier: Apache-2.0
"""Styles of text."""

from reportlab.lib import enums

from desk_app.reports import document, pdf_fonts, pdf_style


def test_styles_are_made_once_and_tell_weight_and_side() -> None:
    style = pdf_style.text(9.0, document.Align.RIGHT, bold=True)
    assert style is pdf_style.text(9.0, document.Align.RIGHT, bold=True)
    assert (style.fontName, style.fontSize, style.alignment) == (pdf_fonts.BOLD, 9.0, enums.TA_RIGHT)


def test_a_mark_is_as_bold_as_its_heading() -> None:
    assert pdf_style.text(bold=True).bulletFontName == pdf_fonts.BOLD
