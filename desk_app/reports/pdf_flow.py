# SPDX-License-Identifier: Apache-2.0
"""The blocks of a document as what reportlab lets flow over the pages."""

from typing import Any

from reportlab.lib import units
from reportlab.platypus import (
    CondPageBreak,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
)

from desk_app.reports import (
    document,
    pages,
    pdf_chart,
    pdf_contents,
    pdf_fonts,
    pdf_grid,
    pdf_head,
    pdf_letter,
    pdf_pictures,
    pdf_signature,
    pdf_style,
    pdf_table,
)

UPRIGHT = "upright"
ACROSS = "across"

_ENDLESS = 1e6
_MARK = 22.0
"""Indent of one level of clauses, in points."""


def story(paper: document.Document, upright: pages.PageSetup, across: pages.PageSetup) -> list[Any]:
    """All flowables in order; `outline` on a flowable names a bookmark."""
    sheet = across if paper.page.landscape else upright
    width, height = sheet.text_width * units.mm, sheet.text_height * units.mm
    parts: list[Any] = pdf_head.flowables(paper.head, width) if paper.head else []
    before: document.Block | None = None
    for place, block in enumerate(paper.blocks):
        match block:
            case document.PageBreak(landscape=landscape):
                sheet = across if landscape else upright
                width, height = sheet.text_width * units.mm, sheet.text_height * units.mm
                parts += [NextPageTemplate(ACROSS if landscape else UPRIGHT), PageBreak()]
            case document.Table():
                tail = _signed(paper, place + 1, width)
                grid = pdf_table.flowable(block, width, height, tail or None)
                if isinstance(before, document.Heading):
                    _begin_together(parts, grid, width)
                parts.append(grid)
            case document.SignatureBlock() if not isinstance(before, document.Table):
                _keep_with_text_before(parts, _signed(paper, place, width))
            case document.SignatureBlock():
                pass
            case document.Copies() if isinstance(before, document.SignatureBlock):
                pass
            case _:
                parts += _flow(block, width)
        before = block
    return parts or [Spacer(0, 1)]


def _signed(paper: document.Document, place: int, width: float) -> list[Any]:
    """The signature that begins there and the copies under it: alone on a sheet they would belong to nothing."""
    match paper.blocks[place : place + 2]:
        case (document.SignatureBlock() as signature, *following):
            manner, is_draft = paper.page.manner, paper.footer.is_draft
            parts = pdf_signature.flowables(signature, width, manner, is_draft=is_draft)
            for one in following:
                if isinstance(one, document.Copies):
                    parts += _copies(one.names, one.heading)
            return parts
        case _:
            return []


def _flow(block: document.Block, width: float) -> list[Any]:
    match block:
        case document.Title():
            return _title(block)
        case document.Chapter(mark=mark, text=text):
            return _chapter(mark, text)
        case document.Contents():
            title = Paragraph(pdf_fonts.flowing(block.heading), pdf_style.text(12.0, document.Align.CENTER, bold=True))
            return [PageBreak(), title, Spacer(0, 12), *pdf_contents.flowables(block, width)]
        case document.Heading(text=text, mark=mark):
            style = pdf_style.text(bold=True, left=_MARK if mark else 0, after=3)
            heading = Paragraph(_marked(mark, text), style)
            heading.outline = f"{mark} {text}".strip()
            return [CondPageBreak(38 * units.mm), Spacer(0, 7), heading]
        case document.Paragraph():
            return [_paragraph(block)]
        case document.Clause(mark=mark, text=text, level=level):
            style = pdf_style.text(align=document.Align.JUSTIFY, left=_MARK * (level + 1), after=3)
            return [Paragraph(_marked(mark, text, _MARK * level), style)]
        case document.Facts(rows=rows):
            return [_facts(rows, width), Spacer(0, 6)]
        case document.Points():
            return pdf_letter.points(block, width)
        case document.LetterOpening():
            return pdf_letter.opening(block, width)
        case document.Rule():
            return pdf_letter.rule(width)
        case document.AnnexHead():
            return _annex_head(block, width)
        case document.Copies(names=names, heading=heading):
            return [KeepTogether(_copies(names, heading))]
        case document.Pictures(pictures=pictures):
            return pdf_pictures.rows(pictures, width)
        case document.Figure(chart=chart):
            return [pdf_chart.ChartFlowable(chart, width)]
        case document.Space(height=height):
            return [Spacer(0, height * units.mm)]
        case _:
            raise TypeError(f"this block has no place on paper: {type(block).__name__}")


def _title(block: document.Title) -> list[Any]:
    style = pdf_style.text(12.0, document.Align.CENTER, bold=True)
    parts = [Paragraph(pdf_fonts.flowing(line), style) for line in block.lines]
    if block.number is not None:
        parts.append(
            Paragraph(pdf_fonts.flowing(f"NOMOR: {block.number}"), pdf_style.text(align=document.Align.CENTER))
        )
    return [*parts, Spacer(0, 12)]


def _chapter(mark: str, text: str) -> list[Any]:
    style = pdf_style.text(12.0, document.Align.CENTER, bold=True)
    first = Paragraph(pdf_fonts.flowing(mark), style)
    first.outline = f"{mark} {text}".strip()
    return [PageBreak(), first, Paragraph(pdf_fonts.flowing(text), style), Spacer(0, 12)]


def _paragraph(block: document.Paragraph) -> Any:
    if block.emphasis is document.Emphasis.NOTE:
        style = pdf_style.text(pdf_style.SMALL, block.align, after=3)
    else:
        bold = block.emphasis is document.Emphasis.BOLD
        first = 28.0 if block.indent else 0.0
        style = pdf_style.text(align=block.align, bold=bold, first=first, after=5)
    return Paragraph(pdf_fonts.flowing(block.text), style)


def _marked(mark: str, text: str, indent: float = 0.0) -> str:
    bullet = f'<bullet indent="{indent}">{pdf_fonts.flowing(mark)}</bullet>' if mark else ""
    return bullet + pdf_fonts.flowing(text)


def _facts(rows: tuple[document.Fact, ...], width: float, size: float = pdf_style.BODY) -> Any:
    style = pdf_style.text(size)
    label = max((pdf_fonts.width(row.label, pdf_fonts.regular(), size) for row in rows), default=0.0)
    label = min(label + 8, width * 0.4)
    cells = [
        [
            Paragraph(pdf_fonts.flowing(row.label), style),
            ":",
            Paragraph(pdf_fonts.flowing(row.value), style) if row.value else "",
        ]
        for row in rows
    ]
    return Table(
        cells,
        colWidths=[label, 9, width - label - 9],
        hAlign="LEFT",
        style=[
            *pdf_style.BARE,
            ("FONT", (0, 0), (-1, -1), pdf_fonts.regular(), size, size * 1.22),
            ("TOPPADDING", (0, 0), (-1, -1), 0.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ],
    )


def _annex_head(block: document.AnnexHead, width: float) -> list[Any]:
    room = width * 0.48
    heading = Paragraph(pdf_fonts.flowing(block.heading), pdf_style.text(10.0))
    lines = [Paragraph(pdf_fonts.flowing(line), pdf_style.text(10.0)) for line in block.lines]
    inside = [heading, *lines]
    if block.rows:
        inside.append(_facts(block.rows, room, 10.0))
    head = _right(inside, width, room)
    head.outline = block.heading
    return [head, Spacer(0, 12)]


def _right(inside: list[Any], width: float, room: float) -> Any:
    return Table(
        [["", inside]],
        colWidths=[width - room, room],
        style=pdf_style.BARE,
    )


class _Together(CondPageBreak):  # type: ignore[misc]
    """Room for a heading and for as much of the table under it as stands on a page at least."""

    def __init__(self, height: float, above: float, grid: pdf_grid.Grid) -> None:
        super().__init__(height)
        self._least, self._above, self._grid = height, above, grid

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.height = self._least if self._grid.begins_in(height - self._above) else height + 1
        size: tuple[float, float] = super().wrap(width, height)
        return size


def _begin_together(parts: list[Any], grid: pdf_grid.Grid, width: float) -> None:
    """A heading does not stand at the end of a page whose table begins on the next."""
    at = len(parts) - 3
    least, *above = parts[at:]
    tall = sum(one.wrap(width, _ENDLESS)[1] + one.getSpaceAfter() for one in above) + grid.spaceBefore
    parts[at] = _Together(least.height, tall, grid)


def _keep_with_text_before(parts: list[Any], signature: list[Any]) -> None:
    """A signature never stands alone on a page: the paragraph before it comes along."""
    before: list[Any] = []
    while parts and isinstance(parts[-1], Spacer):
        before.insert(0, parts.pop())
    if parts and isinstance(parts[-1], Paragraph):
        before.insert(0, parts.pop())
    heading: list[Any] = []
    if parts and hasattr(parts[-1], "outline") and isinstance(parts[-1], Paragraph):
        heading = parts[-3:]
        del parts[-3:]
    parts.append(pdf_signature.Closing([*heading[1:], *before, *signature], headed=len(heading[1:])))


def _copies(names: tuple[str, ...], heading: str) -> list[Any]:
    small = pdf_style.text(9.5)
    parts = [Paragraph(pdf_fonts.flowing(heading), small)]
    listed = pdf_style.text(9.5, left=16)
    for place, name in enumerate(names, start=1):
        end = "." if place == len(names) else ";"
        parts.append(Paragraph(_marked(f"{place}.", name.rstrip(".;") + end), listed))
    return parts
