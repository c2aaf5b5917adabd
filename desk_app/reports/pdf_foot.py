# SPDX-License-Identifier: Apache-2.0
"""The foot of each page: what paper it is, of which moment, its code, and "Halaman n dari m".

What is not known while a page is drawn (m, the first word of the next page, whether it is the last) gets a place there
and is written at the end.
"""

from reportlab.lib import units
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table

from desk_app.reports import document, pages, pdf_canvas, pdf_fonts, pdf_lines, pdf_pen, pdf_qr, pdf_style

DROP = 6 * units.mm
"""From the text down to the rule over the foot."""

DRAFT = "KONSEP"
_DRAFT_RISE = 5 * units.mm
"""From the text up to the mark of a draft."""

_LOWEST = 8.0
"""Below it a printer leaves out what stands there."""

_INITIALS = (14 * units.mm, 7 * units.mm)
_CATCH_DROP = 12.0
"""From the text down to the foot of the word that leads to the next page."""


def draw(canvas: pdf_canvas.PackedCanvas, setup: pages.PageSetup, footer: document.Footer) -> None:
    """Draw the foot of a page, and the mark of a draft; last on it, so that it is read last."""
    left = setup.inner.left * units.mm
    edge = right = left + setup.text_width * units.mm
    rule = setup.inner.bottom * units.mm - DROP
    regular = pdf_fonts.regular()
    canvas.saveState()
    canvas.setLineWidth(pdf_style.RULE)
    canvas.line(left, rule, right, rule)
    canvas.setFont(regular, pdf_style.FOOT)
    if footer.qr:
        right -= pdf_qr.draw(canvas, footer.qr, right, rule)
    name = f"{DRAFT} · {footer.name}" if footer.is_draft else footer.name
    told = f" · {footer.replacing}" if footer.replaces else ""
    room = right - left - 80 - pdf_fonts.width(told, regular, pdf_style.FOOT)
    canvas.drawString(left, rule - 10, _shortened(name, room) + told)
    code = f"Kode pemeriksaan dokumen: {footer.code}" if footer.code else ""
    as_of = footer.as_of[:1].upper() + footer.as_of[1:]
    canvas.drawString(left, rule - 19, " · ".join(part for part in (as_of, code) if part))
    if footer.notice:
        canvas.setFont(pdf_fonts.bold(), pdf_style.FOOT)
        canvas.drawString(left, max(rule - 28, _LOWEST), footer.notice)
    if footer.is_draft:
        canvas.setFont(pdf_fonts.bold(), pdf_style.BODY)
        canvas.drawRightString(edge, (setup.height - setup.inner.top) * units.mm + _DRAFT_RISE, DRAFT)
    canvas.restoreState()
    _page_number(canvas, right, rule - 10)
    if setup.manner.initialled:
        _place_for_initials(canvas, right, rule - 14)


class Catchwords:
    """The first word of the next page at the foot of each (*kata penyambung*), told as the pages are filled."""

    def __init__(self) -> None:
        self._words: dict[int, str] = {}
        self._seen = 1

    def place(self, canvas: pdf_canvas.PackedCanvas, setup: pages.PageSetup) -> None:
        """Leave room for the word under the text of the page that ends."""
        page = canvas.getPageNumber()
        right = (setup.inner.left + setup.text_width) * units.mm
        baseline = setup.inner.bottom * units.mm - _CATCH_DROP
        canvas.later(f"catch-{page}", right, baseline, lambda: self._words.get(page, ""))

    def follow(self, canvas: pdf_canvas.PackedCanvas, flowable: Flowable, *, is_new: bool) -> None:
        """What was just drawn; `is_new`: it does not go on from the page before, as an annex."""
        page = canvas.getPageNumber()
        if page == self._seen:
            return
        self._seen = page
        word = "" if is_new else first_word(flowable)
        if word:
            self._words[page - 1] = _right(canvas, f"{word}…", pdf_fonts.regular(), pdf_style.BODY)


def first_word(flowable: Flowable) -> str:
    """The word that a flowable begins with, with the mark before it; a table that goes on has none."""
    match flowable:
        case Paragraph():
            marks = getattr(flowable, "bulletText", None) or ()
            mark = marks if isinstance(marks, str) else "".join(one.text for one in marks)
            return " ".join([*mark.split(), *flowable.getPlainText().split()[:1]])
        case Table():
            cells = [cell for cell in flowable._cellvalues[0] if cell]
            return first_word(cells[0]) if cells else ""
        case KeepTogether():
            return first_word(list(flowable._content))
        case list():
            return next((first_word(one) for one in flowable if not isinstance(one, Spacer)), "")
        case str():
            return next(iter(flowable.split()), "")
        case _:
            return ""


def _page_number(canvas: pdf_canvas.PackedCanvas, right: float, baseline: float) -> None:
    page, font = canvas.getPageNumber(), pdf_fonts.regular()
    name = pdf_pen.Pen(canvas).name(font)

    def drawn() -> str:
        said = f"Halaman {page} dari {canvas.pages}"
        start = -pdf_fonts.width(said, font, pdf_style.FOOT)
        return f"BT {name} {pdf_style.FOOT:g} Tf {start:.2f} 0 Td ({said}) Tj ET"

    canvas.later(f"page-{page}", right, baseline, drawn)


def _place_for_initials(canvas: pdf_canvas.PackedCanvas, right: float, top: float) -> None:
    page, font = canvas.getPageNumber(), pdf_fonts.regular()
    name = pdf_pen.Pen(canvas).name(font)
    wide, high = _INITIALS

    def drawn() -> str:
        if page == canvas.pages:
            return ""
        return (
            f"{pdf_style.RULE} w {-wide:.2f} {-high:.2f} {wide:.2f} {high:.2f} re S "
            f"BT {name} 6 Tf {2 - wide:.2f} -7 Td (Paraf) Tj ET"
        )

    canvas.later(f"initials-{page}", right, top, drawn)


def _right(canvas: pdf_canvas.PackedCanvas, text: str, font: str, size: float) -> str:
    """The operators of a text that ends at the origin."""
    pen = pdf_pen.Pen(canvas)
    start = -pdf_lines.ruler(font).word(text) * size / 1000
    return f"BT {pen.name(font)} {size:g} Tf {start:.2f} 0 Td {pen.shown(text, font, size)} ET"


def _shortened(name: str, room: float) -> str:
    font = pdf_fonts.regular()
    if pdf_fonts.width(name, font, pdf_style.FOOT) <= room:
        return name
    while name and pdf_fonts.width(f"{name}…", font, pdf_style.FOOT) > room:
        name = name[:-1]
    return f"{name.rstrip()}…"
