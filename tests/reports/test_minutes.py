# SPDX-License-Identifier: Apache-2.0
"""Notula: what was said, the tasks, who was there."""

from dataclasses import replace

from desk_app.reports import attendance_list, minutes, travel_report
from tests.reports import letter_samples, pages_read

MINUTES = minutes.Minutes(
    sheet=letter_samples.sheet(),
    subject="Rapat koordinasi",
    date="Selasa, 13 Februari 2024",
    hours="pukul 09.00 WITA",
    where="Ruang Pola",
    agenda=("Logistik",),
    guests=(attendance_list.Guest("Baso", "Camat Tempe", "", True), attendance_list.Guest("Ani", "Lurah", "", False)),
    text="Dibuka pukul 09.10.\nKPU melaporkan logistik.",
    tasks=(travel_report.Task("Menyiapkan terpal", "BPBD", "13-02-2024", "Terbuka"),),
    invitation="Nomor 005/112",
)


def test_its_parts_stand_in_order() -> None:
    told = " ".join(pages_read.texts(minutes.build(MINUTES)))
    parts = ["NOTULA RAPAT KOORDINASI", "Surat undangan : Nomor 005/112", "A. ACARA", "B. JALANNYA RAPAT",
             "Dibuka pukul 09.10.", "C. TUGAS DAN TINDAK LANJUT", "Menyiapkan terpal", "BPBD", "D. PESERTA",
             "Hadir 1 (satu) dari 2 (dua) undangan.", "Baso", "Demikian notula", "Notulis,"]  # fmt: skip
    places = [told.index(part) for part in parts]
    assert places == sorted(places)
    assert "Ani" not in told
    assert "Pemimpin rapat," in told
    assert "memutuskan" not in told.casefold()


def test_nothing_was_written_yet() -> None:
    bare = replace(MINUTES, agenda=(), guests=(), text="", tasks=(), invitation="")
    told = " ".join(pages_read.texts(minutes.build(bare)))
    assert "A. JALANNYA RAPAT ......" in told
    assert "NIHIL" in told
    assert "Surat undangan" not in told


def test_three_pages_of_minutes() -> None:
    long = replace(MINUTES, text="\n".join("Kapolres menyampaikan rencana pengamanan. " * 12 for _ in range(30)))
    made = minutes.build(long)
    told = pages_read.texts(made)
    assert len(told) >= 3
    assert "Demikian notula" in told[-1]
    assert "Pemimpin rapat," in told[-1]
    assert not pages_read.outside(made)
