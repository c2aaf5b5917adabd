# SPDX-License-Identifier: Apache-2.0
"""Rows in broken lines: as tall as their tallest cell, over the whole width where they head others."""

import pytest

from desk_app.reports import document, pdf_fonts, pdf_rows

pdf_fonts.register()
COLUMNS = (document.Column("No"), document.Column("Isi", share=1.0))
WIDTHS = (40.0, 300.0)


def test_a_row_is_as_tall_as_its_tallest_cell() -> None:
    table = document.Table(COLUMNS, (document.Row(("1", "a\nb\nc")), document.Row(("2", ""))))
    made = pdf_rows.Rows(table, WIDTHS, 9.0)
    assert [made.row(place).lines for place in range(2)] == [3, 1]
    assert made.row(0).height() == pytest.approx(3 * 9 * pdf_rows.LEAD + pdf_rows.ABOVE + pdf_rows.BELOW)
    assert made.row(0).height(1, 2) == pytest.approx(made.row(1).height())


def test_what_heads_a_group_takes_the_whole_width() -> None:
    said = "Permasalahan sebelumnya yang belum selesai pada masa laporan"
    table = document.Table(
        COLUMNS, (document.Row((said,), document.RowKind.GROUP), document.Row((said, ""), document.RowKind.TOTAL))
    )
    made = pdf_rows.Rows(table, WIDTHS, 9.0)
    assert [line.text for line in made.row(0).cells[0]] == [said]
    assert len(made.row(1).cells[0]) > 5
    assert (made.heads(0), made.heads(1)) == (True, False)


def test_rows_are_broken_again_after_many_others() -> None:
    table = document.Table(COLUMNS, tuple(document.Row((str(place), "x")) for place in range(500)))
    made = pdf_rows.Rows(table, WIDTHS, 9.0)
    assert [made.row(place).cells[0][0].text for place in (*range(500), 3)] == [*map(str, range(500)), "3"]


@pytest.mark.parametrize("empty", ["NIHIL", "Belum ada data"])
def test_an_empty_table_has_one_row_that_heads_nothing(empty: str) -> None:
    made = pdf_rows.Rows(document.Table(COLUMNS, (), when_empty=empty), (40.0, 300.0), 9.0)
    assert len(made) == 1
    assert made.row(0).cells[0][0].text == empty
    assert not made.heads(0)
