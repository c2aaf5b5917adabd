# SPDX-License-Identifier: Apache-2.0
"""Printing keeps each page's exact sheet, F4 and pages across included."""

from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets

from desk_app.base import progress
from desk_app.reports import document, pages, pdf
from ui.widgets import paper_printer, pdf_pages

MM = 72 / 25.4


def paper(code: str = "F4") -> bytes:
    blocks: tuple[document.Block, ...] = (
        document.Paragraph("Halaman tegak"),
        document.PageBreak(landscape=True),
        document.Paragraph("Halaman melintang"),
        document.PageBreak(),
        document.Paragraph("Tegak lagi"),
    )
    return pdf.render(document.Document("Uji", "Desk", pages.setup(code), blocks))


def printed(data: bytes, folder: Path, **settings: int) -> list[tuple[float, float]]:
    """The sizes in millimetres of what a printer of 150 dots an inch got."""
    printer = QtPrintSupport.QPrinter()
    printer.setOutputFormat(QtPrintSupport.QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "out.pdf"))
    printer.setResolution(150)
    if "first" in settings:
        printer.setPrintRange(QtPrintSupport.QPrinter.PrintRange.PageRange)
        printer.setFromTo(settings["first"], settings["last"])
    count = progress.finish(paper_printer.print_pages(printer, data))
    found = pdf_pages.PdfPages((folder / "out.pdf").read_bytes())
    try:
        assert len(found.sizes) == count
        return [(round(width / MM), round(height / MM)) for width, height in found.sizes]
    finally:
        found.close()


@pytest.mark.parametrize(("code", "short", "long"), [("F4", 215, 330), ("A4", 210, 297)])
def test_every_sheet_is_exact(app: QtWidgets.QApplication, tmp_path: Path, code: str, short: int, long: int) -> None:
    assert printed(paper(code), tmp_path) == [(short, long), (long, short), (short, long)]


def test_only_the_pages_chosen(app: QtWidgets.QApplication, tmp_path: Path) -> None:
    assert printed(paper(), tmp_path, first=2, last=9) == [(330, 215), (215, 330)]


def test_pages_as_they_are_typed_in_the_dialog(app: QtWidgets.QApplication, tmp_path: Path) -> None:
    printer = QtPrintSupport.QPrinter()
    printer.setPageRanges(QtGui.QPageRanges.fromString("3,1"))
    printer.setPrintRange(QtPrintSupport.QPrinter.PrintRange.PageRange)
    assert paper_printer._numbers(printer, 5) == [0, 2]
    printer.setPageOrder(QtPrintSupport.QPrinter.PageOrder.LastPageFirst)
    assert paper_printer._numbers(printer, 5) == [2, 0]
    printer.setPrintRange(QtPrintSupport.QPrinter.PrintRange.AllPages)
    assert paper_printer._numbers(printer, 3) == [2, 1, 0]


def test_several_documents_are_one_piece_of_work(app: QtWidgets.QApplication, tmp_path: Path) -> None:
    printer = QtPrintSupport.QPrinter()
    printer.setOutputFormat(QtPrintSupport.QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(72)
    job = paper_printer.Job(printer)
    assert job.put(paper("F4"))
    assert job.put(paper("A4"))
    job.end()
    found = pdf_pages.PdfPages((tmp_path / "out.pdf").read_bytes())
    try:
        assert [round(max(size) / MM) for size in found.sizes] == [330] * 3 + [297] * 3
        assert job.sheets == 6
    finally:
        found.close()


def test_the_page_fills_the_sheet(app: QtWidgets.QApplication, tmp_path: Path) -> None:
    data = paper()
    printed(data, tmp_path)
    wanted, got = pdf_pages.PdfPages(data), pdf_pages.PdfPages((tmp_path / "out.pdf").read_bytes())
    try:
        for number in range(3):
            assert ink(got.picture(number, 1.0)) == pytest.approx(ink(wanted.picture(number, 1.0)), abs=4)
    finally:
        wanted.close()
        got.close()


def ink(picture: QtGui.QImage) -> tuple[int, int]:
    """Where the first line of the text stands: its left edge and its top, in points."""
    dark = [
        (x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if QtGui.qGray(picture.pixel(x, y)) < 128
    ]
    top = min(y for _x, y in dark)
    return min(x for x, y in dark if y < top + 12), top


def test_a_sheet_of_a_size_in_points() -> None:
    made = paper_printer.layout(330 * MM, 215 * MM)
    assert made.orientation() is QtGui.QPageLayout.Orientation.Landscape
    assert made.pageSize().size(QtGui.QPageSize.Unit.Millimeter) == QtCore.QSizeF(215, 330)
