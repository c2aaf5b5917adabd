# SPDX-License-Identifier: Apache-2.0
"""The list of contents: first set without its pages, then again with those that were found."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import Flowable, Spacer

from desk_app.reports import document, pdf_fonts, pdf_style

_LINE = pdf_style.BODY * 1.5
_INDENT = 22.0


def asked(paper: document.Document) -> bool:
    """Whether a document wants a list of its contents."""
    return any(isinstance(block, document.Contents) for block in paper.blocks)


def filled(paper: document.Document, found: Sequence[int]) -> document.Document:
    """The document with its list of contents; `found`: on which page each of its entries stands, none on the first way.

    Every entry has a bookmark, and there are no others: chapters, headings and annexes.
    """
    blocks = tuple(
        dataclasses.replace(block, lines=tuple(_lines(paper, found))) if isinstance(block, document.Contents) else block
        for block in paper.blocks
    )
    return dataclasses.replace(paper, blocks=blocks)


def _lines(paper: document.Document, found: Sequence[int]) -> Iterator[document.ContentsLine]:
    pages = iter(found)
    for block in paper.blocks:
        match block:
            case document.Chapter(mark=mark, text=text):
                words, level = f"{mark} {text}".strip(), 0
            case document.AnnexHead(heading=heading, lines=lines):
                words, level = " ".join((heading, *lines[:1])), 0
            case document.Heading(mark=mark, text=text):
                words, level = f"{mark} {text}".strip(), 1
            case _:
                continue
        yield document.ContentsLine(words, level, next(pages, 0))


def flowables(block: document.Contents, width: float) -> list[Any]:
    """The list, a line for each entry with dots up to its page."""
    return [*(_Line(line, width) for line in block.lines), Spacer(0, 8)]


class _Line(Flowable):  # type: ignore[misc]
    def __init__(self, line: document.ContentsLine, width: float) -> None:
        super().__init__()
        self._line = line
        self.width, self.height = width, _LINE

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        size = pdf_style.BODY
        font = pdf_fonts.regular() if self._line.level else pdf_fonts.bold()
        left = _INDENT * self._line.level
        page = str(self._line.page or "")
        right = self.width - pdf_fonts.width("000", font, size)
        words = self._line.text
        while words and pdf_fonts.width(words, font, size) > right - left - 20:
            words = words[:-1]
        words = words if words == self._line.text else f"{words.rstrip()}…"
        self.canv.setFont(font, size)
        self.canv.drawString(left, size * 0.3, words)
        self.canv.drawRightString(self.width, size * 0.3, page)
        dot = pdf_fonts.width(" .", font, size)
        start = left + pdf_fonts.width(words, font, size) + 4
        count = max(int((right - start) / dot), 0)
        self.canv.drawRightString(right, size * 0.3, " ." * count)
