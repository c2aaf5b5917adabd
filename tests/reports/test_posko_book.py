# SPDX-License-Identifier: Apache-2.0
"""Buku Posko of a day: duty, lines in order, what is left out; NIHIL; many pages of long lines."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from desk_app.reports import posko_book, text
from desk_app.reports.posko_book import BookLine, PoskoBook, Watch
from tests.reports import exchange_samples, pages_read, samples


def sample(sheet: str = "F4") -> PoskoBook:
    return PoskoBook(
        office=samples.OFFICE,
        day=date(2024, 2, 13),
        day_words="H-1",
        lines=(
            BookLine(
                datetime(2024, 2, 13, 7, 5), "Camat Belawa", "Air naik di gudang", "hubungi BPBD", "Belawa", "WAJ-0001",
                "Operator 1",
            ),
            BookLine(datetime(2024, 2, 13, 9, 30), "", "Listrik padam"),
        ),
        as_of=datetime(2024, 2, 13, 16, 5),
        signature=samples.SIGNATURE,
        page=exchange_samples.made_receipt(sheet).page,
        shifts=(Watch("07.00–19.00", "Andi"), Watch("19.00–07.00", "Besse")),
        withheld=1,
    )


@pytest.mark.parametrize("sheet", ["A4", "F4"])
def test_it_tells_duty_lines_and_what_is_left_out(sheet: str) -> None:
    [page] = pages_read.texts(posko_book.build(sample(sheet)))
    for said in (
        "BUKU POSKO DESK PEMILU KABUPATEN WAJO PEMILIHAN UMUM TAHUN 2024",
        "Selasa, 13 Februari 2024 (H-1)",
        "07.00–19.00 Andi; 19.00–07.00 Besse",
        "Pada hari ini dicatat 3 (tiga) berita, 2 (dua) di antaranya menjadi permasalahan.",
        "1 07.05 Camat Belawa Air naik di gudang hubungi BPBD Belawa",
        "2 09.30 – Listrik padam – – – –",
        "Sebanyak 1 (satu) catatan tentang permasalahan yang bersifat rahasia tidak dimuat.",
        "Ir. Contoh Pejabat, M.Si.",
    ):
        assert said in page


def test_a_day_without_a_line_is_nihil() -> None:
    [page] = pages_read.texts(posko_book.build(replace(sample(), lines=(), shifts=(), withheld=0)))
    assert "Tidak ada berita yang dicatat pada hari ini (NIHIL)." in page
    assert "tidak dicatat" in page
    assert "rahasia" not in page


def test_a_long_day_takes_many_pages() -> None:
    lines = tuple(
        BookLine(datetime(2024, 2, 13, 7, 5), samples.LONG_NAME, "kabar " * 30, "tindakan " * 12, samples.LONG_NAME)
        for _ in range(150)
    )
    told = pages_read.texts(posko_book.build(replace(sample(), lines=lines)))
    assert len(told) > 10
    assert all("Isi Berita" in page for page in told[:-1])


def test_the_message_has_the_lines_without_who_wrote_them() -> None:
    said = text.render(posko_book.build(sample()))
    assert "*07.05*: Camat Belawa; Air naik di gudang; tindakan hubungi BPBD; Belawa; WAJ-0001\n" in said
    assert "Operator 1" not in said
