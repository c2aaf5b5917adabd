# SPDX-License-Identifier: Apache-2.0
"""A drawn table: every word in its cell, on as many pages as it needs, the same bytes each time."""

import dataclasses

import pypdfium2 as pdfium

from desk_app.reports import document, issue_matrix, pages, pdf
from tests.reports import pages_read, samples

ACROSS = dataclasses.replace(pages.setup("F4"), landscape=True)


def paper(*blocks: document.Block) -> document.Document:
    return document.Document("Matriks", "Desk", ACROSS, blocks)


def test_a_matrix_of_thousands_of_rows_has_each_of_them_under_its_headings() -> None:
    issues = tuple(dataclasses.replace(issue, confidential=False) for issue in samples.issues(1200))
    told = pages_read.texts(paper(issue_matrix.table(issues), samples.SIGNATURE))
    assert len(told) > 100
    assert all("Uraian Masalah" in page and "Tindak Lanjut" in page for page in told)
    whole = " ".join(told)
    assert whole.count("Kel. Maddukkelleng") == 1200
    assert "NIP. 19700101" in told[-1]
    assert whole.count("NIP. 19700101") == 1


def test_nothing_leaves_the_margins() -> None:
    assert pages_read.outside(paper(issue_matrix.table(samples.issues(60, long=True)), samples.SIGNATURE)) == []


def test_cells_stand_as_they_are_aligned() -> None:
    columns = (
        document.Column("Lokasi", share=1.0),
        document.Column("Jumlah", share=1.0, align=document.Align.RIGHT),
        document.Column("Tengah", share=1.0, align=document.Align.CENTER),
    )
    table = document.Table(columns, (document.Row(("q(x)\\", "q", "q")),))
    with pdfium.PdfDocument(pdf.render(paper(table))) as file:
        text = file[0].get_textpage()
        signs = text.get_text_range()
        assert "q(x)\\" in signs
        lefts = [text.get_charbox(place)[0] for place, sign in enumerate(signs) if sign == "q"]
    third = ACROSS.text_width * pages_read.MM / 3
    begin = ACROSS.inner.left * pages_read.MM
    assert lefts[0] - begin < 6
    assert third * 2 - 12 < lefts[1] - begin < third * 2
    assert abs(lefts[2] - begin - third * 2.5) < 6


def test_marks_and_foreign_letters_are_drawn() -> None:
    table = document.Table((document.Column("A", share=1.0),), (document.Row(("siap ✓ ⇄ – “é” Ž",)),))
    assert "siap ✓ ⇄ – “é” Ž" in pages_read.texts(paper(table))[0]


def test_equal_tables_give_equal_bytes() -> None:
    made = paper(issue_matrix.table(samples.issues(40, long=True)))
    assert pdf.render(made) == pdf.render(made)


def test_copies_that_no_page_holds_go_on_by_themselves() -> None:
    copies = document.Copies(tuple(f"Camat nomor {number}" for number in range(1, 121)))
    table = document.Table((document.Column("A", share=1.0),), (document.Row(("x",)),) * 3)
    told = " ".join(pages_read.texts(paper(table, samples.SIGNATURE, copies)))
    assert told.count("Camat nomor") == 120
    assert told.count("NIP. 19700101") == 1
