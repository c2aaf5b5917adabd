# SPDX-License-Identifier: Apache-2.0
"""Laporan akhir: chapters and annexes numbered in Roman, the cover, the code."""

from datetime import datetime

from desk_app.reports import check_code, daily_report, document, final_report, pages, signature, statement

OFFICE = daily_report.Office("Desk Pemilu", "Kabupaten Wajo", "", "Pemilu 2024", "WITA")


def test_numbers_and_order() -> None:
    section = statement.Section("Satu", ("kata",))
    told = final_report.FinalReport(
        office=OFFICE,
        chapters=tuple(final_report.Chapter(f"Bab {place}", (section,)) for place in range(1, 5)),
        annexes=(final_report.Annex("Matriks", section, across=True), final_report.Annex("Foto", section)),
        as_of=datetime(2024, 3, 1, 12, 0),
        page=pages.setup("F4"),
        signature=signature.block(None),
        place_and_year=("SENGKANG", "2024"),
    )
    paper = final_report.build(told)
    assert [block.mark for block in paper.blocks if isinstance(block, document.Chapter)] == [
        "BAB I", "BAB II", "BAB III", "BAB IV",
    ]
    assert [block.heading for block in paper.blocks if isinstance(block, document.AnnexHead)] == [
        "LAMPIRAN I", "LAMPIRAN II",
    ]
    assert [block.landscape for block in paper.blocks if isinstance(block, document.PageBreak)] == [True, False]
    assert paper.footer.code == check_code.of(paper)
    kinds = [type(block) for block in paper.blocks]
    assert kinds.index(document.Contents) < kinds.index(document.Chapter) < kinds.index(document.SignatureBlock)
