# SPDX-License-Identifier: Apache-2.0
"""The issue register by command: written, passed on, linked, many at once; refusals in words."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk_app import __main__ as program
from tests import regency_offices, small_offices
from tests.commands.test_deciding import Kept
from tests.regency_offices import TEMPE_VILLAGE, tps

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Run]:
    with regency_offices.make(tmp_path / "wajo") as desk:
        monkeypatch.setattr("desk_app.commands.frame.opened", lambda _options: Kept(desk))
        monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)

        def run_one(*words: object, status: int = 0) -> str:
            capsys.readouterr()
            assert program.main([str(word) for word in words] + ["--office", "x"]) == status
            told = capsys.readouterr()
            return told.err if status else told.out

        yield run_one


def test_from_the_first_line_to_the_end(run: Run, tmp_path: Path) -> None:
    first, second = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)
    about = ("--place", first, "--also", second, "--category", "CUA", "--severity", "tinggi")
    said = run("issue", "new", "Banjir", *about)
    assert "WAJ-0001" in said
    number = ("--number", "WAJ-0001")
    assert "Disampaikan" in run(
        "issue", "convey", *number, "--to", "KPU", "--means", "surat", "--letter", "1/2", "--letter-date", "2024-02-13"
    )
    run("issue", "also-at", tps(TEMPE_VILLAGE, 3), *number)
    run("issue", "advise", "Pindahkan", *number)
    run("issue", "new", "Kotak basah", "--place", first)
    run("issue", "link", "WAJ-0001", "--kind", "sebab", "--number", "WAJ-0002")
    shown = run("issue", "show", *number)
    for words in ("surat nomor 1/2", "TPS 002", "TPS 003", "Pindahkan", "menyebabkan WAJ-0002", "kabar berikut"):
        assert words in shown
    assert run("issue", "list", "--open", "--by-deadline").index("WAJ-0001") > 0
    assert "Selesai" in run("issue", "close", "Surut", *number)
    assert "WAJ-0001" not in run("issue", "list", "--open", "--ours")
    paper = tmp_path / "khusus.pdf"
    run("print", "laporan-khusus", "--issue", "WAJ-0001", "--out", paper)
    assert paper.read_bytes().startswith(b"%PDF")


def test_many_at_once_names_those_that_refuse(run: Run) -> None:
    for title in ("satu", "dua"):
        run("issue", "new", title)
    run("issue", "close", "beres", "--number", "WAJ-0001")
    said = run("issue", "many", "WAJ-0001", "WAJ-0002", "--verb", "convey", "--to", "BPBD")
    assert "1 permasalahan dikerjakan." in said
    assert "! WAJ-0001:" in said
    assert "2 permasalahan" in run("issue", "many", "WAJ-0001", "WAJ-0002", "--severity", "tinggi")


def test_names_and_hours(run: Run) -> None:
    run("issue", "new", "Amplop", "--category", "UNG")
    assert "Siti" in run("issue", "identity", "--number", "WAJ-0001", "--reporter", "Siti")
    assert "Siti" not in run("issue", "show", "--number", "WAJ-0001")
    run("issue", "hours", "--pace", "hari_h", "--severity", "tinggi", "--set", "1/3")
    assert ["hari_h", "tinggi", "1/3"] in json.loads(run("issue", "hours", "--json"))


def test_refusals(run: Run) -> None:
    assert "tidak ada" in run("issue", "show", "--number", "WAJ-0009", status=1)
    run("issue", "new", "satu")
    assert "alasan" in run("issue", "close", "--ending", "tidak_terbukti", "--number", "WAJ-0001", status=1)
    assert "entah" in run("issue", "also-at", "entah 9", "--number", "WAJ-0001", status=1)
