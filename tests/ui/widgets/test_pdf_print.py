# SPDX-License-Identifier: Apache-2.0
"""Printing gives every page its own paper, F4 too, and the range that was asked for."""

import io
from pathlib import Path

import pytest
from PySide6 import QtPrintSupport, QtWidgets

from desk_app.base import progress
from ui.widgets import pdf_pages, pdf_print

F4 = (215 / 25.4 * 72, 330 / 25.4 * 72)


def document(pages: int) -> bytes:
    from reportlab.pdfgen import canvas

    sink = io.BytesIO()
    paper = canvas.Canvas(sink, F4)
    for number in range(pages):
        paper.drawString(100, 500, f"halaman {number + 1}")
        paper.showPage()
    paper.save()
    return sink.getvalue()


@pytest.mark.parametrize(("first", "last", "count"), [(0, 0, 3), (2, 3, 2), (1, 9, 3)])
def test_pages_reach_the_paper(app: QtWidgets.QApplication, tmp_path: Path, first: int, last: int, count: int) -> None:
    printer = QtPrintSupport.QPrinter(QtPrintSupport.QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QtPrintSupport.QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "hasil.pdf"))
    printer.setFromTo(first, last)
    steps: list[int] = []
    assert progress.finish(pdf_print.print_pages(printer, document(3)), lambda step: steps.append(step.done)) == count
    assert steps == list(range(1, count + 1))
    printed = pdf_pages.PdfPages((tmp_path / "hasil.pdf").read_bytes())
    assert len(printed.sizes) == count
    for width, height in printed.sizes:
        assert (width, height) == pytest.approx(F4, abs=2)
    picture = printed.picture(0, 1)
    assert any(picture.pixelColor(x, y).lightness() < 120 for x in range(95, 160) for y in range(420, 445))
    printed.close()
