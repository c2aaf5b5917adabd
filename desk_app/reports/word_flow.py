# SPDX-License-Identifier: Apache-2.0
"""The blocks of a document as the body of a Word file, in order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desk_app.reports import (
    document,
    form_parts,
    pages,
    word_head,
    word_letter,
    word_pictures,
    word_signature,
    word_table,
)
from desk_app.reports import word_xml as xml

CHAPTER, HEADING = "Heading1", "Heading2"
_MM = 72 / 25.4
_MARK = 22.0
_FIRST = 28.0
_SECTION = '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'
_BLOCK_FONT = "Courier New"
_BLOCK_SIZE = 17.0


def body(paper: document.Document, album: word_pictures.Album) -> tuple[str, list[bool]]:
    """The body, and for each of its sections whether it lies across."""
    across = [paper.page.landscape]
    width = _width(paper.page, across[-1])
    made = word_head.parts(paper.head, width, album) if paper.head else []
    blocks = paper.blocks
    for place, block in enumerate(blocks):
        after = blocks[place + 1 :]
        if not isinstance(block, document.PageBreak):
            made += _flow(block, width, after, album, paper)
        elif made:
            made.append(xml.gap(1, section=_SECTION))
            across.append(block.landscape)
            width = _width(paper.page, block.landscape)
        else:
            across[-1] = block.landscape
            width = _width(paper.page, block.landscape)
    return "".join(made or [xml.gap(1)]), across


def _width(setup: pages.PageSetup, landscape: bool) -> float:
    return replace(setup, landscape=landscape).text_width * _MM


def _flow(
    block: document.Block,
    width: float,
    after: Sequence[document.Block],
    album: word_pictures.Album,
    paper: document.Document,
) -> list[str]:
    following = after[0] if after else None
    keep = isinstance(following, document.SignatureBlock | form_parts.Signatures)
    match block:
        case document.Title(lines=lines, number=number):
            return _title(lines, number)
        case document.Chapter(mark=mark, text=text):
            look = xml.Look(12.0, True, document.Align.CENTER, after=12, keep=True, style=CHAPTER, new_page=True)
            return [xml.paragraph(f"{mark}\n{text}", look)]
        case document.Contents(heading=heading):
            look = xml.Look(12.0, True, document.Align.CENTER, after=12, new_page=True)
            return [xml.paragraph(heading, look), xml.contents([*_listed(after)])]
        case document.Heading(text=text, mark=mark):
            look = xml.Look(bold=True, left=_MARK if mark else 0, first=-_MARK if mark else 0, style=HEADING, before=7)
            return [xml.paragraph(f"{mark}\t{text}" if mark else text, _stopped(look, after=3, keep=True))]
        case document.Paragraph():
            return [_paragraph(block, keep)]
        case document.Clause(mark=mark, text=text, level=level):
            left = _MARK * (level + 1)
            look = xml.Look(align=document.Align.JUSTIFY, left=left, first=-_MARK)
            return [xml.paragraph(f"{mark}\t{text}", _stopped(look, after=3, keep=keep))]
        case document.Facts(rows=rows):
            return [word_letter.facts(rows, width), xml.gap(6, keep=keep)] if rows else []
        case document.Points():
            return word_letter.points(block, width)
        case document.LetterOpening():
            return word_letter.opening(block, width)
        case document.Rule():
            return [xml.paragraph("", xml.Look(1.0, exact=4, after=8, rule=6))]
        case form_parts.CodeBlocks():
            return _code(block, width, keep)
        case form_parts.Signatures():
            return word_signature.beside_each_other(block, width)
        case document.Table():
            return [word_table.rows_of(block, width, keep=keep), xml.gap(6, keep=keep)]
        case document.AnnexHead():
            return word_letter.annex_head(block, width)
        case document.SignatureBlock():
            copied = isinstance(following, document.Copies)
            initials = paper.page.manner.initials if paper.footer.is_draft else ()
            return word_signature.of(block, width, paper.page.manner, initials, copied=copied)
        case document.Copies(names=names, heading=heading):
            return word_letter.copies(names, heading)
        case document.Pictures(pictures=pictures):
            return album.rows(pictures, width)
        case document.Figure(chart=chart):
            return [xml.holding(album.chart(chart, width), xml.Look(after=8))]
        case document.Space(height=height):
            return [xml.gap(height * _MM, keep=keep)] if height else []
        case _:
            raise TypeError(f"this block has no place in Word: {type(block).__name__}")


def _listed(blocks: Sequence[document.Block]) -> Iterator[tuple[str, xml.Look]]:
    """The lines of a list of contents, each as it stands there."""
    for block in blocks:
        match block:
            case document.Chapter(mark=mark, text=text) | document.Heading(mark=mark, text=text):
                is_chapter = isinstance(block, document.Chapter)
                yield f"{mark} {text}".strip(), xml.Look(bold=is_chapter, left=0.0 if is_chapter else _MARK, after=2)
            case document.AnnexHead(heading=heading):
                yield heading, xml.Look(bold=True, after=2)


def _stopped(look: xml.Look, after: float, keep: bool) -> xml.Look:
    """With the tab behind its mark, where there is one."""
    return replace(look, after=after, keep=keep, stops=(look.left,) if look.first < 0 else ())


def _title(lines: Sequence[str], number: str | None) -> list[str]:
    made = [xml.paragraph(line, xml.Look(12.0, True, document.Align.CENTER, keep=True)) for line in lines]
    if number is not None:
        made.append(xml.paragraph(f"NOMOR: {number}", xml.Look(align=document.Align.CENTER, keep=True)))
    return [*made, xml.gap(12, keep=True)]


def _paragraph(block: document.Paragraph, keep: bool) -> str:
    if block.emphasis is document.Emphasis.NOTE:
        return xml.paragraph(block.text, xml.Look(xml.SMALL, align=block.align, after=3, keep=keep))
    bold = block.emphasis is document.Emphasis.BOLD
    first = _FIRST if block.indent else 0.0
    return xml.paragraph(block.text, xml.Look(bold=bold, align=block.align, first=first, after=5, keep=keep))


def _code(block: form_parts.CodeBlocks, width: float, keep: bool) -> list[str]:
    """A code in numbered blocks, four beside each other."""
    made = [xml.gap(6, keep=True)]
    if block.title:
        made.append(xml.paragraph(block.title, xml.Look(bold=True, after=3, keep=True)))
    longest = max(len(letters) for letters in block.blocks)
    beside = max(1, min(len(block.blocks), int(width // (_BLOCK_SIZE * 0.7 * (longest + 1)))))
    beside = -(-len(block.blocks) // -(-len(block.blocks) // beside))
    wide = width / beside
    rows = []
    for start in range(0, len(block.blocks), beside):
        cells = []
        for place in range(start, start + beside):
            letters = block.blocks[place] if place < len(block.blocks) else ""
            label = xml.paragraph(f"Blok {place + 1}" if letters else "", xml.Look(7.0, keep=True))
            large = xml.Look(_BLOCK_SIZE, True, after=2, keep=True, font=_BLOCK_FONT, spaced=1.0)
            cells.append(xml.cell(label + xml.paragraph(letters, large), wide))
        rows.append(xml.row(cells))
    made += [xml.table([wide] * beside, rows), xml.gap(4, keep=keep or bool(block.note))]
    if block.note:
        made.append(xml.paragraph(block.note, xml.Look(xml.SMALL, after=3, keep=keep)))
    return made
