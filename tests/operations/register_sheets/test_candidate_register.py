# SPDX-License-Identifier: Apache-2.0
"""Candidates as a sheet: numbers that Excel must not read as figures, kecamatan by code, what is held already."""

from pathlib import Path

from desk_app.operations import candidates
from desk_app.operations.desk import Desk
from tests.operations.register_sheets import coming_back
from tests.regency_offices import BELAWA, TEMPE

RACE = "Anggota DPRD Kabupaten"


def put_two(desk: Desk) -> None:
    candidates.put_list(desk, "dprd_kab", "3 Partai C\n3.1 Andi")


def test_a_row_is_altered_and_others_are_new(filled: Desk, tmp_path: Path) -> None:
    put_two(filled)
    race = coming_back.sheet(filled, tmp_path, "candidates")
    assert race.exists()
    named = next(one.label for one in __import__("desk_app.operations.elections", fromlist=["x"]).working_event(filled).races if one.code == "dprd_kab")
    found = coming_back.put_in(filled, tmp_path, "candidates", {
        (2, "Nama"): "Partai Cinta", (3, "Daerah"): f"{TEMPE}; {BELAWA.replace('.', '')}",
        (4, "Jenis"): named, (4, "Nomor"): 4, (4, "Nama"): "Partai D", (4, "Nama pendek"): "D",
    })
    assert (found.new, found.changed) == (1, 2)
    told = candidates.all_of(filled)["dprd_kab"]
    assert [(one.code, one.name) for one in told] == [("3", "Partai Cinta"), ("3.1", "Andi"), ("4", "Partai D")]
    assert told[1].districts == (TEMPE, BELAWA)
