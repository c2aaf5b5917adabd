# SPDX-License-Identifier: Apache-2.0
"""What is written into the operators of a page is what is read from it."""

import io

import pypdfium2 as pdfium
import pytest
from reportlab.pdfgen import canvas

from desk_app.reports import document, pdf_fonts, pdf_lines, pdf_pen

pdf_fonts.register()


@pytest.mark.parametrize(
    "said",
    ["Tempe (Kel.) \\ 50 %", "siap ✓ belum ○", "Ž ş é – “x” …", "pukul\u00a016.00", "".join(map(chr, range(192, 380)))],
)
@pytest.mark.parametrize("align", document.Align)
def test_every_sign_comes_back(said: str, align: document.Align) -> None:
    target = io.BytesIO()
    sheet = canvas.Canvas(target, pagesize=(3000, 100), initialFontName=pdf_fonts.REGULAR)
    pen = pdf_pen.Pen(sheet)
    lines = pdf_lines.ruler(pdf_fonts.REGULAR).lines(said, 1e6)
    out = [f"{pen.name(pdf_fonts.REGULAR)} 9 Tf"]
    pdf_pen.cell(out, pen, lines, pdf_fonts.REGULAR, 9.0, 10.0, align, 20.0, 2900.0, 50.0)
    sheet._code += ["BT", *out, "ET"]
    sheet.save()
    with pdfium.PdfDocument(target.getvalue()) as file:
        assert file[0].get_textpage().get_text_range() == said.replace("\u00a0", " ")


def test_stretched_lines_fill_their_room() -> None:
    sheet = canvas.Canvas(io.BytesIO(), initialFontName=pdf_fonts.REGULAR)
    out: list[str] = []
    line = pdf_lines.Line("a b c", 2000.0, False)
    pdf_pen.cell(
        out, pdf_pen.Pen(sheet), [line], pdf_fonts.REGULAR, 10.0, 12.0, document.Align.JUSTIFY, 0.0, 30.0, 0.0
    )
    assert out == ["5.000 Tw 1 0 0 1 0.00 0.00 Tm (a b c) Tj 0 Tw"]
