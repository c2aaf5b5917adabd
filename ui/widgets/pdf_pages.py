# SPDX-License-Identifier: Apache-2.0
"""The pages of a PDF as pictures; called in the runner's `draw` lane only: pdfium is not for two threads."""

from typing import Any
from weakref import WeakSet

from PySide6 import QtGui

POINTS_PER_INCH = 72.0

_open: "WeakSet[PdfPages]" = WeakSet()


def close_all() -> None:
    """Close what is still open, after the last drawing: pdfium complains about it when the program ends."""
    for document in list(_open):
        document.close()


class PdfPages:
    """An open PDF. `sizes` are in points (1/72 inch)."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # type: ignore[import-untyped]

        self._document: Any = pypdfium2.PdfDocument(data)
        self.sizes: list[tuple[float, float]] = [
            self._document.get_page_size(number) for number in range(len(self._document))
        ]
        _open.add(self)

    def picture(self, number: int, scale: float) -> QtGui.QImage:
        """Render a page; a scale of 1 is 72 dots an inch."""
        page = self._document[number]
        bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        picture = QtGui.QImage(
            bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QtGui.QImage.Format.Format_RGB32
        ).copy()
        bitmap.close()
        page.close()
        return picture

    def close(self) -> None:
        _open.discard(self)
        self._document.close()
