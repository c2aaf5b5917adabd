# SPDX-License-Identifier: Apache-2.0
"""Ordinary blocks and parts of a form in one order; the kop stands first whatever comes after it."""

import dataclasses

from reportlab.platypus import KeepTogether, PageBreak, Paragraph

from desk_app.reports import document, form_parts, pages, pdf_code, pdf_flow, pdf_fonts, pdf_form_flow
from tests.reports import samples

pdf_fonts.register()
UPRIGHT = pages.setup("A4")
ACROSS = dataclasses.replace(UPRIGHT, landscape=True)
CODE = form_parts.numbered_code("Kode", "7K3F-9QXM")


def story(*blocks: document.Block, head: bool = False) -> list[object]:
    paper = document.Document("T", "Desk", UPRIGHT, blocks, samples.setda_head() if head else None)
    return pdf_form_flow.story(paper, UPRIGHT, ACROSS)


def test_parts_stand_between_the_blocks_around_them() -> None:
    kinds = [type(part) for part in story(document.Paragraph("Satu"), CODE, document.Paragraph("Dua"))]
    assert kinds == [Paragraph, KeepTogether, Paragraph]


def test_the_kop_stands_before_a_first_part_and_only_once() -> None:
    kop = len(pdf_flow.story(document.Document("T", "Desk", UPRIGHT, (), samples.setda_head()), UPRIGHT, ACROSS))
    assert len(story(CODE, document.Paragraph("Satu"), head=True)) == kop + 2


def test_after_a_turned_page_a_code_has_its_width() -> None:
    parts = story(document.Paragraph("Satu"), document.PageBreak(landscape=True), CODE)
    assert any(isinstance(part, PageBreak) for part in parts)
    cells = [part for part in parts[-1]._content if isinstance(part, pdf_code.CodeCells)]  # type: ignore[attr-defined]
    assert cells[0].wrap(0, 0)[0] > UPRIGHT.text_width * 72 / 25.4 + 100
