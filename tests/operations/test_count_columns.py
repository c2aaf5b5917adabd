# SPDX-License-Identifier: Apache-2.0
"""Which column is which line: headings in one to three rows, codes by what stands in them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import count_columns
from desk_app.operations.desk import Desk
from desk_app.workbooks.headings import Column
from desk_app.workbooks.reading import Cell, Sheet
from tests import counted_offices, regency_offices
from tests.counted_offices import RACE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as made:
        counted_offices.stand(made)
        yield made


def found(desk: Desk, *rows: Sequence[Cell], mapping: dict[str, str] | None = None) -> count_columns.Columns:
    return count_columns.find(desk, RACE, Sheet("hasil.xlsx", "Hasil", rows), mapping)


def test_a_title_a_merged_heading_and_a_row_that_counts_the_columns(desk: Desk) -> None:
    columns = found(
        desk,
        ["HASIL TPS", "", "", "", ""],
        ["Kode Desa", "TPS", "DPT", "", ""],
        ["", "", "L", "P", "Jumlah"],
        [1.0, 2.0, 3.0, 4.0, 5.0],
        ["73.13.06.1003", 1.0, 100.0, 110.0, 210.0],
    )
    assert columns.places == {Column.CODE: 0, Column.NUMBER: 1}
    assert columns.figures == {"dpt_l": 2, "dpt_p": 3, "dpt_j": 4}
    assert columns.first_row == 3
    assert count_columns.is_numbering([1.0, 2.0, 3.0, 4.0, 5.0])
    assert not count_columns.is_numbering(["73.13.06.1003", 1.0, 100.0, 110.0, 210.0])


@pytest.mark.parametrize("heading", ["id", "kode", "tps", "kelurahan_desa_kode"])
def test_a_column_of_codes_is_known_by_what_stands_in_it(desk: Desk, heading: str) -> None:
    station = ["7313061003001", "73.13.06.1003-002"]
    columns = found(desk, [heading, "suara_sah"], *([code, 1.0] for code in station))
    assert columns.places == {Column.STATION_CODE: 0}
    village = found(desk, [heading, "Nomor TPS", "suara_sah"], *([float(7313061003), 1.0, 1.0] for _code in station))
    assert village.places == {Column.CODE: 0, Column.NUMBER: 1}


def test_a_number_of_the_publisher_is_no_code(desk: Desk) -> None:
    columns = found(desk, ["id", "kelurahan_id", "suara_sah"], ["7313061003001", 143_457.0, 1.0])
    assert columns.described() == (
        ("A", "id", "Kode TPS"), ("B", "kelurahan_id", ""), ("C", "suara_sah", "valid"),
    )


def test_a_line_that_stands_twice_is_told(desk: Desk) -> None:
    columns = found(desk, ["Kode TPS", "suara_sah", "total suara sah"], ["7313061003001", 1.0, 2.0])
    assert columns.figures == {"valid": 1}
    assert columns.twice == ((2, "valid"),)


def test_equal_headings_are_told_apart_and_can_be_mapped(desk: Desk) -> None:
    heads = ["Kode TPS", "Suara", "Suara"]
    assert found(desk, heads, ["7313061003001", 1.0, 2.0]).texts == ("Kode TPS", "Suara", "Suara (C)")
    mapped = found(desk, heads, ["7313061003001", 1.0, 2.0], mapping={"Suara (C)": "v2", "Suara": "v1"})
    assert mapped.figures == {"v1": 1, "v2": 2}


def test_a_sheet_that_does_not_say_which_tps_is_refused(desk: Desk) -> None:
    with pytest.raises(errors.Refused, match="kode TPS 13 angka"):
        found(desk, ["Nomor TPS", "suara_sah"], [1.0, 2.0])


def test_what_a_column_can_be_taken_for(desk: Desk) -> None:
    known = dict(count_columns.mappable(desk, RACE))
    assert list(known)[:5] == ["Kode TPS", "Kode Desa/Kelurahan", "Kecamatan", "Desa/Kelurahan", "Nomor TPS"]
    assert str(known["dpt_l"]) == "A. Pemilih dalam DPT · L"
    assert str(known["v2"]) == "2. Bowo"
