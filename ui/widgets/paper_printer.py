# SPDX-License-Identifier: Apache-2.0
"""A PDF on the system's printer: each page on its exact sheet, drawn at the printer's own resolution.

F4 is given in millimetres (215 × 330): no toolkit's "Folio" has that size. Both sides of a sheet, copies, and the pages
to print are what the system's dialog offers for the printer.
"""

from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets

from desk_app.base.progress import Progress, Steps
from desk_app.base.text import _
from ui.widgets import pdf_pages

MOST_DOTS = 600.0
"""Dots an inch at most: a sheet at 1,200 dots would take half a gigabyte and print no sharper text."""

_MM_PER_INCH = 25.4
_Option = QtPrintSupport.QAbstractPrintDialog.PrintDialogOption


def ask(
    parent: QtWidgets.QWidget, title: str, sizes: list[tuple[float, float]], *, pages: int = 0, ranges: bool = True
) -> QtPrintSupport.QPrinter | None:
    """The system's print dialog for pages of these `sizes`; None when the user thought better of it.

    `pages`: how many there are, where that is more than `sizes`; `ranges`: some of them may be chosen.
    """
    printer = QtPrintSupport.QPrinter(QtPrintSupport.QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    if sizes:
        printer.setPageLayout(layout(*sizes[0]))
    dialog = QtPrintSupport.QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Cetak"))
    dialog.setOption(_Option.PrintPageRange, ranges)
    dialog.setOption(_Option.PrintCollateCopies, True)
    dialog.setOption(_Option.PrintShowPageSize, True)
    dialog.setOption(_Option.PrintCurrentPage, False)
    dialog.setOption(_Option.PrintSelection, False)
    if ranges:
        dialog.setMinMax(1, max(len(sizes), pages, 1))
    accepted = dialog.exec() == QtWidgets.QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if accepted else None


def sizes(data: bytes) -> list[tuple[float, float]]:
    """The sizes of the pages of a PDF, in points; for the `draw` lane."""
    document = pdf_pages.PdfPages(data)
    try:
        return document.sizes
    finally:
        document.close()


def layout(width: float, height: float) -> QtGui.QPageLayout:
    """The sheet of a page of this size in points, without margins of its own: the page brings them."""
    across = width > height
    short, long = sorted((width, height))
    size = QtGui.QPageSize(
        QtCore.QSizeF(_mm(short), _mm(long)),
        QtGui.QPageSize.Unit.Millimeter,
        "",
        QtGui.QPageSize.SizeMatchPolicy.ExactMatch,
    )
    turned = QtGui.QPageLayout.Orientation.Landscape if across else QtGui.QPageLayout.Orientation.Portrait
    made = QtGui.QPageLayout(size, turned, QtCore.QMarginsF(), QtGui.QPageLayout.Unit.Millimeter)
    made.setMode(QtGui.QPageLayout.Mode.FullPageMode)
    return made


class Job:
    """One piece of work of a printer, to which documents are given one after the other. For the `draw` lane."""

    def __init__(self, printer: QtPrintSupport.QPrinter) -> None:
        self._printer = printer
        self._painter = QtGui.QPainter()
        self.sheets = 0

    def put(self, data: bytes) -> bool:
        """All pages of a document, once for each copy that the printer does not make itself; False where it refuses."""
        document = pdf_pages.PdfPages(data)
        try:
            numbers = list(range(len(document.sizes))) * _copies(self._printer)
            return all(self.draw(document, number) for number in numbers)
        finally:
            document.close()

    def draw(self, document: pdf_pages.PdfPages, number: int) -> bool:
        """One page, from 0; False where the printer does not take it."""
        self._printer.setPageLayout(layout(*document.sizes[number]))
        if self.sheets == 0:
            if not self._painter.begin(self._printer):
                return False
        elif not self._printer.newPage():
            return False
        dots = min(float(self._printer.resolution()), MOST_DOTS)
        picture = document.picture(number, dots / pdf_pages.POINTS_PER_INCH)
        whole = self._printer.paperRect(QtPrintSupport.QPrinter.Unit.DevicePixel)
        self._painter.drawImage(QtCore.QRectF(0, 0, whole.width(), whole.height()), picture)
        self.sheets += 1
        return True

    def end(self) -> None:
        """Let the printer begin."""
        if self._painter.isActive():
            self._painter.end()


def print_pages(printer: QtPrintSupport.QPrinter, data: bytes) -> Steps[int]:
    """Draw the pages that were chosen in the dialog; the number of sheets is returned. For the `draw` lane.

    Copies are the printer's own work where it can do them; where it cannot, the pages are drawn again.
    """
    document = pdf_pages.PdfPages(data)
    job = Job(printer)
    try:
        numbers = _numbers(printer, len(document.sizes)) * _copies(printer)
        for done, number in enumerate(numbers):
            yield Progress(done, len(numbers), _("Mencetak"))
            if not job.draw(document, number):
                return 0
        return len(numbers)
    finally:
        job.end()
        document.close()


def _copies(printer: QtPrintSupport.QPrinter) -> int:
    return 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)


def _numbers(printer: QtPrintSupport.QPrinter, pages: int) -> list[int]:
    """The pages to print, from 0, in the order in which they come out: "2-4,7" as it was typed in the dialog."""
    chosen = list(range(pages))
    if printer.printRange() is QtPrintSupport.QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        if not ranges.isEmpty():
            chosen = [number for number in chosen if ranges.contains(number + 1)]
    return chosen[::-1] if printer.pageOrder() is QtPrintSupport.QPrinter.PageOrder.LastPageFirst else chosen


def _mm(points: float) -> float:
    """Millimetres to the tenth: a PDF keeps its sizes in rounded points."""
    return round(points / pdf_pages.POINTS_PER_INCH * _MM_PER_INCH, 1)
