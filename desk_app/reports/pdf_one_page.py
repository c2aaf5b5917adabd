# SPDX-License-Identifier: Apache-2.0
"""A document that must stand on one page: set on a larger sheet until it fits, and drawn smaller."""

import dataclasses
from typing import Any

from reportlab.lib import units
from reportlab.platypus import KeepTogether

from desk_app.reports import document, form_parts, pages, pdf_fitted, pdf_form_flow


def asked(paper: document.Document) -> bool:
    """Whether a document says that it must stand on one page."""
    return any(isinstance(block, form_parts.OnePage) for block in paper.blocks)


def story(paper: document.Document) -> list[Any]:
    """The whole document as one flowable, in its full size where that fits."""
    return [_fitted(paper)]


def scale(paper: document.Document) -> float:
    """How much smaller than in full size a document stands on its one page."""
    return _fitted(paper).scale


def _fitted(paper: document.Document) -> pdf_fitted.Fitted:
    width, height = paper.page.text_width * units.mm, paper.page.text_height * units.mm
    return pdf_fitted.Fitted(lambda factor: _parts(paper, factor), width, height)


def _parts(paper: document.Document, factor: float) -> list[Any]:
    sheet = enlarged(paper.page, factor)
    parts: list[Any] = []
    for part in pdf_form_flow.story(dataclasses.replace(paper, page=sheet), sheet, sheet):
        # On one page nothing is parted, and what is kept together cannot draw itself.
        parts += part._content if isinstance(part, KeepTogether) else [part]
    return parts


def enlarged(page: pages.PageSetup, factor: float) -> pages.PageSetup:
    """The same sheet, larger by a factor."""
    paper, margins = page.paper, page.margins
    return dataclasses.replace(
        page,
        paper=dataclasses.replace(paper, width=paper.width * factor, height=paper.height * factor),
        margins=pages.Margins(
            margins.top * factor, margins.bottom * factor, margins.left * factor, margins.right * factor
        ),
        punch=page.punch * factor,
    )
