# SPDX-License-Identifier: Apache-2.0
"""The fonts in a PDF, and plain text made safe for reportlab's paragraphs.

Liberation Sans has the measures of Arial, which the rules of offices ask for. It lacks ✓ and ⇄ and other
marks; all pictorial signs are taken from DejaVu Sans, so that they are of one size. What neither font
holds (emoji in a pasted message) is left out when it is a picture, and stands as □ when it is writing.
"""

import contextlib
import contextvars
import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.sax import saxutils

from reportlab.pdfbase import pdfmetrics, ttfonts

from desk_app.base import paths

FAMILY = "DeskSans"
REGULAR = "DeskSans"
BOLD = "DeskSans-Bold"
ITALIC = "DeskSans-Italic"
BOLD_ITALIC = "DeskSans-BoldItalic"
MARKS = "DeskMarks"

SANS: Final = "sans"
SERIF: Final = "serif"
BOOK: Final = "book"


class Family(NamedTuple):
    """Two fonts that belong together."""

    regular: str
    bold: str


FAMILIES: Final = {
    SANS: Family(REGULAR, BOLD),
    SERIF: Family("DeskSerif", "DeskSerif-Bold"),
    BOOK: Family("DeskBook", "DeskBook-Bold"),
}
"""The typefaces to choose from: as wide as Arial, as Times New Roman, as Bookman Old Style (legal products)."""

_CHOSEN: contextvars.ContextVar[Family] = contextvars.ContextVar("family", default=FAMILIES[SANS])

_FURTHER = {
    SERIF: ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
    BOOK: ("DeskBook-Regular.ttf", "DeskBook-Bold.ttf"),
}
"""The files of the typefaces that few offices choose."""

_FILES = {
    REGULAR: "LiberationSans-Regular.ttf",
    BOLD: "LiberationSans-Bold.ttf",
    ITALIC: "LiberationSans-Italic.ttf",
    BOLD_ITALIC: "LiberationSans-BoldItalic.ttf",
    MARKS: "DejaVuSans.ttf",
}

_FIRST_PICTURE, _LAST_PICTURE = 0x2190, 0x2BFF
_ORDINARY = re.compile(r"[\n -~\u00a0-\u00ac\u00ae-\u017f–—‘’“”…]*")


@functools.cache
def register() -> None:
    """Make the usual fonts known to reportlab; once a process."""
    for name, file in _FILES.items():
        _register(name, file)
    pdfmetrics.registerFontFamily(FAMILY, REGULAR, BOLD, ITALIC, BOLD_ITALIC)


@functools.cache
def register_family(family: str) -> None:
    """Make a typeface of `FAMILIES` known to reportlab; once a process."""
    register()
    if family in _FURTHER:
        for name, file in zip(FAMILIES[family], _FURTHER[family], strict=True):
            _register(name, file)
        regular, bold = FAMILIES[family]
        pdfmetrics.registerFontFamily(regular, regular, bold, regular, bold)


def _register(name: str, file: str) -> None:
    pdfmetrics.registerFont(ttfonts.TTFont(name, str(paths.resources() / "fonts" / file)))


@contextlib.contextmanager
def used(family: str) -> Iterator[None]:
    """What is set within is set in a typeface of `FAMILIES`."""
    register_family(family)
    token = _CHOSEN.set(FAMILIES[family])
    try:
        yield
    finally:
        _CHOSEN.reset(token)


def regular() -> str:
    """The upright font of the paper that is being set."""
    return _CHOSEN.get().regular


def bold() -> str:
    """The bold font of the paper that is being set."""
    return _CHOSEN.get().bold


def width(text: str, font: str, size: float) -> float:
    """How wide a text is, in points."""
    total = 0.0
    for piece, marks in pieces(text):
        total += float(pdfmetrics.stringWidth(piece, MARKS if marks else font, size))
    return total


def cleaned(text: str) -> str:
    """A text as it is drawn: what no font holds is gone, line breaks are kept."""
    if _ORDINARY.fullmatch(text):
        return text.strip("\n")
    return "".join(piece for piece, _ in pieces(text)).strip("\n")


def flowing(text: str) -> str:
    """Plain text as the mark-up of a paragraph: nothing in it is read as mark-up, line breaks are kept."""
    out = []
    for piece, marks in pieces(text):
        safe = saxutils.escape(piece)
        out.append(f'<font name="{MARKS}">{safe}</font>' if marks else safe)
    return "".join(out).strip("\n").replace("\n", "<br/>")


def pieces(text: str) -> list[tuple[str, bool]]:
    """The text in runs, each with whether it needs the font of marks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", "    ")
    if _ORDINARY.fullmatch(text):
        return [(text, False)]
    register()
    ours = pdfmetrics.getFont(REGULAR).face.charToGlyph
    marks = pdfmetrics.getFont(MARKS).face.charToGlyph
    runs: list[tuple[str, bool]] = []
    for sign in unicodedata.normalize("NFC", text):
        code = ord(sign)
        if sign != "\n" and unicodedata.category(sign) in ("Cf", "Cc"):
            continue
        if sign == "\n" or (code in ours and not _FIRST_PICTURE <= code <= _LAST_PICTURE):
            foreign = False
        elif code in marks:
            foreign = True
        elif unicodedata.category(sign) in ("So", "Sk", "Co", "Mn", "Me", "Cn", "Cs"):
            continue
        else:
            sign, foreign = "□", False
        if runs and runs[-1][1] == foreign:
            runs[-1] = (runs[-1][0] + sign, foreign)
        else:
            runs.append((sign, foreign))
    return runs
