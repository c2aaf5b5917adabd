# SPDX-License-Identifier: Apache-2.0
"""The rows of a list on their way through the dry run: sums and rows that only count are none, steps are told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.operations import count_columns, count_sheet
from desk_app.operations.desk import Desk
from desk_app.workbooks.reading import Cell, Sheet
from tests import counted_offices, regency_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE_VILLAGE, tps

HEADS: list[Cell] = ["Kode TPS", "Paslon 1", "Paslon 2", "Suara sah"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "office") as made:
        counted_offices.stand(made)
        counted_offices.hold(made)
        yield made


def through(desk: Desk, *rows: list[Cell], file: str = "hasil.xlsx") -> tuple[count_sheet.Preview, list[int]]:
    read = Sheet(file, "Hasil", [HEADS, *rows])
    made = count_sheet.Rows(desk, RACE, read, count_columns.find(desk, RACE, read, None))
    steps = [*made.gather(), *made.compare()]
    return made.preview(Path(file)), steps


def test_sums_and_a_row_that_counts_the_columns_are_no_tps(desk: Desk) -> None:
    found, steps = through(
        desk,
        [1.0, 2.0, 3.0, 4.0],
        [tps(TEMPE_VILLAGE, 1), 1.0, 2.0, 3.0],
        ["Jumlah:", 1.0, 2.0, 3.0],
        ["", "", "", ""],
        ["TOTAL KECAMATAN", 1.0, 2.0, 3.0],
    )
    assert (found.rows, found.new, found.refused) == (1, 1, 0)
    assert [one.row for one in found.remarks if "bukan TPS" in str(one.words)] == [4, 6]
    assert steps == [4, 0]


def test_more_cells_than_headings_are_a_fault_of_text_files_alone(desk: Desk) -> None:
    row: list[Cell] = [tps(TEMPE_VILLAGE, 1), 1.0, 2.0, 3.0, "catatan"]
    assert through(desk, row)[0].new == 1
    assert through(desk, row, file="hasil.csv")[0].refused == 1


def test_how_many_tps_of_the_area_the_list_does_not_name(desk: Desk) -> None:
    found, _steps = through(desk, [tps(TEMPE_VILLAGE, 1), 1.0, 2.0, 3.0])
    assert found.missing == len(regency_offices.STATIONS) - 1
