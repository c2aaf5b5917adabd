# SPDX-License-Identifier: Apache-2.0
"""Pages of a PDF: sheets upright and across, the foot of each page, and the file's own description.

"Halaman n dari m" is drawn while m is not yet known: each page refers to a small form, and the forms are
written at the end.
"""

import dataclasses
import io
from typing import Any

from reportlab.lib import units
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from desk_app.reports import (
    document,
    pages,
    pdf_canvas,
    pdf_flow,
    pdf_fonts,
    pdf_form_flow,
    pdf_one_page,
    pdf_qr,
    pdf_style,
)

PRODUCER = "Desk"
FOOT_DROP = 6 * units.mm
"""From the text down to the rule over the foot."""

DRAFT = "KONSEP"
DRAFT_RISE = 5 * units.mm
"""From the text up to the mark of a draft."""


def build(paper: document.Document) -> bytes:
    """The document as PDF bytes."""
    pdf_fonts.register()
    upright = dataclasses.replace(paper.page, landscape=False)
    across = dataclasses.replace(paper.page, landscape=True)
    target = io.BytesIO()
    template = BaseDocTemplate(
        target,
        pagesize=_size(paper.page),
        title=paper.title,
        author=paper.author,
        subject=paper.footer.as_of,
        creator=PRODUCER,
        producer=PRODUCER,
        lang="id-ID",
        displayDocTitle=True,
        invariant=1,
        pageCompression=1,
        initialFontName=pdf_fonts.REGULAR,
    )
    templates = [
        _template(pdf_flow.UPRIGHT, upright, paper.footer),
        _template(pdf_flow.ACROSS, across, paper.footer),
    ]
    template.addPageTemplates(templates[::-1] if paper.page.landscape else templates)
    template.afterFlowable = lambda flowable: _bookmark(template.canv, flowable)
    template._doSave = 0
    if pdf_one_page.asked(paper):
        story = pdf_one_page.story(paper)
    else:
        story = pdf_form_flow.story(paper, upright, across)
    template.build(story, canvasmaker=pdf_canvas.PackedCanvas)
    _write_page_numbers(template.canv, template.page)
    template.canv.save()
    return target.getvalue()


def _size(setup: pages.PageSetup) -> tuple[float, float]:
    return setup.width * units.mm, setup.height * units.mm


def _template(name: str, setup: pages.PageSetup, footer: document.Footer) -> Any:
    room = setup.inner
    frame = Frame(
        room.left * units.mm,
        room.bottom * units.mm,
        setup.text_width * units.mm,
        setup.text_height * units.mm,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )

    def draw_foot(canvas: Any, _template: Any) -> None:
        _foot(canvas, setup, footer)

    return PageTemplate(name, [frame], onPage=draw_foot, pagesize=_size(setup))


def _foot(canvas: Any, setup: pages.PageSetup, footer: document.Footer) -> None:
    left = setup.inner.left * units.mm
    right = left + setup.text_width * units.mm
    rule = setup.inner.bottom * units.mm - FOOT_DROP
    canvas.saveState()
    canvas.setLineWidth(pdf_style.RULE)
    canvas.line(left, rule, right, rule)
    canvas.setFont(pdf_fonts.REGULAR, pdf_style.FOOT)
    if footer.qr:
        right -= pdf_qr.draw(canvas, footer.qr, right, rule)
    name = f"{DRAFT} · {footer.name}" if footer.is_draft else footer.name
    told = f" · {footer.replacing}" if footer.replaces else ""
    room = right - left - 80 - pdf_fonts.width(told, pdf_fonts.REGULAR, pdf_style.FOOT)
    canvas.drawString(left, rule - 10, _shortened(name, room) + told)
    code = f"Kode pemeriksaan dokumen: {footer.code}" if footer.code else ""
    as_of = footer.as_of[:1].upper() + footer.as_of[1:]
    canvas.drawString(left, rule - 19, " · ".join(part for part in (as_of, code) if part))
    if footer.is_draft:
        top = (setup.height - setup.inner.top) * units.mm + DRAFT_RISE
        canvas.setFont(pdf_fonts.BOLD, pdf_style.BODY)
        canvas.drawRightString(right, top, DRAFT)
    canvas.translate(right, rule - 10)
    canvas.doForm(_form(canvas.getPageNumber()))
    canvas.restoreState()


def _shortened(name: str, room: float) -> str:
    if pdf_fonts.width(name, pdf_fonts.REGULAR, pdf_style.FOOT) <= room:
        return name
    while name and pdf_fonts.width(f"{name}…", pdf_fonts.REGULAR, pdf_style.FOOT) > room:
        name = name[:-1]
    return f"{name.rstrip()}…"


def _form(page: int) -> str:
    return f"page-{page}"


def _write_page_numbers(canvas: Any, total: int) -> None:
    for page in range(1, total + 1):
        canvas.beginForm(_form(page), lowerx=-120, lowery=-4, upperx=2, uppery=12)
        canvas.setFont(pdf_fonts.REGULAR, pdf_style.FOOT)
        canvas.drawRightString(0, 0, f"Halaman {page} dari {total}")
        canvas.endForm()


def _bookmark(canvas: Any, flowable: Any) -> None:
    name = getattr(flowable, "outline", "")
    if name:
        key = f"outline-{canvas.getPageNumber()}-{name}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(name, key, level=0)
