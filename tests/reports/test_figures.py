# SPDX-License-Identifier: Apache-2.0
"""Cells of figures: dots of thousands, a dash for what is not known, an empty table says so."""

from desk_app.reports import document, figures


def test_numbers_and_what_is_not_known() -> None:
    assert (figures.number(1146), figures.number(0), figures.number(None)) == ("1.146", "0", "–")


def test_an_empty_table_has_no_total() -> None:
    table = figures.table((figures.name("Wilayah"), figures.count("TPS")), [], ("Jumlah", "0"), empty="NIHIL")
    assert (table.rows, table.when_empty) == ((), "NIHIL")


def test_rows_are_numbered_and_the_total_is_not() -> None:
    table = figures.table((figures.name("Wilayah"),), [("a",), ("b",)], ("Jumlah",))
    assert [row.cells[0] for row in table.rows] == ["1", "2", ""]
    assert table.rows[-1].kind is document.RowKind.TOTAL
