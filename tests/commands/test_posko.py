# SPDX-License-Identifier: Apache-2.0
"""The posko from the command line: log, paste and revote."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app import __main__
from tests import regency_offices
from tests.small_offices import PASSWORD

CHAT = "[07.10, 14/2/2024] Camat Tempe: TPS 005 Maddukelleng buka 07.10\n[07.15, 14/2/2024] Camat Belawa: NIHIL\n"
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    regency_offices.make(tmp_path / "wajo").close()
    monkeypatch.setenv("DESK_PASSWORD", PASSWORD)

    def ran(*arguments: str, typed: str = "") -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        status = __main__.main([*arguments, "--office", str(tmp_path / "wajo")])
        captured = capsys.readouterr()
        return status, captured.out + captured.err

    return ran


def test_a_line_is_added_listed_and_promoted(run: Run, tmp_path: Path) -> None:
    status, said = run("log", "add", "Hujan deras", "--from", "Camat", "--place", "kec belawa", "--at", "10.30")
    assert status == 0, said
    number = said.split()[-1]
    _status, listed = run("log", "list", "--json")
    [line] = json.loads(listed)
    assert (str(line["no"]), line["sender"], line["place_label"]) == (number, "Camat", "Kecamatan Belawa")
    assert "WAJ-0001" in run("log", "promote", number)[1]
    assert "Buku Posko 12-02-2024" in run("log", "list", "--wa", "--day", "2024-02-12")[1]
    assert "1 baris" in run("log", "list", "--xlsx", str(tmp_path / "b.xlsx"))[1]
    assert run("log", "list", "--day", "kemarin")[0] == 1


def test_proposals_are_printed_and_nothing_is_written_unless_asked(run: Run) -> None:
    status, said = run("paste", typed=CHAT)
    assert status == 0
    assert "jelas" in said
    assert "TPS 005 · Kel. Maddukelleng" in said
    assert json.loads(run("log", "list", "--json")[1]) == []
    assert "1 baris dicatat: 1 isian" in run("paste", "--accept-clear", typed=CHAT)[1]
    assert "0 baris dicatat" in run("paste", "--accept-clear", typed=CHAT)[1]
    assert len(json.loads(run("log", "list", "--json")[1])) == 1


def test_a_psu_is_noted_listed_and_held(run: Run) -> None:
    place = "73.13.06.1004-005"
    status, said = run("revote", "note", "psu", place, "--by", "bawaslu", "--basis", "015", "--cause", "x")
    assert status == 0, said
    number = said.split()[-1]
    assert "Direkomendasikan" in run("revote", "list")[1]
    assert run("revote", "held", "2024-02-20", "--users", "200", "--record", number)[0] == 0
    [row] = json.loads(run("revote", "list", "--json")[1])
    assert (row["state"], row["held_on"], row["users"]) == ("dilaksanakan", "2024-02-20", 200)
    assert run("revote", "not-held", " ", "--record", number)[0] == 1
    assert "*PSU*: 1 TPS" in run("revote", "list", "--wa")[1]
