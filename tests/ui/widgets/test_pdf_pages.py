# SPDX-License-Identifier: Apache-2.0
"""Pages of a PDF as pictures: sizes in points, ink where the text is."""

from PySide6 import QtGui, QtWidgets

from tests.ui import gallery
from ui.widgets import pdf_pages


def test_a_page_is_rendered(app: QtWidgets.QApplication) -> None:
    document = pdf_pages.PdfPages(gallery.sample_pdf())
    assert [(round(width), round(height)) for width, height in document.sizes] == [(595, 842)] * 3
    picture = document.picture(0, 1.5)
    assert (picture.width(), picture.height()) == (893, 1263)
    assert picture.pixelColor(3, 3) == QtGui.QColor("white")
    ink = sum(picture.pixelColor(x, y).lightness() < 80 for x in range(0, 893, 2) for y in range(60, 130, 2))
    assert ink > 50, "the heading is there"
    document.close()


def test_what_is_still_open_is_closed_at_the_end(app: QtWidgets.QApplication) -> None:
    document = pdf_pages.PdfPages(gallery.sample_pdf())
    pdf_pages.close_all()
    assert document not in pdf_pages._open
    assert document._document.raw is None
