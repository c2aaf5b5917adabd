# SPDX-License-Identifier: Apache-2.0
"""Slips with secrets: one an office, four a page, nothing of them anywhere else."""

import pytest

from desk_app.reports import pdf, ready_slips, text
from tests.reports import exchange_samples as made
from tests.reports import pages_read


@pytest.mark.parametrize("sheet", ["A4", "F4"])
@pytest.mark.parametrize(("count", "sheets"), [(0, 1), (1, 1), (4, 1), (5, 2), (300, 75)])
def test_four_a_page(sheet: str, count: int, sheets: int) -> None:
    told = pages_read.texts(ready_slips.build(made.made_slips(sheet, count)))
    assert len(told) == sheets
    assert sum(text.count("KODE PEMBUKA BERKAS SIAP") for text in told) == count


def test_a_slip_says_for_whom_what_to_do_and_what_to_beware_of() -> None:
    told = pages_read.texts(ready_slips.build(made.made_slips("F4", 1, phone="0812 0000 0000")))[0]
    for said in (
        "Untuk : Desk Pemilu Kecamatan Sabangparu",
        "Berkas : SIAP-WAJO-731301.desk",
        "Desk Pemilu Kabupaten Wajo · 8 Januari 2024",
        "terpisah dari flashdisk",
        "Musnahkan sesudah dipakai.",
        "Bila gagal, hubungi 0812 0000 0000.",
        *ready_slips.STEPS,
    ):
        assert said in told
    plain = pages_read.letters(told)
    for number, block in enumerate(made.SECRET.split("-"), start=1):
        assert f"Blok{number}{block}" in plain


def test_no_slip_says_so() -> None:
    assert "Tidak ada berkas siap" in pages_read.texts(ready_slips.build(made.made_slips(count=0)))[0]


def test_the_secret_stands_on_the_slip_alone() -> None:
    value = made.made_slips(count=2)
    paper = ready_slips.build(value)
    assert "FGHJK" not in repr(value)
    assert "FGHJK" not in repr(paper)
    assert "FGHJK" not in text.render(paper)
    assert paper.footer.code == ""
    assert b"FGHJK" not in pdf.render(paper)


def test_a_long_name_shrinks_its_own_slip_only() -> None:
    paper = ready_slips.build(made.made_slips("A4", 4, f"{made.LONG} {made.LONG} {made.LONG}", phone=made.LONG))
    told = pages_read.texts(paper)
    assert len(told) == 1
    assert pages_read.outside(paper, allowed="✂") == []
