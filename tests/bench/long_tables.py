# SPDX-License-Identifier: Apache-2.0
"""An issue matrix of 5,000 rows beside platypus LongTable with a paragraph a cell, and the memory of 10,000 pages."""

import dataclasses
import io
import itertools
import json
import os
import statistics
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from reportlab.lib import units
from reportlab.pdfgen import canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate

from desk_app.reports import column_widths, document, issue_matrix, pages, pdf, pdf_fonts, pdf_style
from tests.bench.table import Figure
from tests.bench.timing import timed

ROOT = Path(__file__).resolve().parents[2]
ROWS = 5_000
ROUNDS = 3
PAGES = 10_000
ROWS_A_PAGE = 10
MEMORY_MIB = 200.0
ACROSS = dataclasses.replace(pages.setup("F4"), landscape=True)

_VILLAGES = ("Maddukkelleng", "Sitampae", "Bulu Pabbulu", "Teddaopu", "Lapongkoda", "Padduppa", "Siengkang")
_SAID = (
    "Surat suara kurang {n} lembar dari kebutuhan; sudah dihitung ulang oleh KPPS disaksikan PTPS dan saksi",
    "Atap TPS bocor sejak hujan pukul {h}, kotak suara dipindahkan ke ruang kelas {n} SDN {m}",
    "Jalan menuju TPS tergenang setinggi lutut sejak pukul {h}; logistik dibawa dengan perahu sejauh {n} meter",
    "Bilik suara {m} buah rusak dan belum diganti; panitia memakai sekat kardus sementara",
)
_PROBE = """
import json, pathlib, sys
from tests.bench import long_tables
from desk_app.reports import pdf
data = pdf.render(long_tables.paper(int(sys.argv[1])))
peak = next(line for line in pathlib.Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(json.dumps({"pages": data.count(b"/MediaBox"), "peak": int(peak.split()[1]) / 1024}))
"""


def measure() -> list[Figure]:
    """Rows a second of processor time; then the peak memory of a process that makes ten thousand pages."""
    made = paper(ROWS)
    ours, theirs, plain = [], [], []
    for _round in range(ROUNDS):
        ours.append(timed(lambda: pdf.render(made)).processor)
        theirs.append(timed(lambda: _long_table(made, spans=True)).processor)
        plain.append(timed(lambda: _long_table(made, spans=False)).processor)
    mine, other, bare = (ROWS / statistics.median(one) for one in (ours, theirs, plain))
    told = json.loads(_memory())
    return [
        Figure(f"issue matrix of {ROWS:,} rows", mine, "platypus LongTable", other, "rows/s", ">= 5x"),
        Figure(
            f"issue matrix of {ROWS:,} rows", mine, "LongTable, no group rows over all columns", bare, "rows/s", ">= 5x"
        ),
        Figure(
            f"issue matrix of {told['pages']:,} pages, peak memory",
            told["peak"],
            "aim",
            MEMORY_MIB,
            "MiB",
            "<= 200 MiB",
        ),
    ]


def paper(count: int) -> document.Document:
    """The matrix alone, on sheets across."""
    table = issue_matrix.table(tuple(_issue(number) for number in range(count)))
    return document.Document("Matriks", "Desk", ACROSS, (table,), footer=document.Footer("Matriks", "data per"))


def _issue(number: int) -> issue_matrix.IssueRow:
    said = _SAID[number % 4].format(n=number % 97 + 2, m=number % 53 + 1, h=f"{number % 12 + 1:02d}.{number % 60:02d}")
    return issue_matrix.IssueRow(
        number=f"P-{number + 1:04d}",
        when=datetime(2024, 2, 1) + timedelta(minutes=number * 7),
        place=f"TPS {number % 40 + 1:03d} Kel. {_VILLAGES[number % 7]}, Kec. Tempe",
        description=said,
        severity=("Sangat mendesak", "Tinggi", "Sedang", "Rendah")[number % 4],
        status=("Baru", "Dalam tindak lanjut", "Selesai")[number % 3],
        impact="Pemungutan suara dapat terlambat" if number % 2 else "",
        advice=f"Berkoordinasi dengan PPK untuk tambahan {number % 97 + 2} lembar dari cadangan kabupaten",
        follow_up=f"Camat menghubungi PPK pukul {number % 12 + 1:02d}.30; jawaban ditunggu" if number % 3 else "",
        addressee=("KPU Kabupaten", "Camat", "PLN", "Bawaslu")[number % 4],
        new=number % 3 != 2,
        open=number % 3 != 2,
    )


def _long_table(made: document.Document, *, spans: bool) -> None:
    """The same paragraphs as platypus sets them: headings repeated, a grid, group rows over the whole width."""
    table = made.blocks[0]
    assert isinstance(table, document.Table)
    width = ACROSS.text_width * units.mm
    size, widths = column_widths.fitting(table, width)
    bold = pdf_style.text(size, document.Align.CENTER, bold=True)
    rows: list[list[Any]] = [[Paragraph(pdf_fonts.flowing(column.title), bold) for column in table.columns]]
    rows.append([str(place + 1) for place in range(len(table.columns))])
    style: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, -1), pdf_fonts.REGULAR, size),
        ("GRID", (0, 0), (-1, -1), pdf_style.RULE, "black"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, 1), pdf_style.SHADE),
    ]
    for place, row in enumerate(table.rows, start=2):
        if row.kind is document.RowKind.GROUP:
            rows.append([Paragraph(pdf_fonts.flowing(row.cells[0]), bold), *itertools.repeat("", len(widths) - 1)])
            if spans:
                style.append(("SPAN", (0, place), (-1, place)))
            continue
        rows.append(
            [
                Paragraph(pdf_fonts.flowing(cell), pdf_style.text(size, column.align))
                for cell, column in zip(row.cells, table.columns, strict=True)
            ]
        )
    room = ACROSS.inner
    template = SimpleDocTemplate(
        io.BytesIO(),
        pagesize=(ACROSS.width * units.mm, ACROSS.height * units.mm),
        leftMargin=room.left * units.mm - 6,
        rightMargin=room.right * units.mm - 6,
        topMargin=room.top * units.mm,
        bottomMargin=room.bottom * units.mm,
        pageCompression=1,
        initialFontName=pdf_fonts.REGULAR,
    )
    template.build([LongTable(rows, colWidths=widths, repeatRows=2, style=style)], canvasmaker=canvas.Canvas)


def _memory() -> str:
    done = subprocess.run(
        [sys.executable, "-c", _PROBE, str(PAGES * ROWS_A_PAGE)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip().splitlines()[-1]
