# SPDX-License-Identifier: Apache-2.0
"""What stands around the items of a checklist form: kop, place, headings of the columns, signatures, foot."""

from typing import Protocol

from desk_app.reports import (
    checklist_form,
    document,
    letterhead,
    pages,
    pdf_barcode,
    pdf_bulk_layout,
    pdf_bulk_pen,
    pdf_fonts,
    pdf_qr,
    words,
)

MODULE = 0.96
"""The thinnest bar: eight points of a printer of 600 to the inch, four of one of 300."""

_BARS = 24.0
_CODE_ROOM = 150.0
_ARMS = 32.0
_NAME, _VOTERS, _WHEN = 92.0, 62.0, 146.0
_PLACE_TOP, _PLACE_TALL = 71.0, 38.0
_SQUARES = 40.0
_DRAFT = "KONSEP"


class Stack(Protocol):
    """What is told of a stack of forms of any kind."""

    @property
    def page(self) -> pages.PageSetup: ...
    @property
    def head(self) -> letterhead.Letterhead | None: ...
    @property
    def with_squares(self) -> bool: ...
    @property
    def is_filled(self) -> bool: ...


class Head:
    """Draws it for one stack of forms; `pictures` are those that the file must hold."""

    def __init__(self, forms: Stack, footer: document.Footer) -> None:
        self._forms = forms
        self._footer = footer
        self._page = forms.page
        self._top = forms.page.inner.top * pdf_bulk_layout.POINTS
        self._end = self._top + forms.page.text_height * pdf_bulk_layout.POINTS
        self._at = pdf_bulk_layout.columns(forms.page)
        image = forms.head.image if forms.head is not None else None
        self.pictures = (image,) if image is not None else ()
        self._drawn_place: tuple[tuple[str, str] | None, str] = None, ""

    def draw_common(self, pen: pdf_bulk_pen.Pen, kind: checklist_form.Kind, number: tuple[int, int]) -> None:
        """Kop, title, labels and foot."""
        at, top = self._at, self._top
        self.draw_kop(pen)
        pen.line(at.left, top + 41.4, at.right, top + 41.4, 1.4)
        pen.line(at.left, top + 43.2, at.right, top + 43.2, 0.4)
        title = f"{checklist_form.FILLED if self._forms.is_filled else checklist_form.BLANK} {kind.phase}".upper()
        pen.middle((at.left + at.right) / 2, top + 56, title, 11.5, pdf_fonts.BOLD)
        below = f"{kind.checklist} · {kind.event}"
        size = _fitting(below, pdf_fonts.REGULAR, 8.0, at.right - at.left)
        pen.middle((at.left + at.right) / 2, top + 66.5, below, size)
        y = top + _PLACE_TOP
        pen.box(at.left, y, at.right - at.left, _PLACE_TALL, 0.8)
        for x in (at.left + _NAME, at.right - _WHEN - _VOTERS, at.right - _WHEN):
            pen.line(x, y, x, y + _PLACE_TALL, 0.4)
        if kind.has_voters:
            pen.text(at.right - _WHEN - _VOTERS + 4, y + 9, "DPT (pemilih)", 6.5)
        self._when(pen, y)
        self.draw_foot(pen, number)

    def draw_columns(self, pen: pdf_bulk_pen.Pen) -> None:
        """The headings of the columns."""
        at, y = self._at, self._top + pdf_bulk_layout.HEAD
        tall, tick = pdf_bulk_layout.COLUMNS, pdf_bulk_layout.TICK
        pen.shade(at.left, y, at.right - at.left, tall, 0.84)
        pen.right(at.text - 4, y + 12.8, "No", 8.0, pdf_fonts.BOLD)
        pen.text(at.text + pdf_bulk_layout.PAD, y + 13, "Butir yang diperiksa", 8.0, pdf_fonts.BOLD)
        pen.middle((at.needed + at.done) / 2, y + 13, "Diperlukan", 8.0, pdf_fonts.BOLD)
        for place, (name, keys) in enumerate((("Sudah", "S / 1"), ("Belum", "B / 2"), ("Tdk perlu", "T / 0"))):
            x = at.done + (place + 0.5) * tick
            pen.middle(x, y + 9, name, 6.4, pdf_fonts.BOLD)
            pen.middle(x, y + 16.8, keys, 6.5)
        pen.text(at.remark + pdf_bulk_layout.PAD, y + 13, "Keterangan", 8.0, pdf_fonts.BOLD)
        for edge in at.edges[1:-1]:
            pen.line(edge, y, edge, y + tall, 0.3)
        pen.line(at.left, y + tall, at.right, y + tall, 0.6)

    def draw_end(
        self, pen: pdf_bulk_pen.Pen, kind: checklist_form.Kind, page: pdf_bulk_layout.PageOfRows
    ) -> None:
        """The words below the table; on the last page room for notes and the signatures."""
        at = self._at
        told = "Beri satu tanda ✓ atau × dalam kotak; jumlah ditulis dengan angka."
        if self._forms.is_filled:
            told = "Isian per waktu data di kaki halaman; di samping isian waktu dan huruf yang mengetiknya."
        if any(line.required for line in kind.lines):
            told += "   * wajib diisi."
        if any(line.assumed for line in kind.lines):
            told += "   ( ) jumlah yang lazim, cocokkan dengan daftar KPU."
        y = self._top + page.end
        pen.text(at.left, y + 8, told, 6.5)
        if not page.is_last:
            return
        y += pdf_bulk_layout.LEGEND
        if page.notes >= 24 and not self._forms.is_filled:
            pen.text(at.left, y + 9, "Catatan:", 7.5, pdf_fonts.BOLD)
            line = y + 16
            while line <= y + page.notes - 4:
                pen.line(at.left + (38 if line == y + 16 else 0), line, at.right, line, 0.5, dots=True)
                line += 16
        self._signatures(pen, kind)

    def draw_own(self, pen: pdf_bulk_pen.Pen, form: checklist_form.Form) -> None:
        """The code of the form as bars and figures, and which place it is about."""
        self.draw_code(pen, form.code)
        here = form.village, form.district
        if self._drawn_place[0] != here:
            self._drawn_place = here, self._place(pen, form)
        pen.drawn_before(self._drawn_place[1])
        at, y = self._at, self._top + _PLACE_TOP
        size = _fitting(form.name, pdf_fonts.BOLD, 19.0, _NAME - 10)
        names = pdf_bulk_layout.broken(form.name, pdf_fonts.BOLD, size, _NAME - 10)
        base = y + 25.5 - (len(names) - 1) * size * 0.5
        for part in names:
            pen.text(at.left + 5, base, part, size, pdf_fonts.BOLD)
            base += size
        if form.kind.has_voters:
            voters = words.number(form.voters) if form.voters is not None else "–"
            pen.text(at.right - _WHEN - _VOTERS + 4, y + 26, voters, 14.0, pdf_fonts.BOLD)
        if self._forms.is_filled:
            pen.text(at.right - _WHEN + 4, y + 25, form.standing, 11.0, pdf_fonts.BOLD)

    def draw_kop(self, pen: pdf_bulk_pen.Pen) -> None:
        """Whose form it is."""
        head, at, top = self._forms.head, self._at, self._top
        if head is None:
            return
        left, room = at.left, at.right - at.left - _CODE_ROOM - (_SQUARES if self._forms.with_squares else 0) - 8
        if head.image is not None:
            across, up = letterhead.image_size(head.image)
            scale = min(_ARMS / across, (_ARMS + 6) / up)
            wide, tall = across * scale, up * scale
            pen.picture(left, top + (_ARMS + 6 - tall) / 2, wide, tall, "I0")
            left, room = left + _ARMS + 8, room - _ARMS - 8
        lines = [(head.government, 8.0, pdf_fonts.REGULAR), (head.office, 10.0, pdf_fonts.BOLD)]
        lines += [(line, 6.3, pdf_fonts.REGULAR) for line in head.address[:2]]
        y = top + 8.0
        for text, size, font in lines:
            if text:
                least = _fitting(text, font, size, room)
                for part in pdf_bulk_layout.broken(text, font, least, room):
                    pen.text(left, y, part, least, font)
                    y += least * 1.18

    def _when(self, pen: pdf_bulk_pen.Pen, y: float) -> None:
        x = self._at.right - _WHEN + 4
        if self._forms.is_filled:
            pen.text(x, y + 9, "Kesiapan menurut isian", 6.5)
            return
        pen.text(x, y + 14, "Diperiksa tanggal", 7.5)
        pen.line(x + 63, y + 15, self._at.right - 5, y + 15, 0.6, dots=True)
        pen.text(x, y + 32, "pukul", 7.5)
        pen.line(x + 22, y + 33, self._at.right - 5, y + 33, 0.6, dots=True)

    def _place(self, pen: pdf_bulk_pen.Pen, form: checklist_form.Form) -> str:
        """Village and kecamatan, smaller or on two lines where a name is long; drawn once for all of a village."""
        at, y = self._at, self._top + _PLACE_TOP
        x, room = at.left + _NAME + 5, at.right - at.left - _NAME - _VOTERS - _WHEN - 9
        beside = pen.beside()
        lines: list[tuple[str, float, str]] = []
        for factor in (1.0, 0.9, 0.8, 0.7):
            lines = []
            for text, size, font in ((form.village, 11.0, pdf_fonts.BOLD), (form.district, 9.5, pdf_fonts.REGULAR)):
                fitting = _fitting(text, font, size, room) * factor
                lines += [(part, fitting, font) for part in pdf_bulk_layout.broken(text, font, fitting, room)]
            if sum(size for _, size, _ in lines) * 1.22 <= _PLACE_TALL:
                break
        base = y + (_PLACE_TALL - sum(size * 1.22 for _, size, _ in lines)) / 2
        for part, size, font in lines:
            base += size * 1.22
            beside.text(x, base - size * 0.3, part, size, font)
        return beside.content.decode("ascii")

    def draw_code(self, pen: pdf_bulk_pen.Pen, code: str) -> None:
        """The code of a form as bars and figures."""
        top, right = self._top, self._at.right
        drawn, modules = pdf_barcode.bars(code)
        module = min(MODULE, _CODE_ROOM / (modules + 2 * pdf_barcode.QUIET))
        wide = modules * module
        left = right - pdf_barcode.QUIET * module - wide
        pen.bars(left, top, drawn, module, _BARS)
        pen.spaced(left, wide, top + 35, code, 10.0, pdf_fonts.BOLD)
        if self._forms.with_squares:
            rows = pdf_qr.modules(code)
            side = (_SQUARES - 4) / len(rows)
            pen.squares(right - _CODE_ROOM - _SQUARES, top, rows, side)

    def _signatures(self, pen: pdf_bulk_pen.Pen, kind: checklist_form.Kind) -> None:
        at = self._at
        top = self._end - pdf_bulk_layout.FOOT - pdf_bulk_layout.SIGN + 7
        third = (at.right - at.left) / 3
        columns = kind.signers if self._forms.is_filled else (*kind.signers, "Diisi ke program")
        for place, who in enumerate(columns):
            x, end = at.left + place * third + 3, at.left + (place + 1) * third - 10
            pen.text(x, top + 8, f"{who}," if place < 2 else who, 8.0, pdf_fonts.BOLD)
            rows = ((48, "Nama, jabatan"),) if place < 2 else ((20, "oleh"), (34, "tanggal"), (48, "pukul"))
            for down, label in rows:
                pen.text(x, top + down, label, 7.0)
                start = x + pdf_fonts.width(label, pdf_fonts.REGULAR, 7.0) + 4
                pen.line(start, top + down + 1, end, top + down + 1, 0.6, dots=True)

    def draw_foot(self, pen: pdf_bulk_pen.Pen, number: tuple[int, int]) -> None:
        """The foot of a sheet: page and pages of its form."""
        at, footer = self._at, self._footer
        y = self._end - pdf_bulk_layout.FOOT + 2
        pen.line(at.left, y, at.right, y, 0.4)
        page = f"Halaman {number[0]} dari {number[1]}"
        name = footer.name
        if self._forms.is_filled and footer.is_draft:
            name = f"{_DRAFT} · {name}"
        if footer.replaces:
            name = f"{name} · {footer.replacing}"
        room = at.right - at.left - 60
        size = _fitting(name, pdf_fonts.REGULAR, 6.8, room)
        whole, *rest = pdf_bulk_layout.broken(name, pdf_fonts.REGULAR, size, room - size)
        pen.text(at.left, y + 7.2, f"{whole} …" if rest else whole, size)
        as_of = footer.as_of[:1].upper() + footer.as_of[1:]
        code = f"Kode pemeriksaan dokumen: {footer.code}" if footer.code else ""
        pen.text(at.left, y + 14.3, " · ".join(part for part in (as_of, code) if part), 6.8)
        pen.right(at.right, y + 7.2, page, 6.8)
        if footer.notice:
            pen.text(at.left, y + 21.4, footer.notice, 6.8, pdf_fonts.BOLD)


def _fitting(text: str, font: str, size: float, room: float) -> float:
    """A long text is set smaller, down to seven tenths, before it is broken into lines."""
    needed = pdf_fonts.width(text, font, size)
    return size if needed <= room else max(size * room / needed * 0.999, size * 0.7)
