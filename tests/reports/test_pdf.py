# SPDX-License-Identifier: Apache-2.0
"""Whole papers as PDF: what can be read in them, that nothing leaves the margins, that bytes repeat."""

import dataclasses
import hashlib
import re
import subprocess
import sys

import pypdfium2 as pdfium
import pytest

from desk_app.reports import (
    daily_report,
    document,
    issue_matrix,
    letterhead,
    pages,
    pdf,
    readiness_table,
    team_structure,
)
from tests.reports import samples

MM = 72 / 25.4


def texts(data: bytes) -> list[str]:
    with pdfium.PdfDocument(data) as file:
        return [page.get_textpage().get_text_range().replace("\u00a0", " ") for page in file]


def outside(data: bytes, setup: pages.PageSetup) -> list[tuple[int, str]]:
    """Signs that stand left or right of the text, or below the foot of the page."""
    found = []
    with pdfium.PdfDocument(data) as file:
        for number, page in enumerate(file, start=1):
            across = page.get_width() > page.get_height()
            sheet = pages.PageSetup(setup.paper, setup.margins, setup.punch, across)
            left = sheet.inner.left * MM - 1.5
            right = (sheet.inner.left + sheet.text_width) * MM + 1.5
            text = page.get_textpage()
            signs = text.get_text_range()
            for place in range(text.count_chars()):
                box = text.get_charbox(place)
                if box[0] != box[2] and (box[0] < left or box[2] > right or box[1] < 10):
                    found.append((number, signs[place : place + 1]))
    return found


def fonts(data: bytes) -> set[str]:
    return {name.decode() for name in re.findall(rb"/BaseFont\s*/([A-Za-z+\-]+)", data)}


@pytest.mark.parametrize("paper", ["A4", "F4"])
def test_the_sheet_has_its_exact_size(paper: str) -> None:
    setup = pages.setup(paper)
    with pdfium.PdfDocument(pdf.render(daily_report.build(samples.daily(paper)))) as file:
        upright, across = file[0].get_size(), file[len(file) - 1].get_size()
    assert upright == pytest.approx((setup.paper.width * MM, setup.paper.height * MM), abs=0.05)
    assert across == pytest.approx((setup.paper.height * MM, setup.paper.width * MM), abs=0.05)


def test_the_daily_report_can_be_read_and_searched() -> None:
    paper = daily_report.build(samples.daily())
    first, *_, last = texts(pdf.render(paper))
    for words in (
        "PEMERINTAH KABUPATEN WAJO",
        "LAPORAN HARIAN",
        "Selasa, 13 Februari 2024 (H-1)",
        "1.146",
        f"Kode pemeriksaan dokumen: {paper.footer.code}",
        "Data per 13 Februari 2024 pukul 15.00 WITA",
        "✓",
        "⇄",
    ):
        assert words in first
    assert "MATRIKS PERMASALAHAN DAN TINDAK LANJUT" in last


def test_pages_are_numbered_of_their_whole() -> None:
    found = texts(pdf.render(daily_report.build(samples.daily(issue_count=40))))
    for number, text in enumerate(found, start=1):
        assert f"Halaman {number} dari {len(found)}" in text


def test_headings_of_a_table_are_repeated() -> None:
    found = texts(pdf.render(daily_report.build(samples.daily("F4", 40))))
    matrix = [text for text in found if "Uraian Masalah" in text]
    assert len(matrix) >= 3


def test_equal_papers_give_equal_bytes() -> None:
    first = pdf.render(daily_report.build(samples.daily()))
    assert first == pdf.render(daily_report.build(samples.daily()))
    assert first != pdf.render(daily_report.build(samples.daily(day_text="H-2")))


def test_bytes_are_equal_in_another_process() -> None:
    here = pdf.render(team_structure.build(samples.structure()))
    program = (
        "import hashlib\nfrom desk_app.reports import pdf, team_structure\nfrom tests.reports import samples\n"
        "print(hashlib.sha256(pdf.render(team_structure.build(samples.structure()))).hexdigest())"
    )
    there = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert there.stdout.strip() == hashlib.sha256(here).hexdigest()


def test_every_font_is_embedded() -> None:
    data = pdf.render(daily_report.build(samples.daily()))
    names = fonts(data)
    assert {name.split("+")[-1] for name in names} == {"LiberationSans", "LiberationSans-Bold", "DejaVuSans"}
    assert all("+" in name for name in names)
    assert data.count(b"/FontFile2") == len(names)


def test_the_file_tells_title_office_and_language() -> None:
    data = pdf.render(daily_report.build(samples.daily()))
    with pdfium.PdfDocument(data) as file:
        told = file.get_metadata_dict()
        outline = [item.get_title() for item in file.get_toc()]
    assert told["Title"] == "Laporan Harian Desk Pemilu Kabupaten Wajo 13 Februari 2024"
    assert told["Author"] == "Desk Pemilu Kabupaten Wajo"
    assert b"/Lang (id-ID)" in data
    assert outline[0] == "A. PENDAHULUAN"
    assert outline[-1] == "LAMPIRAN LAPORAN HARIAN"


@pytest.mark.parametrize("paper", ["A4", "F4"])
@pytest.mark.parametrize("count", [0, 1, 40])
def test_nothing_leaves_the_margins(paper: str, count: int) -> None:
    report = samples.daily(paper, issues=samples.issues(count, long=True))
    assert outside(pdf.render(daily_report.build(report)), report.page) == []


@pytest.mark.parametrize("teams", [0, 1, 8, 30])
def test_nothing_of_the_team_structure_leaves_the_margins(teams: int) -> None:
    structure = samples.structure("A4", teams)
    assert outside(pdf.render(team_structure.build(structure)), structure.page) == []


def test_a_word_without_spaces_wraps_in_table_text_and_kop() -> None:
    endless = "Kampuang" * 30
    issue = issue_matrix.IssueRow("1", None, endless, endless, "Tinggi", endless, advice=endless)
    row = readiness_table.ReadinessRow(endless, 1, 1, 1)
    report = samples.daily(
        issues=(issue,),
        readiness=(row,),
        conclusions=(endless,),
        head=letterhead.of_office(endless, endless, (endless,)),
    )
    assert outside(pdf.render(daily_report.build(report)), report.page) == []


def test_text_is_never_read_as_mark_up() -> None:
    odd = "<b>R&D</b> <para> &amp; <img src='x'/> 5 < 6"
    report = samples.daily(conclusions=(odd,), copies=(odd,))
    assert any(odd in text for text in texts(pdf.render(daily_report.build(report))))


def test_a_signature_never_stands_alone() -> None:
    """However long the table before it, its last rows come along to the page of the signature."""
    alone = []
    for count in range(20, 60):
        members = tuple(team_structure.Member(f"Anggota nomor {n}", "Anggota") for n in range(count))
        structure = dataclasses.replace(samples.structure("A4", 1), parts=(team_structure.Part("", members),), teams=())
        for text in texts(pdf.render(team_structure.build(structure))):
            if "Pj. BUPATI WAJO" in text and "Anggota" not in text and "Kecamatan" not in text:
                alone.append(count)
    assert alone == []


def test_the_library_is_loaded_with_the_first_document_only() -> None:
    program = "import sys\nfrom desk_app.reports import daily_report, pdf\nprint('reportlab' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def test_a_document_without_blocks_is_one_empty_page() -> None:
    empty = document.Document("Kosong", "Desk", pages.setup("A4"), ())
    assert len(texts(pdf.render(empty))) == 1
