# SPDX-License-Identifier: Apache-2.0
"""Sheets upright and across, and their foot."""

import dataclasses

import pypdfium2 as pdfium

from desk_app.reports import document, pages, pdf_pages


def sizes(*blocks: document.Block, landscape: bool = False) -> list[bool]:
    """For each page whether it lies across."""
    setup = dataclasses.replace(pages.setup("F4"), landscape=landscape)
    data = pdf_pages.build(document.Document("T", "Desk", setup, blocks, footer=document.Footer("T" * 300)))
    with pdfium.PdfDocument(data) as file:
        return [page.get_width() > page.get_height() for page in file]


TEXT = document.Paragraph("Isi")


def test_sheets_turn_across_and_back() -> None:
    assert sizes(TEXT, document.PageBreak(landscape=True), TEXT, document.PageBreak(), TEXT) == [
        False,
        True,
        False,
    ]


def test_a_document_may_begin_across() -> None:
    assert sizes(TEXT, landscape=True) == [True]


def test_a_long_name_in_the_foot_gives_way_to_the_page_number() -> None:
    footer = document.Footer("Desk " * 60, "data per 13 Februari 2024", "AAAA")
    data = pdf_pages.build(document.Document("T", "Desk", pages.setup("A4"), (TEXT,), footer=footer))
    with pdfium.PdfDocument(data) as file:
        text = file[0].get_textpage()
        said = text.get_text_range()
        name_end = text.get_charbox(said.index("…"))[2]
        number_start = text.get_charbox(said.index("Halaman"))[0]
    assert "Halaman 1 dari 1" in said
    assert name_end < number_start
