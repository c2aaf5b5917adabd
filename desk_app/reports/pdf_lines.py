# SPDX-License-Identifier: Apache-2.0
"""Plain text broken into lines, quickly: the widths of words are kept, so that a long table measures each but once.

A no-break space holds its words together; a word wider than its line is broken, where it can after a sign.
"""

import functools
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics

from desk_app.reports import pdf_fonts

_MOST_WORDS = 60_000
"""So many are remembered of a font before the memory begins anew."""

_SEAMS = "/-_.,;:@"
"""After these a word that is too wide is rather broken."""


class Line(NamedTuple):
    """One line: `units` is its width in thousandths of the size; `last` of its paragraph, which is never stretched."""

    text: str
    units: float
    last: bool


class Ruler:
    """Measures the words of one font in thousandths of its size."""

    def __init__(self, font: str) -> None:
        pdf_fonts.register()
        self._font = font
        self._widths = pdfmetrics.getFont(font).face.charWidths
        self._known: dict[str, float] = {}
        self.space: float = self.word(" ")

    def word(self, word: str) -> float:
        """How wide one word is; what the font lacks is measured in the font of marks."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _MOST_WORDS:
                self._known = {}
            try:
                found = float(sum([self._widths[ord(sign)] for sign in word])) if word.isascii() else None
            except KeyError:
                found = None
            if found is None:
                found = pdf_fonts.width(word, self._font, 1000)
            self._known[word] = found
        return found

    def lines(self, text: str, limit: float) -> list[Line]:
        """A cleaned text in lines of at most `limit`; at least one line."""
        out: list[Line] = []
        space, known = self.space, self._known
        for paragraph in text.split("\n"):
            words: list[str] = []
            used = -space
            for word in paragraph.split(" "):
                if not word:
                    continue
                wide = known.get(word)
                if wide is None:
                    wide = self.word(word)
                    known = self._known
                if used + space + wide <= limit:
                    used += space + wide
                    words.append(word)
                    continue
                if words:
                    out.append(Line(" ".join(words), used, False))
                *whole, word = self._pieces(word, limit) if wide > limit else (word,)
                out += [Line(piece, self.word(piece), False) for piece in whole]
                words, used = [word], self.word(word)
            out.append(Line(" ".join(words), max(used, 0.0), True))
        return out

    def _pieces(self, word: str, limit: float) -> list[str]:
        """A word that is wider than a line in parts that are not: each has a sign at least."""
        found = []
        while len(word) > 1 and self.word(word) > limit:
            end = 1
            while end < len(word) and self.word(word[: end + 1]) <= limit:
                end += 1
            seam = max(word.rfind(sign, end // 2, end) for sign in _SEAMS) + 1
            cut = seam if seam > end // 2 else end
            found.append(word[:cut])
            word = word[cut:]
        return [*found, word]


@functools.cache
def ruler(font: str) -> Ruler:
    """The ruler of a font."""
    return Ruler(font)
