# SPDX-License-Identifier: Apache-2.0
"""Laporan perjalanan dinas."""

from dataclasses import replace

from desk_app.reports import document, text, travel_report
from tests.reports import letter_samples, pages_read

REPORT = travel_report.TravelReport(
    sheet=letter_samples.sheet(),
    subject="Kunjungan TPS rawan",
    when="Senin, 12 Februari 2024",
    where="Kecamatan Tempe",
    basis="Surat Tugas Nomor 45",
    travellers=(letter_samples.officer(1), letter_samples.officer(2)),
    watched=("Kotak suara",),
    visits=(
        travel_report.Visit("TPS 001", "12-02-2024 10.00", "Ketua KPPS", "Atap bocor", "WAJ-0001"),
        travel_report.Visit("TPS 002"),
        travel_report.Visit("TPS 003", "12-02-2024 11.00"),
    ),
    result="Logistik lengkap.",
    tasks=(travel_report.Task("Pasang terpal", "BPBD", "13-02-2024", "Terbuka"),),
    reporter=document.SignatureBlock(("Yang melaporkan,",), (), "Pegawai 1"),
)


def test_its_parts_stand_in_order() -> None:
    told = " ".join(pages_read.texts(travel_report.build(REPORT)))
    parts = ["Surat Tugas Nomor 45", "A. PELAKSANA", "B. YANG DIPANTAU", "Kotak suara", "C. HASIL", "Atap bocor",
             "WAJ-0001", "Belum dikunjungi", "Tidak ada temuan", "Logistik lengkap.", "D. TINDAK LANJUT",
             "Pasang terpal", "Yang melaporkan,"]  # fmt: skip
    places = [told.index(part) for part in parts]
    assert places == sorted(places)
    assert "19700101 199503 1 001" not in told.partition("Demikian")[0]


def test_without_anything_lines_are_left() -> None:
    bare = replace(REPORT, travellers=(), watched=(), visits=(), result="", tasks=(), basis="", reporter=None)
    told = " ".join(pages_read.texts(travel_report.build(bare)))
    assert "Belum ada petugas yang disebut" in told
    assert "NIHIL" in told
    assert "...................." in told[told.index("HASIL") :]
    assert "YANG DIPANTAU" not in told
    assert "SEKRETARIS DAERAH" in told


def test_signatures_take_the_closing_words_along() -> None:
    for many in range(3, 40, 4):
        made = travel_report.build(replace(REPORT, visits=REPORT.visits[:1] * many))
        assert "Demikian laporan" in pages_read.texts(made)[-1]
        assert not pages_read.outside(made)


def test_a_message_of_it() -> None:
    told = text.render(travel_report.build(REPORT))
    assert "*TPS 001*: 12-02-2024 10.00; ditemui Ketua KPPS; Atap bocor; permasalahan WAJ-0001" in told
