# SPDX-License-Identifier: Apache-2.0
"""What stands on which sheet: names of sheets, lines over a table, its notes, how it lies."""

from desk_app.reports import document, form_parts, sheet_content
from tests.reports import samples, sheet_read, word_read

TABLE = document.Table((document.Column("Uraian", share=1.0),), (document.Row(("Isi",)),))


def test_a_code_and_signatures_are_no_data() -> None:
    assert sheet_content.is_data(TABLE)
    assert not sheet_content.is_data(form_parts.signatures(samples.SIGNATURE))
    assert not sheet_content.is_data(form_parts.numbered_code("Kode", "ABCD"))
    assert not sheet_content.is_data(document.Paragraph("Isi"))


def test_names_of_sheets_are_short_and_each_its_own() -> None:
    heading = document.Heading("Nama [yang] sangat: panjang/lebar sekali untuk satu lembar", "A.")
    told = word_read.paper(heading, TABLE, heading, TABLE, document.Heading("'"), TABLE)
    names = sheet_read.opened(told).sheetnames
    assert len({name.casefold() for name in names}) == 3
    assert max(map(len, names)) <= 31
    assert names[2] == "Tabel"


def test_notes_facts_and_sheets_across_belong_to_their_table() -> None:
    told = word_read.paper(
        document.Facts((document.Fact("Tahap", "H-1"),)),
        TABLE,
        document.Paragraph("⇄ dalam klarifikasi", emphasis=document.Emphasis.NOTE),
        document.Paragraph("Bukan catatan"),
        document.PageBreak(True),
        document.Title(("LAMPIRAN",), "7"),
        TABLE,
    )
    first, second = sheet_content.pages_of(told)
    assert "Tahap: H-1" in first.above
    assert first.below == ("⇄ dalam klarifikasi",)
    assert (first.landscape, second.landscape) == (False, True)
    assert second.above[:2] == ("LAMPIRAN", "Nomor: 7")
    assert "Tahap: H-1" not in second.above
