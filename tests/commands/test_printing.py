# SPDX-License-Identifier: Apache-2.0
"""`print`: papers without a window, their list and their register."""

import json
from pathlib import Path

import pypdfium2
import pytest

from desk_app import __main__ as program
from desk_app.operations import activities, opening, printing, signatories, teams
from tests import regency_offices, small_offices, two_offices
from tests.operations.paper_kinds import counted


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office that is closed, and its password in the environment."""
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    with regency_offices.make(tmp_path / "wajo") as desk:
        signatories.add_signatory(desk, {"office": "Bupati Wajo", "person": "Contoh"})
    return tmp_path / "wajo"


def test_the_list_needs_no_office(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["print", "--list"]) == 0
    told = capsys.readouterr().out
    assert "laporan-harian" in told
    assert "susunan-tim" in told
    assert program.main(["print", "--list", "--json"]) == 0
    assert [one["key"] for one in json.loads(capsys.readouterr().out)] == [one.key for one in printing.every_paper()]


def test_a_paper_is_written_and_registered(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "laporan.pdf"
    options = ["--office", str(folder), "--out", str(out), "--date", "H-1", "--paper", "A4", "--number", "7", "--json"]
    assert program.main(["print", "laporan-harian", *options]) == 0
    told = json.loads(capsys.readouterr().out)
    assert out.read_bytes().startswith(b"%PDF")
    assert (told["number"], told["signatory"]) == ("7", "BUPATI WAJO – Contoh")
    assert program.main(["print", "--register", "--office", str(folder)]) == 0
    assert told["code"] in capsys.readouterr().out


def test_a_day_of_the_buku_posko(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    office = ["--office", str(folder)]
    assert program.main(["log", "add", "Hujan deras", *office, "--at", "13-02-2024 07.30", "--from", "PLN"]) == 0
    out = tmp_path / "buku.pdf"
    assert program.main(["print", "buku-posko", *office, "--out", str(out), "--date", "2024-02-13"]) == 0
    said = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(out))
    assert "Hujan deras" in said
    assert "Buku Posko" in capsys.readouterr().out


def test_word_and_workbook_by_the_ending(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for ending in (".docx", ".xlsx"):
        common = ["--office", str(folder), "--draft", "--as-of", "2024-02-13T16:00"]
        made = []
        for name in ("a", "b"):
            out = tmp_path / f"{name}{ending}"
            assert program.main(["print", "laporan-harian", *common, "--out", str(out)]) == 0
            made.append(out.read_bytes())
        assert made[0] == made[1]
        assert made[0].startswith(b"PK")
    assert program.main(["print", "laporan-harian", *common, "--out", str(tmp_path / "a.doc")]) == 1
    assert "tidak dikenal" in capsys.readouterr().err


def test_as_of_twice_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    made = []
    for name in ("a.pdf", "b.pdf"):
        common = ["--office", str(folder), "--out", str(tmp_path / name), "--draft", "--date", "2024-02-13"]
        assert program.main(["print", "laporan-harian", *common, "--as-of", "2024-02-13T16:00"]) == 0
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


def test_a_draft_is_not_registered(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = str(tmp_path / "tim.txt")
    assert program.main(["print", "susunan-tim", "--office", str(folder), "--out", out, "--draft"]) == 0
    assert "! Belum ada anggota tim." in capsys.readouterr().out
    paper = tmp_path / "tim.pdf"
    common = ["print", "susunan-tim", "--office", str(folder), "--out", str(paper)]
    assert program.main([*common, "--draft"]) == 0
    with pypdfium2.PdfDocument(paper) as file:
        assert "KONSEP" in file[0].get_textpage().get_text_range()
    capsys.readouterr()
    assert program.main(["print", "--register", "--json", "--office", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["surat", "--out", "x.pdf"], "tidak ada"),
        (["laporan-harian"], "--out"),
        ([], "--list"),
        (["laporan-harian", "--out", "x.pdf", "--date", "kemarin"], "bukan tanggal"),
        (["laporan-harian", "--out", "x.pdf", "--as-of", "sore"], "bukan waktu"),
        (["laporan-harian", "--out", "x.pdf", "--signatory", "Camat"], "--signatories"),
        (["laporan-harian", "--out", "x.pdf", "--paper", "A3"], "A4"),
    ],
)
def test_refusals_say_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert program.main(["print", *arguments, "--office", str(folder)]) == 1
    assert words in capsys.readouterr().err


def test_without_an_office(capsys: pytest.CaptureFixture[str]) -> None:
    assert program.main(["print", "laporan-harian", "--out", "x.pdf"]) == 1
    assert "--office" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["H-999999", "H-" + "9" * 20, "0001-01-01", "9999-12-31"])
def test_a_day_beyond_the_calendar_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], typed: str
) -> None:
    options = ["--office", str(folder), "--out", str(tmp_path / "x.pdf")]
    assert program.main(["print", "laporan-harian", *options, "--date", typed]) == 1
    assert typed in capsys.readouterr().err
    assert program.main(["print", "laporan-harian", *options, "--as-of", "0001-01-01T00:00"]) == 1


@pytest.fixture
def exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, str]:
    """A kabupaten that has sent and received, closed; and the id of what came in."""
    monkeypatch.setenv("DESK_PASSWORD", small_offices.PASSWORD)
    with two_offices.opened(tmp_path) as two:
        two.disagree()
        package = two.carry(two.tempe, two.kabupaten).package
    return tmp_path / "kabupaten", package


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_the_papers_of_the_exchange(
    exchanged: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str], paper: str
) -> None:
    office, package = exchanged
    common = ["--office", str(office), "--paper", paper, "--json"]
    for report, options in (
        ("handover", ["--way", "flashdisk", "--carrier", "Kasi Pemerintahan"]),
        ("receipt", ["--package", package]),
        ("clarification", ["--day", "2024-02-13", "--number", "7"]),
        ("slips", ["--area", "73.13.07"]),
        ("spare-key", []),
        ("call-list", []),
    ):
        out = tmp_path / f"{report}.pdf"
        assert program.main(["print", report, *common, *options, "--out", str(out)]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told["report"] == report
        with pypdfium2.PdfDocument(out) as file:
            assert file.get_page_size(0)[0] == pytest.approx((210 if paper == "A4" else 215) * 72 / 25.4, abs=0.3)
    assert program.main(["print", "--register", "--json", "--office", str(office)]) == 0
    kinds = [one["kind"] for one in json.loads(capsys.readouterr().out)]
    assert sorted(kinds) == ["call-list", "clarification", "handover", "receipt"]


def test_what_is_secret_is_not_told_on_the_screen(
    exchanged: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "kunci.pdf"
    assert program.main(["print", "spare-key", "--office", str(exchanged[0]), "--out", str(out)]) == 0
    assert capsys.readouterr().out.splitlines() == [str(out)]
    text = str(tmp_path / "kunci.txt")
    assert program.main(["print", "spare-key", "--office", str(exchanged[0]), "--out", text]) == 1
    assert "hanya ditulis sebagai PDF" in capsys.readouterr().err


def test_all_letters_of_the_teams_go_to_a_folder(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opening.open_office(folder, small_offices.PASSWORD) as desk:
        for number in (1, 2):
            team = teams.new_team(desk, number)
            teams.new_member(desk, "Camat", team=team, person=f"Pegawai {number}")
            teams.new_member(desk, "Lurah", team=team)
    office = ["--office", str(folder)]
    assert program.main(["print", "surat-tugas", "--records", *office]) == 0
    assert "Camat – Pegawai 2" in capsys.readouterr().out
    out = tmp_path / "surat"
    assert program.main(["print", "surat-tugas", "--all", "--each", "orang", *office, "--out", str(out)]) == 0
    assert "4 surat dicetak." in capsys.readouterr().out
    assert len(list(out.glob("*.pdf"))) == 4
    assert program.main(["print", "surat-tugas", "--all", "--draft", "--json", *office, "--out", str(out / "tim")]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 2
    assert program.main(["print", "--records", "surat-tugas", "--json", *office]) == 0
    team = next(one["no"] for one in json.loads(capsys.readouterr().out) if one["label"] == "Tim II")
    single = tmp_path / "tim.txt"
    assert program.main(["print", "surat-tugas", "--record", str(team), *office, "--out", str(single)]) == 0
    assert "Pegawai 2" in single.read_text()


def test_several_days_by_until(folder: Path, tmp_path: Path) -> None:
    with opening.open_office(folder, small_offices.PASSWORD) as desk:
        for day in ("2024-02-12", "2024-02-13"):
            activities.new_activity(desk, f"Kampanye {day}", "kampanye", from_day=day)
    out = tmp_path / "kegiatan.txt"
    days = ["--date", "2024-02-12", "--until", "H-1"]
    assert program.main(["print", "laporan-kegiatan", *days, "--office", str(folder), "--out", str(out)]) == 0
    assert "Kampanye 2024-02-12" in out.read_text()
    assert "Kampanye 2024-02-13" in out.read_text()


def test_the_nature_of_a_letter(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "nota.txt"
    assert program.main(
        ["print", "nota-dinas", "--nature", "Segera", "--office", str(folder), "--draft", "--out", str(out)]
    ) == 0
    assert "Sifat: Segera" in out.read_text()


def test_forms_by_the_command_line(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "formulir.pdf"
    common = ["--office", str(folder), "--phase", "H-1", "--json"]
    assert program.main(["print", "formulir-tps", *common, "--area", "73.13.06", "--out", str(out)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["title"] == "Formulir Ceklis H-1 Kecamatan Tempe"
    assert out.read_bytes().count(b"/Type/Page/") == 6
    assert program.main(["print", "--register", "--json", "--office", str(folder)]) == 0
    assert json.loads(capsys.readouterr().out) == []
    words = tmp_path / "formulir.txt"
    assert program.main(["print", "formulir-tps", *common, "--area", "73.13.06", "--out", str(words)]) == 0
    assert "Formulir 2" in words.read_text("utf-8")
    assert program.main(["print", "lembar-tps", *common, "--area", "73.13.06.1004-005", "--out", str(out)]) == 0
    assert out.read_bytes().count(b"/Type/Page/") == 1


def test_a_paper_of_the_count_with_its_race_and_parts(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with opening.open_office(folder, small_offices.PASSWORD) as desk:
        counted.fill(desk)
    out = tmp_path / "rekap.txt"
    asked = ["--race", "ppwp", "--level", "desa", "--draft", "--as", "Andi"]
    options = ["--office", str(folder), "--out", str(out), *asked]
    assert program.main(["print", "rekap-suara", *options]) == 0
    told = out.read_text(encoding="utf-8")
    assert "*Kel. Tempe*: Tempe; TPS 4; 1 = 230; 2 = 130; 3 = 110" in told
    assert counted.NOTICE in told
    refused = ["--office", str(folder), "--out", str(tmp_path / "no.pdf"), "--as", "Sitti"]
    assert program.main(["print", "rekap-suara", *refused]) != 0
    assert "Melihat jumlah suara" in capsys.readouterr().err
    assert not (tmp_path / "no.pdf").exists()
