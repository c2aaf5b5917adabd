# SPDX-License-Identifier: Apache-2.0
"""`logistics …`: a word noted, a shipment made, sent and received, what is lacking, and its paper."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_app import __main__ as program
from tests import regency_offices, small_offices
from tests.regency_offices import BELAWA, TEMPE_VILLAGE, tps

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    regency_offices.make(tmp_path / "wajo").close()

    def call(*arguments: str, status: int = 0) -> str:
        assert program.main([*arguments, "--office", str(tmp_path / "wajo")]) == status
        said = capsys.readouterr()
        return said.out if status == 0 else said.err

    return call


def told(run: Run, *arguments: str) -> Any:
    return json.loads(run("logistics", *arguments, "--json"))


def test_a_word_is_noted_and_stands_in_the_table(run: Run) -> None:
    run("logistics", "note", BELAWA, "ppk", "15", "--source", "camat", "--hour", "13-02-2024 16.30", "--damaged", "2")
    shown = run("logistics", "position")
    assert "15 dari 15, rusak 2" in shown
    rows = {row["code"]: row for row in told(run, "position")["rows"]}
    assert rows[BELAWA]["cells"][1]["shown"]["at"] == 1_707_813_000
    assert "sumbernya" in run("logistics", "note", BELAWA, "ppk", "15", "--source", " ", status=1)
    assert "jauh di depan" in run(
        "logistics", "note", BELAWA, "ppk", "15", "--source", "camat", "--hour", "13-02-2099 16.30", status=1
    )


def test_a_shipment_from_its_making_to_its_paper(run: Run, tmp_path: Path) -> None:
    run("logistics", "new", f"{TEMPE_VILLAGE}/pps", "--waybill", "SJ-3")
    [made] = told(run, "list")
    assert made["state"] == "rencana"
    run("logistics", "sent", str(made["no"]))
    run("logistics", "received", str(made["no"]))
    [made] = told(run, "list")
    assert (made["state"], made["boxes"]) == ("tiba", 4 * 5)
    assert "SJ-3" in run("logistics", "list")
    run("logistics", "receipt", str(made["no"]), str(tmp_path / "terima.pdf"))
    assert (tmp_path / "terima.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_lacking_is_listed_and_told(run: Run) -> None:
    run("answer", tps(TEMPE_VILLAGE, 1), "log.tinta", "1")
    assert "TPS 001" in run("logistics", "short")
    assert told(run, "short")["rows"][0]["item"] == "log.tinta"
    assert "Tinta kurang 1 botol" in run("logistics", "short", "--message")
    assert "TPS 001" not in run("logistics", "short", "--area", BELAWA)
