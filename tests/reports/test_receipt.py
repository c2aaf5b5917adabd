# SPDX-License-Identifier: Apache-2.0
"""Tanda Terima Data: what came in and what did not, on one page and as a message."""

import pytest

from desk_app.reports import document, receipt, text
from tests.reports import exchange_samples as made
from tests.reports import pages_read


@pytest.mark.parametrize("sheet", ["A4", "F4"])
def test_it_tells_what_came_in_what_is_held_and_what_is_missing(sheet: str) -> None:
    told = pages_read.texts(receipt.build(made.made_receipt(sheet)))
    assert len(told) == 1
    for said in (
        "TANDA TERIMA DATA",
        "Desk Pemilu Kecamatan Belawa",
        "ke-14 (2 berkas)",
        "Selasa, 13 Februari 2024 pukul 16.05 WITA lewat Flashdisk",
        "7K3F 9QXM 22AD PVTB WWMM J2J3 H8RD 5ZPE",
        "43 baru, 6 berubah, dan 1.207 sudah ada di sini",
        "Isian kesiapan 41 6 1.200",
        "Ditahan Kantor yang belum dikenal 12 kode kantor belum dicocokkan lewat telepon",
        "Menunggu Desk Pemilu Kecamatan Belawa 9 kiriman ke-13 belum diterima",
        "Menunggu klarifikasi (2 data berbeda): TPS 005 Kel. Maddukkelleng: DPT laki-laki",
        "Belum diterima dari Desk Pemilu Kecamatan Belawa: kiriman ke-9 s.d. ke-11 dan ke-13.",
        "Kode tanda terima: 0014-ABCD-EFGH",
        "Ir. Contoh Pejabat, M.Si.",
    ):
        assert said in told[0]


@pytest.mark.parametrize("sheet", ["A4", "F4"])
def test_however_much_there_is_it_stays_one_page_and_counts_what_it_leaves_out(sheet: str) -> None:
    told = pages_read.texts(receipt.build(made.full_receipt(sheet)))
    assert len(told) == 1
    for said in (
        "23 jenis lainnya 230.414",
        "Ditahan 297 lainnya 44.847",
        "Menunggu 297 lainnya 44.847",
        "(300 data berbeda)",
        "297 lainnya.",
        "ke-13, dan 143 lainnya.",
        "Kiriman dari 38 kantor lain juga ada yang belum diterima.",
    ):
        assert said in told[0]


def test_the_seen_and_the_left_out_add_up() -> None:
    held = tuple(receipt.Held(f"Kantor {place}", 1, "sebab") for place in range(5))
    blocks = receipt.build(made.made_receipt(apart=held, waiting=())).blocks
    tables = [block for block in blocks if isinstance(block, document.Table)]
    rows = next(table.rows for table in tables if table.columns[0].title == "Keadaan")
    assert [row.cells[2] for row in rows] == ["1", "1", "1", "2"]


def test_nothing_new_is_said_in_words() -> None:
    nothing = made.made_receipt(kinds=(receipt.KindCount("Isian kesiapan", 0, 0, 41),), apart=(), waiting=())
    told = pages_read.texts(receipt.build(nothing))[0]
    assert "Tidak ada yang baru dalam kiriman ini: 41 sudah ada di sini." in told
    assert "Belum dimasukkan" not in told
    assert "Tidak ada isian dalam kiriman ini" in pages_read.texts(receipt.build(made.made_receipt(kinds=())))[0]


def test_the_message_ends_with_the_code_for_the_telephone() -> None:
    said = text.render(receipt.build(made.made_receipt()))
    assert "*Kode tanda terima: 0014-ABCD-EFGH*\n" in said
    assert "1. *Isian kesiapan*: baru 41; berubah 6; sudah ada 1.200\n" in said
    assert "2. *Permasalahan*: baru 2; sudah ada 7\n" in said
    assert "*Desk Pemilu Kecamatan Belawa*: Menunggu; isian 9; sebab: kiriman ke-13 belum diterima\n" in said
    assert "PEMERINTAH" not in said
    assert "Kode tanda terima" not in text.render(receipt.build(made.made_receipt(phone_code="")))


def test_more_disagreements_than_are_named_and_parts_that_did_not_come() -> None:
    paper = made.made_receipt(disputes=("TPS 005: DPT",), disputed=41, lacking=(2, 3), missing=())
    [said] = pages_read.texts(receipt.build(paper))
    assert "Menunggu klarifikasi (41 data berbeda): TPS 005: DPT; 40 lainnya." in said
    assert "Bagian 2 dan 3 dari kiriman ini belum diterima." in said
    [said] = pages_read.texts(receipt.build(made.made_receipt(disputes=(), disputed=41)))
    assert "Menunggu klarifikasi (41 data berbeda). " in said


def test_what_could_not_be_put_in_is_not_called_nothing_new() -> None:
    [said] = pages_read.texts(receipt.build(made.made_receipt(kinds=())))
    assert "Isi kiriman ini sudah disimpan di sini, tetapi belum dapat dimasukkan." in said
    [said] = pages_read.texts(receipt.build(made.made_receipt(kinds=(), apart=(), waiting=())))
    assert "Tidak ada yang baru dalam kiriman ini." in said


def test_what_is_held_without_a_count_has_a_dash() -> None:
    held = receipt.Held("Disisihkan", None, "satu nomor dipakai dua kali")
    [said] = pages_read.texts(receipt.build(made.made_receipt(apart=(held,))))
    assert "Ditahan Disisihkan – satu nomor dipakai dua kali" in said
