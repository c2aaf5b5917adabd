# SPDX-License-Identifier: Apache-2.0
"""Totals that are no sums are found; columns that are no figures are left alone."""

import pytest

from desk_app.reports import document, pages, sums
from desk_app.reports.document import Column, Row, RowKind


def paper(*rows: Row, titles: tuple[str, ...] = ("Nama", "TPS", "%")) -> document.Document:
    table = document.Table(tuple(Column(title) for title in titles), rows)
    return document.Document("Judul", "Desk", pages.setup("A4"), (document.Heading("I"), table))


def body(*cells: str) -> Row:
    return Row(cells)


def total(*cells: str) -> Row:
    return Row(cells, RowKind.TOTAL)


def test_a_sum_is_a_sum() -> None:
    good = paper(body("A", "1.000", "50"), body("B", "146", "60"), body("C", "–", ""), total("Jumlah", "1.146", "55"))
    assert sums.wrong(good) == []


def test_one_digit_more_is_found() -> None:
    bad = paper(body("A", "1.000", "50"), body("B", "146", "60"), total("Jumlah", "1.147", "55"))
    assert sums.wrong(bad) == [sums.Wrong("TPS", 1147, 1146)]


def test_subtotals_groups_and_the_whole() -> None:
    rows = (
        Row(("Tempe",), RowKind.GROUP), body("A", "1", ""), body("B", "2", ""), total("Tempe", "3", ""),
        Row(("Belawa",), RowKind.GROUP), body("C", "4", ""), total("Belawa", "4", ""), total("Seluruhnya", "7", ""),
    )
    assert sums.wrong(paper(*rows)) == []
    assert sums.wrong(paper(*rows[:-1], total("Seluruhnya", "8", ""))) == [sums.Wrong("TPS", 8, 7)]


@pytest.mark.parametrize("cell", ["3 dari 5", "12*", "1,5", "a"])
def test_what_is_no_whole_figure_is_not_summed(cell: str) -> None:
    assert sums.wrong(paper(body("A", cell, ""), total("Jumlah", "99", ""))) == []


def test_without_totals_or_rows_nothing_is_wrong() -> None:
    assert sums.wrong(paper(body("A", "1", ""))) == []
    assert sums.wrong(paper()) == []


def test_one_total_under_several_groups_is_held_against_all_of_them() -> None:
    rows = (Row(("Tempe",), RowKind.GROUP), body("A", "1", ""), Row(("Belawa",), RowKind.GROUP), body("B", "2", ""))
    assert sums.wrong(paper(*rows, total("Jumlah", "9", ""))) == [sums.Wrong("TPS", 9, 3)]
