# SPDX-License-Identifier: Apache-2.0
"""Pages of a PDF: sheets upright and across, bookmarks, and the file's own description."""

import dataclasses
import io
from typing import Any

from reportlab.lib import units
from reportlab.platypus import ActionFlowable, BaseDocTemplate, Frame, PageBreak, PageTemplate, Spacer

from desk_app.reports import (
    document,
    pages,
    pdf_canvas,
    pdf_contents,
    pdf_flow,
    pdf_fonts,
    pdf_foot,
    pdf_form_flow,
    pdf_one_page,
)

PRODUCER = "Desk"


def build(paper: document.Document) -> bytes:
    """The document as PDF bytes."""
    pdf_fonts.register()
    with pdf_fonts.used(paper.page.manner.typeface):
        if pdf_contents.asked(paper):
            _first, found = _built(pdf_contents.filled(paper, ()))
            return _built(pdf_contents.filled(paper, found))[0]
        return _built(paper)[0]


def _built(paper: document.Document) -> tuple[bytes, list[int]]:
    """The bytes, and on which page each bookmark stands, in their order."""
    upright = dataclasses.replace(paper.page, landscape=False)
    across = dataclasses.replace(paper.page, landscape=True)
    target = io.BytesIO()
    template = _Sheets(
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
        initialFontName=pdf_fonts.regular(),
    )
    template.catchwords = pdf_foot.Catchwords() if paper.page.manner.catchword else None
    templates = [
        template.sheet(pdf_flow.UPRIGHT, upright, paper.footer),
        template.sheet(pdf_flow.ACROSS, across, paper.footer),
    ]
    template.addPageTemplates(templates[::-1] if paper.page.landscape else templates)
    if pdf_one_page.asked(paper):
        story = pdf_one_page.story(paper)
    else:
        story = pdf_form_flow.story(paper, upright, across)
    template.build(story, canvasmaker=pdf_canvas.PackedCanvas)
    return target.getvalue(), template.found


class _Sheets(BaseDocTemplate):  # type: ignore[misc]
    """Fills the pages, and tells their bookmarks and the words that lead from one to the next."""

    catchwords: pdf_foot.Catchwords | None = None
    _is_new = False

    def __init__(self, *told: Any, **named: Any) -> None:
        super().__init__(*told, **named)
        self.found: list[int] = []

    def sheet(self, name: str, setup: pages.PageSetup, footer: document.Footer) -> Any:
        """One kind of page, with its foot."""
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

        def end(canvas: Any, _template: Any) -> None:
            pdf_foot.draw(canvas, setup, footer)
            if self.catchwords is not None:
                self.catchwords.place(canvas, setup)

        return PageTemplate(name, [frame], onPageEnd=end, pagesize=_size(setup))

    def afterFlowable(self, flowable: Any) -> None:  # noqa: N802 - the name is reportlab's
        if _bookmark(self.canv, flowable):
            self.found.append(self.page)
        if isinstance(flowable, PageBreak):
            self._is_new = True
        elif self.catchwords is not None and not isinstance(flowable, Spacer | ActionFlowable):
            self.catchwords.follow(self.canv, flowable, is_new=self._is_new)
            self._is_new = False


def _size(setup: pages.PageSetup) -> tuple[float, float]:
    return setup.width * units.mm, setup.height * units.mm


def _bookmark(canvas: Any, flowable: Any) -> bool:
    """Put a bookmark where a flowable names one; returns whether it does."""
    name = str(getattr(flowable, "outline", ""))
    if name:
        key = f"outline-{canvas.getPageNumber()}-{name}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(name, key, level=0)
    return bool(name)
