# SPDX-License-Identifier: Apache-2.0
"""Slips on paper: each the same part of the height of the sheet, with a line to cut along."""

from typing import Any

from reportlab.lib import colors, units
from reportlab.platypus import Flowable, Paragraph, Spacer, Table

from desk_app.reports import document, form_parts, pages, pdf_code, pdf_fitted, pdf_fonts, pdf_style

_LETTERS = 17.0
_CUT = colors.Color(0.45, 0.45, 0.45)


class CutSlip(Flowable):  # type: ignore[misc]
    """One slip: its content drawn smaller where it would not fit, and a dashed line to the edges of the sheet."""

    def __init__(self, slip: form_parts.Slip, width: float, height: float, sheet: pages.PageSetup) -> None:
        super().__init__()
        self._slip = slip
        self._size = (width, height - 0.2)
        self._left = sheet.inner.left * units.mm
        self._right = (sheet.width - sheet.inner.left) * units.mm

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self._size

    def draw(self) -> None:
        width, height = self._size
        inside = pdf_fitted.Fitted(lambda factor: self._content(width * factor), width, height - 16)
        inside.wrapOn(self.canv, width, height)
        inside.drawOn(self.canv, 0, height - 8 - inside.tall)
        self.canv.saveState()
        self.canv.setStrokeColor(_CUT)
        self.canv.setLineWidth(0.6)
        self.canv.setDash(4, 3)
        self.canv.line(-self._left, 0, self._right, 0)
        self.canv.restoreState()
        self.canv.setFont(pdf_fonts.MARKS, 10)
        self.canv.drawString(-18, -3.5, "✂")

    def _content(self, width: float) -> list[Any]:
        slip = self._slip
        head = Table(
            [
                [
                    Paragraph(pdf_fonts.flowing(slip.title), pdf_style.text(11.0, bold=True)),
                    Paragraph(pdf_fonts.flowing(slip.issuer), pdf_style.text(8.0, document.Align.RIGHT)),
                ]
            ],
            colWidths=[width * 0.42, width * 0.58],
            style=[*pdf_style.BARE, ("LINEBELOW", (0, 0), (-1, 0), pdf_style.RULE, "black")],
        )
        parts: list[Any] = [head, Spacer(0, 3)]
        if slip.facts:
            parts += [_facts(slip.facts, width), Spacer(0, 3)]
        if slip.code is not None:
            parts += [pdf_code.CodeCells(slip.code, width, _LETTERS, rows=1), Spacer(0, 4)]
        for place, step in enumerate(slip.steps, start=1):
            style = pdf_style.text(9.0, left=12)
            parts.append(Paragraph(f"<bullet>{place}.</bullet>{pdf_fonts.flowing(step)}", style))
        parts += [Spacer(0, 2), _paragraph(slip.warning, 9.0, bold=True)]
        return parts


def _facts(facts: tuple[document.Fact, ...], width: float) -> Any:
    rows = [
        [_paragraph(fact.label, 9.5), ":", _paragraph(fact.value, 9.5, bold=place == 0)]
        for place, fact in enumerate(facts)
    ]
    label = 62.0
    return Table(
        rows,
        colWidths=[label, 9, width - label - 9],
        style=[*pdf_style.BARE, ("FONTSIZE", (0, 0), (-1, -1), 9.5), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)],
    )


def _paragraph(text: str, size: float, *, bold: bool = False) -> Any:
    return Paragraph(pdf_fonts.flowing(text), pdf_style.text(size, bold=bold))
