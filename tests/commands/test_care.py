# SPDX-License-Identifier: Apache-2.0
"""`new`, `info`, `history`: what is typed wrongly is refused in words, status 1, never a traceback."""

import io
import sys
from pathlib import Path

import pytest

from desk_app import __main__ as program
from tests import regency_offices, small_offices


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
