# SPDX-License-Identifier: Apache-2.0
"""The tables of a document as a workbook (.xlsx): each on a sheet of its own, with figures that can be reckoned with.

What was typed stays text, never a formula. Equal documents give equal bytes.
"""

import io
from dataclasses import dataclass, replace

from desk_app.domain import errors
from desk_app.domain.words import N_
from desk_app.reports import document, form_parts, zipped

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


def has_tables(paper: document.Document) -> bool:
    """Whether there is anything to put into a workbook."""
    return any(_is_data(block) for block in paper.blocks)


def render(paper: document.Document) -> bytes:
    """The tables as the bytes of an .xlsx file. Raises Refused where there is none."""
    found = pages_of(paper)
    if not found:
        raise errors.Refused(N_("Naskah ini tidak berisi tabel. Simpan sebagai Word atau PDF."))
    import openpyxl

    from desk_app.reports import sheet_page

    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for page in found:
        sheet_page.write(workbook.create_sheet(page.name), page, paper)
    target = io.BytesIO()
    workbook.save(target)
    about = zipped.description(paper.title, paper.author, paper.footer.as_of)
    return zipped.anew(target.getvalue(), {"docProps/core.xml": about})


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
            case document.Table() if _is_data(block):
                name = _named(block.name or heading or title[0], [page.name for page in found])
                above = (*title, *facts, *([heading] if heading else []), *_bound(paper.footer))
                found.append(Page(name, block, above, landscape=across))
                facts = []
    return found


def _is_data(block: document.Block) -> bool:
    return isinstance(block, document.Table) and not isinstance(block, _NOT_DATA)


def _bound(footer: document.Footer) -> list[str]:
    """The moment of the data and the code, as at the foot of a page."""
    code = f"Kode pemeriksaan dokumen: {footer.code}" if footer.code else ""
    told = " · ".join(part for part in (footer.as_of[:1].upper() + footer.as_of[1:], code) if part)
    return [told] if told else []


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
