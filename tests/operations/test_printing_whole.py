# SPDX-License-Identifier: Apache-2.0
"""What is looked at in every paper: nothing of it stops one, and what its kind has said is not said again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desk_app.operations import issues, papers, printing, printing_whole, signatories, teams
from desk_app.operations.desk import Desk
from desk_app.reports import document
from tests import two_offices
from tests.regency_offices import TEMPE
from tests.small_offices import NOW


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def said(prepared: papers.Prepared) -> list[str]:
    return [str(one.words) for one in prepared.remarks]


def with_block(desk: Desk, block: document.Block, report: str = printing.DAILY) -> papers.Prepared:
    made = printing.make(desk, papers.Asked(report))
    return replace(made, document=replace(made.document, blocks=(*made.document.blocks, block)))


def test_one_whose_time_is_over_may_not_sign(wajo: Desk) -> None:
    no = signatories.add_signatory(
        wajo, {"office": "Sekretaris Daerah", "person": "Contoh", "valid_to": date(2024, 2, 10)}
    )
    made = printing.make(wajo, papers.Asked(signatory=no))
    assert made.remarks[0].grave
    assert "10-02-2024" in str(made.remarks[0].words)
    assert made.remarks[0].target is not None
    assert made.remarks[0].target.record == no
    signatories.edit_signatory(wajo, no, {"valid_to": date(2024, 2, 13)})
    assert not any(one.grave for one in printing.make(wajo, papers.Asked(signatory=no)).remarks)


def test_nobody_to_sign_is_said_once(wajo: Desk) -> None:
    teams.new_member(wajo, "Camat", "Ketua", person="Andi")
    for key in (printing.DAILY, "kesiapan", "matriks-permasalahan", "surat-tugas"):
        told = said(printing.make(wajo, papers.Asked(key)))
        assert sum("penanda tangan" in words.casefold() for words in told) == 1, key


def test_a_total_that_is_none_and_dots_left_over(wajo: Desk) -> None:
    columns = (document.Column("Nama"), document.Column("TPS"))
    rows = (document.Row(("A", "2")), document.Row(("Jumlah", "3"), document.RowKind.TOTAL))
    first = printing_whole.remarks(wajo, with_block(wajo, document.Table(columns, rows)))[0]
    assert first.grave
    assert first.words.params == {"column": "TPS", "told": 3, "summed": 2}
    told = (("Rapat di ………… pukul 9", True), ("Nomor ......... tahun", True), ("Aman … terkendali", False))
    for text, expected in told:
        found = printing_whole.remarks(wajo, with_block(wajo, document.Paragraph(text)))
        assert any("titik-titik, “" in str(one.words) for one in found) is expected, text
    alone = printing_whole.remarks(wajo, with_block(wajo, document.Paragraph("............")))
    assert not any("titik-titik, “" in str(one.words) for one in alone)


def test_another_region_in_any_paper(wajo: Desk) -> None:
    issues.new_issue(wajo, "Kotak rusak", TEMPE, description="Bupati Soppeng hadir", reported_at=NOW - 60)
    made = printing.make(wajo, papers.Asked("matriks-permasalahan"))
    assert made.remarks[0].grave
    assert "Kabupaten Soppeng" in str(made.remarks[0].words)
    daily = printing.make(wajo, papers.Asked())
    assert sum("Soppeng" in words for words in said(daily)) == 1


def test_open_disagreements_are_told_of_papers_with_figures(two: two_offices.Two) -> None:
    two.disagree()
    two.carry(two.tempe, two.kabupaten)
    made = printing.make(two.kabupaten, papers.Asked("kesiapan"))
    assert any("2 data berbeda" in words for words in said(made))
    assert not any("data berbeda" in words for words in said(printing.make(two.kabupaten, papers.Asked(printing.BOOK))))
    daily = said(printing.make(two.kabupaten, papers.Asked()))
    assert sum("data berbeda" in words for words in daily) == 1


def test_dots_are_shown_in_short_between_whole_words(wajo: Desk) -> None:
    text = f"Menindaklanjuti keputusan rapat koordinasi yang dipimpin oleh Asisten pada hari {'.' * 40} di aula kantor"
    told = said(replace(with_block(wajo, document.Paragraph(text)), remarks=()))
    assert not told
    [line] = [
        str(one.words)
        for one in printing_whole.remarks(wajo, with_block(wajo, document.Paragraph(text)))
        if "titik-titik, “" in str(one.words)
    ]
    assert "“… yang dipimpin oleh Asisten pada hari .... di aula kantor”" in line
