# SPDX-License-Identifier: Apache-2.0
"""Photos and documents from the command line."""

import json
from pathlib import Path

import pytest

from desk_app import __main__ as core
from desk_app.operations import accounts, count_entry, issues
from tests import counting_people, photographs, regency_offices, small_offices

BESSE = "sandi besse"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    with small_offices.make(tmp_path / "office").desk as desk:
        issues.new_issue(desk, "Banjir")
    return str(tmp_path / "office")


def test_attach_list_save_delete(office: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    photo, paper = tmp_path / "a.jpg", tmp_path / "b.pdf"
    photo.write_bytes(photographs.jpeg())
    paper.write_bytes(photographs.pdf())
    named = ["--office", office, "--issue", "TEM06-0001"]
    given = ["attach", "add", *named, "--caption", "Gudang", str(photo), str(paper)]
    assert core.main(given) == 0
    assert capsys.readouterr().out.count("Dilampirkan:") == 2
    assert core.main(given) == 1
    assert capsys.readouterr().err.count("sudah dilampirkan") == 2
    assert core.main(["attach", "list", *named, "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [(one["name"], one["caption"], one["here"]) for one in listed] == [
        ("a.jpg", "Gudang", True), ("b.pdf", "Gudang", True),
    ]  # fmt: skip
    numbers = [str(one["no"]) for one in listed]
    out = tmp_path / "out"
    out.mkdir()
    assert core.main(["attach", "save", "--office", office, numbers[1], "--out", str(out)]) == 0
    assert (out / "b.pdf").read_bytes() == photographs.pdf()
    assert core.main(["attach", "delete", "--office", office, numbers[0]]) == 0
    capsys.readouterr()
    assert core.main(["attach", "list", *named]) == 0
    table = capsys.readouterr().out
    assert "b.pdf" in table
    assert "a.jpg" not in table
    assert core.main(["attach", "list", "--office", office]) == 1


def test_a_photo_of_the_count_is_listed_as_sealed_and_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    photo, folder, out = tmp_path / "anis 212.jpg", tmp_path / "wajo", tmp_path / "out"
    out.mkdir()
    photo.write_bytes(photographs.jpeg())
    subject = regency_offices.tps(regency_offices.TEMPE_VILLAGE, 1)
    with regency_offices.make(folder) as desk:
        counting_people.prepare(desk)
        record = count_entry.save(desk, subject, counting_people.RACE, {"v1": 212}).record
        accounts.add_account(desk, "Besse", accounts.Role.OPERATOR, BESSE, key_memory=small_offices.KEY_MEMORY)
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    at = ["--office", str(folder)]
    assert core.main(["attach", "add", *at, "--record", str(record), "--caption", "suara 212", str(photo)]) == 0
    assert core.main(["attach", "list", *at, "--record", str(record)]) == 0
    table = capsys.readouterr().out
    assert "anis 212.jpg" in table
    assert "tersegel" not in table
    assert core.main(["attach", "list", *at, "--record", str(record), "--json"]) == 0
    [one] = json.loads(capsys.readouterr().out)
    assert (one["name"], one["caption"], one["sealed"], one["closed"]) == ("anis 212.jpg", "suara 212", True, False)
    monkeypatch.setenv("DESK_PASSWORD", BESSE)
    assert core.main(["attach", "list", *at, "--record", str(record)]) == 0
    table = capsys.readouterr().out
    assert "ada, tersegel" in table
    assert "Foto C.HASIL 1.jpg" in table
    assert "212" not in table
    for verb in (["save", str(one["no"]), "--out", str(out)], ["delete", str(one["no"])]):
        assert core.main(["attach", *verb, *at]) == 1
        assert "tersegel" in capsys.readouterr().err
    assert list(out.iterdir()) == []
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    assert core.main(["attach", "save", str(one["no"]), "--out", str(out), *at]) == 0
    assert (out / "anis 212.jpg").read_bytes().startswith(b"\xff\xd8\xff")
