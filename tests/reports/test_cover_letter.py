# SPDX-License-Identifier: Apache-2.0
"""Surat pengantar of a report."""

from desk_app.reports import cover_letter, document, text
from tests.reports import letter_samples, pages_read


def made(*enclosed: cover_letter.Enclosed) -> document.Document:
    return cover_letter.build(
        cover_letter.CoverLetter(letter_samples.sheet(number="270/1"), "Gubernur", enclosed, "13 Februari 2024")
    )


def test_one_is_named_in_the_subject() -> None:
    [page] = pages_read.texts(made(cover_letter.Enclosed("Laporan Harian", "200/6", "13-02-2024")))
    for said in ("Hal : Penyampaian Laporan Harian", "Lampiran : 1 (satu) berkas", "Yth. Gubernur", "200/6",
                 "13-02-2024", "Tembusan"):
        assert said in page


def test_several_and_none() -> None:
    paper = made(*(cover_letter.Enclosed(f"{letter_samples.LONG} {one}") for one in range(90)))
    told = pages_read.texts(paper)
    assert "90 (sembilan puluh) berkas" in told[0]
    assert "Hal : Penyampaian Laporan " in told[0]
    assert "SEKRETARIS DAERAH" in told[-1]
    assert not pages_read.outside(paper)
    [page] = pages_read.texts(made())
    assert "Lampiran : –" in page
    assert "NIHIL" in page


def test_a_message_of_it() -> None:
    told = text.render(made(cover_letter.Enclosed("Laporan Harian", "200/6", "13-02-2024")))
    assert "1. *Laporan Harian*: nomor 200/6; 13-02-2024" in told
