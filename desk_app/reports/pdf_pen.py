# SPDX-License-Identifier: Apache-2.0
"""Lines of text as the operators of a page, without a paragraph or a text object for each."""

from collections.abc import Callable, Sequence
from typing import Any

from reportlab.pdfbase import pdfmetrics

from desk_app.reports import document, pdf_fonts, pdf_lines


class Pen:
    """Writes text into the operators of one canvas; the fonts are known to the file from then on."""

    def __init__(self, canvas: Any) -> None:
        self._document = canvas._doc
        self._escape: Callable[[bytes], str] = canvas._escape
        self._names: dict[str, str] = {}

    def name(self, font: str) -> str:
        """What a font is called in the file, for its ASCII letters."""
        found = self._names.get(font)
        if found is None:
            known = pdfmetrics.getFont(font)
            known.splitString(" ", self._document)
            found = self._names[font] = known.getSubsetInternalName(0, self._document)
        return found

    def shown(self, text: str, font: str, size: float) -> str:
        """The operators that show a text where the pen stands in that font; it is the font afterwards, too."""
        if text.isascii():
            if "\\" in text or "(" in text or ")" in text:
                text = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            return f"({text}) Tj"
        out: list[str] = []
        own = now = self.name(font)
        for piece, marks in pdf_fonts.pieces(text):
            known = pdfmetrics.getFont(pdf_fonts.MARKS if marks else font)
            for subset, raw in known.splitString(piece, self._document):
                name = known.getSubsetInternalName(subset, self._document)
                if name != now:
                    out.append(f"{name} {size:g} Tf")
                    now = name
                out.append(f"({self._escape(raw)}) Tj")
        if now != own:
            out.append(f"{own} {size:g} Tf")
        return " ".join(out)


def cell(
    out: list[str],
    pen: Pen,
    lines: Sequence[pdf_lines.Line],
    font: str,
    size: float,
    leading: float,
    align: document.Align,
    left: float,
    room: float,
    baseline: float,
) -> None:
    """Add the lines of one cell to the operators; `left` and `room` are those of its text."""
    shown = pen.shown
    if align is document.Align.LEFT:
        out.append(f"1 0 0 1 {left:.2f} {baseline:.2f} Tm {shown(lines[0].text, font, size)}")
        out += [f"0 {-leading:.3f} Td {shown(line.text, font, size)}" for line in lines[1:]]
        return
    for line in lines:
        start = left
        spare = room - line.units * size / 1000
        if align is document.Align.RIGHT:
            start += spare
        elif align is document.Align.CENTER:
            start += spare / 2
        words = line.text.count(" ") + line.text.count("\u00a0")
        stretched = align is document.Align.JUSTIFY and not line.last and words and spare > 0
        before, after = (f"{spare / words:.3f} Tw ", " 0 Tw") if stretched else ("", "")
        out.append(f"{before}1 0 0 1 {start:.2f} {baseline:.2f} Tm {shown(line.text, font, size)}{after}")
        baseline -= leading
