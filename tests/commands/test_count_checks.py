# SPDX-License-Identifier: Apache-2.0
"""`counts` for who verifies: the queue, one TPS with its readings, decided, corrected, accepted, verified, locked."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app import __main__ as program
from tests import counting_people, regency_offices, small_offices
from tests.regency_offices import TEMPE_VILLAGE, tps

ONE, TWO = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)
Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counting_people.prepare(desk)
        counting_people.copy(desk, ONE)
        counting_people.copy(desk, TWO, (60, 50, 40), used=999)
        with counting_people.somebody(desk, "Sitti"):
            counting_people.copy(desk, ONE, (81, 40, 50))

    def made(*arguments: str, status: int = 0, name: str = "Andi") -> str:
        monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
        given = ["counts", *arguments, "--office", str(tmp_path / "wajo"), "--as", name]
        assert program.main(given) == status
        said = capsys.readouterr()
        return said.out if status == 0 else said.err

    return made


def view(run: Run, subject: str) -> dict[str, object]:
    found = json.loads(run("view", subject, "ppwp", "--json"))
    assert isinstance(found, dict)
    return found


def test_a_dispute_is_seen_and_settled(run: Run) -> None:
    assert [one["state"] for one in json.loads(run("queue", "ppwp", "--json"))["lines"]] == [
        "klarifikasi",
        "dengan_catatan",
    ]
    assert "Dalam klarifikasi" in run("queue", "ppwp")
    seen = run("view", ONE, "ppwp")
    assert seen.startswith("Salinan internal desk – bukan data resmi, bukan data pembanding.")
    assert next(line.split() for line in seen.splitlines() if line.startswith("v1 ")) == ["v1", "80", "81", "berbeda"]
    assert "berbeda" in run("verify", "ppwp", ONE, status=1)
    assert run("decide", ONE, "ppwp", "73.13/2", "--reason", "Dibaca lagi") == "Ditetapkan.\n"
    found = view(run, ONE)
    assert found["state"] == "lengkap"
    assert found["decided"] is True
    assert run("verify", "ppwp", ONE) == "1 TPS selesai.\n"
    assert run("lock", "ppwp", ONE, TWO).splitlines() == ["1 TPS selesai.", f"{TWO}: Belum diverifikasi."]
    assert "dikunci" in run("correct", ONE, "ppwp", "v1=1", "--reason", "x", status=1)
    assert run("unlock", "ppwp", ONE) == "1 TPS selesai.\n"
    assert "perlu diverifikasi lagi" in run("correct", ONE, "ppwp", "v1=82", "--reason", "Salah ketik")
    assert "v1: 81 → 82" in run("view", ONE, "ppwp")


def test_what_the_paper_says_is_typed(run: Run) -> None:
    differing = view(run, ONE)["differing"]
    assert isinstance(differing, dict)
    given = [f"{code}={values[-1] + 1}" for code, values in differing.items()]
    run("decide", ONE, "ppwp", "ketik", *given, "--reason", "Dibaca lagi")
    figures = view(run, ONE)["figures"]
    assert isinstance(figures, dict)
    assert (figures["v1"], figures["v2"]) == (82, 40)


def test_a_note_is_accepted_and_opened_again(run: Run) -> None:
    assert "V06" in run("verify", "ppwp", TWO, status=1)
    run("accept", TWO, "ppwp", "V06", "V07", "--reason", "Tertulis demikian")
    assert "(diterima)" in run("view", TWO, "ppwp")
    run("verify", "ppwp", TWO)
    assert view(run, TWO)["state"] == "terverifikasi"
    run("unaccept", TWO, "ppwp", "V06")
    assert view(run, TWO)["state"] == "dengan_catatan"
    run("reread", TWO, "ppwp", "--reason", "Foto kabur")
    assert view(run, TWO)["reread"] is True


def test_all_without_notes_in_a_region(run: Run) -> None:
    run("decide", ONE, "ppwp", "73.13/2", "--reason", "Dibaca lagi")
    assert run("verify", "ppwp", "--region", "73.13.07") == "0 TPS selesai.\n"
    assert run("verify", "ppwp", "--region", "73.13.06") == "1 TPS selesai.\n"
    assert "Terverifikasi" in run("queue", "ppwp", "--verified")


def test_recaps_are_kept(run: Run) -> None:
    run("recap", TEMPE_VILLAGE, "ppwp", "v1=140", "valid=1.320", "--note", "D.HASIL desa")
    assert json.loads(run("recaps", "--json"))[0]["figures"] == {"v1": 140, "valid": 1320}
    assert "(tersegel)" in run("recaps", name="Sitti")
    assert "140" in run("recaps")


@pytest.mark.parametrize("verb", ["view", "queue", "verify", "lock"])
def test_nobody_else_gets_a_figure(run: Run, verb: str) -> None:
    asked = {"view": (ONE, "ppwp"), "queue": ("ppwp",)}.get(verb, ("ppwp", ONE))
    said = run(verb, *asked, name="Sitti", status=1)
    assert "tidak boleh" in said or "belum dibuka" in said
