# SPDX-License-Identifier: Apache-2.0
"""Daftar hadir to be signed and filled."""

import pytest

from desk_app.reports import attendance_list, document, text
from tests.reports import letter_samples, pages_read

GUESTS = (
    attendance_list.Guest("Baso", "Camat", "Kecamatan Tempe", True),
    attendance_list.Guest("", "Lurah", "", False),
    attendance_list.Guest("Ani", "", "KPU", None, "Daring"),
)


def listed(*guests: attendance_list.Guest, paper: str = "A4") -> attendance_list.AttendanceList:
    sheet = letter_samples.sheet(paper)
    return attendance_list.AttendanceList(sheet, "Rapat", "Selasa", "pukul 09.00", "Ruang", guests)


def rows(paper: document.Document) -> tuple[document.Row, ...]:
    return next(block for block in paper.blocks if isinstance(block, document.Table)).rows


def test_to_be_signed_has_room_for_others() -> None:
    made = attendance_list.build(listed(*GUESTS))
    assert len(rows(made)) == attendance_list.LEAST_LINES
    assert len(rows(attendance_list.build(listed(*GUESTS * 10)))) == 30 + attendance_list.SPARE_LINES
    page = pages_read.texts(made)[0]
    assert "Camat, Kecamatan Tempe" in page
    assert "Hadir Tidak" not in page


def test_without_a_meeting_the_head_is_left_for_the_pen() -> None:
    made = attendance_list.build(attendance_list.AttendanceList(letter_samples.sheet()))
    assert pages_read.texts(made)[0].count("........................") >= 4
    assert len(rows(made)) == attendance_list.LEAST_LINES


def test_filled_tells_who_came() -> None:
    made = attendance_list.build_filled(listed(*GUESTS))
    told = [row.cells[3] for row in rows(made)]
    assert told == ["Hadir", "Tidak hadir", "–"]
    said = text.render(made)
    assert "Hadir 1 (satu) dari 3 (tiga) undangan; 1 (satu) belum dicatat kehadirannya." in said
    assert attendance_list.counted(()) == "Belum ada undangan yang dicatat."
    assert attendance_list.counted(GUESTS[:2]) == "Hadir 1 (satu) dari 2 (dua) undangan."


def test_nobody_invited() -> None:
    assert "Belum ada undangan yang dicatat" in pages_read.texts(attendance_list.build_filled(listed()))[0]


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_many_with_long_names_stay_on_the_sheet(paper: str) -> None:
    many = tuple(attendance_list.Guest(f"{letter_samples.LONG} {one}", letter_samples.LONG) for one in range(200))
    for build in (attendance_list.build, attendance_list.build_filled):
        assert not pages_read.outside(build(listed(*many, paper=paper)))
