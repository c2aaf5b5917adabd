# SPDX-License-Identifier: Apache-2.0
"""Berita acara of a hand-over between two shifts of the posko."""

from dataclasses import replace
from datetime import datetime

from desk_app.reports import shift_handover
from tests.reports import letter_samples, pages_read

HANDOVER = shift_handover.ShiftHandover(
    sheet=letter_samples.sheet(),
    at=datetime(2024, 2, 13, 19),
    handing=shift_handover.Watch("Baso", "Analis", "07.00–19.00"),
    taking=shift_handover.Watch("Ani", "", "19.00–07.00"),
    text="Semua kecamatan sudah melapor.",
    matters=("WAJ-0001", "Terpal"),
    place="Sengkang",
)


def test_the_date_is_spelled_and_both_sign() -> None:
    [page] = pages_read.texts(shift_handover.build(HANDOVER))
    for said in (
        "Pada hari ini, Selasa, tanggal tiga belas bulan Februari tahun dua ribu dua puluh empat (13-02-2024), "
        "pukul 19.00 WITA, bertempat di Posko Desk Pemilu Kabupaten Wajo, Sengkang",
        "Baso, Analis, petugas piket pukul 07.00–19.00, selanjutnya disebut PIHAK PERTAMA",
        "Semua kecamatan sudah melapor.", "1. WAJ-0001", "2. Terpal", "Mengetahui,", "SEKRETARIS DAERAH",
    ):  # fmt: skip
        assert said in page


def test_nobody_named_and_nothing_open() -> None:
    bare = replace(
        HANDOVER, handing=shift_handover.Watch(), taking=shift_handover.Watch(), text="", matters=(), place=""
    )
    [page] = pages_read.texts(shift_handover.build(bare))
    assert "1. ....." in page
    assert "NIHIL" in page


def test_long_ones_stay_on_the_sheet() -> None:
    long = shift_handover.Watch(letter_samples.LONG, letter_samples.LONG, "07.00–19.00")
    made = shift_handover.build(
        replace(HANDOVER, handing=long, taking=long, text="Aman. " * 900, matters=("Terpal " * 40,) * 60)
    )
    told = pages_read.texts(made)
    assert len(told) >= 3
    assert "Mengetahui," in told[-1]
    assert "Demikian berita acara" in told[-1]
    assert not pages_read.outside(made)
