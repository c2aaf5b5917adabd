# SPDX-License-Identifier: Apache-2.0
"""`risk`: ticked, listed, counted, guarded and categorised from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app import __main__ as program
from tests import regency_offices, small_offices
from tests.regency_offices import TEMPE_VILLAGE, tps

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    regency_offices.make(tmp_path / "wajo").close()

    def asked(*arguments: str, status: int = 0) -> str:
        assert program.main([*arguments, "--office", str(tmp_path / "wajo")]) == status
        said = capsys.readouterr()
        return said.out if status == 0 else said.err

    return asked


def test_ticked_listed_and_counted(run: Run) -> None:
    station = tps(TEMPE_VILLAGE, 1)
    assert "P04 P08" in run("risk", "tick", station, "P04", "p08")
    assert run("risk", "tick", station, "--absent", "P08").strip() == f"{station}: P04"
    rows = json.loads(run("risk", "list", "--json", "--indicator", "p04"))
    assert [(row["subject"], row["codes"]) for row in rows] == [(station, ["P04"])]
    totals = json.loads(run("risk", "totals", "--json"))
    assert [one["count"] for one in totals["indicators"] if one["code"] == "P04"] == [1]
    assert "Kendala jaringan internet" in run("risk", "totals")
    assert "TPS 001" in run("risk", "list", "--wa", "--indicator", "P04")
    assert "Kendala jaringan internet: 1 TPS" in run("risk", "totals", "--wa")
    assert "sangat_rawan" in run("risk", "list", "--class", "sangat_rawan")


def test_guarded_and_categorised(run: Run) -> None:
    out = run("risk", "guard", "--pattern", "rawan=4-2-8", "--pattern", "sangat rawan=6-2-8")
    assert out.splitlines()[-1].split()[:4] == ["Jumlah", "9", "6", "7"]
    assert "bukan pola" in run("risk", "guard", "--pattern", "rawan=banyak", status=1)
    out = run("risk", "regions", "--set", "73.13", "bawaslu", "Sedang", "--source", "IKP 2024", "--day", "2022-12-16")
    assert "Kabupaten Wajo" in out
    assert "IKP 2024" in out
    assert "sumber" in run("risk", "regions", "--set", "73.13", "polri", "Rawan", status=1)
    assert json.loads(run("risk", "indicators", "--json"))[3]["code"] == "P04"
    assert "P22" in run("risk", "indicators")
