# SPDX-License-Identifier: Apache-2.0
"""The blocks of a form as what reportlab lets flow: ordinary ones by `pdf_flow`, run by run, and the parts between."""

import dataclasses
import itertools
from typing import Any

from reportlab.platypus import KeepTogether, Paragraph, Spacer

from desk_app.reports import document, form_parts, pages, pdf_flow, pdf_form_parts

_PARTS = (form_parts.CodeBlocks, form_parts.Signatures, form_parts.Slip)
"""Those that `pdf_flow` would show in their simpler shape."""


def story(paper: document.Document, upright: pages.PageSetup, across: pages.PageSetup) -> list[Any]:
    """All flowables in order; ordinary blocks are left to `pdf_flow`, run by run."""
    if not any(isinstance(block, _PARTS) for block in paper.blocks):
        return pdf_flow.story(paper, upright, across)
    parts: list[Any] = []
    page, head = paper.page, paper.head
    for special, run in itertools.groupby(paper.blocks, lambda block: isinstance(block, _PARTS)):
        blocks = tuple(run)
        ordinary = () if special else blocks
        if ordinary or head is not None:
            parts += pdf_flow.story(dataclasses.replace(paper, blocks=ordinary, head=head, page=page), upright, across)
            head = None
        if special:
            made = pdf_form_parts.flowables(blocks, across if page.landscape else upright)
            if isinstance(blocks[0], form_parts.Signatures):
                made[0] = _with_text_before(parts, made[0])
            parts += made
        for block in ordinary:
            if isinstance(block, document.PageBreak):
                page = dataclasses.replace(page, landscape=block.landscape)
    return parts


def _with_text_before(parts: list[Any], signatures: Any) -> Any:
    """Signatures never stand alone on a page: the paragraph before them comes along."""
    before: list[Any] = []
    while parts and isinstance(parts[-1], Spacer):
        before.insert(0, parts.pop())
    if parts and isinstance(parts[-1], Paragraph):
        before.insert(0, parts.pop())
    return KeepTogether([*before, *signatures._content])
