# SPDX-License-Identifier: Apache-2.0
"""`formats`: the office's own forms without a window, and `print --format`."""

import json
from pathlib import Path

import docx
import pytest

from desk_app import __main__ as program
from tests import regency_offices, small_offices
from tests.reports import own_forms


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An office that is closed, as an option, and its password in the environment."""
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    regency_offices.make(tmp_path / "wajo").close()
    return ["--office", str(tmp_path / "wajo")]


def test_a_form_from_the_file_to_the_paper(
    office: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form, out = tmp_path / "f.docx", tmp_path / "jadi.docx"
    form.write_bytes(own_forms.word("{{ kantor }}", "{{ kantr }}"))
    assert program.main(["formats", "add", str(form), "--called", "Bentuk", *office]) == 0
    assert "Mungkin maksudnya “kantor”" in capsys.readouterr().out
    assert program.main(["formats", "list", "--json", *office]) == 0
    assert json.loads(capsys.readouterr().out)[0]["name"] == "Bentuk"
    assert program.main(["formats", "list", *office]) == 0
    assert "Laporan harian" in capsys.readouterr().out
    assert program.main(["print", "laporan-harian", "--format", "bentuk", "--out", str(out), *office]) == 0
    assert "! Isian “kantr” tidak dikenal" in capsys.readouterr().out
    assert docx.Document(str(out)).paragraphs[0].text == "Desk Pemilu Kabupaten Wajo"
    assert program.main(["print", "--register", *office]) == 0
    assert "Laporan Harian" in capsys.readouterr().out
    assert program.main(["formats", "delete", "Bentuk", *office]) == 0
    assert program.main(["formats", "check", "Bentuk", *office]) == 1
    assert "tidak ada" in capsys.readouterr().err


def test_fields_are_listed(office: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["formats", "fields", "laporan-harian", *office]) == 0
    assert "{{ kesiapan.kecamatan }}" in capsys.readouterr().out
    assert program.main(["formats", "fields", "laporan-harian", "--json", *office]) == 0
    assert {"name", "label", "example", "repeated"} == set(json.loads(capsys.readouterr().out)[0])


def test_a_sound_form_is_said_to_be_so(office: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    form = tmp_path / "f.docx"
    form.write_bytes(own_forms.word("{{ kantor }}"))
    assert program.main(["formats", "add", str(form), *office]) == 0
    assert program.main(["formats", "check", "f", *office]) == 0
    assert capsys.readouterr().out.splitlines() == ["Format ini dapat diisi."] * 2
