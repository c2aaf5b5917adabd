# SPDX-License-Identifier: Apache-2.0
"""Data berbeda and catatan ganda by command: listed with their numbers, decided, taken back; refusals say why."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_app import __main__ as program
from desk_app.operations import disagreements, duplicates, issue_register, issues
from desk_app.operations.desk import Desk
from tests import small_offices, two_offices

Run = Callable[..., str]


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


@pytest.fixture
def run(two: two_offices.Two, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command at the kabupaten, which is open already."""
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    monkeypatch.setattr("desk_app.commands.frame.opened", lambda _options: Kept(two.kabupaten))

    def run_one(*words: object, status: int = 0) -> str:
        capsys.readouterr()
        assert program.main([str(word) for word in words] + ["--office", "x"]) == status
        told = capsys.readouterr()
        return told.err if status else told.out

    return run_one


class Kept:
    """An office that is not closed after a command."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __enter__(self) -> Desk:
        return self._desk

    def __exit__(self, *_fault: object) -> None:
        pass


def told(run: Run, *words: object) -> Any:
    return json.loads(run(*words, "--json"))


def test_a_value_is_decided_by_its_number_or_typed(two: two_offices.Two, run: Run) -> None:
    two.disagree()
    two.carry(two.tempe, two.kabupaten)
    said = run("conflicts")
    assert "2 data berbeda" in said
    assert "1. " in said
    found = {one["field"]: one for one in told(run, "conflicts")}
    record = found["quantity"]["record"]
    assert f"[{record}] quantity" in said
    assert "Nilai ke-3 tidak ada" in run("decide", record, "quantity", "--side", 3, status=1)
    assert "--side atau --value" in run("decide", record, "quantity", "--keep", status=1)
    run("decide", record, "quantity", "--value", 5, "--basis", "Daftar PPK")
    assert "Tidak ada data berbeda" in run("decide", record, "quantity", "--value", 5, status=1)
    run("decide", found["choice"]["record"], "choice", "--side", 1)
    assert disagreements.open_ones(two.kabupaten) == []


@pytest.mark.parametrize("choice", ["--keep", "--delete", "--side"])
def test_deleted_against_edited(two: two_offices.Two, run: Run, choice: str) -> None:
    no = issues.new_issue(two.kabupaten, "Padam", two_offices.FIRST)
    two.carry(two.kabupaten, two.tempe)
    issues.delete_issue(two.kabupaten, no)
    [row] = issue_register.issue_rows(two.tempe)
    issues.edit_issue(two.tempe, row.no, impact="Kotak basah")
    two.carry(two.tempe, two.kabupaten)
    said = run("conflicts")
    assert f"[{no}] - · " in said
    assert "Dampak: Kotak basah" in said
    assert "--keep atau --delete" in run("decide", no, "--value", "x", status=1)
    run("decide", no, choice, *([1] if choice == "--side" else []))
    assert disagreements.open_ones(two.kabupaten) == []
    kept = bool(issue_register.issue_rows(two.kabupaten))
    assert kept is (choice == "--keep" or (choice == "--side" and said.index("diubah") < said.index("dihapus")))


def test_duplicates_are_listed_merged_renumbered_and_told_apart(two: two_offices.Two, run: Run) -> None:
    wajo = two.kabupaten
    one, other, third = (issues.new_issue(wajo, "Listrik padam", two_offices.FIRST) for _ in range(3))
    said = run("duplicates", "list")
    assert f"[{one}] WAJ-0001 · Listrik padam" in said
    assert "1 catatan ganda" in said
    run("duplicates", "merge", one, other, "--keep", one)
    assert [row.no for row in issue_register.issue_rows(wajo)] == [third, one]
    run("duplicates", "apart", one, third)
    assert told(run, "duplicates", "list") == []
    settled = told(run, "duplicates", "settled")
    assert {line["merged"] for line in settled} == {True, False}
    assert "digabung ke WAJ-0001" in run("duplicates", "settled")
    for line in settled:
        run("duplicates", "undo", line["record"])
    assert len(issue_register.issue_rows(wajo)) == 3
    assert duplicates.count(wajo) == 1
    assert "Tidak ada keterangan" in run("duplicates", "undo", one, status=1)
    assert "WAJ-0004" in run("duplicates", "renumber", third)
    assert "WAJ-0004" in run("issue", "show", "--number", "waj-0003")
