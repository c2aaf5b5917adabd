# SPDX-License-Identifier: Apache-2.0
"""Laporan akhir: chapters with the office's words and the figures of all registers, contents, annexes."""

from desk_app.operations import issues, paper_words
from desk_app.operations.desk import Desk
from desk_app.reports import document
from tests import filled_registers
from tests.operations.paper_kinds import shown
from tests.regency_offices import TEMPE

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
    assert shown.cells(counted, "Jumlah") == ["1", "1"], "a category would tell what the one kept in confidence is about"
    text = shown.said(paper)
    assert "LAMPIRAN I" in text
    assert "Kotak suara basah" in text
    assert "Nama orang" not in text
