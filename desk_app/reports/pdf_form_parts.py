# SPDX-License-Identifier: Apache-2.0
"""The parts of `form_parts` as what reportlab lets flow: a code, signatures side by side, slips."""

from typing import Any

from reportlab.lib import units
from reportlab.platypus import KeepTogether, Paragraph, Spacer, Table

from desk_app.reports import document, form_parts, pages, pdf_code, pdf_fonts, pdf_slip, pdf_style


def flowables(blocks: tuple[document.Block, ...], sheet: pages.PageSetup) -> list[Any]:
    """What parts that follow each other become on a sheet; raises TypeError for an ordinary block.

    A code and the signatures after it are not parted: who signs, signs for that code.
    """
    width, height = sheet.text_width * units.mm, sheet.text_height * units.mm
    found: list[Any] = []
    code: list[Any] = []
    for block in blocks:
        match block:
            case form_parts.CodeBlocks():
                found += [KeepTogether(code)] if code else []
                code = _code(block, width)
                continue
            case form_parts.Signatures():
                found.append(KeepTogether([*code, Spacer(0, 12), _signatures(block, width), Spacer(0, 8)]))
            case form_parts.Slip():
                found += [KeepTogether(code)] if code else []
                found.append(pdf_slip.CutSlip(block, width, height / block.share, sheet))
            case _:
                raise TypeError(f"this block is no part of a form: {type(block).__name__}")
        code = []
    return [*found, KeepTogether(code)] if code else found


def _code(block: form_parts.CodeBlocks, width: float) -> list[Any]:
    parts: list[Any] = [Spacer(0, 6)]
    if block.title:
        parts.append(Paragraph(pdf_fonts.flowing(block.title), pdf_style.text(bold=True, after=3)))
    parts.append(pdf_code.CodeCells(block, width, pdf_code.LARGE))
    if block.note:
        note = pdf_style.text(pdf_style.SMALL, after=3)
        parts += [Spacer(0, 4), Paragraph(pdf_fonts.flowing(block.note), note)]
    return parts


def _signatures(block: form_parts.Signatures, width: float) -> Any:
    plain, bold = pdf_style.text(10.5), pdf_style.text(10.5, bold=True)
    room = max((side.room for side in block.sides), default=0.0) * units.mm
    rows: list[list[Any]] = [
        [_lines(side.place_and_date, plain) for side in block.sides],
        [_lines(side.office, plain) for side in block.sides],
        [Spacer(0, room) for _ in block.sides],
        [[*_lines((side.name,), bold), *_lines(side.below, plain)] for side in block.sides],
    ]
    return Table(
        rows,
        colWidths=[width / len(block.sides)] * len(block.sides),
        style=[
            *pdf_style.BARE,
            ("RIGHTPADDING", (0, 0), (-1, -1), 12),
            ("TOPPADDING", (0, 1), (-1, 1), 3),
            ("NOSPLIT", (0, 0), (0, len(rows) - 1)),
        ],
    )


def _lines(lines: tuple[str, ...], style: Any) -> list[Any]:
    return [Paragraph(pdf_fonts.flowing(line), style) for line in lines] or [Spacer(0, 0)]
