# SPDX-License-Identifier: Apache-2.0
"""Daftar nominatif: people and days, amounts for the pen."""

import pytest

from desk_app.reports import document, travel_list
from tests.reports import letter_samples, pages_read


def made(many: int, paper: str = "F4") -> document.Document:
    people = tuple(letter_samples.officer(one, name=f"{letter_samples.LONG} {one}") for one in range(1, many + 1))
    return travel_list.build(
        travel_list.TravelList(
            letter_samples.sheet(paper), "Kunjungan", "Surat Tugas 45", "Tempe", "12 Februari 2024", 2, people
        )
    )


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("many", [0, 1, 120])
def test_it_stands_across_and_inside_the_sheet(many: int, paper: str) -> None:
    paper_made = made(many, paper)
    assert paper_made.page.landscape
    told = pages_read.texts(paper_made)
    assert ("Belum ada petugas yang disebut" in told[0]) is (many == 0)
    assert ("JUMLAH" in told[-1]) is (many > 0)


def test_it_names_nobodys_number_and_no_amount() -> None:
    table = next(block for block in made(3).blocks if isinstance(block, document.Table))
    money = [place for place, column in enumerate(table.columns) if column.group]
    assert [table.columns[place].title for place in money] == ["Uang harian", "Transpor", "Penginapan", "Jumlah"]
    assert all(not row.cells[place].strip() for row in table.rows for place in money)
    assert not any("NIP" in cell for row in table.rows for cell in row.cells)
