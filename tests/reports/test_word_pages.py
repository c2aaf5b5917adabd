# SPDX-License-Identifier: Apache-2.0
"""The Word file around its body: Arial, Indonesian, margins, the foot of each page, the mark of a draft."""

import dataclasses

import pytest

from desk_app.reports import document, form_parts, pages
from tests.reports import samples, word_read

BODY = document.Paragraph("Isi")


@pytest.mark.parametrize("code", ["A4", "F4"])
@pytest.mark.parametrize("landscape", [False, True])
def test_sheet_and_margins_are_those_of_the_paper(code: str, landscape: bool) -> None:
    told = word_read.paper(BODY, code=code, landscape=landscape)
    one = word_read.opened(told).sections[0]
    room = told.page.inner
    margins = (one.left_margin, one.right_margin, one.top_margin, one.bottom_margin)
    given = tuple(length.mm for length in (one.page_width, one.page_height, *margins))
    wanted = (told.page.width, told.page.height, room.left, room.right, room.top, room.bottom)
    assert given == pytest.approx(wanted, abs=0.1)


def test_letters_are_arial_and_the_language_is_indonesian() -> None:
    styles = word_read.part(word_read.paper(BODY), "word/styles.xml")
    assert 'w:ascii="Arial"' in styles
    assert 'w:lang w:val="id-ID"' in styles
    assert "w:compatSetting" in word_read.part(word_read.paper(BODY), "word/settings.xml")


def test_the_typeface_of_the_office() -> None:
    told = word_read.paper(BODY, head=samples.setda_head())
    serif = dataclasses.replace(told, page=dataclasses.replace(told.page, manner=pages.Manner(pages.Typeface.SERIF)))
    styles = word_read.part(serif, "word/styles.xml")
    assert "Times New Roman" in styles
    assert "Arial" not in styles


def test_room_for_initials_and_what_a_paper_replaces() -> None:
    told = word_read.paper(BODY, footer=dataclasses.replace(word_read.FOOTER, replaces="WWWW"))
    initialled = dataclasses.replace(told, page=dataclasses.replace(told.page, manner=pages.Manner(initialled=True)))
    lines = [one.text for one in word_read.opened(initialled).sections[0].footer.paragraphs if one.text]
    assert lines[0].startswith("Coba · menggantikan naskah berkode WWWW\t")
    assert "Paraf" in lines[1]


def test_the_foot_of_every_sheet() -> None:
    told = word_read.paper(BODY, document.PageBreak(True), BODY)
    for one in word_read.opened(told).sections:
        footer = one.footer
        assert not footer.is_linked_to_previous
        lines = [line.text for line in footer.paragraphs if line.text]
        assert lines[0].startswith("Coba\tHalaman ")
        assert "dari" in "".join(footer._element.itertext())
        fields = [word_read.value(each, "w:instr") for each in footer._element.xpath(".//w:fldSimple")]
        assert fields == [" PAGE ", " NUMPAGES "]
        assert lines[1] == "Data per 13 Februari 2024 pukul 16.00 WITA · Kode pemeriksaan dokumen: AAAA-BBBB-CCCC-DDDD"
        stop = footer._element.xpath(".//w:tab[@w:val='right']")[0]
        wide = one.page_width.pt - one.left_margin.pt - one.right_margin.pt
        assert int(word_read.value(stop, "w:pos") or 0) / 20 == pytest.approx(wide, abs=0.5)


def test_a_draft_is_marked_on_every_sheet() -> None:
    draft = dataclasses.replace(word_read.FOOTER, is_draft=True)
    for one in word_read.opened(word_read.paper(BODY, document.PageBreak(), BODY, footer=draft)).sections:
        assert [line.text for line in one.header.paragraphs] == ["KONSEP"]
        assert one.footer.paragraphs[1].text.startswith("KONSEP · Coba")
    final = word_read.opened(word_read.paper(BODY)).sections[0]
    assert "KONSEP" not in "".join(final.header._element.itertext())


def test_what_must_stand_on_one_page_is_drawn_smaller() -> None:
    columns = (document.Column("No", align=document.Align.RIGHT), document.Column("Isi", share=1.0))
    rows = tuple(document.Row((str(number), "Baris")) for number in range(1, 81))
    blocks = (form_parts.OnePage(), document.Paragraph("Isi"), document.Table(columns, rows))
    told = word_read.paper(*blocks)
    file = word_read.opened(told)
    full = word_read.opened(word_read.paper(*blocks[1:]))
    size, whole = (one.tables[0].cell(1, 1).paragraphs[0].runs[0].font.size.pt for one in (file, full))
    assert size < whole * 0.8
    assert file.sections[0].page_height == full.sections[0].page_height
    wide = sum(int(word_read.value(one, "w:w") or 0) for one in file.tables[0]._tbl.xpath("./w:tblGrid/w:gridCol"))
    assert wide / 20 * 25.4 / 72 == pytest.approx(told.page.text_width, abs=0.5)
    short = word_read.opened(word_read.paper(form_parts.OnePage(), document.Paragraph("Isi")))
    assert short.paragraphs[0].runs[0].font.size is None


def test_a_notice_stands_in_the_foot_of_every_sheet() -> None:
    foot = document.Footer("T", notice="Bukan data resmi.")
    told = word_read.opened(word_read.paper(BODY, document.PageBreak(landscape=True), BODY, footer=foot))
    assert len(told.sections) == 2
    assert all("Bukan data resmi." in [line.text for line in one.footer.paragraphs] for one in told.sections)
