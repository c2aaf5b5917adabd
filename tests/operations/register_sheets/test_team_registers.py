# SPDX-License-Identifier: Apache-2.0
"""Decrees, teams with their kecamatan, members and shifts come back; numbers stand once."""

from pathlib import Path

from desk_app.operations import team_roster, teams
from desk_app.operations.desk import Desk
from tests.operations.register_sheets import coming_back
from tests.regency_offices import BELAWA, TEMPE


def test_teams_and_their_kecamatan(filled: Desk, tmp_path: Path) -> None:
    coming_back.put_in(filled, tmp_path, "teams", {
        (2, "Kecamatan"): "Belawa", (3, "Kecamatan"): "Tempe, Belawa", (0, "Nomor"): "X", (0, "Kecamatan"): "Tempe",
    })
    held = {one.number: set(one.districts) for one in teams.teams(filled)}
    assert held == {8: {BELAWA}, 9: {TEMPE, BELAWA}, 10: {TEMPE}}


def test_a_number_stands_once(filled: Desk, tmp_path: Path) -> None:
    found = coming_back.look(filled, tmp_path, "teams", {(4, "Nomor"): 8, (5, "Nomor"): "X", (6, "Nomor"): 10})
    assert coming_back.faults(found) == [(4, "Nomor"), (6, "Nomor")]
    assert found.new == 1
    wrong = coming_back.look(filled, tmp_path, "teams", {(2, "Kecamatan"): "Wajo Raya", (3, "Kecamatan"): ","})
    assert coming_back.faults(wrong) == [(2, "Kecamatan"), (3, "Kecamatan")]


def test_members_of_one_office_are_told_apart(filled: Desk, tmp_path: Path) -> None:
    cells = {(3, "Pangkat"): "Penata, III/c", (0, "Jabatan"): "Danramil"}
    found = coming_back.put_in(filled, tmp_path, "members", cells)
    assert (found.new, found.changed) == (1, 1)
    assert {one.person: one.rank for one in teams.structure(filled).members}["Andi  Baso"] == "Penata, III/c"


def test_shifts(filled: Desk, tmp_path: Path) -> None:
    coming_back.put_in(filled, tmp_path, "shifts", {
        (2, "Mulai"): "18.30", (0, "Tanggal"): "15-02-2024", (0, "Mulai"): "07.00", (0, "Sampai"): "19.00",
        (0, "Petugas"): "Ilham",
    })
    assert {one.hours for one in team_roster.shifts(filled)} == {"18.30–24.00", "00.00–07.30", "07.00–19.00"}


def test_decrees(filled: Desk, tmp_path: Path) -> None:
    found = coming_back.look(filled, tmp_path, "decrees", {(2, "Mengubah"): "Perubahan"})
    assert found.refused == 1, "no decree amends one that amends it"
