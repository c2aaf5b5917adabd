# SPDX-License-Identifier: Apache-2.0
"""`counts progress|totals|turnout|missing|notes|disputed`: what is told in sum, and to whom."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app import __main__ as program
from desk_app.operations import accounts, roles
from tests import counted_offices, regency_offices, small_offices
from tests.operations.test_count_board import FIRST, SECOND, copy, figures, second
from tests.regency_offices import TEMPE_VILLAGE, tps

OTHER = "kata sandi Budi"
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Andi holds the key, Budi does not; one TPS is in, one in part, one in clarification."""
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        counted_offices.hold(desk)
        accounts.add_account(desk, "Budi", roles.Role.OPERATOR, OTHER, key_memory=small_offices.KEY_MEMORY)
        copy(desk, FIRST, (100, 50, 60))
        copy(desk, SECOND, (1, 2, 3))
        second(desk, SECOND, figures(desk, SECOND, (1, 2, 4)))

    def made(*arguments: str, status: int = 0, name: str = "Andi") -> str:
        monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD if name == "Andi" else OTHER)
        given = ["counts", *arguments, "--office", str(tmp_path / "wajo"), "--as", name]
        assert program.main(given) == status
        said = capsys.readouterr()
        return said.out if status == 0 else said.err

    return made


def test_how_far_it_is_for_everybody(run: Run) -> None:
    said = run("progress", "ppwp", name="Budi")
    assert said.startswith("Data masuk 2 dari 9 TPS (22,22 %) per ")
    row = next(line.split() for line in said.splitlines() if line.startswith("Tempe"))
    assert row == ["Tempe", "6", "2", "0", "4", "33,33"]
    assert json.loads(run("progress", "ppwp", "--json", name="Budi"))["total"]["whole"] == 2


def test_totals_with_what_is_in_none_of_them(run: Run) -> None:
    said = run("totals", "ppwp")
    assert said.startswith("Salinan internal desk – bukan data resmi, bukan data pembanding.")
    row = next(line for line in said.splitlines() if line.startswith("Tempe"))
    assert row.split() == ["Tempe", "1", "dari", "6", "100", "50", "60", "210", "5", "215"]
    assert "1 Anis: 47,62 %" in said
    assert "1 TPS dalam klarifikasi, tidak ikut dijumlahkan." in said
    assert f"{SECOND} TPS 002 Kel. Tempe: dalam klarifikasi" in said
    told = json.loads(run("totals", "ppwp", "--level", "tps", "--json"))
    assert told["total"]["sums"]["v1"] == [100, 1]
    assert told["disputed"] == [SECOND]


def test_participation_names_its_denominator(run: Run) -> None:
    said = run("turnout", "ppwp", "--region", TEMPE_VILLAGE)
    assert "Dibagi pemilih dalam DPT." in said
    row = next(line for line in said.splitlines() if line.startswith("Kel. Tempe TPS 001"))
    assert row.split()[-4:] == ["1", "215", "290", "74,14"]


def test_who_is_waited_for(run: Run) -> None:
    said = run("missing", "ppwp", "--region", TEMPE_VILLAGE, name="Budi")
    assert [line.split()[0] for line in said.splitlines()[2:]] == [tps(TEMPE_VILLAGE, 3), tps(TEMPE_VILLAGE, 5)]
    message = run("missing", "ppwp", "--region", TEMPE_VILLAGE, "--wa", name="Budi")
    assert "Kel. Tempe: 003, 005" in message
    assert len(json.loads(run("missing", "ppwp", "--json"))) == 7


def test_notes_by_rule_and_what_is_in_clarification(run: Run) -> None:
    said = run("notes", "ppwp", "--rule", "V16")
    assert f"{FIRST} V16 Peringatan: DPT L tertulis 140, pada data TPS 100, selisih 40" in said
    assert json.loads(run("notes", "ppwp", "--json"))["counts"]["V16"] == 1
    told = run("disputed", "ppwp")
    assert f"{SECOND} Kel. Tempe: " in told
    assert "3. Ganda 3 / 4" in told
    assert json.loads(run("disputed", "ppwp", "--json"))[0]["lines"]["v3"] == [3, 4]


@pytest.mark.parametrize("verb", ["totals", "turnout", "notes", "disputed"])
def test_who_holds_no_key_is_told_no_figure(run: Run, verb: str) -> None:
    said = run(verb, "ppwp", status=1, name="Budi")
    assert "210" not in said
    assert "hasil suara" in said
