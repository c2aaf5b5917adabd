# SPDX-License-Identifier: Apache-2.0
"""`team …`: teams are made, shown, replaced; roster, leave, clashes and the data of letters."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_app import __main__ as program
from tests import regency_offices, small_offices

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    regency_offices.make(tmp_path / "wajo").close()

    def call(*arguments: str, status: int = 0) -> str:
        assert program.main(["team", *arguments, "--office", str(tmp_path / "wajo")]) == status
        said = capsys.readouterr()
        return said.out if status == 0 else said.err

    return call


def told(run: Run, *arguments: str) -> Any:
    return json.loads(run(*arguments, "--json"))


def test_a_team_from_its_making_to_its_letters(run: Run) -> None:
    run("new", "VIII", "--district", "73.13.06", "--district", "73.13.07", "--functions", "--from", "2024-01-08")
    run("member", "VIII", "Camat Tempe", "--person", "H. Baso", "--nip", "197501012000031001", "--rank", "IV/a")
    run("member", "8", "Kasat Intelkam", "--person", "Rahman", "--unit", "Polres Wajo")
    assert "Tempe, Belawa" in run("list")
    [team] = told(run, "list")
    assert (team["number"], team["districts"]) == (8, ["73.13.06", "73.13.07"])
    assert team["members"][0]["nip"] == "******** ****** * 001"
    before = told(run, "letters", "--team", "VIII", "--on", "2024-02-13")
    assert [letter["kind"] for letter in before["letters"]] == ["surat_tugas", "permohonan_personel"]
    assert before["letters"][0]["persons"][0]["number"] == "NIP. 19750101 200003 1 001"
    assert len(before["letters"][0]["purposes"]) == 5
    said = run("replace", "H. Baso", "--person", "Hj. Sitti", "--on", "2024-02-14", "--reason", "mutasi")
    assert said == "H. Baso diganti. Ikut pindah: 0 tugas, 0 piket, 0 permasalahan.\n"
    shown = run("show", "VIII")
    assert "sampai 14-02-2024" in shown
    assert "mulai 14-02-2024" in shown
    again = told(run, "letters", "--team", "VIII", "--on", "2024-02-13", "--known", str(before["known"]))
    assert again == before
    text = run("letters", "--on", "2024-02-14")
    assert "Surat tugas · Tim VIII\n  1. Hj. Sitti, Camat Tempe\n" in text
    assert "Surat permohonan personel · Tim VIII · Kapolres Wajo" in text
    assert "Hj. Sitti" in run("letters", "--member", "sitti")


def test_roster_leave_and_clashes(run: Run) -> None:
    run("new")
    run("member", "1", "Camat Tempe", "--person", "H. Baso")
    assert run("clashes") == "Tidak ada yang bentrok.\n"
    assert run("roster", "--add", "2024-02-13", "19.00", "7", "baso", "--until", "2024-02-14") == "2 piket dicatat.\n"
    shown = run("roster", "--week", "2024-02-14")
    assert "13-02-2024  19.00–07.00  H. Baso" in shown
    assert "! Kosong: 14-02-2024 07.00–19.00" in shown
    assert [one["name"] for one in told(run, "roster", "--week", "2024-02-14")["shifts"]] == ["H. Baso", "H. Baso"]
    run("leave", "baso", "2024-02-15", "--reason", "sakit")
    assert "! Piket pada hari cuti atau dinas luar: H. Baso piket 14-02-2024" in run("clashes")
    [clash] = told(run, "clashes")
    assert clash["kind"] == "shift_on_leave"
    assert "diterima: seizin ketua (" in run("clashes", "--accept", "1", "--reason", "seizin ketua")
    assert [one["reason"] for one in told(run, "clashes")] == ["seizin ketua"]
    assert "1. ! Piket" in run("clashes", "--withdraw", "1")
    assert "ke-2 tidak ada" in run("clashes", "--accept", "2", status=1)


def test_refusals_are_told(run: Run) -> None:
    assert "Tim IV tidak ada" in run("show", "IV", status=1)
    assert "Tidak ada anggota" in run("replace", "siapa", "--person", "X", status=1)
