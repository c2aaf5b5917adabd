# SPDX-License-Identifier: Apache-2.0
"""Checklist forms as sheets: the empty form is drawn once for each kind, and each place adds its own words."""

import functools
from collections.abc import Iterator

from desk_app.domain.checklists import ItemKind
from desk_app.reports import (
    checklist_form,
    document,
    pdf_bulk,
    pdf_bulk_form_head,
    pdf_bulk_layout,
    pdf_bulk_pen,
    pdf_fonts,
    words,
)

_TICK = "✓"
_MANY = 4096


def bulk(forms: checklist_form.Forms, footer: document.Footer) -> pdf_bulk.Bulk:
    """A stack of forms as a file of sheets."""
    head = pdf_bulk_form_head.Head(forms, footer)

    def parts() -> Iterator[tuple[pdf_bulk.Sheet, ...]]:
        drawing = _Drawing(forms, head)
        return (drawing.sheets(form) for form in forms.forms())

    return pdf_bulk.Bulk(
        forms.title, forms.author, footer.as_of, forms.page, forms.count, parts, head.pictures
    )


class _Drawing:
    """Draws the forms of one stack; layouts are kept, and so is what many of them say alike."""

    def __init__(self, forms: checklist_form.Forms, head: pdf_bulk_form_head.Head) -> None:
        self._forms = forms
        self._head = head
        self._columns = pdf_bulk_layout.columns(forms.page)
        self._top = forms.page.inner.top * pdf_bulk_layout.POINTS
        self._layouts: dict[int, tuple[checklist_form.Kind, pdf_bulk_layout.Layout]] = {}

    def sheets(self, form: checklist_form.Form) -> tuple[pdf_bulk.Sheet, ...]:
        """The pages of one form."""
        known = self._layouts.get(id(form.kind))
        if known is None:
            known = form.kind, pdf_bulk_layout.lay_out(form.kind, self._forms.page)
            self._layouts[id(form.kind)] = known
        layout = known[1]
        if form.answers is not None:
            own = pdf_bulk_layout.lay_out(form.kind, self._forms.page, form)
            if own != layout:
                layout = own
        return tuple(self._sheet(form, layout, place) for place in range(len(layout.pages)))

    def _sheet(self, form: checklist_form.Form, layout: pdf_bulk_layout.Layout, place: int) -> pdf_bulk.Sheet:
        page = layout.pages[place]
        number = place + 1, len(layout.pages)
        shared = self._layouts[id(form.kind)][1] is layout
        return pdf_bulk.Sheet(
            (id(form.kind), place) if shared else None,
            functools.partial(self._draw_common, form.kind, layout, page, number),
            functools.partial(self._draw_own, form, layout, page),
            form.headings,
        )

    def _draw_common(
        self,
        kind: checklist_form.Kind,
        layout: pdf_bulk_layout.Layout,
        page: pdf_bulk_layout.PageOfRows,
        number: tuple[int, int],
        pen: pdf_bulk_pen.Pen,
    ) -> None:
        self._head.draw_common(pen, kind, number)
        self._head.draw_columns(pen)
        for row in page.rows:
            if row.is_note:
                pen.text(self._columns.left + 4, self._top + row.y + 7.2, row.texts[0], pdf_bulk_layout.NOTE_SIZE)
            elif row.line is None:
                self._part(pen, row)
            else:
                self._item(pen, row, row.line, layout.density)
        self._frame(pen, page)
        self._head.draw_end(pen, kind, page)

    def _part(self, pen: pdf_bulk_pen.Pen, row: pdf_bulk_layout.Row) -> None:
        left, right = self._columns.left, self._columns.right
        y = self._top + row.y
        pen.shade(left, y, right - left, row.tall, 0.91)
        pen.text(left + 4, y + row.tall / 2 + 2.9, row.texts[0], min(8.5, row.tall - 2.5), pdf_fonts.BOLD)

    def _item(
        self,
        pen: pdf_bulk_pen.Pen,
        row: pdf_bulk_layout.Row,
        line: checklist_form.Line,
        density: pdf_bulk_layout.Density,
    ) -> None:
        at, y, size = self._columns, self._top + row.y, density.size
        middle = y + row.tall / 2
        pen.right(at.text - 4, middle + size * 0.35, str(line.no), size, pdf_fonts.BOLD)
        high = (len(row.texts) - 1) * density.lead + size * 0.93 + len(row.conditions) * 7.4
        base = middle - high / 2 + size * 0.79
        for text in row.texts:
            pen.text(at.text + pdf_bulk_layout.PAD, base, text, size)
            base += density.lead
        for text in row.conditions:
            pen.text(at.text + pdf_bulk_layout.PAD, base - 1.5, text, pdf_bulk_layout.CONDITION_SIZE, pdf_fonts.ITALIC)
            base += 7.4
        box = density.box
        ticks = [at.done + (place + 0.5) * pdf_bulk_layout.TICK - box / 2 for place in range(3)]
        match line.kind:
            case ItemKind.CHOICE:
                for choice in row.choices:
                    pen.box(at.needed + choice.x, y + choice.y, box, box)
                    base = y + choice.y + box / 2 + (size - 1) * 0.35
                    for text in choice.texts:
                        pen.text(at.needed + choice.x + box + 3, base, text, size - 1)
                        base += (size - 1) * density.lead / size
            case ItemKind.TEXT:
                base, end = y + row.tall - 4.5, at.done + 2 * pdf_bulk_layout.TICK - 4
                pen.line(at.needed + 4, base, end, base, 0.6, dots=True)
                pen.box(ticks[2], middle - box / 2, box, box)
            case ItemKind.MOMENT:
                self._moment(pen, row, density)
                pen.box(ticks[2], middle - box / 2, box, box)
            case ItemKind.NUMBER:
                wide = 2 * pdf_bulk_layout.TICK - 12
                pen.box(at.done + 6, middle - box / 2, wide, box)
                pen.box(ticks[2], middle - box / 2, box, box)
            case _:
                for x in ticks:
                    pen.box(x, middle - box / 2, box, box)

    def _moment(self, pen: pdf_bulk_pen.Pen, row: pdf_bulk_layout.Row, density: pdf_bulk_layout.Density) -> None:
        """Boxes for the figures of a day and an hour, with what stands between them."""
        at, y = self._columns, self._top + row.y + row.tall / 2
        side = min(density.box, 11.0)
        x = at.needed + 3
        for sign in _MOMENT:
            if sign.isalpha():
                pen.box(x, y - side / 2, 8.3, side, 0.5)
                pen.faint(x + 2.4, y + 2.0, sign, 5.5)
                x += 8.3
            else:
                pen.text(x + 0.6, y + 2.4, sign, 7.0)
                x += 3.6 if sign != " " else 5.0

    def _frame(self, pen: pdf_bulk_pen.Pen, page: pdf_bulk_layout.PageOfRows) -> None:
        """The lines of the table; a row that is one line over all has none within."""
        at, top = self._columns, self._top
        begun = top + pdf_bulk_layout.HEAD
        for row in page.rows:
            y, end = top + row.y, top + row.y + row.tall
            if not row.is_note or row is page.rows[-1]:
                pen.line(at.left, end, at.right, end, 0.3)
            if row.line is None:
                continue
            for edge in _inner(row.line.kind, at):
                pen.line(edge, y, edge, end, 0.3)
        pen.box(at.left, begun, at.right - at.left, top + page.end - begun, 0.8)

    def _draw_own(
        self,
        form: checklist_form.Form,
        layout: pdf_bulk_layout.Layout,
        page: pdf_bulk_layout.PageOfRows,
        pen: pdf_bulk_pen.Pen,
    ) -> None:
        self._head.draw_own(pen, form)
        at, size = self._columns, layout.density.size
        for row in page.rows:
            if row.line is None:
                continue
            needed = form.needed[row.place]
            if row.line.kind is ItemKind.NUMBER:
                said = _needed(row.line, needed)
                if said:
                    wide = pdf_bulk_pen.width_of(said, pdf_fonts.REGULAR, 1.0)
                    fitting = min(size - 0.5, (pdf_bulk_layout.NEEDED - 6) / wide)
                    pen.right(at.done - 4, self._top + row.y + row.tall / 2 + size * 0.35, said, fitting)
            answer = form.answers[row.place] if form.answers is not None else None
            if answer is not None:
                self._answer(pen, row, row.line, answer, layout.density)

    def _answer(
        self,
        pen: pdf_bulk_pen.Pen,
        row: pdf_bulk_layout.Row,
        line: checklist_form.Line,
        answer: checklist_form.Answer,
        density: pdf_bulk_layout.Density,
    ) -> None:
        at, y = self._columns, self._top + row.y
        middle = y + row.tall / 2
        mark = None if line.kind is ItemKind.TEXT and answer.value != _NOT_NEEDED else _MARKS.get(answer.value)
        size = density.box * 0.95
        if line.kind is ItemKind.CHOICE:
            for choice in row.choices:
                if choice.option == answer.value:
                    pen.middle(at.needed + choice.x + density.box / 2, y + choice.y + density.box * 0.84, _TICK, size)
        elif mark is not None:
            pen.middle(at.done + (mark + 0.5) * pdf_bulk_layout.TICK, middle + density.box * 0.34, _TICK, size)
        elif line.kind is ItemKind.NUMBER:
            pen.right(at.done + 2 * pdf_bulk_layout.TICK - 9, middle + 3.3, answer.value, 9.5, pdf_fonts.BOLD)
        elif line.kind is ItemKind.MOMENT:
            self._typed_moment(pen, middle, answer.value)
        elif answer.value:
            long = pdf_bulk_layout.is_long_text(answer.value, at)
            told = f"lihat catatan butir {line.no}" if long else answer.value
            pen.text(at.needed + 4, y + row.tall - 6.5, told, pdf_bulk_layout.NOTE_SIZE, pdf_fonts.BOLD)
        lines = pdf_bulk_layout.remarks_of(line, answer)
        base = middle - len(lines) * pdf_bulk_layout.REMARK_LEAD / 2 + 5.7
        left = at.remark + pdf_bulk_layout.PAD
        for text in lines:
            pen.text(left, base, text, pdf_bulk_layout.REMARK_SIZE)
            base += pdf_bulk_layout.REMARK_LEAD

    def _typed_moment(self, pen: pdf_bulk_pen.Pen, middle: float, value: str) -> None:
        x = self._columns.needed + 3
        for sign in value:
            if sign.isdigit():
                pen.middle(x + 4.15, middle + 3.0, sign, 8.5, pdf_fonts.BOLD)
                x += 8.3
            else:
                x += 3.6 if sign != " " else 5.0


_MOMENT = "TT-BB-TTTT JJ.MM"
"""Day, month, year, hour and minute, a box for each figure."""
_NOT_NEEDED = "Tidak perlu"
_MARKS = {"Sudah": 0, "Belum": 1, _NOT_NEEDED: 2}


def _inner(kind: ItemKind, at: pdf_bulk_layout.Columns) -> tuple[float, ...]:
    """The lines between the columns that a row of a kind has."""
    always = at.text, at.needed
    match kind:
        case ItemKind.CHOICE:
            return (*always, at.remark)
        case ItemKind.TEXT | ItemKind.MOMENT:
            return (*always, at.done + 2 * pdf_bulk_layout.TICK, at.remark)
        case ItemKind.NUMBER:
            return (*always, at.done, at.done + 2 * pdf_bulk_layout.TICK, at.remark)
    return (*always, at.done, at.done + pdf_bulk_layout.TICK, at.done + 2 * pdf_bulk_layout.TICK, at.remark)


@functools.lru_cache(maxsize=_MANY)
def _needed(line: checklist_form.Line, needed: int | None) -> str:
    """How many are needed, as it is printed: `261 lembar`, `(4 set)` where that is only what is usual."""
    if needed is None:
        return line.unit
    said = f"{words.number(needed)} {line.unit}".strip()
    return f"({said})" if line.assumed else said
