# SPDX-License-Identifier: Apache-2.0
"""Widths, headings and long rows of tables."""

import re

import pypdfium2 as pdfium
import pytest

from desk_app.reports import document, pages, pdf, pdf_fonts, pdf_table
from tests.reports import pages_read

pdf_fonts.register()
WIDTH, HEIGHT = 450.0, 700.0


def columns(*shares: float) -> tuple[document.Column, ...]:
    return tuple(document.Column(f"Judul {place}", share) for place, share in enumerate(shares))


def row(*cells: str) -> document.Row:
    return document.Row(cells)


def printed_words(table: document.Table) -> list[str]:
    data = pdf.render(document.Document("T", "Desk", pages.setup("A4"), (table,)))
    with pdfium.PdfDocument(data) as file:
        return re.findall(r"kata\d+", " ".join(page.get_textpage().get_text_range() for page in file))


@pytest.mark.parametrize("shares", [(0, 1, 2), (0, 0, 0), (1, 1, 1), (0, 5, 0.01)])
def test_widths_fill_the_room(shares: tuple[float, ...]) -> None:
    table = pdf_table.flowable(document.Table(columns(*shares), (row("1", "b", "c"),)), WIDTH, HEIGHT)
    assert sum(table.layout.widths) == pytest.approx(WIDTH)


def test_no_column_is_narrower_than_the_words_of_its_heading() -> None:
    table = document.Table(
        (document.Column("Penyelesaian", share=0.01), document.Column("B", share=9)), (row("a", "b"),)
    )
    widths = pdf_table.flowable(table, WIDTH, HEIGHT).layout.widths
    assert widths[0] > pdf_fonts.width("Penyelesaian", pdf_fonts.BOLD, 9)


def test_fitted_columns_are_as_wide_as_their_content() -> None:
    table = document.Table(columns(0, 1), (row("293.077 dari 293.077", "x"),))
    widths = pdf_table.flowable(table, WIDTH, HEIGHT).layout.widths
    assert widths[0] > pdf_fonts.width("293.077 dari 293.077", pdf_fonts.REGULAR, 9)
    assert widths[1] > widths[0]


def test_too_many_columns_still_fit_the_sheet() -> None:
    many = columns(*([0.0] * 40))
    table = document.Table(many, (row(*["1.234.567"] * 40),))
    assert sum(pdf_table.flowable(table, WIDTH, HEIGHT).layout.widths) == pytest.approx(WIDTH)


def test_a_row_taller_than_half_a_page_goes_on_without_losing_a_word() -> None:
    words = [f"kata{number}" for number in range(2400)]
    assert printed_words(document.Table(columns(0, 1), (row("1", " ".join(words)),))) == words


def test_headings_in_two_rows_and_column_numbers_stand_on_each_page() -> None:
    grouped = (document.Column("No"), document.Column("A", group="G"), document.Column("B", group="G"))
    table = document.Table(grouped, (row("1", "2", "3"),), numbered=True)
    heads = pdf_table.flowable(table, WIDTH, HEIGHT).layout.heads
    assert heads.rows == 3
    assert heads.height < 3 * 20


@pytest.mark.parametrize("said", ["NIHIL", "Belum ada data"])
def test_an_empty_table_says_so(said: str) -> None:
    paper = document.Document(
        "T", "Desk", pages.setup("A4"), (document.Table(columns(0, 1), (), when_empty=said),)
    )
    assert said in pages_read.texts(paper)[0]


def test_letters_get_a_little_smaller_before_a_word_is_broken() -> None:
    narrow = (document.Column("Kec.", share=1.0), *(document.Column(f"Kolom {place}") for place in range(8)))
    told = row("Maniangpajo", *["1.234"] * 8)
    made = pdf_table.flowable(document.Table(narrow, (told,)), 350.0, HEIGHT)
    [name] = made.layout.paging.row(0).cells[0]
    assert name.text == "Maniangpajo"


def test_a_word_of_many_letters_does_not_make_the_table_small() -> None:
    table = document.Table(columns(0, 1, 1), (row("1", "https://wajokab.example/" + "a" * 90, "x"),))
    assert pdf_table.flowable(table, WIDTH, HEIGHT).layout.paging.row(0).leading > 10
