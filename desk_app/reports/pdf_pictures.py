# SPDX-License-Identifier: Apache-2.0
"""Photos on paper: three beside each other, each within its frame, with its caption under it (`domain.md §1.5 a`)."""

import io
from collections.abc import Sequence
from typing import Any

from reportlab.lib import units
from reportlab.platypus import Image, KeepTogether, Paragraph, Spacer, Table

from desk_app.reports import document, letterhead, pdf_fonts, pdf_style

BESIDE = 3
_HIGHEST = 60 * units.mm
_GAP = 6.0


def rows(pictures: Sequence[document.Picture], width: float) -> list[Any]:
    """Rows of photos, none of which is torn by the end of a page."""
    room = width / BESIDE
    parts: list[Any] = []
    for start in range(0, len(pictures), BESIDE):
        row: list[Any] = [_cell(one, room - _GAP) for one in pictures[start : start + BESIDE]]
        row += [""] * (BESIDE - len(row))
        table = Table([row], colWidths=[room] * BESIDE, style=[*pdf_style.BARE, ("VALIGN", (0, 0), (-1, -1), "TOP")])
        parts += [KeepTogether([table]), Spacer(0, _GAP)]
    return parts


def _cell(one: document.Picture, room: float) -> list[Any]:
    across, high = letterhead.image_size(one.data)
    scale = min(room / across, _HIGHEST / high)
    image = Image(io.BytesIO(one.data), across * scale, high * scale, hAlign="LEFT")
    if not one.caption:
        return [image]
    return [image, Paragraph(pdf_fonts.flowing(one.caption), pdf_style.text(pdf_style.SMALL, after=2))]
