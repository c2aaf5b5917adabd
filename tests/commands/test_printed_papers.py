# SPDX-License-Identifier: Apache-2.0
"""`print` with final papers: a moment printed twice, a code looked up, a paper made again, sent, numbered."""

import json
from pathlib import Path

import pytest

from desk_app import __main__ as program
from desk_app.operations import answers, change_settings, opening, signatories
from tests import regency_offices, small_offices
from tests.regency_offices import TEMPE_VILLAGE, tps


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    with regency_offices.make(tmp_path / "wajo") as desk:
        signatories.add_signatory(desk, {"office": "Bupati Wajo", "person": "Contoh"})
    return tmp_path / "wajo"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    assert program.main(["print", *words, "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_a_moment_printed_twice_and_after_everything_changed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = ("--office", str(folder))
    moment = ("laporan-harian", *office, "--date", "2024-02-13", "--as-of", "2024-02-13T16:00")
    first = told(capsys, *moment, "--out", str(tmp_path / "a.pdf"))
    with opening.open_office(folder, small_offices.PASSWORD) as desk:
        answers.set_answer(desk, tps(TEMPE_VILLAGE, 1), "log.tinta", 2)
        change_settings.set_many(desk, {"city": "Sengkang", "paper": "A4"})
    second = told(capsys, *moment, "--out", str(tmp_path / "b.pdf"))
    again = told(capsys, *office, "--again", str(first["code"]), "--out", str(tmp_path / "c.pdf"))
    kept = ["--again", str(first["code"]), "--kept", "--out", str(tmp_path / "d.pdf")]
    assert program.main(["print", *office, *kept]) == 0
    capsys.readouterr()
    assert first["code"] == second["code"] == again["code"]
    pages = {(tmp_path / f"{name}.pdf").read_bytes() for name in "abcd"}
    assert len(pages) == 1
    now = told(capsys, "laporan-harian", *office, "--draft", "--out", str(tmp_path / "e.pdf"))
    assert now["code"] != first["code"]
    assert not list((folder / "past").iterdir())


def test_a_code_a_sending_and_numbers(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = ("--office", str(folder))
    with opening.open_office(folder, small_offices.PASSWORD) as desk:
        pattern = {"paper_number_pattern": "{urut:3}/{unit}/{tahun}", "paper_number_unit": "KBP"}
        change_settings.set_many(desk, {"paper_number_way": "own", **pattern})
    made = told(capsys, "laporan-harian", *office, "--date", "2024-02-13", "--out", str(tmp_path / "a.pdf"))
    code = str(made["code"])
    assert made["number"] == "001/KBP/2024"
    assert program.main(["print", *office, "--check", code.lower()]) == 0
    said = capsys.readouterr().out
    assert "BUPATI WAJO – Contoh" in said
    assert "terbitan terakhir" in said
    assert program.main(["print", *office, "--sent", code, "--means", "WhatsApp", "--proof", "centang dua"]) == 0
    assert "centang dua" in capsys.readouterr().out
    assert program.main(["print", *office, "--register"]) == 0
    assert "WhatsApp" in capsys.readouterr().out
    assert program.main(["print", *office, "--numbers"]) == 0
    assert "001/KBP/2024" in capsys.readouterr().out
    assert program.main(["print", *office, "--check", "AAAA-BBBB-CCCC-DDDD"]) != 0
    assert "konsep" in capsys.readouterr().err
    assert program.main(["print", *office, "--again", code]) != 0
    assert "--out" in capsys.readouterr().err
