# SPDX-License-Identifier: Apache-2.0
"""Laporan akhir: chapters with the office's words and the figures of all registers, contents, annexes."""

from pathlib import Path

from desk_app.operations import answers, issues, paper_words, teams
from desk_app.operations.desk import Desk
from desk_app.reports import document
from tests import filled_registers, regency_offices
from tests.operations.paper_kinds import shown
from tests.regency_offices import TEMPE
from tests.small_offices import NOW

FINAL = "laporan-akhir"


def chapters(paper: object) -> list[str]:
    blocks = paper.document.blocks  # type: ignore[attr-defined]
    return [f"{block.mark} {block.text}" for block in blocks if isinstance(block, document.Chapter)]


def test_an_empty_office_has_lines_for_what_is_not_written_yet(wajo: Desk) -> None:
    paper = shown.made(wajo, FINAL)
    assert chapters(paper) == [
        "BAB I PENDAHULUAN",
        "BAB II GAMBARAN UMUM",
        "BAB III PELAKSANAAN",
        "BAB IV PERMASALAHAN DAN UPAYA PENYELESAIAN",
        "BAB V KESIMPULAN DAN SARAN",
    ]
    text = shown.said(paper)
    assert "DAFTAR ISI" in text
    assert "Rincian" not in text
    assert "PERSIAPAN" not in shown.headings(paper)


def test_what_the_office_wrote_stands_in_its_chapter(wajo: Desk) -> None:
    filled_registers.fill(wajo)
    day = shown.made(wajo, FINAL).day
    for part, words in (("background", "Pemilu serentak."), ("preparation", "Rapat mingguan."), ("advice", "Genset")):
        paper_words.write(wajo, FINAL, day, part, words)
    paper = shown.made(wajo, FINAL)
    text = shown.said(paper)
    assert "A. LATAR BELAKANG Pemilu serentak." in text
    assert "A. PERSIAPAN Rapat mingguan." in text
    assert "1. Genset" in text


def test_issues_are_counted_by_category_and_told_in_the_annex(wajo: Desk) -> None:
    issues.new_issue(wajo, "Kotak suara basah", TEMPE, category="LOG")
    issues.new_issue(wajo, "Nama orang", TEMPE, category="LOG", confidential=True)
    paper = shown.made(wajo, FINAL)
    counted = next(one for one in shown.tables(paper) if "Kategori" in [column.title for column in one.columns])
    assert shown.cells(counted, "Jumlah") == ["1", "1"], "a category would tell of the one kept in confidence"
    text = shown.said(paper)
    assert "LAMPIRAN I" in text
    assert "Kotak suara basah" in text
    assert "Nama orang" not in text


def test_after_the_vote_it_tells_what_was_ready_on_the_eve(tmp_path: Path) -> None:
    clock = [NOW]
    with regency_offices.make(tmp_path / "wajo", now=lambda: clock[0]) as wajo:
        answers.set_answer(wajo, regency_offices.tps(regency_offices.TEMPE_VILLAGE, 1), "log.tinta", "2")
        clock[0] = after = NOW + 3 * 86_400
        text = shown.said(shown.made(wajo, FINAL, as_of=after))
        assert "Menurut ceklis H-1, dari 9 TPS" in text
        assert "Menurut ceklis H+1, dari 9 TPS" in shown.said(shown.made(wajo, FINAL, as_of=after, phase=1))


def test_contents_name_the_annexes_and_the_team_is_one_of_them(wajo: Desk) -> None:
    teams.new_member(wajo, "Kepala Dinas Kominfo", person="Baso")
    text = shown.said(shown.made(wajo, FINAL))
    assert text.count("LAMPIRAN I MATRIKS PERMASALAHAN DAN TINDAK LANJUT") == 2
    assert text.count("LAMPIRAN II SUSUNAN KEANGGOTAAN") == 2
    assert "Kepala Dinas Kominfo" in text
    assert "LAPORAN AKHIR DESK PEMILU KABUPATEN WAJO PEMILIHAN UMUM" in text, "the region is not told twice"
