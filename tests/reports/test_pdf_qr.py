# SPDX-License-Identifier: Apache-2.0
"""A QR in the foot is drawn module by module where the encoder says, clear of the text and of the sheet's edge."""

import pypdfium2 as pdfium
import pytest

from desk_app.reports import document, pages, pdf_pages, pdf_qr

TEXT = "DESK 7K3F-9QXM-22AD-PVTB | TPS 1.146; DPT 293.077; Siap 667"
SCALE = 10


def drawn(qr: str, sheet: str, *, landscape: bool = False) -> bytes:
    blocks: tuple[document.Block, ...] = (document.PageBreak(landscape=True),) if landscape else ()
    footer = document.Footer("Laporan Harian", "data per 13 Februari 2024", "7K3F", qr=qr, replaces="AAAA-BBBB")
    made = document.Document("T", "Desk", pages.setup(sheet), (*blocks, document.Paragraph("Isi")), footer=footer)
    return pdf_pages.build(made)


def sampled(data: bytes, sheet: str, count: int) -> list[list[bool]]:
    """The modules as they stand on paper, each looked at in its middle."""
    setup = pages.setup(sheet)
    right = setup.width - setup.inner.right
    top = setup.height - setup.inner.bottom + 6 + 1
    unit = 14 / (count + 4)
    with pdfium.PdfDocument(data) as file:
        picture = file[0].render(scale=SCALE, grayscale=True).to_pil()

    def dark(row: int, column: int) -> bool:
        across, down = right - 14 + (2.5 + column) * unit, top + (2.5 + row) * unit
        shade = picture.getpixel((int(across * SCALE * 72 / 25.4), int(down * SCALE * 72 / 25.4)))
        return isinstance(shade, int) and shade < 128

    return [[dark(row, column) for column in range(count)] for row in range(count)]


@pytest.mark.parametrize("sheet", ["A4", "F4"])
def test_the_modules_on_paper_are_those_of_the_text(sheet: str) -> None:
    modules = pdf_qr.modules(TEXT)
    data = drawn(TEXT, sheet)
    assert sampled(data, sheet, len(modules)) == modules
    with pdfium.PdfDocument(data) as file:
        said = file[0].get_textpage().get_text_range()
    assert "Halaman 1 dari 1" in said
    assert "menggantikan naskah berkode AAAA-BBBB" in said


def test_finder_patterns_and_another_text() -> None:
    modules = pdf_qr.modules(TEXT)
    size = len(modules)
    assert all(len(row) == size for row in modules)
    for row, column in ((0, 0), (0, size - 7), (size - 7, 0)):
        assert all(modules[row][column : column + 7])
        assert modules[row + 1][column : column + 7] == [True, False, False, False, False, False, True]
    assert pdf_qr.modules(TEXT + "1") != modules


def test_none_is_drawn_where_none_is_wanted() -> None:
    plain = drawn("", "A4")
    assert len(plain) < len(drawn(TEXT, "A4"))
    assert len(drawn(TEXT, "F4", landscape=True)) > len(plain)
