# SPDX-License-Identifier: Apache-2.0
"""Berita Acara Serah Terima Data: who, when, what, which code, and room to sign."""

import pytest

from desk_app.reports import document, form_parts, handover, parcel_words, words
from tests.reports import exchange_samples as made
from tests.reports import pages_read


@pytest.mark.parametrize("sheet", ["A4", "F4"])
def test_an_ordinary_package_is_one_page_with_all_that_is_asked(sheet: str) -> None:
    told = pages_read.texts(handover.build(made.made_handover(sheet)))
    assert len(told) == 1
    for said in (
        "BERITA ACARA SERAH TERIMA DATA",
        "NOMOR: ......",
        "Pada hari Selasa, 13 Februari 2024, pukul 16.05 WITA, bertempat di Sengkang",
        "Desk Pemilu Kecamatan Tempe Contoh Operator, S.Kom., Operator Desk Kecamatan",
        "Desk Pemilu Kabupaten Wajo",
        "ke-15",
        "☑ Flashdisk",
        "TEMPE-WAJO-000015-002of002.desk 2 dari 2 foto",
        "Isian kesiapan 1.041 6 Data baru dan berubah 1.053",
        "DPT TPS yang dikirim (L / P) 834 / 876",
        "Foto 3",
        "Yang menyerahkan,",
        "Yang menerima,",
        "Kode pemeriksaan dokumen:",
    ):
        assert said in told[0]


def test_the_code_stands_in_eight_numbered_blocks() -> None:
    told = pages_read.letters(pages_read.texts(handover.build(made.made_handover()))[0])
    for number, block in enumerate(made.CODE.split("-"), start=1):
        assert f"Blok{number}{block}" in told


def test_who_is_not_known_leaves_a_line_and_open_boxes() -> None:
    paper = handover.build(made.made_handover(sender=parcel_words.Party("Desk Kecamatan Tempe"), way=None, place=""))
    sides = next(block for block in paper.blocks if isinstance(block, form_parts.Signatures)).sides
    assert [side.name.strip(".") for side in sides] == ["", ""]
    told = pages_read.texts(paper)[0]
    assert "☑" not in told
    assert "bertempat" not in told


def test_figures_that_are_not_known_are_left_out() -> None:
    controls = handover.Controls(stations=6, male=10, others=(("Kejadian", 4),))
    told = pages_read.texts(handover.build(made.made_handover(controls=controls)))[0]
    assert "TPS dalam kiriman 6" in told
    assert "Kejadian 4" in told
    assert "DPT" not in told
    assert "Foto" not in told


def test_a_package_with_receipts_only_says_so() -> None:
    told = pages_read.texts(handover.build(made.made_handover(contents=(), controls=handover.Controls())))[0]
    assert "Tidak ada yang baru 0 0 Data baru dan berubah 0" in told


def test_three_hundred_kinds_keep_code_and_signatures_on_the_last_page() -> None:
    contents = tuple(handover.Content(made.LONG, place, 1) for place in range(300))
    told = pages_read.texts(handover.build(made.made_handover("F4", contents=contents)))
    assert len(told) > 8
    assert "KODE KIRIMAN" in told[-1]
    assert "Yang menerima" in told[-1]


def test_another_figure_gives_another_check_code() -> None:
    first = handover.build(made.made_handover())
    other = handover.build(made.made_handover(code=made.CODE.replace("7K3F", "7K3E")))
    assert first.footer.code
    assert first.footer.code != other.footer.code


def test_rows_of_both_halves_are_as_many_as_the_longer() -> None:
    table = next(block for block in handover.build(made.made_handover()).blocks if isinstance(block, document.Table))
    assert [row.cells[3] for row in table.rows][-1] == "Foto"
    assert table.rows[-1].cells[0] == words.NO_BREAK


def test_what_is_not_known_any_more_is_a_dash_and_not_a_nought() -> None:
    paper = made.made_handover(
        contents=(handover.Content("Rincian tidak tersimpan lagi", None, None),),
        controls=handover.Controls(entries=1_041),
        files=(handover.File("A.desk", 1, 2, None), handover.File("B.desk", 2, 2, 61_440)),
    )
    [said] = pages_read.texts(handover.build(paper))
    assert "Rincian tidak tersimpan lagi – – Isian 1.041" in said
    assert "Data baru dan berubah" not in said
    assert "BERKAS (2 berkas) " in said
    assert "1 A.desk 1 dari 2 data –" in said


def test_the_only_file_is_a_line_so_that_the_signatures_stay_on_the_first_page() -> None:
    kinds = ("Isian kesiapan", "Rekap", "Permasalahan", "Tindak lanjut", "Buku Posko", "Kantor", "Operator")
    paper = made.made_handover(
        contents=tuple(handover.Content(kind, 1, 0) for kind in (*kinds, "Laporan harian")),
        controls=handover.Controls(entries=8, stations=1),
        files=(handover.File("TEM06-7313-000001-001of001.desk", 1, 1, 12_288),),
    )
    [said] = pages_read.texts(handover.build(paper))
    assert "Berkas : TEM06-7313-000001-001of001.desk (13 KB)" in said
    assert "BERKAS" not in said
    assert "Isian 8" not in said, "the same figure is not printed twice"
