# SPDX-License-Identifier: Apache-2.0
"""A chart as a picture (PNG, grey), for files that take no strokes: drawn as on paper, in the fineness of a printer."""

import io
import struct
import zlib
from typing import Any, Final

from reportlab.pdfgen import canvas

from desk_app.domain import charts
from desk_app.reports import pdf_chart, pdf_fonts

FINENESS: Final = 300 / 72
"""Points of the picture for each point of paper."""


def height_of(chart: charts.Chart) -> float:
    """How high a chart is, in points of paper."""
    return charts.height_of(chart, pdf_chart.SIZE)


def png(chart: charts.Chart, width: float, height: float) -> bytes:
    """The chart in a room of paper; equal charts give equal bytes."""
    import pypdfium2  # type: ignore[import-untyped]

    pdf_fonts.register()
    sheet = io.BytesIO()
    drawn = canvas.Canvas(sheet, (width, height), invariant=1, initialFontName=pdf_fonts.REGULAR)
    pdf_chart.ChartFlowable(chart, width).drawOn(drawn, 0, 0)
    drawn.save()
    with pypdfium2.PdfDocument(sheet.getvalue()) as paper:
        return _png(paper[0].render(scale=FINENESS, grayscale=True))


def _png(bitmap: Any) -> bytes:
    data, stride = bytes(bitmap.buffer), bitmap.stride
    lines = b"".join(b"\0" + data[at * stride : at * stride + bitmap.width] for at in range(bitmap.height))
    head = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, inside) for kind, inside in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
