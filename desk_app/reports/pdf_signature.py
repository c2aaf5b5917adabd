# SPDX-License-Identifier: Apache-2.0
"""Where a paper is signed: lines above, room for pen and stamp or an empty frame, name, and initials on a draft."""

from typing import Any

from reportlab.lib import units
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table

from desk_app.reports import document, pages, pdf_fonts, pdf_style

_WIDEST = 90 * units.mm
_FRAME = (60 * units.mm, 1.5 * units.mm)
"""How wide the frame for an electronic signature is, and how much free room is left above and below it."""

_LAST_LINES = 3
"""So many lines of a paragraph stand with the signature after it, and so many before the page ends."""

_HEADINGS = ("Paraf hierarki", "Paraf", "Tanggal")
_INITIALS_HIGH = 9 * units.mm


class _Frame(Flowable):  # type: ignore[misc]
    """An empty frame in which the office's own system puts its electronic signature; nothing is drawn in it."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.width, self.height = width, height

    def draw(self) -> None:
        gap = _FRAME[1]
        self.canv.saveState()
        self.canv.setLineWidth(pdf_style.RULE)
        self.canv.rect(0, gap, self.width, self.height - 2 * gap)
        self.canv.restoreState()


class Closing(KeepTogether):  # type: ignore[misc]
    """A paragraph and the signature after it on one page; of a long paragraph at least the last lines.

    `headed`: so many of the parts are the heading of the paragraph, which stays with its first lines.
    """

    def __init__(self, parts: list[Any], headed: int = 0) -> None:
        super().__init__(parts)
        self._headed = headed

    def split(self, width: float, height: float) -> list[Any]:
        heading = self._content[: self._headed]
        first, *rest = self._content[self._headed :]
        if height < self._H and isinstance(first, Paragraph):
            line = first.style.leading
            _, tall = first.wrap(width, 1e6)
            above = sum(one.wrap(width, 1e6)[1] + one.getSpaceAfter() for one in heading)
            room = min(height - above, tall - _LAST_LINES * line)
            halves = first.split(width, room) if room >= _LAST_LINES * line else []
            if len(halves) == 2:
                return [*heading, halves[0], Closing([halves[1], *rest])]
        parts: list[Any] = super().split(width, height)
        return parts


def flowables(block: document.SignatureBlock, width: float, manner: pages.Manner, *, is_draft: bool) -> list[Any]:
    """The block in the right half; on a draft the initials of those who see it first stand left of it."""
    room = min(width * 0.52, _WIDEST)
    left: Any = ""
    if is_draft and manner.initials:
        left = _initials(manner.initials[: pages.MOST_INITIALS], width - room - 6 * units.mm)
    inside = _lines(block, manner, room)
    style = [*pdf_style.BARE, ("VALIGN", (0, 0), (0, 0), "BOTTOM")]
    table = Table([[left, inside]], colWidths=[width - room, room], style=style)
    return [Spacer(0, 14), table, Spacer(0, 8)]


def _lines(block: document.SignatureBlock, manner: pages.Manner, room: float) -> list[Any]:
    plain = pdf_style.text()
    inside: list[Any] = [Paragraph(pdf_fonts.flowing(line), plain) for line in block.place_and_date]
    if block.place_and_date:
        inside.append(Spacer(0, 4))
    inside += [Paragraph(pdf_fonts.flowing(line), plain) for line in block.office]
    high = block.room * units.mm
    inside.append(_Frame(min(_FRAME[0], room), high) if manner.electronic else Spacer(0, high))
    inside.append(Paragraph(pdf_fonts.flowing(block.name), pdf_style.text(bold=True)))
    inside += [Paragraph(pdf_fonts.flowing(line), plain) for line in block.below]
    return inside


def _initials(offices: tuple[str, ...], width: float) -> Any:
    small = pdf_style.text(8.0)
    centred = pdf_style.text(8.0, document.Align.CENTER)
    rows: list[list[Any]] = [[Paragraph(_HEADINGS[0], small), *(Paragraph(title, centred) for title in _HEADINGS[1:])]]
    rows += [[Paragraph(pdf_fonts.flowing(office), small), "", ""] for office in offices]
    return Table(
        rows,
        colWidths=[width * 0.5, width * 0.22, width * 0.28],
        hAlign="LEFT",
        minRowHeights=[0, *[_INITIALS_HIGH] * len(offices)],
        style=[
            ("FONT", (0, 0), (-1, -1), pdf_fonts.regular(), 8.0),
            ("GRID", (0, 0), (-1, -1), pdf_style.RULE, "black"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("BACKGROUND", (0, 0), (-1, 0), pdf_style.SHADE),
            ("LEFTPADDING", (0, 0), (-1, -1), pdf_style.CELL),
            ("RIGHTPADDING", (0, 0), (-1, -1), pdf_style.CELL),
            ("TOPPADDING", (0, 0), (-1, -1), 1.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
        ],
    )
