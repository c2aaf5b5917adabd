# SPDX-License-Identifier: Apache-2.0
"""`checklist`: versions, a file out and in, a preview, published, completeness, a reason."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app import __main__ as program
from tests import regency_offices, small_offices
from tests.regency_offices import TEMPE_VILLAGE, tps

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    regency_offices.make(tmp_path / "wajo").close()

    def asked(*arguments: str, status: int = 0) -> str:
        assert program.main([*arguments, "--office", str(tmp_path / "wajo")]) == status
        said = capsys.readouterr()
        return said.out if status == 0 else said.err

    return asked


def test_out_changed_looked_at_and_published(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ceklis.toml"
    run("checklist", "export", str(path))
    assert "sama dengan" in run("checklist", "publish", str(path), status=1)
    text = path.read_text("utf-8").replace('label = "Tinta"', 'label = "Tinta (botol 40 ml)"')
    path.write_text(text, "utf-8")
    run("answer", tps(TEMPE_VILLAGE, 1), "log.tinta", "2")
    assert "Tinta (botol 40 ml) (pertanyaan)  1" in run("checklist", "preview", str(path))
    assert "versi 2" in run("checklist", "publish", str(path), "--note", "botol", "--earlier", "stay")
    rows = json.loads(run("checklist", "versions", "--json"))
    assert [(row[0], row[2], row[4]) for row in rows] == [(2, 0, "botol"), (1, 0, "")]
    assert "versi 2" in run("checklist", "minimum", "2")
    items = json.loads(run("checklist", "completeness", "--json", "--phase", "H-1"))["items"]
    ink = next(one["tally"] for one in items if one["code"] == "log.tinta")
    assert (ink["complete"], ink["partial"]) == (0, 1)
    path.write_text(text.replace('"fixed', "x"), "utf-8")
    path.write_bytes(path.read_bytes()[:-9])
    assert "tidak dapat dibaca" in run("checklist", "publish", str(path), status=1)


def test_completeness_by_region_and_a_reason(run: Run) -> None:
    station = tps(TEMPE_VILLAGE, 1)
    assert "Kecamatan Tempe" in run("checklist", "completeness", "--phase", "H-1")
    assert "log.tinta" in run("checklist", "completeness", "--phase", "H-1", "--items")
    run("answer", station, "log.suara.dpr", "900")
    assert "tidak ada lagi" in run("checklist", "reason", station, "K-001@h-1", "x", status=1)
    assert "Alasan dicatat" in run("checklist", "reason", station, "K-004.dpr@h-1", "salah kirim", "--who", "PPS")
    assert "Alasan dicabut" in run("checklist", "reason", station, "K-004.dpr@h-1", "")
    assert "belum ada alasan" in run("checklist", "reason", station, "K-004.dpr@h-1", "", status=1)
