# SPDX-License-Identifier: Apache-2.0
"""`print`: papers without a window, their list and their register."""

import json
from pathlib import Path

import pypdfium2
import pytest

from desk_app import __main__ as program
from desk_app.operations import signatories
from tests import regency_offices, small_offices


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office that is closed, and its password in the environment."""
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    with regency_offices.make(tmp_path / "wajo") as desk:
        signatories.add_signatory(desk, {"office": "Bupati Wajo", "person": "Contoh"})
    return tmp_path / "wajo"


def test_the_list_needs_no_office(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["print", "--list"]) == 0
    told = capsys.readouterr().out
    assert "laporan-harian" in told
    assert "susunan-tim" in told
    assert program.main(["print", "--list", "--json"]) == 0
    assert [one["key"] for one in json.loads(capsys.readouterr().out)] == ["laporan-harian", "susunan-tim"]


def test_a_paper_is_written_and_registered(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "laporan.pdf"
    options = ["--office", str(folder), "--out", str(out), "--date", "H-1", "--paper", "A4", "--number", "7", "--json"]
    assert program.main(["print", "laporan-harian", *options]) == 0
    told = json.loads(capsys.readouterr().out)
    assert out.read_bytes().startswith(b"%PDF")
    assert (told["number"], told["signatory"]) == ("7", "BUPATI WAJO – Contoh")
    assert program.main(["print", "--register", "--office", str(folder)]) == 0
    assert told["code"] in capsys.readouterr().out


def test_as_of_twice_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    made = []
    for name in ("a.pdf", "b.pdf"):
        common = ["--office", str(folder), "--out", str(tmp_path / name), "--draft", "--date", "2024-02-13"]
        assert program.main(["print", "laporan-harian", *common, "--as-of", "2024-02-13T16:00"]) == 0
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


def test_a_draft_is_not_registered(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "tim.txt")
    assert program.main(["print", "susunan-tim", "--office", str(folder), "--out", out, "--draft"]) == 0
    assert "! Belum ada anggota tim." in capsys.readouterr().out
    paper = tmp_path / "tim.pdf"
    common = ["print", "susunan-tim", "--office", str(folder), "--out", str(paper)]
    assert program.main([*common, "--draft"]) == 0
    with pypdfium2.PdfDocument(paper) as file:
        assert "KONSEP" in file[0].get_textpage().get_text_range()
    capsys.readouterr()
    assert program.main(["print", "--register", "--json", "--office", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["surat", "--out", "x.pdf"], "tidak ada"),
        (["laporan-harian"], "--out"),
        ([], "--list"),
        (["laporan-harian", "--out", "x.pdf", "--date", "kemarin"], "bukan tanggal"),
        (["laporan-harian", "--out", "x.pdf", "--as-of", "sore"], "bukan waktu"),
        (["laporan-harian", "--out", "x.pdf", "--signatory", "Camat"], "--signatories"),
        (["laporan-harian", "--out", "x.pdf", "--paper", "A3"], "A4"),
    ],
)
def test_refusals_say_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert program.main(["print", *arguments, "--office", str(folder)]) == 1
    assert words in capsys.readouterr().err


def test_without_an_office(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["print", "laporan-harian", "--out", "x.pdf"]) == 1
    assert "--office" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["H-999999", "H-" + "9" * 20, "0001-01-01", "9999-12-31"])
def test_a_day_beyond_the_calendar_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    options = ["--office", str(folder), "--out", str(tmp_path / "x.pdf")]
    assert program.main(["print", "laporan-harian", *options, "--date", typed]) == 1
    assert typed in capsys.readouterr().err
    assert program.main(["print", "laporan-harian", *options, "--as-of", "0001-01-01T00:00"]) == 1
