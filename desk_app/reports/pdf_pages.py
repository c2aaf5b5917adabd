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


def _bookmark(canvas: Any, flowable: Any) -> None:
    name = getattr(flowable, "outline", "")
    if name:
        key = f"outline-{canvas.getPageNumber()}-{name}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(name, key, level=0)
