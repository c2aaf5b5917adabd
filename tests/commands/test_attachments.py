# SPDX-License-Identifier: Apache-2.0
"""Photos and documents from the command line."""

import json
from pathlib import Path

import pytest

from desk_app import __main__ as core
from desk_app.operations import issues
from tests import photographs, small_offices


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
