# SPDX-License-Identifier: Apache-2.0
"""The Laporan Khusus as a paper: its parts in order, empty ones as dashes, its code from its words and photos."""

from dataclasses import replace
from datetime import datetime

from desk_app.reports import daily_report, document, pages, pdf, signature, special_report, text
from tests import photographs

OFFICE = daily_report.Office(
    desk="Desk Pemilu Kabupaten Wajo", region="Kabupaten Wajo", within="Provinsi Sulawesi Selatan",
    event="Pemilihan Umum Tahun 2024", zone="WITA", unit="Kecamatan",
)
REPORT = special_report.SpecialReport(
    office=OFFICE,
    register="WAJ-0001",
    subject="Gudang tergenang",
    facts=(document.Fact("Lokasi", "Gudang PPK, Kecamatan Belawa"),),
    description="Air masuk.\n\nTinggi 30 cm.",
    impact="",
    advice=("Pindahkan kotak", "Pasang pompa"),
    steps=(
        special_report.Step(datetime(2024, 2, 13, 7, 0), "Gudang tergenang"),
        special_report.Step(None, "Pompa dipasang", "BPBD"),
    ),
    outcome="",
    as_of=datetime(2024, 2, 13, 13, 0),
    signature=signature.block(None, ("Sengkang, 13 Februari 2024",)),
    page=pages.setup("A4"),
)


def test_its_parts_stand_in_order() -> None:
    said = text.render(special_report.build(REPORT))
    heads = [line.strip("*") for line in said.splitlines() if line[1:2].isalpha() and line[2:3] == "."]
    assert heads == [
        "A. POKOK PERMASALAHAN", "B. URAIAN", "C. DAMPAK", "D. SARAN PENYELESAIAN", "E. KRONOLOGI DAN TINDAK LANJUT",
        "F. HASIL",
    ]
    assert "1. Pindahkan kotak\n2. Pasang pompa" in said
    assert "Sifat" not in said
    assert "*13-02-2024 07.00*: Gudang tergenang" in said


def test_what_is_empty_is_told() -> None:
    bare = replace(REPORT, description="", advice=(), steps=())
    said = text.render(special_report.build(bare))
    assert "Belum ada tindak lanjut yang dicatat." in said
    assert "Belum selesai" in said


def test_the_code_follows_from_words_and_photos_and_not_from_the_sheet() -> None:
    plain = special_report.build(REPORT).footer.code
    photo = document.Picture(photographs.jpeg((32, 24)), "Gudang")
    other = document.Picture(photographs.jpeg((32, 24), seed=2), "Gudang")
    with_photo = special_report.build(replace(REPORT, pictures=(photo,))).footer.code
    assert len({plain, with_photo, special_report.build(replace(REPORT, pictures=(other,))).footer.code}) == 3
    assert special_report.build(replace(REPORT, page=pages.setup("F4"))).footer.code == plain


def test_a_long_one_goes_over_several_pages() -> None:
    steps = tuple(
        special_report.Step(datetime(2024, 2, 13, 7, minute), "Petugas memindahkan kotak suara " * 6, "KPU")
        for minute in range(60)
    )
    paper = special_report.build(replace(REPORT, subject="N" * 300, steps=steps, confidential=True))
    assert pdf.render(paper).startswith(b"%PDF")
    assert "Sifat: Rahasia" in text.render(paper)
