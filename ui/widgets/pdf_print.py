# SPDX-License-Identifier: Apache-2.0
"""Printing a PDF through the system's dialog, page by page beside the window."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from desk_app.base.progress import Progress, Steps
from desk_app.base.text import _
from ui.widgets import pdf_pages

if TYPE_CHECKING:
    from PySide6 import QtPrintSupport

_FINEST = 300
_POINTS_OF_A_MILLIMETRE = 72 / 25.4


def print_pages(printer: "QtPrintSupport.QPrinter", data: bytes) -> Steps[int]:
    """Print the pages of a document (all, or the range the dialog left in the printer); returns how many.

    Every page has the size of its paper in the document (A4, F4), whatever the printer was set to.
    """
    document = pdf_pages.PdfPages(data)
    first = max(printer.fromPage(), 1)
    last = min(printer.toPage() or len(document.sizes), len(document.sizes))
    scale = min(printer.resolution(), _FINEST) / pdf_pages.POINTS_PER_INCH
    painter = QtGui.QPainter()
    printer.setFullPage(True)
    try:
        for number in range(first - 1, last):
            width, height = (side / _POINTS_OF_A_MILLIMETRE for side in document.sizes[number])
            printer.setPageSize(_paper(width, height))
            if number == first - 1:
                if not painter.begin(printer):
                    raise OSError(f"the printer {printer.printerName()} does not take the document")
            else:
                printer.newPage()
            paper = printer.paperRect(_device_pixel(printer))
            painter.drawImage(QtCore.QRectF(0, 0, paper.width(), paper.height()), document.picture(number, scale))
            yield Progress(number - first + 2, last - first + 1, _("Mencetak …"))
    finally:
        if painter.isActive():
            painter.end()
        document.close()
    return last - first + 1


def _paper(width: float, height: float) -> QtGui.QPageSize:
    """Paper of exactly this size in millimetres: by default Qt takes F4 for the nearest it knows, which is larger."""
    exact = QtGui.QPageSize.SizeMatchPolicy.ExactMatch
    return QtGui.QPageSize(QtCore.QSizeF(width, height), QtGui.QPageSize.Unit.Millimeter, "", exact)


def _device_pixel(printer: "QtPrintSupport.QPrinter") -> "QtPrintSupport.QPrinter.Unit":
    return type(printer).Unit.DevicePixel
