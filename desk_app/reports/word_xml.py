# SPDX-License-Identifier: Apache-2.0
"""Paragraphs and tables in the language of a Word file (WordprocessingML), as text; lengths are points.

The text of a clerk is escaped here and nowhere else. The order of the elements is that of ECMA-376: Word refuses a
file in which a property stands at another place.
"""

import contextlib
import contextvars
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax import saxutils

from desk_app.reports import document

BODY: Final = 11.0
SMALL: Final = 8.5
CELL: Final = 3.0
"""Room left and right in a cell of a table with rules."""
SHADE: Final = "EBEBEB"
GROUP_SHADE: Final = "F6F6F6"

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture"'
)
_ALIGN = {
    document.Align.LEFT: "left",
    document.Align.CENTER: "center",
    document.Align.RIGHT: "right",
    document.Align.JUSTIFY: "both",
}

_SCALE: contextvars.ContextVar[float] = contextvars.ContextVar("scale", default=1.0)


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph stands. `keep`: on the page of the next one; `whole`: never parted; `exact`: height of a line.

    `first`: of the first line, to the right or (negative) to the left of `left`. `stops`: tabs, from the margin.
    """

    size: float = BODY
    bold: bool = False
    align: document.Align = document.Align.LEFT
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    whole: bool = False
    exact: float = 0.0
    stops: tuple[float, ...] = ()
    style: str = ""
    rule: int = 0
    """How strong the line below is, in eighths of a point."""
    rule_above: int = 0
    font: str = ""
    spaced: float = 0.0
    """Room between letters."""
    new_page: bool = False
    outline: int = 0
    """In the list of contents: of a chapter 1, of a heading 2."""


def plain(text: str) -> str:
    """Text without what no XML may hold and without signs that only turn the writing round."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isprintable():
        return text
    return "".join(
        sign
        for sign in text
        if sign in "\n\t" or (unicodedata.category(sign) not in ("Cc", "Cf", "Cs") and sign not in "\ufffe\uffff")
    )


def paragraph(text: str, look: Look, section: str = "") -> str:
    """One paragraph; a line break in the text is one on paper, a tab goes to the next stop."""
    return f"<w:p>{_properties(look, section)}{run(text, look) if text else ''}</w:p>"


def holding(inside: str, look: Look) -> str:
    """A paragraph around runs that are made already."""
    return f"<w:p>{_properties(look)}{inside}</w:p>"


def run(text: str, look: Look) -> str:
    """Text in one look of its letters."""
    out: list[str] = []
    for line_place, line in enumerate(plain(text).split("\n")):
        out += ["<w:br/>"] if line_place else []
        for place, piece in enumerate(line.split("\t")):
            out += ["<w:tab/>"] if place else []
            out += [f'<w:t xml:space="preserve">{saxutils.escape(piece)}</w:t>'] if piece else []
    return f"<w:r>{_letters(look)}{''.join(out)}</w:r>"


def field(name: str, look: Look) -> str:
    """What Word reckons itself: PAGE, NUMPAGES."""
    return f'<w:fldSimple w:instr=" {name} "><w:r>{_letters(look)}<w:t>1</w:t></w:r></w:fldSimple>'


def contents(lines: Sequence[tuple[str, Look]]) -> str:
    """The list of contents: what it holds now; Word puts the pages in when its fields are brought up to date (F9)."""
    begun = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o '
        '"1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    ended = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    told = [*lines] or [("", Look())]
    return "".join(
        holding((begun if place == 0 else "") + run(text, look) + (ended if place == len(told) - 1 else ""), look)
        for place, (text, look) in enumerate(told)
    )


def double_rule() -> str:
    """A thick line over a thin one, as under a kop; two lines of one paragraph, which all programs draw alike."""
    return paragraph("", Look(size=1.0, exact=1.4, rule=5, rule_above=16))


def gap(height: float, *, keep: bool = False, section: str = "") -> str:
    """Empty room; also what must stand between two tables so that Word does not make them one."""
    return paragraph("", Look(size=1.0, exact=max(height, 1.0), keep=keep), section)


def table(widths: Sequence[float], rows: Sequence[str], *, ruled: bool = True, indent: float = 0.0) -> str:
    """A table of fixed widths; without rules it only sets things beside each other."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    kind = 'w:val="single" w:sz="4" w:space="0" w:color="000000"' if ruled else 'w:val="nil"'
    borders = "".join(f"<w:{side} {kind}/>" for side in sides)
    room = twips(CELL) if ruled else 0
    margins = "".join(f'<w:{side} w:w="{room}" w:type="dxa"/>' for side in ("left", "right"))
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(twips(width) for width in widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{twips(indent)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(cells: Sequence[str], *, heading: bool = False, whole: bool = True, least: float = 0.0) -> str:
    """A row; `heading`: repeated on every page; `whole`: not parted; `least`: how high it is at least."""
    told = "<w:cantSplit/>" if whole else ""
    told += f'<w:trHeight w:val="{twips(least)}" w:hRule="atLeast"/>' if least else ""
    told += "<w:tblHeader/>" if heading else ""
    return f"<w:tr>{f'<w:trPr>{told}</w:trPr>' if told else ''}{''.join(cells)}</w:tr>"


def cell(
    inside: str, width: float, *, span: int = 1, merged: str = "", shade: str = "", middle: bool = False
) -> str:
    """A cell around paragraphs; `merged`: "restart" or "continue" of a cell over several rows."""
    told = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
    told += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    told += f'<w:vMerge w:val="{merged}"/>' if merged else ""
    told += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    told += '<w:vAlign w:val="center"/>' if middle else ""
    return f"<w:tc><w:tcPr>{told}</w:tcPr>{inside or paragraph('', Look())}</w:tc>"


@contextlib.contextmanager
def smaller(scale: float) -> Iterator[None]:
    """What is written within is drawn smaller: letters and lengths alike."""
    token = _SCALE.set(scale)
    try:
        yield
    finally:
        _SCALE.reset(token)


def scale() -> float:
    """How much smaller than in full size it is drawn."""
    return _SCALE.get()


def twips(points: float) -> int:
    """Twentieths of a point, in which Word measures."""
    return round(points * 20 * _SCALE.get())


def _properties(look: Look, section: str = "") -> str:
    told = f'<w:pStyle w:val="{look.style}"/>' if look.style else ""
    told += "<w:keepNext/>" if look.keep else ""
    told += "<w:keepLines/>" if look.whole else ""
    told += "<w:pageBreakBefore/>" if look.new_page else ""
    if look.rule:
        told += f"<w:pBdr>{_line('top', look.rule_above)}{_line('bottom', look.rule)}</w:pBdr>"
    if look.stops:
        told += f"<w:tabs>{''.join(_stop(place) for place in look.stops)}</w:tabs>"
    line = f' w:line="{twips(look.exact)}" w:lineRule="exact"' if look.exact else ""
    told += f'<w:spacing w:before="{twips(look.before)}" w:after="{twips(look.after)}"{line}/>'
    if look.left or look.right or look.first:
        first = f' w:firstLine="{twips(look.first)}"' if look.first > 0 else ""
        first = f' w:hanging="{twips(-look.first)}"' if look.first < 0 else first
        told += f'<w:ind w:left="{twips(look.left)}" w:right="{twips(look.right)}"{first}/>'
    told += f'<w:jc w:val="{_ALIGN[look.align]}"/>'
    told += f'<w:outlineLvl w:val="{look.outline - 1}"/>' if look.outline else ""
    return f"<w:pPr>{told}{_letters(look)}{section}</w:pPr>"


def _line(side: str, strong: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{strong}" w:space="0" w:color="000000"/>' if strong else ""


def _stop(place: float) -> str:
    """A tab at a place from the left margin; a negative one is set to the right."""
    kind = "right" if place < 0 else "left"
    return f'<w:tab w:val="{kind}" w:pos="{twips(abs(place))}"/>'


def _letters(look: Look) -> str:
    told = f'<w:rFonts w:ascii="{look.font}" w:hAnsi="{look.font}" w:cs="{look.font}"/>' if look.font else ""
    told += "<w:b/><w:bCs/>" if look.bold else ""
    told += f'<w:spacing w:val="{twips(look.spaced)}"/>' if look.spaced else ""
    # Words were measured at full size: drawn smaller, they must not become wider by rounding.
    half = round(look.size * 2) if _SCALE.get() == 1.0 else int(look.size * 2 * _SCALE.get())
    told += f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if half != round(BODY * 2) else ""
    return f"<w:rPr>{told}</w:rPr>" if told else ""
