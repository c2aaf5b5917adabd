# SPDX-License-Identifier: Apache-2.0
"""Readiness rows, their total and their footnote."""

from desk_app.reports import document, readiness_table
from tests.reports import samples

ROW = readiness_table.ReadinessRow("Tempe", 178, 48_065, 150, 20, 3, 4, 1, villages=16)


def test_the_total_of_wajo() -> None:
    total = readiness_table.total(samples.readiness_rows())
    assert (total.villages, total.stations) == (190, 1146)
    assert total.adds_up


def test_the_states_must_add_up_to_the_stations() -> None:
    assert ROW.adds_up
    assert not readiness_table.ReadinessRow("Tempe", 178, 48_065, ready=177).adds_up


def test_rows_and_total() -> None:
    table = readiness_table.table((ROW, ROW))
    assert table.rows[0].cells == ("1", "Tempe", "16", "178", "48.065", "150", "20", "3", "4", "1", "84,27")
    assert table.rows[-1].kind is document.RowKind.TOTAL
    assert table.rows[-1].cells[1:5] == ("Jumlah", "32", "356", "96.130")


def test_marks_stand_beside_the_words() -> None:
    titles = [column.title for column in readiness_table.table((ROW,)).columns]
    states = ["Siap ✓", "Belum lengkap ◐", "Ada masalah !", "Belum ○", "Data berbeda ⇄"]
    assert [title for title in titles if title in states] == states


def test_villages_are_left_out_where_the_rows_are_villages() -> None:
    row = readiness_table.ReadinessRow("Lapongkoda", 10, 2500, 10)
    table = readiness_table.table((row,), unit="Desa/Kelurahan")
    assert [column.title for column in table.columns[:4]] == ["No", "Desa/Kelurahan", "TPS", "DPT"]


def test_nothing_is_said_as_nothing() -> None:
    assert readiness_table.table(()).rows == ()
    empty = readiness_table.ReadinessRow("Tempe", 0, 0, villages=16)
    assert readiness_table.table((empty,)).rows[0].cells[-1] == "–"


def test_disagreements_get_a_footnote() -> None:
    assert readiness_table.note((ROW,)) == "⇄ Data Kecamatan Tempe dalam klarifikasi."
    assert readiness_table.note((readiness_table.ReadinessRow("Bola", 1, 1, 1),)) == ""


def test_voters_that_offices_hold_differently_are_marked_and_named() -> None:
    row = readiness_table.ReadinessRow("Bola", 9, 2_500, 9, voters_open=2)
    table = readiness_table.table((ROW, row))
    voters = 3  # no villages: the second row has none
    assert [line.cells[voters].replace("\u00a0", " ") for line in table.rows] == [
        "48.065",
        "2.500 ⇄",
        "50.565 ⇄",
    ]
    assert readiness_table.note((row,)) == "⇄ Angka DPT Kecamatan Bola (2 TPS) dalam klarifikasi dan dapat berubah."
    both = readiness_table.note((ROW, row))
    assert both.startswith("⇄ Data Kecamatan Tempe dalam klarifikasi. ⇄ Angka DPT")
