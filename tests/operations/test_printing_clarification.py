# SPDX-License-Identifier: Apache-2.0
"""The Berita Acara Klarifikasi Data of a day: both values, the one in use, by whom, on what evidence; what waits."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.operations import (
    change_settings,
    clarification,
    disagreements,
    history,
    issue_register,
    issues,
    papers,
    printing,
    signatories,
)
from tests import two_offices

DAY = 24 * 60 * 60


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        made.disagree()
        made.carry(made.tempe, made.kabupaten)
        yield made


def made(two: two_offices.Two, **asked: object) -> papers.Prepared:
    return printing.make(two.kabupaten, papers.Asked(printing.CLARIFICATION, **asked))  # type: ignore[arg-type]


def plain(paper: papers.Prepared) -> str:
    return paper.text().replace("\u00a0", " ")


def settle(two: two_offices.Two, field: str = "quantity", basis: str = "Daftar PPK") -> None:
    [matter] = [one for one in clarification.waiting(two.kabupaten) if one.field == field]
    clarification.use_side(two.kabupaten, matter, matter.sides[-1].key, basis)


def test_what_was_settled_and_what_still_waits(two: two_offices.Two) -> None:
    settle(two)
    paper = made(two)
    said = plain(paper)
    settled, waiting = said.split("B. DATA YANG MASIH MENUNGGU KLARIFIKASI")
    assert "mengklarifikasi 1 (satu) data yang berbeda antarkantor" in settled
    assert "TPS 002, Kel. Tempe, Kecamatan Tempe, Kotak suara PPWP: Jumlah" in settled
    assert "A. 4 (Desk Pemilu Kabupaten Wajo, Andi, 13-02-2024 13.00)" in settled
    assert "B. 5 (Desk Pemilu Kecamatan Tempe, Besse, 13-02-2024 13.00)" in settled
    assert "Nilai yang dipakai: 5\noleh: Andi 13-02-2024 13.00\ndasar: Daftar PPK" in settled
    assert "TPS 001, Kel. Tempe, Kecamatan Tempe, Sampul dan formulir C lengkap: Jawaban" in waiting
    assert "A. Belum" in waiting
    told = [str(one.words) for one in paper.remarks]
    assert "1 data berbeda masih menunggu klarifikasi." in told
    assert not any("tanpa dasar" in one for one in told)


def test_an_undone_decision_is_none_and_one_without_evidence_is_remarked(two: two_offices.Two) -> None:
    settle(two, basis="")
    assert any("1 klarifikasi tanpa dasar" in str(one.words) for one in made(two).remarks)
    history.undo(two.kabupaten)
    paper = made(two)
    assert "tidak ada data yang berbeda antarkantor yang diklarifikasi" in plain(paper)
    assert any("tidak ada data berbeda yang diklarifikasi" in str(one.words) for one in paper.remarks)
    history.redo(two.kabupaten)
    assert "mengklarifikasi 1 (satu)" in plain(made(two))


def test_another_day_is_another_paper(two: two_offices.Two) -> None:
    settle(two)
    before = plain(made(two, day=date(2024, 2, 12)))
    assert "tidak ada data yang berbeda" in before
    assert "dua belas bulan Februari" in before


def test_what_was_told_in_confidence_is_counted_and_not_told(two: two_offices.Two) -> None:
    no = issues.new_issue(two.kabupaten, "Ancaman terhadap saksi", two_offices.FIRST[:13], confidential=True)
    two.carry(two.kabupaten, two.tempe)
    [row] = [one for one in issue_register.issue_rows(two.tempe) if one.confidential]
    issues.edit_issue(two.kabupaten, no, impact="Saksi pergi")
    issues.edit_issue(two.tempe, row.no, impact="Saksi bernama Anu pergi")
    two.carry(two.tempe, two.kabupaten)
    assert "impact" in {one.field for one in disagreements.open_ones(two.kabupaten)}
    said = plain(made(two))
    assert "1 (satu) data berbeda bersifat terbatas dan tidak dimuat di sini" in said
    assert "Anu" not in said
    assert "Ancaman" not in said


def test_the_number_is_the_pens_the_offices_own_or_the_one_asked_for(two: two_offices.Two) -> None:
    settle(two)
    assert made(two).number == ""
    assert "........" in plain(made(two))
    change_settings.set_many(two.kabupaten, {"clarification_number": "{no}/BA-KLR/{bulan}/{tahun}"})
    first = made(two)
    assert first.number == printing.usual_number(two.kabupaten, printing.CLARIFICATION, first.day)
    assert first.number == "001/BA-KLR/II/2024"
    no = printing.issue(two.kabupaten, first)
    again = made(two)
    assert (again.number, again.issued and again.issued.no) == (first.number, no)
    two.kabupaten.now = lambda: two.tempe.now() + DAY
    assert made(two, day=date(2024, 2, 14)).number == "002/BA-KLR/II/2024"
    assert made(two, day=date(2024, 2, 13)).number == "001/BA-KLR/II/2024"
    assert made(two, number="7/X").number == "7/X"
    assert made(two, number="").number == ""


def test_it_is_signed_and_registered_like_other_papers(two: two_offices.Two) -> None:
    signatories.add_signatory(two.kabupaten, {"office": "Bupati Wajo", "person": "Contoh Bupati"})
    settle(two)
    paper = made(two)
    printing.issue(two.kabupaten, paper)
    [row] = printing.printed(two.kabupaten)
    assert (row.kind, row.code, row.signatory) == (printing.CLARIFICATION, paper.code, "BUPATI WAJO – Contoh Bupati")
    settle(two, "choice", "Foto papan")
    changed = made(two)
    assert changed.issued is None
    assert changed.remarks[-1].words.params == {"code": paper.code}
