# SPDX-License-Identifier: Apache-2.0
"""Every block has its place in Word; sheets upright and across follow each other."""

from dataclasses import dataclass
from typing import get_args

import pytest

from desk_app.domain import charts
from desk_app.reports import document, form_parts, word
from tests.reports import samples, word_read

CHART = charts.Chart(
    charts.Kind.ROWS, (charts.Series("Siap", next(iter(charts.Tone))),), (charts.Part("Tempe", (3,)),), title="Kesiapan"
)
CODE = form_parts.numbered_code("Kode", "ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789", "Dibacakan.")
EVERY: tuple[document.Block, ...] = (
    document.Title(("JUDUL",), "1"),
    document.Heading("Pendahuluan", "A."),
    document.Chapter("BAB I", "PENDAHULUAN"),
    document.Contents(),
    document.Paragraph("Isi", indent=True),
    document.Clause("1.", "Butir"),
    document.Facts((document.Fact("Hari", "Selasa"),)),
    document.Points("Dasar", (document.Point("satu"),)),
    document.LetterOpening("Sengkang", ()),
    document.Rule(),
    document.Table((document.Column("No"),), ()),
    document.AnnexHead("LAMPIRAN"),
    samples.SIGNATURE,
    document.Copies(("Arsip",)),
    document.Pictures((document.Picture(samples.png(), "Foto"),)),
    document.Figure(CHART),
    document.Space(5.0),
    document.PageBreak(True),
)


def test_there_is_a_sample_of_every_block() -> None:
    assert {type(block) for block in EVERY} >= set(get_args(document.Block))


@pytest.mark.parametrize("block", [*EVERY, CODE, form_parts.OnePage(), form_parts.signatures(samples.SIGNATURE)],
                         ids=lambda block: type(block).__name__)
def test_every_block_has_its_place(block: document.Block) -> None:
    told = word_read.paper(document.Paragraph("Sebelum"), block, document.Paragraph("Sesudah"))
    texts = [one.text for one in word_read.opened(told).paragraphs]
    assert texts[0] == "Sebelum"
    assert texts[-1] == "Sesudah"


def test_an_unknown_block_is_a_fault() -> None:
    @dataclass(frozen=True)
    class Strange:
        pass

    with pytest.raises(TypeError, match="Strange"):
        word.render(word_read.paper(Strange()))  # type: ignore[arg-type]


def test_clauses_hang_by_their_level_and_headings_can_be_found() -> None:
    clauses = (document.Clause("1.", "satu"), document.Clause("a.", "dua", 1))
    told = word_read.paper(document.Heading("Isi", "A."), *clauses)
    heading, first, second = word_read.opened(told).paragraphs[:3]
    assert heading.style.name == "Heading 2"
    assert heading.text == "A.\tIsi"
    assert first.text == "1.\tsatu"
    assert [one.paragraph_format.left_indent.pt for one in (first, second)] == [22.0, 44.0]
    assert {one.paragraph_format.first_line_indent.pt for one in (first, second)} == {-22.0}


def test_the_list_of_contents_holds_what_comes_after_it() -> None:
    blocks = (document.Chapter("BAB I", "UMUM"), document.Heading("Isi", "A."), document.AnnexHead("LAMPIRAN I"))
    told = word_read.paper(document.Contents(), *blocks)
    file = word_read.opened(told)
    assert [one.text for one in file.paragraphs if one.text][:4] == ["DAFTAR ISI", "BAB I UMUM", "A. Isi", "LAMPIRAN I"]
    kinds = [word_read.value(one, "w:fldCharType") for one in word_read.found(file.element.body, ".//w:fldChar")]
    assert kinds == ["begin", "separate", "end"]
    chapter = next(one for one in file.paragraphs if one.text == "BAB I\nUMUM")
    assert chapter.style.name == "Heading 1"
    assert chapter.paragraph_format.page_break_before
    assert word_read.found(file.element.body, ".//w:outlineLvl[@w:val='0']")


def test_sheets_upright_and_across() -> None:
    told = word_read.paper(
        document.Paragraph("satu"), document.PageBreak(True), document.Paragraph("dua"), document.PageBreak(), code="F4"
    )
    sections = word_read.opened(told).sections
    sizes = [(round(one.page_width.mm), round(one.page_height.mm)) for one in sections]
    assert sizes == [(215, 330), (330, 215), (215, 330)]
    begun = word_read.opened(word_read.paper(document.PageBreak(True), document.Paragraph("dua"))).sections
    assert [round(one.page_width.mm) for one in begun] == [297]


def test_a_code_stands_in_blocks_of_equal_rows() -> None:
    table = word_read.opened(word_read.paper(CODE)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Blok 1\nABCD", "Blok 2\nEFGH", "Blok 3\nJKLM", "Blok 4\nNPQR"],
        ["Blok 5\nSTUV", "Blok 6\nWXYZ", "Blok 7\n2345", "Blok 8\n6789"],
    ]
