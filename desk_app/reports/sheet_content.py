# SPDX-License-Identifier: Apache-2.0
"""What a workbook of a document says, sheet by sheet: each table with the lines that stood over it and its notes."""

from dataclasses import dataclass, replace

from desk_app.reports import document, form_parts

_LONGEST_NAME = 31
_NOT_DATA = (form_parts.CodeBlocks, form_parts.Signatures, form_parts.Slip)


@dataclass(frozen=True, slots=True)
class Page:
    """What one sheet says: lines above the table and below it; `landscape`: how it lies in the printer."""

    name: str
    table: document.Table
    above: tuple[str, ...]
    below: tuple[str, ...] = ()
    landscape: bool = False


def pages_of(paper: document.Document) -> list[Page]:
    """Each table with what stands over it (title, number, heading, facts) and its notes."""
    found: list[Page] = []
    title: tuple[str, ...] = (paper.title,)
    heading, facts, across = "", list[str](), paper.page.landscape
    for block in paper.blocks:
        match block:
            case document.Title(lines=lines, number=number):
                title, heading = (" ".join(lines), *([f"Nomor: {number}"] if number else [])), ""
            case document.Heading(text=text, mark=mark):
                heading = f"{mark} {text}".strip()
            case document.Facts(rows=rows) | document.AnnexHead(rows=rows) | document.LetterOpening(facts=rows):
                facts += [f"{row.label}: {_flat(row.value)}" for row in rows if row.value.strip()]
            case document.PageBreak(landscape=landscape):
                across = landscape
            case document.Paragraph(text=text, emphasis=document.Emphasis.NOTE) if found:
                found[-1] = replace(found[-1], below=(*found[-1].below, _flat(text)))
            case document.Table() if is_data(block):
                name = _named(heading or title[0], [page.name for page in found])
                above = (*title, *facts, *([heading] if heading else []), *_bound(paper.footer))
                found.append(Page(name, block, above, landscape=across))
                facts = []
    return found


def is_data(block: document.Block) -> bool:
    """Whether a block is a table of data, and not a code, signatures or a slip in the shape of one."""
    return isinstance(block, document.Table) and not isinstance(block, _NOT_DATA)


def _bound(footer: document.Footer) -> list[str]:
    """The moment of the data and the code, as at the foot of a page."""
    code = f"Kode pemeriksaan dokumen: {footer.code}" if footer.code else ""
    told = " · ".join(part for part in (footer.as_of[:1].upper() + footer.as_of[1:], code) if part)
    return [part for part in (told, footer.notice) if part]


def _named(text: str, taken: list[str]) -> str:
    """A name that a workbook takes for a sheet: short, without its signs, and not there yet in any case."""
    kept = "".join(" " if letter in "[]:*?/\\" or not letter.isprintable() else letter for letter in text)
    name = " ".join(kept.split())[:_LONGEST_NAME].strip("' ") or "Tabel"
    known = {one.casefold() for one in taken}
    number, tried = 1, name
    while tried.casefold() in known:
        number += 1
        tried = f"{name[: _LONGEST_NAME - len(str(number)) - 1]} {number}"
    return tried


def _flat(text: str) -> str:
    return " ".join(text.split())
