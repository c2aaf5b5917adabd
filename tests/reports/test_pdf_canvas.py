# SPDX-License-Identifier: Apache-2.0
"""The file that a paper becomes: whole, small, and the same each time."""

import io
import re
import zlib

import pypdfium2 as pdfium
import pytest
from reportlab.platypus import Image

from desk_app.reports import document, pages, pdf, pdf_canvas, pdf_fonts
from tests.reports import pages_read, samples

LONG = document.Document("T", "Desk", pages.setup("A4"), (document.Paragraph("Tempe " * 60),) * 200)


def test_every_object_stands_where_the_table_says() -> None:
    data = pdf.render(LONG)
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", data)[1])  # type: ignore[index]
    rows = data[start:].split(b"\n")
    assert rows[0] == b"xref"
    count = int(rows[1].split()[1])
    for number, row in enumerate(rows[3 : count + 2], start=1):
        assert data[int(row[:10]) :].startswith(b"%d 0 obj\n" % number)


def test_streams_have_their_length_and_end_on_a_line_of_their_own() -> None:
    data = pdf.render(LONG)
    streams = [*re.finditer(rb"/Length (\d+)(?:(?!endobj).)*?>>\nstream\n", data, re.DOTALL)]
    assert len(streams) == data.count(b">>\nstream\n") > len(pages_read.texts(LONG))
    for one in streams:
        assert data[one.end() + int(one[1]) :].startswith(b"\nendstream\n")


def test_pages_are_told_their_number_and_how_many_there_are() -> None:
    told = pages_read.texts(LONG)
    assert len(told) > 9
    assert all(f"Halaman {number} dari {len(told)}" in page for number, page in enumerate(told, start=1))


def test_the_same_paper_is_the_same_file_and_another_has_another_mark() -> None:
    other = document.Document("T", "Desk", pages.setup("A4"), (document.Paragraph("Belawa"),))
    assert pdf.render(LONG) == pdf.render(LONG)
    marks = {re.search(rb"/ID\[<(\w+)>", pdf.render(one))[1] for one in (LONG, other)}  # type: ignore[index]
    assert len(marks) == 2


def test_pictures_and_pages_come_packed_as_plain_bytes() -> None:
    target = io.BytesIO()
    sheet = pdf_canvas.PackedCanvas(target, pageCompression=1, invariant=1)
    Image(io.BytesIO(samples.png()), 90, 100).drawOn(sheet, 10, 10)
    sheet.save()
    assert b"ASCII85" not in target.getvalue()
    with pdfium.PdfDocument(target.getvalue()) as file:
        assert file[0].render(scale=0.2).to_pil().convert("L").getextrema()[0] < 140
    assert zlib.decompress(re.search(rb"stream\n(x.*?)\nendstream", target.getvalue(), re.DOTALL)[1])  # type: ignore[index]


@pytest.mark.parametrize("family", pdf_fonts.FAMILIES)
def test_only_the_signs_that_are_used_are_taken_along(family: str) -> None:
    with pdf_fonts.used(family):
        assert len(pdf.render(LONG)) < 120_000
