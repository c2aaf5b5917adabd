# SPDX-License-Identifier: Apache-2.0
"""The same form made by others: one page a TPS with kop, place, Code 128, thirty items, boxes, and signatures.

Each is given what it likes best: bars reckoned beforehand, the same fonts, the whole stack in one file. Simple rows and
one size of letters are enough; nothing of it is looked at for how well it fits.
"""

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desk_app.base import paths
from desk_app.domain.checklists import ItemKind
from desk_app.reports import checklist_form, pdf_barcode
from tests.bench import rivals

HEADINGS = ("No", "Butir yang diperiksa", "Diperlukan", "Sudah", "Belum", "Tdk perlu", "Keterangan")
WIDTHS_MM = (7.0, 79.0, 22.0, 12.0, 12.0, 12.0, 33.0)
SIGNERS = ("Petugas yang memeriksa,", "Ketua/anggota KPPS,", "Diisi ke program")
_LEFT_MM, _TOP_MM, _ROW_MM, _BOX_MM = 22.0, 9.0, 5.9, 4.0
_MM = 72 / 25.4
_BARS_MM = 0.34

Forms = Sequence[checklist_form.Form]


def bars(code: str) -> list[tuple[int, int]]:
    """The bars of a code: where each begins and how wide it is, in modules."""
    words = pdf_barcode.bars(code)[0].split()
    return [(int(words[at]), int(words[at + 2])) for at in range(0, len(words), 5)]


def rows(form: checklist_form.Form) -> list[tuple[str, ...]]:
    """The rows of a form: a heading is alone in its row; the fourth cell says which boxes there are."""
    found: list[tuple[str, ...]] = []
    needed = iter(form.needed)
    for part in form.kind.parts:
        found.append((part.label,))
        for line in part.lines:
            many = next(needed)
            boxes = "n" if line.kind is ItemKind.NUMBER else "y"
            found.append((str(line.no), line.text, f"{many} {line.unit}" if many is not None else "", boxes))
    return found


def font(name: str = "LiberationSans-Regular.ttf") -> Path:
    return paths.resources() / "fonts" / name


def platypus(forms: Forms, target: Path) -> None:
    """reportlab's own way: a table that flows, a barcode, paragraphs."""
    from reportlab.graphics.barcode import code128
    from reportlab.lib import colors, pagesizes, styles
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

    from desk_app.reports import pdf_fonts

    pdf_fonts.register()
    plain = styles.ParagraphStyle("plain", fontName=pdf_fonts.REGULAR, fontSize=9, leading=11)
    title = styles.ParagraphStyle("title", fontName=pdf_fonts.BOLD, fontSize=12, leading=15, alignment=1)
    story: list[Any] = []
    for form in forms:
        head = [[Paragraph("PEMERINTAH KABUPATEN WAJO<br/>BADAN KESATUAN BANGSA DAN POLITIK", plain),
                 [code128.Code128(form.code, barHeight=24, barWidth=0.96), Paragraph(form.code, plain)]]]
        story += [Table(head, colWidths=[360, 140]), Paragraph("FORMULIR CEKLIS H-1", title)]
        place = Paragraph(f"{form.village}<br/>{form.district}", plain)
        story.append(Table([[form.name, place, f"DPT {form.voters}"]], colWidths=[90, 300, 110],
                           style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONTSIZE", (0, 0), (0, 0), 16),
                                  ("FONTNAME", (0, 0), (-1, -1), pdf_fonts.BOLD)]))
        cells, look = [list(HEADINGS)], [
            ("GRID", (0, 0), (-1, -1), 0.3, colors.black), ("FONTNAME", (0, 0), (-1, -1), pdf_fonts.REGULAR),
            ("FONTSIZE", (0, 0), (-1, -1), 8.5), ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
        for number, row in enumerate(rows(form), start=1):
            if len(row) == 1:
                cells.append([row[0], *[""] * 6])
                whole = (0, number), (-1, number)
                look += [("SPAN", *whole), ("BACKGROUND", *whole, colors.lightgrey)]
            else:
                tick = "[  ]" if row[3] == "y" else "[____]"
                text, second = Paragraph(row[1], plain), tick if row[3] == "y" else ""
                cells.append([row[0], text, row[2], tick, second, "[  ]", ""])
        story += [Spacer(0, 4), Table(cells, colWidths=[width * _MM for width in WIDTHS_MM], style=look)]
        signed = Table([list(SIGNERS), ["", "", ""], ["........"] * 3], colWidths=[167] * 3)
        story += [Spacer(0, 8), signed, PageBreak()]
    SimpleDocTemplate(str(target), pagesize=pagesizes.A4, leftMargin=_LEFT_MM * _MM, rightMargin=11 * _MM,
                      topMargin=_TOP_MM * _MM, bottomMargin=9 * _MM).build(story)


def fpdf2(forms: Forms, target: Path) -> None:
    """fpdf2, drawn place by place, which is its quickest way."""
    fpdf = rivals.get("fpdf")
    if fpdf is None:
        raise RuntimeError("fpdf2 is not here")
    pdf = fpdf.FPDF(format="A4", unit="mm")
    pdf.set_auto_page_break(False)
    pdf.add_font("plain", "", str(font()))
    pdf.add_font("plain", "B", str(font("LiberationSans-Bold.ttf")))
    for form in forms:
        pdf.add_page()
        _fpdf2_page(pdf, form)
    pdf.output(str(target))


def _fpdf2_page(pdf: Any, form: checklist_form.Form) -> None:
    pdf.set_font("plain", "B", 10)
    pdf.text(_LEFT_MM, 14, "PEMERINTAH KABUPATEN WAJO")
    pdf.text(_LEFT_MM, 18, "BADAN KESATUAN BANGSA DAN POLITIK")
    pdf.text(85, 28, "FORMULIR CEKLIS H-1")
    for start, wide in bars(form.code):
        pdf.rect(152 + start * _BARS_MM, 9, wide * _BARS_MM, 8.5, style="F")
    pdf.text(155, 21, form.code)
    pdf.rect(_LEFT_MM, 32, 177, 13)
    pdf.text(_LEFT_MM + 40, 37, form.village)
    pdf.text(_LEFT_MM + 40, 42, form.district)
    pdf.text(160, 40, f"DPT {form.voters}")
    pdf.set_font("plain", "B", 18)
    pdf.text(_LEFT_MM + 2, 41, form.name)
    pdf.set_font("plain", "", 8.5)
    y = 48.0
    edges = [_LEFT_MM + sum(WIDTHS_MM[:place]) for place in range(8)]
    for place, heading in enumerate(HEADINGS):
        pdf.text(edges[place] + 1, y + 4, heading)
    for row in rows(form):
        y += _ROW_MM
        pdf.line(edges[0], y, edges[-1], y)
        if len(row) == 1:
            pdf.text(edges[0] + 1, y + 4, row[0])
            continue
        for place in range(3):
            pdf.text(edges[place] + 1, y + 4, row[place])
        for place in (3, 4, 5) if row[3] == "y" else (3, 5):
            wide = _BOX_MM if row[3] == "y" or place == 5 else 20
            pdf.rect(edges[place] + 3, y + 1, wide, _BOX_MM)
        for edge in edges:
            pdf.line(edge, y, edge, y + _ROW_MM)
    pdf.line(edges[0], y + _ROW_MM, edges[-1], y + _ROW_MM)
    for place, words in enumerate(SIGNERS):
        pdf.text(_LEFT_MM + place * 59, 268, words)
        pdf.text(_LEFT_MM + place * 59, 284, "Nama, jabatan ..............................")


TYPST = """
#set page(paper: "a4", margin: (left: 22mm, right: 11mm, top: 9mm, bottom: 9mm))
#set text(font: "Liberation Sans", size: 8.5pt)
#let tick = box(width: 4mm, height: 4mm, stroke: 0.6pt)
#let wide = box(width: 20mm, height: 4mm, stroke: 0.6pt)
#let code(one) = box(width: 42mm, height: 8.5mm, {
  for bar in one.bars { place(dx: bar.at(0) * 0.34mm, rect(width: bar.at(1) * 0.34mm, height: 8.5mm, fill: black)) }
})
#let form(one) = {
  grid(columns: (1fr, 44mm), [PEMERINTAH KABUPATEN WAJO \\ *BADAN KESATUAN BANGSA DAN POLITIK*],
    [#code(one) \\ #one.code])
  line(length: 100%)
  align(center, text(size: 12pt, weight: "bold")[FORMULIR CEKLIS H-1])
  table(columns: (38mm, 1fr, 30mm), text(size: 18pt, weight: "bold", one.name), [*#one.village* \\ #one.district],
    [DPT \\ #one.voters])
  table(columns: (7mm, 1fr, 22mm, 12mm, 12mm, 12mm, 33mm), stroke: 0.3pt, inset: 0.75mm,
    ..("No", "Butir yang diperiksa", "Diperlukan", "Sudah", "Belum", "Tdk perlu", "Keterangan"),
    ..for row in one.rows {
      if row.len() == 1 { (table.cell(colspan: 7, fill: luma(230), strong(row.at(0))),) }
      else if row.at(3) == "y" { (row.at(0), row.at(1), row.at(2), tick, tick, tick, []) }
      else { (row.at(0), row.at(1), row.at(2), table.cell(colspan: 2, wide), tick, []) }
    })
  grid(columns: (1fr, 1fr, 1fr), row-gutter: 12mm, [Petugas yang memeriksa,], [Ketua/anggota KPPS,],
    [Diisi ke program], [Nama, jabatan ........], [Nama, jabatan ........], [pukul ........])
}
#for one in json("forms.json") { form(one); pagebreak(weak: true) }
"""


def typst(forms: Forms, target: Path) -> None:
    """typst: one source with a loop over the data."""
    made = rivals.get("typst")
    if made is None:
        raise RuntimeError("typst is not here")
    told = [
        {"code": form.code, "name": form.name, "village": form.village, "district": form.district,
         "voters": form.voters, "bars": bars(form.code), "rows": rows(form)}
        for form in forms
    ]
    (target.parent / "forms.json").write_text(json.dumps(told), "utf-8")
    source = target.parent / "forms.typ"
    source.write_text(TYPST, "utf-8")
    made.compile(str(source), output=str(target), font_paths=[str(font().parent)], ignore_system_fonts=True)


_STYLE = """
@font-face {{ font-family: Plain; src: url({plain}) }}
@font-face {{ font-family: Plain; font-weight: bold; src: url({bold}) }}
@page {{ size: A4; margin: 9mm 11mm 9mm 22mm }}
body {{ font: 8.5pt Plain }} section {{ page-break-after: always }}
table {{ border-collapse: collapse; width: 100% }} td {{ border: 0.3pt solid black; padding: 0.6mm 1mm }}
i {{ display: inline-block; width: 4mm; height: 4mm; border: 0.6pt solid black }} i.n {{ width: 20mm }}
h1 {{ font-size: 12pt; text-align: center; margin: 1mm }} b {{ font-size: 16pt }}
"""


def weasyprint(forms: Forms, target: Path) -> None:
    """WeasyPrint: HTML tables and a style sheet."""
    made = rivals.get("weasyprint")
    if made is None:
        raise RuntimeError("WeasyPrint is not here")
    page = io.StringIO()
    style = _STYLE.format(plain=font().as_uri(), bold=font("LiberationSans-Bold.ttf").as_uri())
    page.write(f"<html lang=id><style>{style}</style>")
    for form in forms:
        drawn = "".join(f'<rect x="{start}" y="0" width="{wide}" height="25"/>' for start, wide in bars(form.code))
        page.write(
            f'<section><table><tr><td>PEMERINTAH KABUPATEN WAJO<br>BADAN KESATUAN BANGSA DAN POLITIK<td>'
            f'<svg viewBox="0 0 123 25" width="42mm">{drawn}</svg><br>{form.code}</table><h1>FORMULIR CEKLIS H-1</h1>'
            f"<table><tr><td><b>{form.name}</b><td>{form.village}<br>{form.district}<td>DPT {form.voters}</table>"
            "<table>"
        )
        page.write("<tr>" + "".join(f"<td>{heading}" for heading in HEADINGS))
        for row in rows(form):
            if len(row) == 1:
                page.write(f"<tr><td colspan=7>{row[0]}")
            else:
                ticks = "<td><i></i><td><i></i>" if row[3] == "y" else "<td colspan=2><i class=n></i>"
                page.write(f"<tr><td>{row[0]}<td>{row[1]}<td>{row[2]}{ticks}<td><i></i><td>")
        page.write("</table><p>" + " &emsp; ".join(SIGNERS) + "</section>")
    made.HTML(string=page.getvalue()).write_pdf(str(target))
