# SPDX-License-Identifier: Apache-2.0
"""`access …`: how regions are reached, said and listed without a window."""

import json
from pathlib import Path

import pytest

from desk_app import __main__ as program
from tests import regency_offices, small_offices


def test_it_is_said_and_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    regency_offices.make(tmp_path / "wajo").close()
    office = ["--office", str(tmp_path / "wajo")]
    belawa = regency_offices.BELAWA
    options = ["--way", "laut", "--signal", "tidak_ada", "--travel", "90", "--note", "perahu"]
    assert program.main(["access", "set", belawa, *office, *options]) == 0
    capsys.readouterr()
    assert program.main(["access", "list", *office, "--hard"]) == 0
    told = capsys.readouterr().out
    assert "Laut" in told
    assert "Tidak ada" in told
    assert "perahu" in told
    assert program.main(["access", "list", *office, "--hard", "--villages", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found[0]["code"] == belawa
    assert len(found) > 1
    assert program.main(["access", "set", regency_offices.BELAWA_VILLAGE, *office, "--way", "darat"]) == 0
    assert program.main(["access", "set", belawa, *office, "--signal", ""]) == 0
    capsys.readouterr()
    assert program.main(["access", "list", *office, "--area", belawa, "--villages", "--json"]) == 0
    ways = {one["code"]: (one["facts"]["way"], one["facts"]["signal"]) for one in json.loads(capsys.readouterr().out)}
    assert ways[regency_offices.BELAWA_VILLAGE] == ("darat", "")
