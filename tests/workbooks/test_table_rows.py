# SPDX-License-Identifier: Apache-2.0
"""Rows by declared columns: values, faults with their cell, empty rows left out, and nothing remembered wrongly."""

from typing import Any

from desk_app.workbooks import cells, table_rows
from desk_app.workbooks.table_rows import ReadColumn
from tests.workbooks import books


def read(*rows: list[Any], indexes: tuple[int | None, ...] = (0, 1)) -> list[table_rows.Line]:
    columns = [ReadColumn(index, f"K{at}", reader) for at, (index, reader) in enumerate(
        zip(indexes, (cells.text, cells.number), strict=True))]
    return list(table_rows.read(books.sheet(["A", "B"], *rows), 1, columns))


def test_values_and_rows_as_excel_counts_them() -> None:
    found = read(["x", 5], [None, None], ["  "], ["y", "7"])
    assert [(line.row, line.values) for line in found] == [(2, ["x", 5]), (5, ["y", 7])]


def test_a_fault_names_its_cell_each_time_it_comes() -> None:
    found = read(["x", "dua"], ["y", "dua"])
    assert [[(one.row, one.column, one.heading, one.said) for one in line.faults] for line in found] == [
        [(2, "B", "K1", "dua")], [(3, "B", "K1", "dua")]]


def test_true_is_not_taken_for_the_one_that_was_read_before() -> None:
    found = read(["x", 1], ["y", True])
    assert (found[0].values[1], len(found[1].faults)) == (1, 1)


def test_a_column_that_is_not_there_and_a_short_row() -> None:
    found = read(["x"], ["y", 3], indexes=(0, None))
    assert [line.values for line in found] == [["x", None], ["y", None]]


def test_what_is_remembered_has_an_end(monkeypatch: Any) -> None:
    monkeypatch.setattr(table_rows, "_MOST_REMEMBERED", 3)
    assert [line.values[1] for line in read(*(["x", number % 7] for number in range(50)))] == [
        number % 7 for number in range(50)]
