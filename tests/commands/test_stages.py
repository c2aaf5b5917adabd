# SPDX-License-Identifier: Apache-2.0
"""`stages`: the calendar listed, added to and altered, and days off taken from a text file."""

import json
from pathlib import Path

import pytest

from desk_app import __main__ as program
from tests import regency_offices, small_offices


def test_stages_and_days_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    regency_offices.make(tmp_path / "wajo").close()

    def run(*arguments: str, status: int = 0) -> str:
        assert program.main([*arguments, "--office", str(tmp_path / "wajo")]) == status
        said = capsys.readouterr()
        return said.out if status == 0 else said.err

    assert run("stages", "list").startswith("Pemilihan Umum Tahun 2024 · H+")
    assert "7313-01" in run("stages", "add", "Rakor camat", "--from", "H-3", "--to", "H-3", "--source", "Sekda")
    run("stages", "set", "masa_tenang", "--from", "11-02-2024", "--to", "13-02-2024", "--source", "PKPU")
    rows = {row["stage"]["code"]: row for row in json.loads(run("stages", "list", "--json"))}
    assert (rows["7313-01"]["stage"]["starts"], rows["7313-01"]["state"]) == ("2024-02-11", "selesai")
    assert (rows["masa_tenang"]["ends_words"], rows["masa_tenang"]["state"]) == ("H-1", "selesai")
    assert "bukan tanggal" in run("stages", "set", "masa_tenang", "--from", "lusa", status=1)
    assert "Masa tenang: 11-02-2024 (H-3) s.d. 13-02-2024 (H-1) [PKPU]" in run("stages", "list", "--wa")
    assert "Pilkada" not in run("stages", "list")
    assert "masa_tenang" in run("stages", "list", "--event", "pilkada-2024")
    listed = tmp_path / "libur.txt"
    listed.write_text("08-02-2024 Isra Mikraj\nbesok\n", "utf-8")
    out = run("stages", "import-holidays", str(listed), "--source", "SKB 2024")
    assert "1 hari libur" in out
    assert "besok: Tanggalnya tidak terbaca." in out
    assert json.loads(run("stages", "holidays", "--json")) == [
        {"day": "2024-02-08", "name": "Isra Mikraj", "source": "SKB 2024"}
    ]
    assert "Isra Mikraj" in run("stages", "holidays")
    assert "tidak dapat dibaca" in run(
        "stages", "import-holidays", str(tmp_path / "tidak ada.txt"), "--source", "x", status=1
    )
