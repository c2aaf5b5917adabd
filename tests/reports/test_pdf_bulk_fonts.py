# SPDX-License-Identifier: Apache-2.0
"""Letters get their numbers as they are used; a font holds those and no others."""

import io
import re
import zlib

from reportlab.pdfbase import ttfonts

from desk_app.reports import pdf_bulk_file, pdf_bulk_fonts, pdf_fonts


def shown(faces: pdf_bulk_fonts.Faces, text: str) -> list[tuple[str, str]]:
    return [(face.name, letters) for face, letters in faces.shown(text, pdf_fonts.REGULAR)]


def test_numbers_are_given_in_order_of_use() -> None:
    faces = pdf_bulk_fonts.Faces()
    assert shown(faces, "TPS") == [(pdf_fonts.REGULAR, "000100020003")]
    assert shown(faces, "SAT") == [(pdf_fonts.REGULAR, "000300040001")]


def test_marks_come_from_their_own_font() -> None:
    faces = pdf_bulk_fonts.Faces()
    assert shown(faces, "a✓b") == [
        (pdf_fonts.REGULAR, "0001"), (pdf_fonts.MARKS, "0001"), (pdf_fonts.REGULAR, "0002"),
    ]


def test_more_letters_than_one_byte_holds() -> None:
    face = pdf_bulk_fonts.Faces().face(pdf_fonts.REGULAR)
    many = "".join(chr(code) for code in (*range(33, 127), *range(0xA1, 0x17F), *range(0x400, 0x480)))
    letters = many.translate(face.codes)
    assert len({letters[at : at + 4] for at in range(0, len(letters), 4)}) > 300


def test_letters_of_one_shape_are_one() -> None:
    """A font that is embedded holds each shape once; with two numbers for one all after it would be another letter."""
    face = pdf_bulk_fonts.Faces().face(pdf_fonts.REGULAR)
    same = next(
        (chr(code), chr(other))
        for code, glyph in face.codes.face.charToGlyph.items()
        for other, another in face.codes.face.charToGlyph.items()
        if code < other and glyph == another and glyph
    )
    first, second, after = (letter.translate(face.codes) for letter in (*same, "A"))
    assert (first, second, after) == ("0001", "0001", "0002")


def test_only_what_was_used_is_embedded_and_can_be_read() -> None:
    faces = pdf_bulk_fonts.Faces()
    list(faces.shown("Wajo é", pdf_fonts.BOLD))
    target = io.BytesIO()
    file = pdf_bulk_file.PdfFile(target)
    assert faces.put(file) == b"/DeskSans-Bold 1 0 R"
    streams = re.findall(rb"stream\n(.*?)\nendstream", target.getvalue(), re.DOTALL)
    program, meaning = (zlib.decompress(packed) for packed in streams)
    assert ttfonts.TTFontFile(io.BytesIO(program), charInfo=0).numGlyphs < 12
    for place, letter in enumerate("Wajo é", start=1):
        assert f"<{place:04x}> <{ord(letter):04x}>".encode() in meaning
    assert b"/BaseFont/ABCDEF+LiberationSans-Bold" in target.getvalue()
