# SPDX-License-Identifier: Apache-2.0
"""The kop on the first page: arms, lines, and the double rule under them."""

import io
from typing import Any

from reportlab.lib import units
from reportlab.platypus import HRFlowable, Image, Paragraph, Spacer, Table

from desk_app.reports import document, letterhead, pdf_fonts, pdf_style

STATE_HEIGHT = 24 * units.mm
REGION_HEIGHT = 25 * units.mm
REGION_WIDTH = 24 * units.mm

GOVERNMENT_SIZE = 14.0
OFFICE_SIZE = 16.0
ADDRESS_SIZE = 9.0


def flowables(head: letterhead.Letterhead, width: float) -> list[Any]:
    """The kop over the full width of the text, in points."""
    if head.arms is letterhead.Arms.STATE:
        return _state(head, width)
    lines = _lines(head, width - REGION_WIDTH)
    wide = any(
        pdf_fonts.width(line, pdf_fonts.bold(), size) > width - 2 * REGION_WIDTH
        for line, size in ((head.government, GOVERNMENT_SIZE), (head.office, OFFICE_SIZE))
    )
    right = 0.0 if wide else REGION_WIDTH
    table = Table(
        [[_picture(head.image, REGION_WIDTH - 2 * units.mm, REGION_HEIGHT), lines, ""]],
        colWidths=[REGION_WIDTH, width - REGION_WIDTH - right, right],
        style=[*pdf_style.BARE, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")],
        minRowHeights=[REGION_HEIGHT],
    )
    return [table, Spacer(0, 4), *_double_rule(width), Spacer(0, 14)]


def _state(head: letterhead.Letterhead, width: float) -> list[Any]:
    parts: list[Any] = [_picture(head.image, STATE_HEIGHT, STATE_HEIGHT), Spacer(0, 6), *_lines(head, width)]
    if head.address:
        parts += [Spacer(0, 4), *_double_rule(width)]
    return [*parts, Spacer(0, 14)]


def _lines(head: letterhead.Letterhead, width: float) -> list[Any]:
    parts: list[Any] = []
    for line, size, bold in (
        (head.government, GOVERNMENT_SIZE, False),
        (head.office, OFFICE_SIZE, True),
        *((line, ADDRESS_SIZE, False) for line in head.address),
    ):
        if line:
            style = pdf_style.text(_fitting(line, size, bold, width), document.Align.CENTER, bold, lead=1.18)
            parts.append(Paragraph(pdf_fonts.flowing(line), style))
    return parts


def _fitting(line: str, size: float, bold: bool, width: float) -> float:
    """A long name is set a little smaller before it is broken into two lines."""
    needed = pdf_fonts.width(line, pdf_fonts.bold() if bold else pdf_fonts.regular(), size)
    return size if needed <= width else max(size * width / needed, size * 0.75)


def _picture(image: bytes | None, width: float, height: float) -> Any:
    if image is None:
        return Spacer(width, height)
    across, up = letterhead.image_size(image)
    scale = min(width / across, height / up)
    return Image(io.BytesIO(image), width=across * scale, height=up * scale)


def _double_rule(width: float) -> list[Any]:
    return [
        HRFlowable(width=width, thickness=2.0, color="black", spaceBefore=0, spaceAfter=1.4, lineCap="butt"),
        HRFlowable(width=width, thickness=0.6, color="black", spaceBefore=0, spaceAfter=0, lineCap="butt"),
    ]
