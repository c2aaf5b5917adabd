# SPDX-License-Identifier: Apache-2.0
"""Nota dinas: its head, and the day's report in points."""

from dataclasses import replace

from desk_app.reports import document, office_note
from tests.reports import letter_samples, pages_read, samples

REPORT = samples.daily()


def made(**changes: object) -> document.Document:
    report = replace(REPORT, **changes)  # type: ignore[arg-type]
    return office_note.build(
        office_note.OfficeNote(letter_samples.sheet(), "Ketua Desk", "Kepala Badan", "13 Februari 2024", report)
    )


def test_its_head_and_its_points() -> None:
    [page] = pages_read.texts(made(introduction=("Aman.",)))
    for said in ("NOTA DINAS", "Yth. : Ketua Desk", "Dari : Kepala Badan", "Tembusan : Bupati Wajo", "Sifat : Biasa",
                 "tanggal 13 Februari 2024 (H-1)", "1. Aman.", "Saran: Menyarankan", "bukan data resmi"):
        assert said in page


def test_the_figures_are_those_of_the_report() -> None:
    [page] = pages_read.texts(made())
    ready = sum(row.ready for row in REPORT.readiness)
    stations = sum(row.stations for row in REPORT.readiness)
    assert f"Kesiapan TPS: {ready} dari {stations:,} TPS siap".replace(",", ".") in page
    assert "masih dalam klarifikasi" in page
    new = sum(one.new for one in REPORT.issues)
    assert f"Permasalahan: {new} dicatat" in page


def test_without_data() -> None:
    [page] = pages_read.texts(made(readiness=(), issues=(), conclusions=(), suggestions=()))
    assert "Kesiapan TPS: belum ada data." in page
    assert "Permasalahan: NIHIL." in page


def test_three_pages_of_situation() -> None:
    paper = made(introduction=tuple("Situasi umum aman dan kondusif. " * 30 for _ in range(10)))
    told = pages_read.texts(paper)
    assert len(told) >= 3
    assert "SEKRETARIS DAERAH" in told[-1]
    assert not pages_read.outside(paper)
