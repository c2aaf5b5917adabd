# SPDX-License-Identifier: Apache-2.0
"""Headings as offices write them: below titles, in one row or in two, or mapped by hand."""

import pytest

from desk_app.domain import errors
from desk_app.workbooks import headings
from desk_app.workbooks.headings import Column
from tests.workbooks import books


@pytest.mark.parametrize(("text", "column"), [
    ("KODE DESA/KELURAHAN", Column.CODE), ("No. TPS", Column.NUMBER), ("TPS", Column.NUMBER),
    ("Laki-laki", Column.MALE), ("L", Column.MALE), ("PEREMPUAN", Column.FEMALE), ("L+P", Column.TOTAL),
    ("Kelurahan / Desa", Column.VILLAGE), ("Lokasi TPS", Column.SITE), ("Kode TPS", Column.STATION_CODE),
    ("No", None), ("", None), ("Partai", None),
])
def test_names_of_columns(text: str, column: Column | None) -> None:
    assert headings.column_of(text) == column


@pytest.mark.parametrize("column", list(Column))
def test_every_column_of_the_template_is_understood(column: Column) -> None:
    assert headings.column_of(column.value) == column


def test_below_titles() -> None:
    found = headings.find(books.sheet(["DAFTAR TPS"], [], ["Kode", "TPS", "L", "P"], ["x", 1, 2, 3]))
    assert (dict(found.columns), found.first_row) == (
        {Column.CODE: 0, Column.NUMBER: 1, Column.MALE: 2, Column.FEMALE: 3}, 3,
    )


def test_in_two_rows() -> None:
    found = headings.find(books.sheet(
        ["No", "Kecamatan", "Desa", "TPS", "Jumlah Pemilih", None, None], [None, None, None, None, "L", "P", "L+P"]
    ))
    assert found.first_row == 2
    assert [found.columns[one] for one in (Column.MALE, Column.FEMALE, Column.TOTAL)] == [4, 5, 6]
    assert found.unknown == ("No",)


def test_the_first_of_two_alike_is_taken() -> None:
    found = headings.find(books.sheet(["Kode", "TPS", "L", "L"]))
    assert (found.columns[Column.MALE], found.unknown) == (2, ("L",))


def test_mapped_by_hand() -> None:
    sheet = books.sheet(["Kode", "Urut", "TPS"])
    found = headings.find(sheet, {"Urut": Column.NUMBER.value, "TPS": ""})
    assert (found.columns[Column.NUMBER], found.unknown) == (1, ("TPS",))
    assert headings.describe(found) == [
        ("A", "Kode", Column.CODE.value), ("B", "Urut", Column.NUMBER.value), ("C", "TPS", ""),
    ]


def test_the_code_of_a_tps_alone_is_enough() -> None:
    assert headings.find(books.sheet(["Kode TPS", "DPT"])).columns == {Column.STATION_CODE: 0, Column.TOTAL: 1}


@pytest.mark.parametrize("head", [["Kode", "L"], ["Desa", "TPS"], ["a", "b"], [None], [1, 2]])
def test_not_enough(head: list[object]) -> None:
    with pytest.raises(errors.Refused, match="judul kolom"):
        headings.find(books.sheet(head, ["x"]))
