# SPDX-License-Identifier: Apache-2.0
"""A document as plain text for WhatsApp: short lines, `*bold*` headings, tables as lists.

What the paper needs and a telephone does not is left out: kop, room for a signature, copies, page breaks. A section
of which nothing is left is left out with its heading, and the letters of the others follow each other without it.
"""

import dataclasses
import re

from desk_app.reports import document

_EMPTY = ("", "–")
_FIRST = ("A.", "1.")


def render(paper: document.Document) -> str:
    """The document as text, lines ended by a single newline, at most one blank line in a row."""
    lines: list[str] = []
    for block in _told(paper.blocks):
        lines += _lines(block)
    foot = [paper.footer.as_of[:1].upper() + paper.footer.as_of[1:]] if paper.footer.as_of else []
    if paper.footer.code:
        foot.append(f"Kode pemeriksaan dokumen: {paper.footer.code}")
    if paper.footer.replaces:
        foot.append(f"Menggantikan naskah berkode {paper.footer.replaces}")
    if foot:
        lines += ["", *(f"_{line}_" for line in foot)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def bold(text: str) -> str:
    """`*text*`, as WhatsApp shows bold; a star inside would end it early."""
    inside = " ".join(text.replace("*", "").split())
    return f"*{inside}*" if inside else ""


def _lines(block: document.Block) -> list[str]:
    match block:
        case document.Title(lines=lines, number=number):
            said = [bold(line) for line in lines]
            if number is not None and number.strip(". "):
                said.append(f"Nomor: {number}")
            return ["", *said, ""]
        case document.Chapter(mark=mark, text=text):
            return ["", bold(f"{mark} {text}".strip())]
        case document.Contents():
            return []
        case document.Heading(text=text, mark=mark):
            return ["", bold(f"{mark} {text}".strip())]
        case document.Paragraph(text=text, emphasis=emphasis):
            return [bold(text) if emphasis is document.Emphasis.BOLD else _flat(text)]
        case document.Clause(mark=mark, text=text, level=level):
            return ["   " * level + f"{mark} {_flat(text)}"]
        case document.Facts(rows=rows):
            return [*(f"{row.label}: {_listed(row.value)}" for row in rows if row.value), ""]
        case document.Points(label=label, points=points):
            return ["", f"{bold(label)}", *(_point(one) for one in points), ""]
        case document.LetterOpening():
            return _opening(block)
        case document.AnnexHead(heading=heading, lines=lines, rows=rows):
            said = [f"{row.label}: {_flat(row.value)}" for row in rows if row.value.strip(". ")]
            return ["", bold(heading), *lines, *said]
        case document.Table():
            return _table(block)
        case document.SignatureBlock():
            signed = [*block.place_and_date, *block.office, bold(block.name)]
            return ["", *(line for line in signed if line), ""]
        case document.Pictures(pictures=pictures):
            return [f"Foto: {len(pictures)}"] if pictures else []
        case document.Figure() | document.Space() | document.PageBreak() | document.Copies() | document.Rule():
            return [""]


def _told(blocks: tuple[document.Block, ...]) -> list[document.Block]:
    """The blocks without headings that head nothing; each of the others takes the first mark that is free."""
    found: list[document.Block] = []
    free: dict[bool, list[str]] = {}
    for place, block in enumerate(blocks):
        if not isinstance(block, document.Heading):
            if isinstance(block, document.Chapter | document.Title | document.AnnexHead):
                free.clear()
            found.append(block)
            continue
        marks = free.setdefault(block.mark[:1].isalpha(), [])
        if block.mark in _FIRST:
            marks.clear()
        if block.mark:
            marks.append(block.mark)
        if not _tells_nothing(blocks[place + 1 :]):
            found.append(dataclasses.replace(block, mark=marks.pop(0)) if block.mark else block)
    return found


def _tells_nothing(after: tuple[document.Block, ...]) -> bool:
    """Whether all that follows a heading, up to the next one, is a chart or a table that a message leaves out."""
    omitted = False
    for block in after:
        match block:
            case document.Table(text_form=document.TextForm.OMIT) | document.Figure():
                omitted = True
            case document.Space() | document.PageBreak():
                continue
            case document.Heading() | document.Chapter() | document.SignatureBlock():
                break
            case _:
                return False
    return omitted


def _point(one: document.Point) -> str:
    told = [_flat(fact.value) for fact in one.facts if fact.value and not isinstance(fact, document.PaperFact)]
    return " ".join(part for part in (one.mark, _flat(one.text), ", ".join(told)) if part)


def _opening(block: document.LetterOpening) -> list[str]:
    """What a letter is about and to whom; lines left for the pen are no news."""
    said = [f"{fact.label}: {_flat(fact.value)}" for fact in block.facts if fact.value.strip(". –")]
    return [*said, "", *(_flat(line) for line in block.addressee), ""]


def _table(table: document.Table) -> list[str]:
    if table.text_form is document.TextForm.OMIT:
        return []
    if not table.rows:
        return [bold(table.when_empty)]
    lines: list[str] = []
    for row in table.rows:
        if row.kind is document.RowKind.GROUP:
            lines += ["", bold(row.cells[0])]
        elif table.text_form is document.TextForm.LINES:
            lines += ["", *_in_lines(table, row)]
        else:
            lines.append(_in_one_line(table, row))
    return lines


def _in_one_line(table: document.Table, row: document.Row) -> str:
    start, lead, rest = _parts(table, row)
    told = "; ".join(f"{title} {cell}".strip() for title, cell in rest)
    return f"{start}{lead}: {told}" if lead and told else f"{start}{lead}{told}"


def _in_lines(table: document.Table, row: document.Row) -> list[str]:
    start, lead, rest = _parts(table, row)
    return [f"{start}{lead}", *(f"{title}: {cell}" for title, cell in rest)]


def _parts(table: document.Table, row: document.Row) -> tuple[str, str, list[tuple[str, str]]]:
    """The running number (first column, when it is one), the cell that names the row, and the others."""
    start, lead = "", ""
    rest: list[tuple[str, str]] = []
    for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        said = _flat(cell)
        if place == 0 and column.title == "No":
            start = f"{said.rstrip('.')}. " if said else ""
        elif column.lead and not lead:
            lead = bold(said)
        elif said not in _EMPTY and not column.paper_only and not (column.quiet_zero and said == "0"):
            rest.append((column.title if column.short is None else column.short, said))
    return start, lead, rest


def _listed(text: str) -> str:
    """Lines that stand below each other, in one."""
    return "; ".join(_flat(line) for line in text.splitlines() if line.strip())


def _flat(text: str) -> str:
    return " ".join(text.split())
