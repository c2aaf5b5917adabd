# SPDX-License-Identifier: Apache-2.0
"""`new`, `info`, `history`, `undo`: what may not be is refused in words, status 1, never a traceback."""

import io
import sys
from pathlib import Path

import pytest

from desk_app import __main__ as program
from desk_app.operations import answers
from tests import regency_offices, small_offices, two_offices
from tests.two_offices import FIRST, NUMBER


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office that is closed, and its password in the environment."""
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    regency_offices.make(tmp_path / "wajo").close()
    return tmp_path / "wajo"


@pytest.mark.parametrize("typed", ["9" * 30, "9" * 5000, "²", "abc", "7313061003-x"])
def test_a_record_that_there_is_not(folder: Path, capsys: pytest.CaptureFixture[str], typed: str) -> None:
    assert program.main(["history", typed, "--office", str(folder)]) == 1
    assert capsys.readouterr().err.strip()


def test_a_file_where_an_office_should_be(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("x")
    assert program.main(["info", "--office", str(file)]) == 1
    assert "Tidak ada kantor" in capsys.readouterr().err
    assert program.main(["new", "--office", str(file), "--place", "73.13"]) == 1
    assert "tidak dapat dibuat" in capsys.readouterr().err
    assert program.main(["demo", str(file)]) == 1
    assert "tidak kosong" in capsys.readouterr().err


def test_an_output_that_knows_no_arrows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output into a file on a Windows computer is cp1252."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="cp1252", write_through=True))
    tps = regency_offices.tps(regency_offices.TEMPE_VILLAGE, 1)
    assert program.main(["history", tps, "--office", str(folder)]) == 0
    assert b"\\u2192" in written.getvalue()


def test_what_was_sent_is_undone_only_with_yes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    with two_offices.opened(tmp_path) as two:
        answers.set_answer(two.tempe, FIRST, NUMBER, "4")
        two.send(two.tempe, two.kabupaten)
    office = ["--office", str(tmp_path / "tempe")]
    assert program.main(["undo", *office]) == 1
    told = capsys.readouterr()
    assert "sudah dikirim ke kantor lain" in told.err
    assert "--yes" in told.err
    assert told.out == ""
    assert program.main(["undo", "--yes", *office]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("Dibatalkan: ")
    assert "kiriman berikutnya" in told.out
    assert program.main(["redo", *office]) == 0
    assert "kiriman berikutnya" not in capsys.readouterr().out, "the other office holds it already"


def test_what_was_not_sent_is_undone_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tps = regency_offices.tps(regency_offices.TEMPE_VILLAGE, 1)
    assert program.main(["answer", tps, "log.tinta", "2", "--office", str(folder)]) == 0
    capsys.readouterr()
    assert program.main(["undo", "--office", str(folder)]) == 0
    assert "kiriman" not in capsys.readouterr().out
