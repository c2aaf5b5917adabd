# SPDX-License-Identifier: Apache-2.0
"""`recap` and `watch`: voting day from the command line."""

import json
from pathlib import Path

import pytest

from desk_app import __main__ as program
from tests import regency_offices, small_offices


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    regency_offices.make(tmp_path / "wajo").close()
    return ["--office", str(tmp_path / "wajo")]


def test_a_recap_is_said_in_one_line_and_listed(office: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["recap", "add", "Tempe 2 dari 3 TPS buka, 07.30, camat", *office]) == 0
    assert "Kecamatan Tempe" in capsys.readouterr().out
    assert program.main(["recap", "list", "--json", *office]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["place"], row["item"], row["count"], row["source"]) == ("73.13.06", "har.buka", 2, "camat")
    assert program.main(["recap", "list", *office]) == 0
    assert "2 dari 3" in capsys.readouterr().out
    assert program.main(["recap", "add", "Tempe 2", *office]) == 1
    assert "Sebutkan apa" in capsys.readouterr().err


def test_the_sheet_is_typed_shown_and_sent(office: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The clock is the machine's: long after voting day everything is late, and nothing is refused."""
    assert program.main(["watch", "enter", "73.13.06", "07", "2", "--source", "camat", *office]) == 0
    capsys.readouterr()
    assert program.main(["watch", "show", "--json", *office]) == 0
    sheet = json.loads(capsys.readouterr().out)
    tempe = next(row for row in sheet["rows"] if row["code"] == "73.13.06")
    assert (tempe["cells"][0]["value"], tempe["cells"][0]["late"]) == (2, 1)
    assert program.main(["watch", "show", "--open", "73.13.06", *office]) == 0
    shown = capsys.readouterr().out
    assert "2*" in shown
    assert "07.00 buka" in shown
    assert program.main(["watch", "show", "--wa", "07", *office]) == 0
    assert "TPS buka" in capsys.readouterr().out
    assert program.main(["watch", "calls", "10", *office]) == 0
    assert "Tempe" in capsys.readouterr().out
    assert program.main(["watch", "show", "--wa", "09", *office]) == 1
    assert "Tidak ada kolom pukul 09" in capsys.readouterr().err
