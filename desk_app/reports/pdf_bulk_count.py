# SPDX-License-Identifier: Apache-2.0
"""Sheets for copying C.HASIL: drawn once for each race and its candidates, with the words of each TPS beside.

A sheet is one page where its lines find room on it, and several where a ballot is long; a figure has boxes for its
digits, votes also a line for writing them in letters.
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from desk_app.domain.counts import words as count_words
from desk_app.reports import (
    count_form,
    document,
    pdf_bulk,
    pdf_bulk_form_head,
    pdf_bulk_layout,
    pdf_bulk_pen,
    pdf_fonts,
    words,
)

_PLACE, _PLACE_TALL, _NAME, _VOTERS = 83.0, 36.0, 92.0, 62.0
_HEAD: Final = 132.0
"""From the upper margin down to the first part: kop, titles, place, how it is filled in."""
_SIGN: Final = 62.0
_DIGITS: Final = 4
"""Boxes of a figure: a TPS has no more than 9,999 of anything."""
_LEAST: Final = 11.5
"""How wide a box is at least, for the pen."""
_GAP: Final = 7.0
_LONG, _SHORT, _ROOMY = ("Jumlah (J)", "Perempuan (P)", "Laki-laki (L)"), ("J", "P", "L"), 54.0
_NOTES: Final = 16.0
_LETTERS: Final = 120.0
"""Room to write votes in letters."""


@dataclass(frozen=True, slots=True)
class _Density:
    row: float
    size: float
    part: float


_DENSITIES: Final = tuple(
    _Density(row, size, part)
    for row, size, part in (
        (20.0, 9.5, 15.0), (18.0, 9.5, 14.0), (16.5, 9.0, 13.5), (15.0, 8.5, 13.0), (13.8, 8.0, 12.0),
    )
)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line at `y` from the upper margin, or the heading of a part (`line` None)."""

    y: float
    part: count_form.Part
    texts: tuple[str, ...]
    tall: float
    line: count_form.Line | None = None


@dataclass(frozen=True, slots=True)
class _Layout:
    density: _Density
    pages: tuple[tuple[_Row, ...], ...]


def bulk(forms: count_form.Forms, footer: document.Footer) -> pdf_bulk.Bulk:
    """A stack of them as a file of sheets."""
    head = pdf_bulk_form_head.Head(forms, footer)

    def parts() -> Iterator[tuple[pdf_bulk.Sheet, ...]]:
        drawing = _Drawing(forms, head)
        return (drawing.sheets(form) for form in forms.forms())

    return pdf_bulk.Bulk(
        forms.title, forms.author, footer.as_of, forms.page, forms.count, parts, head.pictures
    )


class _Drawing:
    def __init__(self, forms: count_form.Forms, head: pdf_bulk_form_head.Head) -> None:
        self._head = head
        self._at = pdf_bulk_layout.columns(forms.page)
        self._top = forms.page.inner.top * pdf_bulk_layout.POINTS
        self._room = forms.page.text_height * pdf_bulk_layout.POINTS
        self._layouts: dict[int, tuple[count_form.Kind, _Layout]] = {}

    def sheets(self, form: count_form.Form) -> tuple[pdf_bulk.Sheet, ...]:
        """The pages of one sheet."""
        known = self._layouts.get(id(form.kind))
        if known is None:
            known = self._layouts[id(form.kind)] = form.kind, self._laid_out(form.kind)
        layout = known[1]
        return tuple(
            pdf_bulk.Sheet(
                (id(form.kind), place),
                functools.partial(self._draw_common, form.kind, layout, place),
                functools.partial(self._draw_own, form),
                form.headings,
            )
            for place in range(len(layout.pages))
        )

    def _boxes(self, density: _Density) -> float:
        """How wide the boxes of one figure are."""
        return _DIGITS * max(density.row - 4.5, _LEAST)

    def _label_room(self, line: count_form.Line, part: count_form.Part, density: _Density) -> float:
        figures = 3 if part.by_sex else 1
        taken = figures * (self._boxes(density) + _GAP) + (0.0 if line.by_sex or part.by_sex else _LETTERS)
        return self._at.right - self._at.left - taken - 8

    def _laid_out(self, kind: count_form.Kind) -> _Layout:
        found: _Layout | None = None
        for density in _DENSITIES:
            sheets = self._filled(kind, density)
            if found is None or len(sheets) < len(found.pages):
                found = _Layout(density, sheets)
            if len(sheets) == 1:
                break
        if found is None:
            raise ValueError("there is no way to lay out a sheet")
        return found

    def _filled(self, kind: count_form.Kind, density: _Density) -> tuple[tuple[_Row, ...], ...]:
        """The rows on pages; a heading stands with its first line, and again where its lines go on."""
        end = self._room - pdf_bulk_layout.FOOT
        sheets: list[list[_Row]] = [[]]
        y = _HEAD
        for part in kind.parts:
            for place, line in enumerate(part.lines):
                texts = pdf_bulk_layout.broken(
                    line.text, pdf_fonts.BOLD if line.strong else pdf_fonts.REGULAR, density.size,
                    self._label_room(line, part, density),
                )
                tall = max(density.row, len(texts) * density.size * 1.15 + 3)
                heading = density.part if place == 0 else 0.0
                last = part is kind.parts[-1] and place == len(part.lines) - 1
                if y + heading + tall + (_SIGN if last else 0.0) > end:
                    # Who signs signs with figures before him.
                    sheets.append([])
                    y, heading = _HEAD, density.part
                if heading:
                    going_on = f"{part.label} (lanjutan)" if place else part.label
                    sheets[-1].append(_Row(y, part, (going_on,), heading))
                    y += heading
                sheets[-1].append(_Row(y, part, texts, tall, line))
                y += tall
        return tuple(tuple(sheet) for sheet in sheets)

    def _draw_common(self, kind: count_form.Kind, layout: _Layout, place: int, pen: pdf_bulk_pen.Pen) -> None:
        at, top = self._at, self._top
        self._head.draw_kop(pen)
        pen.line(at.left, top + 41.4, at.right, top + 41.4, 1.4)
        pen.line(at.left, top + 43.2, at.right, top + 43.2, 0.4)
        middle = (at.left + at.right) / 2
        pen.middle(middle, top + 56, f"{count_form.NAME} · {kind.race}".upper(), 11.0, pdf_fonts.BOLD)
        pen.middle(middle, top + 66, kind.event, 8.0)
        pen.middle(middle, top + 77, count_words.DISCLAIMER, 8.5, pdf_fonts.BOLD)
        y = top + _PLACE
        pen.box(at.left, y, at.right - at.left, _PLACE_TALL, 0.8)
        for x in (at.left + _NAME, at.right - _VOTERS):
            pen.line(x, y, x, y + _PLACE_TALL, 0.4)
        pen.text(at.right - _VOTERS + 4, y + 9, "DPT (pemilih)", 6.5)
        told = "Salin setiap angka seperti tertulis, satu angka satu kotak, rata kanan. Yang tidak terbaca dikosongkan."
        pen.text(at.left, top + _HEAD - 4, told, 6.8)
        for row in layout.pages[place]:
            self._row(pen, row, layout.density)
        if place == len(layout.pages) - 1:
            last = layout.pages[place][-1]
            self._notes(pen, top + last.y + last.tall + 4)
            self._signatures(pen)
        self._head.draw_foot(pen, (place + 1, len(layout.pages)))

    def _row(self, pen: pdf_bulk_pen.Pen, row: _Row, density: _Density) -> None:
        at, y = self._at, self._top + row.y
        wide = self._boxes(density)
        if row.line is None:
            pen.shade(at.left, y, at.right - at.left, row.tall, 0.88)
            pen.text(at.left + 4, y + row.tall / 2 + 3, row.texts[0], density.size, pdf_fonts.BOLD)
            x = at.right - wide - 3
            by_sex = _LONG if wide > _ROOMY else _SHORT
            for name in by_sex if row.part.by_sex else ("Angka",):
                pen.middle(x + wide / 2, y + row.tall / 2 + 2.6, name, 7.0, pdf_fonts.BOLD)
                x -= wide + _GAP
            if not row.part.by_sex:
                pen.text(x + wide + _GAP - _LETTERS, y + row.tall / 2 + 2.6, "Dengan huruf", 7.0, pdf_fonts.BOLD)
            return
        middle = y + row.tall / 2
        font = pdf_fonts.BOLD if row.line.strong else pdf_fonts.REGULAR
        base = middle - (len(row.texts) - 1) * density.size * 1.15 / 2 + density.size * 0.35
        for text in row.texts:
            pen.text(at.left + 4, base, text, density.size, font)
            base += density.size * 1.15
        x = at.right - wide - 3
        for _figure in range(3 if row.line.by_sex else 1):
            side = wide / _DIGITS
            for digit in range(_DIGITS):
                pen.box(x + digit * side, y + 2.25, side, row.tall - 4.5, 0.6)
            x -= wide + _GAP
        if not row.part.by_sex:
            start = x + wide + _GAP - _LETTERS
            base = middle + density.size * 0.45
            pen.line(start, base, start + _LETTERS - _GAP, base, 0.6, dots=True)
        pen.line(at.left, y + row.tall, at.right, y + row.tall, 0.3)

    def _notes(self, pen: pdf_bulk_pen.Pen, y: float) -> None:
        """Room for what else is to be said, as far as there is any."""
        end = self._top + self._room - pdf_bulk_layout.FOOT - _SIGN
        if y + 2 * _NOTES > end:
            return
        pen.text(self._at.left, y + 10, "Catatan:", 7.5, pdf_fonts.BOLD)
        line = y + _NOTES
        while line <= end - 4:
            pen.line(self._at.left + (38 if line == y + _NOTES else 0), line, self._at.right, line, 0.5, dots=True)
            line += _NOTES

    def _signatures(self, pen: pdf_bulk_pen.Pen) -> None:
        at = self._at
        top = self._top + self._room - pdf_bulk_layout.FOOT - _SIGN + 8
        third = (at.right - at.left) / 3
        for place, (who, rows) in enumerate(
            (
                ("Yang menyalin di TPS,", ((46, "Nama, jabatan"),)),
                ("Yang mencocokkan,", ((46, "Nama, jabatan"),)),
                ("Diketik ke program", ((18, "oleh"), (32, "tanggal"), (46, "pukul"))),
            )
        ):
            x, end = at.left + place * third + 3, at.left + (place + 1) * third - 10
            pen.text(x, top + 7, who, 8.0, pdf_fonts.BOLD)
            for down, label in rows:
                pen.text(x, top + down, label, 7.0)
                start = x + pdf_fonts.width(label, pdf_fonts.REGULAR, 7.0) + 4
                pen.line(start, top + down + 1, end, top + down + 1, 0.6, dots=True)

    def _draw_own(self, form: count_form.Form, pen: pdf_bulk_pen.Pen) -> None:
        at, y = self._at, self._top + _PLACE
        self._head.draw_code(pen, form.code)
        pen.text(at.left + 6, y + 24.5, form.name, 18.0, pdf_fonts.BOLD)
        room = at.right - at.left - _NAME - _VOTERS - 10
        base = y + 15.0
        for text, size, font in ((form.village, 11.0, pdf_fonts.BOLD), (form.district, 9.0, pdf_fonts.REGULAR)):
            needed = pdf_fonts.width(text, font, size)
            fitting = size if needed <= room else size * room / needed * 0.999
            pen.text(at.left + _NAME + 5, base, text, fitting, font)
            base += 13.0
        voters = words.number(form.voters) if form.voters is not None else "–"
        pen.text(at.right - _VOTERS + 4, y + 26, voters, 14.0, pdf_fonts.BOLD)
