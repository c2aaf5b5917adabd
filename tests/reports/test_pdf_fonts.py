# SPDX-License-Identifier: Apache-2.0
"""Text made safe and set in fonts that have its signs."""

import hashlib

import pytest

from desk_app.base import paths
from desk_app.reports import pdf_fonts


def test_ordinary_text_is_only_escaped() -> None:
    assert pdf_fonts.flowing("Kec. Tempe & <Belawa>\nDusun I") == "Kec. Tempe &amp; &lt;Belawa&gt;<br/>Dusun I"


def test_marks_come_from_the_other_font() -> None:
    assert pdf_fonts.flowing("Siap ✓ ya") == 'Siap <font name="DeskMarks">✓</font> ya'


@pytest.mark.parametrize(("typed", "printed"), [("siap 🙏🏽!", "siap !"), ("a\u200bb", "ab"), ("文字", "□□")])
def test_what_no_font_holds(typed: str, printed: str) -> None:
    shown = pdf_fonts.flowing(typed).replace('<font name="DeskMarks">', "").replace("</font>", "")
    assert shown == printed


def test_width_grows_with_text_and_size() -> None:
    pdf_fonts.register()
    narrow = pdf_fonts.width("Tempe", pdf_fonts.REGULAR, 9)
    assert 0 < narrow < pdf_fonts.width("Tempe ✓", pdf_fonts.REGULAR, 9)
    assert pdf_fonts.width("Tempe", pdf_fonts.REGULAR, 18) == pytest.approx(2 * narrow)


def test_each_font_is_there_with_its_licence() -> None:
    folder = paths.resources() / "fonts"
    files = {file.name for file in folder.iterdir()}
    assert {
        "LiberationSans-LICENCE.txt",
        "LiberationSerif-LICENCE.txt",
        "DejaVuSans-LICENCE.txt",
        "DeskBook-LICENCE.txt",
    } <= files
    fonts = [folder / name for name in files if name.endswith(".ttf")]
    assert len({hashlib.sha256(font.read_bytes()).digest() for font in fonts}) == 9


@pytest.mark.parametrize("family", pdf_fonts.FAMILIES)
def test_a_paper_may_be_set_in_each_typeface(family: str) -> None:
    with pdf_fonts.used(family):
        regular, bold = pdf_fonts.regular(), pdf_fonts.bold()
        assert pdf_fonts.FAMILIES[family] == (regular, bold)
        said = "Sengkang – “Tempe”"
        assert 0 < pdf_fonts.width(said, regular, 10) < pdf_fonts.width(said, bold, 10.4)
    assert pdf_fonts.regular() == pdf_fonts.REGULAR


def test_cleaned_text_keeps_its_words_and_line_breaks() -> None:
    assert pdf_fonts.cleaned("\nsiap 🙏🏽 ✓\r\nDusun\tI\n") == "siap  ✓\nDusun    I"
