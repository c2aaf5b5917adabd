# SPDX-License-Identifier: Apache-2.0
"""Each block finds its place on paper."""

import dataclasses

import pytest
from reportlab.platypus import KeepTogether, Paragraph

from desk_app.reports import document, pages, pdf_flow, pdf_fonts
from tests.reports import samples

pdf_fonts.register()
UPRIGHT = pages.setup("A4")
ACROSS = dataclasses.replace(UPRIGHT, landscape=True)


def story(*blocks: document.Block) -> list[object]:
    return pdf_flow.story(document.Document("T", "Desk", UPRIGHT, blocks), UPRIGHT, ACROSS)


BLOCKS: tuple[document.Block, ...] = (
    document.Title(("LAPORAN",), "1"),
    document.Heading("Umum", "A."),
    document.Paragraph("Isi"),
    document.Clause("1.", "Butir"),
    document.Facts((document.Fact("Hari", "Selasa"), document.Fact("Kosong", ""))),
    document.Table((document.Column("No"),), ()),
    document.AnnexHead("LAMPIRAN I"),
    samples.SIGNATURE,
    document.Copies(("Bupati",)),
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


def test_a_signature_after_a_table_is_drawn_once() -> None:
    table = document.Table((document.Column("No"),), (document.Row(("1",)),))
    parts = story(table, samples.SIGNATURE)
    assert len(parts) == 1
    assert parts[0]._cellvalues[-1][0] is not None  # type: ignore[attr-defined]
