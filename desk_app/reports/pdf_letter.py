# SPDX-License-Identifier: Apache-2.0
"""The parts of a letter as what reportlab lets flow: its opening, and points beside a label."""

from typing import Any

from reportlab.platypus import HRFlowable, KeepTogether, Paragraph, Spacer, Table

from desk_app.reports import document, pdf_fonts, pdf_style

LABEL = 68.0
"""Room for a label, in points: Menimbang, Dasar, Kepada and Untuk stand below each other."""

_COLON = 10.0
_MARK = 20.0
_DATED = 0.42
"""The part of the width in which place and date stand."""


class _Labelled(Paragraph):  # type: ignore[misc]
    """A paragraph set in, with a label at the margin on its first line; what goes over the page has none."""

    label = ""

    def split(self, width: float, height: float) -> list[Any]:
        parts: list[Any] = super().split(width, height)
        if parts:
            parts[0].label = self.label
        return parts

    def draw(self) -> None:
        if self.label:
            baseline = self.height - self.style.fontSize
            self.canv.setFont(pdf_fonts.regular(), self.style.fontSize)
            self.canv.drawString(0, baseline, self.label)
            self.canv.drawString(_room(self.label), baseline, ":")
        super().draw()


def points(block: document.Points, width: float) -> list[Any]:
    """A label with its points; a long one goes on over the page."""
    parts: list[Any] = []
    for place, one in enumerate(block.points):
        label = block.label if place == 0 else ""
        parts.append(_facts(one, label, block.label, width) if one.facts else _text(one, label, block.label))
    return [*parts, Spacer(0, 5)]


def opening(block: document.LetterOpening, width: float) -> list[Any]:
    """Facts on the left, place and date on the right of their first line, the addressee below."""
    plain = pdf_style.text()
    room = width * _DATED
    dated = Paragraph(pdf_fonts.flowing(block.dated), pdf_style.text(align=document.Align.RIGHT))
    label = _widest(block.facts)
    rows = [
        [
            Paragraph(pdf_fonts.flowing(one.label), plain),
            ":",
            Paragraph(pdf_fonts.flowing(one.value), plain) if one.value else "",
            dated if place == 0 else "",
        ]
        for place, one in enumerate(block.facts)
    ]
    head = Table(
        rows or [["", "", "", dated]],
        colWidths=[label, _COLON, width - room - label - _COLON, room],
        hAlign="LEFT",
        style=[
            *pdf_style.BARE,
            ("FONT", (0, 0), (-1, -1), pdf_fonts.regular(), pdf_style.BODY, pdf_style.BODY * 1.22),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ],
    )
    addressee = [Paragraph(pdf_fonts.flowing(line), plain) for line in block.addressee]
    return [head, Spacer(0, 14), *addressee, Spacer(0, 14 if addressee else 0)]


def rule(width: float) -> list[Any]:
    """A thin line."""
    return [HRFlowable(width=width, thickness=0.8, color="black", spaceBefore=2, spaceAfter=8, lineCap="butt")]


def _text(one: document.Point, label: str, whole: str) -> Any:
    mark = _room(whole) + _COLON
    style = pdf_style.text(align=document.Align.JUSTIFY, left=mark + (_MARK if one.mark else 0.0), after=3)
    bullet = f'<bullet indent="{mark}">{pdf_fonts.flowing(one.mark)}</bullet>' if one.mark else ""
    made = _Labelled(bullet + pdf_fonts.flowing(one.text), style)
    made.label = label
    return made


def _facts(one: document.Point, label: str, whole: str, width: float) -> Any:
    """Facts of one person, never parted by the end of a page."""
    plain = pdf_style.text()
    told = _widest(one.facts)
    mark = _MARK if one.mark else 0.0
    rows = [
        [
            label if place == 0 else "",
            ":" if place == 0 and label else "",
            one.mark if place == 0 else "",
            Paragraph(pdf_fonts.flowing(fact.label), plain),
            ":",
            Paragraph(pdf_fonts.flowing(fact.value), plain) if fact.value else "",
        ]
        for place, fact in enumerate(one.facts)
    ]
    before = _room(whole)
    table = Table(
        rows,
        colWidths=[before, _COLON, mark, told, _COLON, width - before - 2 * _COLON - mark - told],
        hAlign="LEFT",
        style=[
            *pdf_style.BARE,
            ("FONT", (0, 0), (-1, -1), pdf_fonts.regular(), pdf_style.BODY, pdf_style.BODY * 1.22),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ],
    )
    return KeepTogether([table, Spacer(0, 3)])


def _room(label: str) -> float:
    return max(LABEL, pdf_fonts.width(label, pdf_fonts.regular(), pdf_style.BODY) + 8)


def _widest(facts: tuple[document.Fact, ...]) -> float:
    return max((pdf_fonts.width(one.label, pdf_fonts.regular(), pdf_style.BODY) for one in facts), default=0.0) + 8
