# SPDX-License-Identifier: Apache-2.0
"""The demonstration through the command line: published figures, a round trip, papers, and the same again."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
STATIONS = {
    "Sabangparu": 79,
    "Pammana": 97,
    "Takkalalla": 62,
    "Sajoanging": 56,
    "Majauleng": 91,
    "Tempe": 178,
    "Belawa": 86,
    "Tanasitolo": 121,
    "Maniangpajo": 48,
    "Pitumpanua": 125,
    "Bola": 61,
    "Penrang": 45,
    "Gilireng": 36,
    "Keera": 61,
}


def desk(*arguments: str | Path, status: int = 0) -> str:
    """Run one command as a user does; returns what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "desk_app", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "DESK_PASSWORD": "demo", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == status, done.stderr
    return done.stdout if status == 0 else done.stderr


def told(*arguments: str | Path) -> Any:
    return json.loads(desk(*arguments, "--json"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("demo") / "office"
    desk("demo", made)
    return made


def test_the_files_are_where_they_are_said_to_be(folder: Path) -> None:
    assert (folder / "kabupaten" / "desk.db").is_file()
    assert (folder / "kecamatan-tempe" / "desk.db").is_file()
    assert len(list((folder / "stick" / "DESK").glob("*.desk"))) >= 3
    papers = sorted(path.name for path in (folder / "papers").glob("*.pdf"))
    assert papers == [
        "klarifikasi-data-A4.pdf",
        "laporan-harian-A4.pdf",
        "laporan-harian-F4.pdf",
        "serah-terima-A4.pdf",
        "susunan-tim-A4.pdf",
        "susunan-tim-F4.pdf",
        "tanda-terima-A4.pdf",
    ]
    assert all(path.read_bytes().startswith(b"%PDF-") for path in (folder / "papers").glob("*.pdf"))


def test_the_figures_are_those_published(folder: Path) -> None:
    facts = told("info", "--office", folder / "kabupaten")
    assert (facts["stations"], facts["voters"], facts["male"], facts["female"]) == (1146, 293_077, 139_467, 153_610)
    assert (len(facts["districts"]), facts["villages"]) == (14, 190)
    assert {row["name"]: row["stations"] for row in facts["districts"]} == STATIONS
    voters = {row["name"]: row["male"] + row["female"] for row in facts["districts"]}
    assert (voters["Tempe"], voters["Tanasitolo"], voters["Maniangpajo"]) == (48_065, 30_792, 12_438)
    assert facts["most_voters_in_a_station"] <= 300
    assert facts["voting_day"] == "2024-02-14"


def test_every_village_has_a_station_and_a_few_are_special(folder: Path) -> None:
    rows = told("stations", "list", "--office", folder / "kabupaten")
    assert len({row["village"] for row in rows}) == 190
    assert 1 <= sum(row["number"] >= 901 for row in rows) <= 10


def test_both_offices_end_with_the_same_in_what_they_share(folder: Path) -> None:
    scopes = [
        {
            (one["event"], one["place"], one["class"]): one["digest"]
            for one in told("digest", "--office", office)["scopes"]
        }
        for office in (folder / "kabupaten", folder / "kecamatan-tempe")
    ]
    shared = scopes[0].keys() & scopes[1].keys()
    assert ("pemilu-2024", "73.13.06", "open") in shared
    assert len(shared) >= 4
    assert all(scopes[0][name] == scopes[1][name] for name in shared)
    assert not any(place.startswith("73.13.07") for _event, place, _class in scopes[1])


def test_the_data_are_sound(folder: Path) -> None:
    for office in ("kabupaten", "kecamatan-tempe"):
        assert told("check", "--office", folder / office)["faults"] == []


def test_receiving_the_same_again_changes_nothing(folder: Path) -> None:
    office = folder / "kabupaten"
    before = told("digest", "--office", office)
    [package] = sorted((folder / "stick" / "DESK").glob("TEM06-*000001-*.desk"))
    [outcome] = told("receive", package, "--office", office)
    assert outcome["changes"] == 0
    assert outcome["same"] > 1000
    assert told("digest", "--office", office) == before


def test_a_damaged_package_is_refused_with_a_reason(folder: Path, tmp_path: Path) -> None:
    office = folder / "kabupaten"
    before = told("digest", "--office", office)
    [package] = sorted((folder / "stick" / "DESK").glob("TEM06-*000001-*.desk"))
    data = package.read_bytes()
    cut = tmp_path / "cut.desk"
    cut.write_bytes(data[: len(data) // 2])
    assert "terpotong" in desk("receive", cut, "--office", office, status=1)
    flipped = tmp_path / "flipped.desk"
    middle = len(data) // 2
    flipped.write_bytes(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])
    assert "rusak atau diubah" in desk("receive", flipped, "--office", office, status=1)
    assert told("digest", "--office", office) == before


def test_the_disagreement_is_listed_with_both_values(folder: Path) -> None:
    [one] = told("conflicts", "--office", folder / "kabupaten")
    assert sorted(side["value"] for side in one["sides"]) == [1, 2]
    assert len({side["office"] for side in one["sides"]}) == 2


def test_undo_redo_and_history_by_command(folder: Path, tmp_path: Path) -> None:
    office = tmp_path / "office"
    shutil.copytree(folder / "kabupaten", office)
    station = told("stations", "list", "--office", office)[400]["subject"]
    desk("answer", station, "log.segel", "7", "--office", office)
    desk("answer", station, "log.segel", "9", "--office", office)
    assert "Dibatalkan" in desk("undo", "--office", office)
    assert "Diulangi" in desk("redo", "--office", office)
    changes = told("history", f"{station}:log.segel", "--office", office)
    values = [change["after"] for entry in changes for change in entry["fields"] if change["field"] == "quantity"]
    assert values == [7, 9, 7, 9]
    assert [entry["undoes"] for entry in changes] == [False, False, True, True]
    assert {entry["operator"] for entry in changes} == {"Operator 1"}
    assert {entry["office"] for entry in changes} == {"Desk Pemilu Kabupaten Wajo"}
    assert [change["before"] for change in changes[1]["fields"] if change["field"] == "quantity"] == [[7]]


def test_a_backup_is_restored_by_command(folder: Path, tmp_path: Path) -> None:
    office = tmp_path / "office"
    shutil.copytree(folder / "kecamatan-tempe", office)
    made = told("backup", "--office", office)["made"]["folder"]
    new = tmp_path / "new laptop"
    desk("restore", made, "--office", new)
    old, now = told("digest", "--office", office), told("digest", "--office", new)
    place = ("73.13.06", "open")
    assert [s["digest"] for s in old["scopes"] if (s["place"], s["class"]) == place] == [
        s["digest"] for s in now["scopes"] if (s["place"], s["class"]) == place
    ]


def test_refusals_and_wrong_usage_have_their_own_status(folder: Path) -> None:
    office = folder / "kabupaten"
    assert "tidak ada dalam daftar TPS" in desk(
        "answer", "73.13.06.1001-777", "log.tinta", "2", "--office", office, status=1
    )
    assert "bukan jawaban" in desk("answer", "73.13.06.1001-001", "log.hujan", "x", "--office", office, status=1)
    desk("answer", "--office", office, status=2)
    desk("nonsense", status=2)
    assert "Kata sandi salah" in _with_password("wrong", "info", "--office", office)


def _with_password(password: str, *arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "desk_app", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "DESK_PASSWORD": password, "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 1
    return done.stderr
