# SPDX-License-Identifier: Apache-2.0
"""Berita Acara Klarifikasi Data: every value that stood, the one in use, by whom and why."""

import dataclasses

import pytest

from desk_app.reports import clarification_record
from tests.reports import exchange_samples as made
from tests.reports import pages_read


@pytest.mark.parametrize("sheet", ["A4", "F4"])
def test_a_few_disagreements_are_one_page(sheet: str) -> None:
    told = pages_read.texts(clarification_record.build(made.made_record(sheet)))
    assert len(told) == 1
    for said in (
        "BERITA ACARA KLARIFIKASI DATA DESK PEMILU KABUPATEN WAJO NOMOR: ......",
        "Pada hari ini, Selasa, tanggal tiga belas bulan Februari tahun dua ribu dua puluh empat (13-02-2024), "
        "bertempat di Sengkang, Desk Pemilu Kabupaten Wajo mengklarifikasi 3 (tiga) data",
        "A. 280 (Kecamatan Tempe, Operator 2, 12-02-2024 14.10)",
        "B. 290 (Kabupaten Wajo, Operator 1, 13-02-2024 09.05)",
        "DPT laki-laki",
        "Operator 1 Kabupaten",
        "Salinan DPT",
        "B. DATA YANG MASIH MENUNGGU KLARIFIKASI",
        "TPS 031",
    ):
        assert said in told[0]


def test_a_number_is_printed_where_there_is_one() -> None:
    told = pages_read.texts(clarification_record.build(made.made_record(number="200.2/14/Kesbangpol")))[0]
    assert "NOMOR: 200.2/14/Kesbangpol" in told


def test_a_day_without_any_says_nihil() -> None:
    told = pages_read.texts(clarification_record.build(made.made_record("A4", 0, 0)))
    assert len(told) == 1
    assert "tidak ada data yang berbeda antarkantor yang diklarifikasi" in told[0]
    assert told[0].count("NIHIL") == 2


@pytest.mark.parametrize("sheet", ["A4", "F4"])
def test_three_hundred_lines_are_all_there_and_signed_at_the_end(sheet: str) -> None:
    told = pages_read.texts(clarification_record.build(made.made_record(sheet, 300, 12, made.LONG)))
    whole = " ".join(told)
    for place in (1, 150, 300):
        assert f"TPS {place:03d} Kel." in whole
    assert sum("Nilai yang dipakai" in text or "Nilai yang berbeda" in text for text in told) == len(told)
    assert "Ir. Contoh Pejabat" in told[-1]
    assert "TPS 042" in told[-1]
    assert whole.count("Ir. Contoh Pejabat") == 1


def test_three_hundred_that_are_still_open_are_all_listed() -> None:
    whole = " ".join(pages_read.texts(clarification_record.build(made.made_record("A4", 0, 300))))
    assert all(f"TPS {place:03d} Kel." in whole for place in range(31, 331))


def test_three_values_without_hour_or_operator() -> None:
    sides = tuple(clarification_record.Side(value, office) for value, office in (("1", "X"), ("", "Y"), ("3", "")))
    one = clarification_record.Settled("TPS 005", "", sides, "", "")
    told = pages_read.texts(clarification_record.build(made.made_record(settled=0, unsettled=0)))[0]
    assert "(kosong)" not in told
    record = made.made_record()
    told = pages_read.texts(clarification_record.build(dataclasses.replace(record, settled=(one,))))[0]
    assert "A. 1 (X) B. (kosong) (Y) C. 3" in told


def test_a_very_long_value_goes_on_over_pages() -> None:
    value = "Jalan menuju TPS tergenang. " * 300
    sides = (clarification_record.Side(value, "X"), clarification_record.Side("akhir", "Y"))
    one = clarification_record.Settled("TPS 005", "Uraian", sides, value, "Operator 1")
    paper = clarification_record.build(dataclasses.replace(made.made_record("A4", 0, 0), settled=(one,)))
    told = " ".join(pages_read.texts(paper))
    assert "B. akhir (Y)" in told
    assert pages_read.outside(paper) == []


def test_what_is_withheld_is_counted() -> None:
    told = pages_read.texts(clarification_record.build(made.made_record(withheld=2)))[0]
    assert "2 (dua) data berbeda bersifat terbatas dan tidak dimuat di sini." in told
