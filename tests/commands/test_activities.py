# SPDX-License-Identifier: Apache-2.0
"""Activities, tasks, indicators and contacts from the command line."""

import json
from pathlib import Path

import pytest

from desk_app import __main__ as core
from desk_app.operations import contacts
from tests import regency_offices, small_offices


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    with regency_offices.make(tmp_path / "office") as desk:
        contacts.new_contact(desk, "PLN", phone="0812 3456 7890", place=regency_offices.TEMPE)
        contacts.new_contact(desk, "KPU", place="73.13")
    return str(tmp_path / "office")


def run(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert core.main(list(words)) == 0
    return capsys.readouterr().out


def test_an_activity_is_written_listed_and_shown(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    made = run(capsys, "activity", "new", "Tatap muka", "--kind", "kampanye", "--day", "2024-02-03", "--office", office)
    number = made.split()[-1]
    listed = run(capsys, "activity", "list", "--office", office)
    assert "Tatap muka" in listed
    assert "Surat tugas" in listed
    form = run(capsys, "activity", "list", "--kind", "kampanye", "--day", "2024-02-03", "--office", office)
    assert "Tokoh Politik yang Hadir" in form
    assert json.loads(run(capsys, "activity", "list", "--day", "2024-02-04", "--json", "--office", office)) == []
    assert "LAPORAN KAMPANYE" in run(capsys, "activity", "show", number, "--office", office)
    assert core.main(["activity", "new", " ", "--office", office]) == 1


def test_a_task_is_written_and_done(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    made = run(capsys, "task", "new", "Hubungi PLN", "--by", "Camat", "--due", "2020-01-01", "--office", office)
    assert "Camat" in run(capsys, "task", "list", "--office", office)
    run(capsys, "task", "done", made.split()[-1], "Genset dikirim", "--office", office)
    assert "Hubungi PLN" not in run(capsys, "task", "list", "--office", office)
    assert "Genset dikirim" in run(capsys, "task", "list", "--all", "--office", office)


def test_an_indicator_is_taken_aimed_and_measured(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "ktp-el" in run(capsys, "indicator", "adopt", "ktp-el", "--office", office)
    run(capsys, "indicator", "target", "ktp-el", "98,03", "--office", office)
    run(capsys, "indicator", "value", "ktp-el", "73.13", "97,4", "--day", "2024-02-01", "--office", office)
    listed = run(capsys, "indicator", "list", "--office", office)
    assert "97,40 %" in listed
    assert "−0,63" in listed
    shown = json.loads(run(capsys, "indicator", "show", "ktp-el", "--json", "--office", office))
    assert (shown["whole"]["figure"]["value"], len(shown["rows"])) == (9740, 14)
    before = run(capsys, "indicator", "show", "ktp-el", "--day", "2024-01-31", "--office", office)
    assert "97,40" not in before
    assert core.main(["indicator", "value", "ktp-el", "73.13", "97.4", "--office", office]) == 1
    assert "koma untuk pecahan" in capsys.readouterr().err


def test_contacts_are_listed_and_offered_by_nearness(office: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(json.loads(run(capsys, "contact", "list", "--json", "--office", office))) == 2
    near = run(capsys, "contact", "list", "--place", regency_offices.TEMPE, "--office", office)
    assert "PLN" in near
    assert "KPU" not in near
