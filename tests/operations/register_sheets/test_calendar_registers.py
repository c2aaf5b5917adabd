# SPDX-License-Identifier: Apache-2.0
"""Stages by day or counted from voting day, and days off."""

from datetime import date
from pathlib import Path

from desk_app.operations import holidays, stages
from desk_app.operations.desk import Desk
from tests.operations.register_sheets import coming_back


def test_stages(filled: Desk, tmp_path: Path) -> None:
    count = len(stages.calendar(filled).rows)
    found = coming_back.put_in(filled, tmp_path, "stages", {
        (count + 2, "Tahapan"): "Sortir", (count + 2, "Mulai"): "H-3", (count + 2, "Selesai"): "H-1",
        (count + 3, "Tahapan"): "Pelipatan", (count + 3, "Mulai"): "10-02-2024", (count + 3, "Catatan"): "malam",
        (2, "Catatan"): "diperiksa",
    })
    assert (found.new, found.changed) == (2, 1)
    rows = {row.stage.name: row for row in stages.calendar(filled).rows}
    assert (rows["Sortir"].stage.starts, rows["Sortir"].starts_words) == (date(2024, 2, 11), "H-3")
    assert (rows["Pelipatan"].stage.starts, rows["Pelipatan"].stage.note) == (date(2024, 2, 10), "malam")


def test_a_stage_that_ends_before_it_begins(filled: Desk, tmp_path: Path) -> None:
    row = next(
        at for at, one in enumerate(stages.calendar(filled).rows, 2) if one.stage.name == "Distribusi, tahap 2"
    )
    found = coming_back.look(filled, tmp_path, "stages", {(row, "Selesai"): "H-9"})
    assert coming_back.faults(found) == [(row, "Selesai")]
    assert coming_back.faults(coming_back.look(filled, tmp_path, "stages", {(row, "Mulai"): "H-banyak"})) == [
        (row, "Mulai")]


def test_days_off(filled: Desk, tmp_path: Path) -> None:
    coming_back.put_in(filled, tmp_path, "holidays", {
        (2, "Dasar"): "SKB 3 Menteri", (0, "Tanggal"): "10-02-2024", (0, "Hari libur"): "Imlek"})
    assert [(one.name, one.source) for one in holidays.holidays(filled)] == [
        ("Isra Mikraj", "SKB 3 Menteri"), ("Imlek", "")]
    wrong = coming_back.look(filled, tmp_path, "holidays", {
        (2, "Tanggal"): "09-02-2024", (0, "Tanggal"): "08-02-2024", (0, "Hari libur"): "x"})
    assert wrong.refused == 2
