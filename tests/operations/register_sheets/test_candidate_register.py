# SPDX-License-Identifier: Apache-2.0
"""Candidates as a sheet: numbers that Excel must not read as figures, kecamatan by code, what is held already."""

from pathlib import Path

import openpyxl
import pytest

from desk_app.operations import candidates
from desk_app.operations.desk import Desk
from tests.operations.register_sheets import coming_back
from tests.regency_offices import BELAWA, TEMPE

RACE = "DPRD Kabupaten"


@pytest.fixture
def listed(wajo: Desk) -> Desk:
    """The office with a party and one who stands for it."""
    candidates.put_list(wajo, "dprd_kab", "3 Partai C\n3.1 Andi")
    return wajo


def told(desk: Desk) -> list[tuple[str, str]]:
    return [(one.code, one.name) for one in candidates.all_of(desk)["dprd_kab"]]


def test_rows_are_altered_and_one_is_new(listed: Desk, tmp_path: Path) -> None:
    found = coming_back.put_in(listed, tmp_path, "candidates", {
        (2, "Nama"): "Partai Cinta", (3, "Daerah"): f"{BELAWA}; {TEMPE.replace('.', '')}",
        (4, "Jenis"): RACE, (4, "Nomor"): 4, (4, "Nama"): "Partai D", (4, "Nama pendek"): "D",
    })
    assert (found.new, found.changed) == (1, 2)
    assert told(listed) == [("3", "Partai Cinta"), ("3.1", "Andi"), ("4", "Partai D")]
    assert [(one.districts, one.short) for one in candidates.all_of(listed)["dprd_kab"]] == [
        ((), ""), ((TEMPE, BELAWA), ""), ((), "D"),
    ]


def test_what_stands_in_the_cells(listed: Desk, tmp_path: Path) -> None:
    page = openpyxl.load_workbook(coming_back.sheet(listed, tmp_path, "candidates")).worksheets[0]
    rows = [[str(cell) for cell in row[:5]] for row in page.iter_rows(min_row=2, values_only=True)]
    assert rows == [
        [RACE, "3", "Partai C", "Partai politik", "None"],
        [RACE, "3.1", "Andi", "Calon", "None"],
    ]


@pytest.mark.parametrize(
    ("number", "name", "why"),
    [
        (3.2, "Besse", "dua cara"),
        ("3.1", "Besse", "sudah dipakai Andi"),
        ("5.1", "Besse", "partai nomor 5"),
        ("tiga", "Besse", "nomor urut"),
    ],
)
def test_a_row_that_is_refused(listed: Desk, tmp_path: Path, number: object, name: str, why: str) -> None:
    found = coming_back.look(listed, tmp_path, "candidates", {
        (4, "Jenis"): RACE, (4, "Nomor"): number, (4, "Nama"): name,
        (5, "Jenis"): RACE, (5, "Nomor"): "4", (5, "Nama"): "Partai D",
    })
    assert [(one.row, why in str(one.what)) for one in found.all_faults] == [(4, True)]
    assert found.new == 1, "one that is refused holds up no other"


def test_the_number_of_a_row_that_is_known_stays(listed: Desk, tmp_path: Path) -> None:
    found = coming_back.look(listed, tmp_path, "candidates", {(2, "Nomor"): "7"})
    assert coming_back.faults(found) == [(2, "Nomor urut")]


def test_a_village_is_no_electoral_district(listed: Desk, tmp_path: Path) -> None:
    found = coming_back.look(listed, tmp_path, "candidates", {(3, "Daerah"): f"{TEMPE}.1003"})
    assert "bukan kecamatan" in str(found.all_faults[0].what)
