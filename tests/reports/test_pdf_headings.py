# SPDX-License-Identifier: Apache-2.0
"""Headings of tables: common ones above their columns, numbers below."""

from desk_app.reports import document, pages, pdf_fonts, pdf_headings
from tests.reports import pages_read

pdf_fonts.register()
GROUPED = (
    document.Column("No"),
    document.Column("Laki-laki", group="Pemilih"),
    document.Column("Perempuan", group="Pemilih"),
    document.Column("Keterangan", share=1.0),
)


def test_a_common_heading_makes_a_second_row_and_numbers_a_third() -> None:
    widths = (30.0, 80.0, 80.0, 200.0)
    one = pdf_headings.Headings(document.Table(GROUPED[:1] + GROUPED[3:], ()), (30.0, 200.0), 9.0)
    two = pdf_headings.Headings(document.Table(GROUPED, ()), widths, 9.0)
    three = pdf_headings.Headings(document.Table(GROUPED, (), numbered=True), widths, 9.0)
    assert (one.rows, two.rows, three.rows) == (1, 2, 3)
    assert one.height < two.height < three.height


def test_a_heading_over_both_rows_makes_room_for_itself() -> None:
    tall = document.Column("\n".join("abcdef"))
    made = pdf_headings.Headings(document.Table((tall, *GROUPED[1:]), ()), (30.0, 80.0, 80.0, 200.0), 9.0)
    assert made.height > 6 * 9


def test_each_heading_is_printed_once_a_page() -> None:
    paper = document.Document(
        "T", "Desk", pages.setup("A4"), (document.Table(GROUPED, (document.Row(("1",) * 4),) * 90, numbered=True),)
    )
    told = pages_read.texts(paper)
    assert len(told) > 1
    for page in told:
        assert [page.count(word) for word in ("Pemilih", "Laki-laki", "Perempuan", "Keterangan")] == [1, 1, 1, 1]
