# SPDX-License-Identifier: Apache-2.0
"""Made-up checklist forms for tests: items of every kind, long names, and how their pages are read."""

import dataclasses
from collections.abc import Sequence
from typing import Any

import pypdfium2 as pdfium

from desk_app.domain.checklists import ItemKind
from desk_app.reports import checklist_form, document, pdf
from tests.reports import samples

CODE = "7313061001005"
_WORDS = (
    "Kotak suara PPWP",
    "Surat suara DPRD Kab",
    "Sampul dan formulir C lengkap",
    "Tanda pengenal KPPS, petugas ketertiban, saksi",
    "Logistik terlindung dari hujan",
)
_KINDS = (ItemKind.NUMBER, ItemKind.NUMBER, ItemKind.YES_NO, ItemKind.YES_NO, ItemKind.PHOTO)
OPTIONS = ("PLN", "Genset", "Panel surya", "Tidak ada sama sekali")


def kind(items: int = 12, long: bool = False) -> checklist_form.Kind:
    """Items of all kinds in parts of seven; `long`: each with words of sixty letters."""
    lines = []
    for place in range(items):
        text = "Pemeriksaan kesehatan petugas ketertiban dan anggota KPPS ya" if long else _WORDS[place % 5]
        asked, options = _KINDS[place % 5], ()
        if place == 3:
            asked, options = ItemKind.CHOICE, OPTIONS
        elif place == 7:
            asked = ItemKind.MOMENT
        elif place == 8:
            asked = ItemKind.TEXT
        unit = "lembar" if asked is ItemKind.NUMBER else ""
        only_if = "butir 3 = Sudah" if place == 9 else ""
        lines.append(
            checklist_form.Line(place + 1, text, asked, unit, place % 3 == 0, options, only_if, assumed=place == 1)
        )
    parts = [
        checklist_form.Part(f"Bagian {start // 7 + 1}", tuple(lines[start : start + 7])) for start in range(0, items, 7)
    ]
    return checklist_form.Kind("H-1", "Kesiapan TPS, versi 3", "Pemilihan Umum Tahun 2024", tuple(parts))


def form(of: checklist_form.Kind | None = None, **changes: Any) -> checklist_form.Form:
    """The form of TPS 005."""
    of = of or kind()
    made = checklist_form.Form(
        of, CODE, "TPS 005", "Kelurahan Maddukkelleng", "Kecamatan Tempe, Kabupaten Wajo", 1261,
        tuple(1287 if line.kind is ItemKind.NUMBER else None for line in of.lines),
        headings=("Kecamatan Tempe", "Kelurahan Maddukkelleng"),
    )
    return dataclasses.replace(made, **changes)


def stack(*forms: checklist_form.Form, paper: str = "A4", **changes: Any) -> checklist_form.Forms:
    made = checklist_form.Forms(
        "Formulir Ceklis H-1 Kecamatan Tempe", "Desk Pemilu Kabupaten Wajo", checklist_form.setup(paper), len(forms),
        lambda: iter(forms), samples.setda_head(samples.png()), "data per 13 Februari 2024 pukul 15.00 WITA",
    )
    return dataclasses.replace(made, **changes)


def rendered(forms: checklist_form.Forms, **footer: Any) -> bytes:
    """The stack as a file, with its code in the foot."""
    foot = checklist_form.build(forms, "Formulir Ceklis H-1").footer
    return pdf.render_forms(forms, dataclasses.replace(foot, **footer) if footer else foot)


def texts(data: bytes) -> list[str]:
    """The words of each page in one line."""
    with pdfium.PdfDocument(data) as file:
        return [" ".join(page.get_textpage().get_text_range().replace("\u00a0", " ").split()) for page in file]


def lines(paper: document.Document) -> Sequence[document.Row]:
    """The rows of what a stack is in short."""
    return next(block for block in paper.blocks if isinstance(block, document.Table)).rows
