# SPDX-License-Identifier: Apache-2.0
"""A PDF on the system's printer: each page on its exact sheet, drawn at the printer's own resolution.

F4 is given in millimetres (215 × 330): no toolkit's "Folio" has that size.
"""

from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets

from desk_app.base.progress import Progress, Steps
from desk_app.base.text import _
from ui.widgets import pdf_pages

MOST_DOTS = 600.0
"""Dots an inch at most: a sheet at 1,200 dots would take half a gigabyte and print no sharper text."""

_MM_PER_INCH = 25.4


def ask(
    parent: QtWidgets.QWidget, title: str, pages: list[tuple[float, float]]
) -> QtPrintSupport.QPrinter | None:
    """The system's print dialog for pages of these `sizes`; None when the user thought better of it."""
    printer = QtPrintSupport.QPrinter(QtPrintSupport.QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    if pages:
        printer.setPageLayout(layout(*pages[0]))
    dialog = QtPrintSupport.QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Cetak"))
    dialog.setOption(QtPrintSupport.QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
    dialog.setMinMax(1, max(len(pages), 1))
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


def print_pages(printer: QtPrintSupport.QPrinter, data: bytes) -> Steps[int]:
    """Draw the pages that were chosen in the dialog; the number of sheets is returned. For the `draw` lane.

    Copies are the printer's own work where it can do them; where it cannot, the pages are drawn again.
    """
    document = pdf_pages.PdfPages(data)
    try:
        numbers = _numbers(printer, len(document.sizes))
        copies = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
        numbers *= copies
        painter = QtGui.QPainter()
        for done, number in enumerate(numbers):
            yield Progress(done, len(numbers), _("Mencetak"))
            printer.setPageLayout(layout(*document.sizes[number]))
            if done == 0:
                if not painter.begin(printer):
                    return 0
            else:
                printer.newPage()
            dots = min(float(printer.resolution()), MOST_DOTS)
            picture = document.picture(number, dots / pdf_pages.POINTS_PER_INCH)
            whole = printer.paperRect(QtPrintSupport.QPrinter.Unit.DevicePixel)
            painter.drawImage(QtCore.QRectF(0, 0, whole.width(), whole.height()), picture)
        if painter.isActive():
            painter.end()
        return len(numbers)
    finally:
        document.close()


def _numbers(printer: QtPrintSupport.QPrinter, pages: int) -> list[int]:
    """The pages to print, from 0, in the order in which they come out."""
    first, last = 1, pages
    if printer.printRange() is QtPrintSupport.QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage(), min(printer.toPage() or pages, pages)
    chosen = list(range(first - 1, last))
    return chosen[::-1] if printer.pageOrder() is QtPrintSupport.QPrinter.PageOrder.LastPageFirst else chosen


def _mm(points: float) -> float:
    """Millimetres to the tenth: a PDF keeps its sizes in rounded points."""
    return round(points / pdf_pages.POINTS_PER_INCH * _MM_PER_INCH, 1)
