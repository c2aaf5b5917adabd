# SPDX-License-Identifier: Apache-2.0
"""Sizes, spacing and shades of official paper: sober, black on white, thin rules."""

import functools

from reportlab.lib import colors, enums, styles

from desk_app.reports import document, pdf_fonts

BODY = 11.0
SMALL = 8.5
FOOT = 7.5
TABLE = 9.0
TABLE_LEAST = 6.0
"""A table too wide for its sheet is set smaller, down to this size."""

RULE = 0.4
SHADE = colors.Color(0.92, 0.92, 0.92)
GROUP_SHADE = colors.Color(0.965, 0.965, 0.965)
CELL = 3.0
"""Room left and right in a cell, in points."""

_ALIGN = {
    document.Align.LEFT: enums.TA_LEFT,
    document.Align.CENTER: enums.TA_CENTER,
    document.Align.RIGHT: enums.TA_RIGHT,
    document.Align.JUSTIFY: enums.TA_JUSTIFY,
}


BARE = (
    ("FONTNAME", (0, 0), (-1, -1), pdf_fonts.REGULAR),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 0),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
)
"""A table that only sets things beside each other; the font keeps Helvetica out of the file."""


def text(
    size: float = BODY,
    align: document.Align = document.Align.LEFT,
    bold: bool = False,
    left: float = 0.0,
    first: float = 0.0,
    after: float = 0.0,
    lead: float = 1.22,
) -> styles.ParagraphStyle:
    """One style of a paragraph; the same arguments give the same object."""
    return _style(pdf_fonts.bold() if bold else pdf_fonts.regular(), size, align, left, first, after, lead)


@functools.cache
def _style(
    font: str, size: float, align: document.Align, left: float, first: float, after: float, lead: float
) -> styles.ParagraphStyle:
    return styles.ParagraphStyle(
        "text",
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        bulletFontSize=size,
        leading=size * lead,
        alignment=_ALIGN[align],
        leftIndent=left,
        firstLineIndent=first,
        spaceAfter=after,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
    )
