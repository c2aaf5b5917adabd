# SPDX-License-Identifier: Apache-2.0
"""`counts`: a form is copied line by line, shown to who copied it alone, and its faults are named."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app import __main__ as program
from desk_app.operations import accounts
from tests import counted_offices, regency_offices, small_offices
from tests.regency_offices import TEMPE_VILLAGE, tps

OTHER = "kata sandi Budi"
FIVE = tps(TEMPE_VILLAGE, 5)
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        accounts.add_account(desk, "Budi", accounts.Role.OPERATOR, OTHER, key_memory=small_offices.KEY_MEMORY)

    def made(*arguments: str, status: int = 0, name: str = "Andi") -> str:
        monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD if name == "Andi" else OTHER)
        given = [*arguments, "--office", str(tmp_path / "wajo"), "--as", name]
        assert program.main(given) == status
        said = capsys.readouterr()
        return said.out if status == 0 else said.err

    return made


def test_a_form_is_copied_line_by_line(run: Run) -> None:
    assert run("counts", "save", FIVE, "ppwp", "v1=100", "v2=50", "v3=60", "valid=1.210") == (
        "Tersimpan sebagian.\n"
        "V03 Kesalahan: suara 100 + 50 + 60 = 210, sah tertulis 1.210, selisih 1.000\n"
        "1 catatan.\n"
    )
    assert run("counts", "save", FIVE, "ppwp", "valid=210", "v3=-") == "Tersimpan sebagian.\n"
    shown = json.loads(run("counts", "show", FIVE, "ppwp", "--json"))
    assert shown["figures"] == {"v1": 100, "v2": 50, "valid": 210}
    assert (shown["whole"], shown["findings"], shown["closed"]) == (False, [], "")
    out = run("counts", "show", FIVE, "ppwp")
    assert out.startswith("Salinan internal desk – bukan data resmi, bukan data pembanding.")
    assert "Anis" in out
    whole = [f"{code}=7" for code in shown["lines"]]
    kept = run("counts", "save", FIVE, "ppwp", *whole, "--reason", "ditanyakan ke PPS")
    assert kept.startswith("Tersimpan, lengkap.")
    assert json.loads(run("counts", "show", FIVE, "ppwp", "--json"))["reason"] == "ditanyakan ke PPS"


def test_how_far_one_is_without_any_figure(run: Run) -> None:
    run("counts", "save", FIVE, "ppwp", "v1=171")
    listed = run("counts", "stations", TEMPE_VILLAGE)
    assert "171" not in listed
    row = next(line for line in listed.splitlines() if line.startswith(FIVE))
    assert row.split()[1:3] == ["290", "◐"]
    one = json.loads(run("counts", "stations", TEMPE_VILLAGE, "--json"))[-1]
    assert (one["subject"], one["own"], one["others"]) == (FIVE, {"ppwp": False}, {})


def test_nobody_sees_what_somebody_else_copied(run: Run) -> None:
    run("counts", "save", FIVE, "ppwp", "v1=171", name="Budi")
    assert json.loads(run("counts", "show", FIVE, "ppwp", "--json"))["figures"] == {}
    assert "171" not in run("counts", "show", FIVE, "ppwp")


def test_what_was_copied_is_taken_back(run: Run) -> None:
    run("counts", "save", FIVE, "ppwp", "v1=171")
    assert run("counts", "discard", FIVE, "ppwp") == "Salinan Anda dihapus.\n"
    assert json.loads(run("counts", "show", FIVE, "ppwp", "--json"))["figures"] == {}
    assert "belum menyalin" in run("counts", "discard", FIVE, "ppwp", status=1)


def test_what_cannot_be_read_is_refused(run: Run) -> None:
    assert "v1:100" in run("counts", "save", FIVE, "ppwp", "v1:100", status=1)
    assert "“v9” tidak ada pada formulir" in run("counts", "save", FIVE, "ppwp", "v9=1", status=1)
    assert "di luar batas" in run("counts", "save", FIVE, "ppwp", "v1=100000", status=1)
    assert "Daftar calon belum diisi" in run("counts", "show", FIVE, "dpd", status=1)
