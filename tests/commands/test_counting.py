# SPDX-License-Identifier: Apache-2.0
"""`candidates` and `count-rules`: written, listed, refused in words."""

import json
from pathlib import Path

import pytest

from desk_app import __main__ as program
from tests import regency_offices, small_offices


def test_candidates_and_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    regency_offices.make(tmp_path / "wajo").close()

    def run(*arguments: str, status: int = 0) -> str:
        assert program.main([*arguments, "--office", str(tmp_path / "wajo")]) == status
        said = capsys.readouterr()
        return said.out if status == 0 else said.err

    run("candidates", "put-single", "ppwp", "Andi – Budi")
    assert "tunggal" in run("candidates", "put", "ppwp", "2", "Citra – Dewi", status=1)
    run("candidates", "remove", "ppwp", "0")
    run("candidates", "put", "ppwp", "2", "Citra – Dewi", "--short", "CD")
    listed = tmp_path / "partai.txt"
    listed.write_text("3 Partai C\n3.1 Eka\n", "utf-8")
    out = run("candidates", "put-list", "dprd_kab", str(listed), "--district", regency_offices.TEMPE)
    assert out == "2 calon dimasukkan.\n"
    rows = json.loads(run("candidates", "list", "--json"))
    assert [(row["race"], row["code"], row["name"], row["kind"], row["short"]) for row in rows] == [
        ("ppwp", "1", "Andi – Budi", "paslon", ""),
        ("ppwp", "2", "Citra – Dewi", "paslon", "CD"),
        ("dprd_kab", "3", "Partai C", "partai", ""),
        ("dprd_kab", "3.1", "Eka", "calon", ""),
    ]
    assert rows[3]["districts"] == ["73.13.06"]
    assert "Eka" not in run("candidates", "list", "--race", "ppwp")
    assert "bupati" in run("candidates", "list", "--race", "bupati", status=1)
    assert run("candidates", "remove", "dprd_kab", "3") == "2 calon dihapus.\n"
    assert "tidak dapat dibaca" in run("candidates", "put-list", "dpr", str(tmp_path / "tidak ada.txt"), status=1)

    run(
        "count-rules", "set", "--races", "ppwp, dpr", "--second-entry", "ppwp", "--opens", "14-02-2024 13.00",
        "--lock", "ya", "--target", "82,5", "--denominator", "semua",
    )
    shown = json.loads(run("count-rules", "show", "--json"))
    assert (shown["races"], shown["second_entry"], shown["lock"], shown["target"]) == (
        ["ppwp", "dpr"], ["ppwp"], True, 8250,
    )
    told = run("count-rules", "show")
    assert "14-02-2024 13.00 WITA" in told
    assert "82,5 %" in told
    run("count-rules", "set", "--second-entry", "-", "--opens", "-", "--target", "-", "--lock", "tidak")
    shown = json.loads(run("count-rules", "show", "--json"))
    assert (shown["second_entry"], shown["opens"], shown["target"], shown["lock"]) == ([], None, None, False)
    assert "bukan tanggal" in run("count-rules", "set", "--opens", "31-02-2024 13.00", status=1)
