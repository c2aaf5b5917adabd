# SPDX-License-Identifier: Apache-2.0
"""Pages of one PDF as pictures for whoever shows them: drawn one at a time, first those in sight, and kept."""

from collections import OrderedDict

from PySide6 import QtCore, QtGui

from ui import runner
from ui.widgets import pdf_pages

KEPT = 48 << 20
"""Bytes of pictures that are kept; always at least those of two pages."""

Wanted = tuple[int, float]


class PdfSource(QtCore.QObject):
    """`opened(pages)`: another document is there. `drawn(number)`: a picture has come, so paint again."""

    opened = QtCore.Signal(int)
    drawn = QtCore.Signal(int)

    def __init__(self, runner_: runner.Runner, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner_
        self._document: pdf_pages.PdfPages | None = None
        self._pictures: OrderedDict[Wanted, QtGui.QImage] = OrderedDict()
        self._before: dict[int, QtGui.QImage] = {}
        self._busy = False
        self._turn = 0
        self._next: dict[bool, Wanted | None] = {True: None, False: None}
        self.sizes: list[tuple[float, float]] = []

    def open(self, data: bytes) -> None:
        """Show another document instead; until its pages are drawn those of the one before stand there."""
        old, self._document = self._document, None
        self._turn += 1
        turn = self._turn

        def read() -> pdf_pages.PdfPages:
            if old is not None:
                old.close()
            return pdf_pages.PdfPages(data)

        def take(document: pdf_pages.PdfPages) -> None:
            if turn == self._turn:
                self._take(document)
            else:
                self._runner.draw(document.close)

        self._runner.draw(read, take)

    def picture(self, number: int, dots: float, *, urgent: bool = True) -> QtGui.QImage | None:
        """A page at this many dots a point: as it was drawn, else another picture of it, else None; it is then asked
        for. `urgent`: it is in sight at its full size."""
        found = self._pictures.get((number, dots))
        if found is not None:
            self._pictures.move_to_end((number, dots))
            return found
        self._want((number, dots), urgent)
        others = [(wanted[1], one) for wanted, one in self._pictures.items() if wanted[0] == number]
        return max(others, key=lambda one: one[0])[1] if others else self._before.get(number)

    def has(self, number: int, dots: float) -> bool:
        """Whether a page was drawn so."""
        return (number, dots) in self._pictures

    def _take(self, document: pdf_pages.PdfPages) -> None:
        self._document = document
        self.sizes = document.sizes
        self._before = {number: picture for (number, _dots), picture in self._pictures.items()}
        self._pictures.clear()
        self._busy = False
        self._next = {True: None, False: None}
        self.opened.emit(len(self.sizes))

    def _want(self, wanted: Wanted, urgent: bool) -> None:
        document = self._document
        if document is None:
            return
        if self._busy:
            if self._next[urgent] is None:
                self._next[urgent] = wanted
            return
        self._busy = True
        turn = self._turn

        def done(picture: QtGui.QImage) -> None:
            if turn != self._turn:
                return
            self._busy = False
            self._keep(wanted, picture)
            waiting = self._next[True] or self._next[False]
            first = self._next[True] is not None
            self._next = {True: None, False: None}
            if waiting is not None and waiting not in self._pictures:
                self._want(waiting, first)
            self.drawn.emit(wanted[0])

        def failed(error: Exception) -> None:
            self._busy = False
            raise error

        self._runner.draw(lambda: document.picture(*wanted), done, failed)

    def _keep(self, wanted: Wanted, picture: QtGui.QImage) -> None:
        self._pictures[wanted] = picture
        self._before.pop(wanted[0], None)
        held = sum(one.sizeInBytes() for one in self._pictures.values())
        while held > KEPT and len(self._pictures) > 2:
            _wanted, oldest = self._pictures.popitem(last=False)
            held -= oldest.sizeInBytes()
