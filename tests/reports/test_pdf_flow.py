# SPDX-License-Identifier: Apache-2.0
"""Each block finds its place on paper."""

import dataclasses

import pypdfium2
import pytest
from reportlab.platypus import KeepTogether, Paragraph

from desk_app.domain import charts
from desk_app.reports import document, pages, pdf_flow, pdf_fonts, pdf_pages
from tests import photographs
from tests.reports import pages_read, samples

pdf_fonts.register()
UPRIGHT = pages.setup("A4")
ACROSS = dataclasses.replace(UPRIGHT, landscape=True)


def story(*blocks: document.Block) -> list[object]:
    return pdf_flow.story(document.Document("T", "Desk", UPRIGHT, blocks), UPRIGHT, ACROSS)


BLOCKS: tuple[document.Block, ...] = (
    document.Title(("LAPORAN",), "1"),
    document.Chapter("BAB I", "PENDAHULUAN"),
    document.Contents(lines=(document.ContentsLine("BAB I", 0, 2),)),
    document.Heading("Umum", "A."),
    document.Paragraph("Isi"),
    document.Clause("1.", "Butir"),
    document.Facts((document.Fact("Hari", "Selasa"), document.Fact("Kosong", ""))),
    document.Points("Untuk", (document.Point("Memantau", "1."), document.Point(facts=(document.Fact("Nama", "A"),)))),
    document.LetterOpening("Sengkang", (document.Fact("Nomor", "1"),), ("Yth. Bupati",)),
    document.Rule(),
    document.Table((document.Column("No"),), ()),
    document.AnnexHead("LAMPIRAN I"),
    samples.SIGNATURE,
    document.Copies(("Bupati",)),
    document.Pictures((document.Picture(photographs.jpeg((32, 24)), "Gudang"),)),
    document.Figure(charts.Chart(charts.Kind.ROWS, (charts.Series("", charts.Tone.PLAIN),), ())),
    document.Space(5),
    document.PageBreak(),
)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_each_kind_of_block_has_a_place_on_paper(block: document.Block) -> None:
    assert story(block)


def test_the_list_above_is_complete() -> None:
    assert {type(block) for block in BLOCKS} == set(document.Block.__args__)


def test_the_paragraph_before_a_signature_comes_along() -> None:
    parts = story(document.Paragraph("Demikian."), document.Space(2), samples.SIGNATURE)
    assert len(parts) == 1
    assert isinstance(parts[0], KeepTogether)
    assert isinstance(parts[0]._content[0], Paragraph)


def test_the_copies_stand_on_the_page_of_the_signature() -> None:
    ends = (document.Paragraph("Demikian."), samples.SIGNATURE, document.Copies(("Bupati", "Sekretaris Daerah")))
    table = document.Table((document.Column("No"),), (document.Row(("1",)),) * 3)
    pages_with_copies = set()
    for lines in range(18, 40):
        for before in ((), (table, *ends[1:])):
            blocks = (document.Paragraph("Isi"),) * lines + (before or ends)
            data = pdf_pages.build(document.Document("T", "Desk", UPRIGHT, blocks))
            with pypdfium2.PdfDocument(data) as file:
                [(number, text)] = [
                    (number, text)
                    for number, page in enumerate(file)
                    if "Tembusan" in (text := page.get_textpage().get_text_range())
                ]
            assert "NIP. 19700101" in text
            pages_with_copies.add(number)
    assert pages_with_copies == {0, 1}


def test_a_signature_after_a_table_is_drawn_once() -> None:
    table = document.Table((document.Column("No"),), (document.Row(("1",)),))
    assert len(story(table, samples.SIGNATURE)) == 1
    [told] = pages_read.texts(document.Document("T", "Desk", UPRIGHT, (table, samples.SIGNATURE)))
    assert told.count("NIP. 19700101") == 1


def _filler(lines: int) -> tuple[document.Block, ...]:
    return tuple(document.Paragraph(f"Baris {one}", document.Align.LEFT) for one in range(lines))


@pytest.mark.parametrize("lines", range(24, 46))
def test_a_heading_never_ends_a_page(lines: int) -> None:
    table = document.Table((document.Column("Uraian", 1.0),), (), when_empty="Belum ada")
    signed = (document.Heading("AKHIR", "B."), document.Paragraph("Demikian."), samples.SIGNATURE)
    for end in ((document.Heading("AKHIR", "B."), table, samples.SIGNATURE), signed):
        paper = document.Document("T", "Desk", UPRIGHT, (*_filler(lines), *end))
        told = [page for page in pages_read.texts(paper) if "AKHIR" in page]
        assert len(told) == 1
        assert "Demikian." in told[0] or "Belum ada" in told[0]


def test_a_long_last_paragraph_under_a_heading_still_parts() -> None:
    text = " ".join(f"kata{one}" for one in range(900))
    blocks = (*_filler(20), document.Heading("AKHIR", "B."), document.Paragraph(text), samples.SIGNATURE)
    first, *rest = pages_read.texts(document.Document("T", "Desk", UPRIGHT, blocks))
    assert "AKHIR" in first
    assert "kata1 " in first
    assert rest
