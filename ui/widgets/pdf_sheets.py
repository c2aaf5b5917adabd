# SPDX-License-Identifier: Apache-2.0
"""The sheets of a PDF one under the other, however many: only those in sight are drawn."""

from bisect import bisect_right
from enum import Enum

from PySide6 import QtCore, QtGui, QtWidgets

from ui import theme
from ui.widgets import pdf_pages, pdf_source

GAP = 12
_SCREEN_DPI = 96.0
_LEAST = 0.15


class Fit(Enum):
    """How large a sheet is while no zoom is chosen."""

    WIDTH = "width"
    PAGE = "page"


class PdfSheets(QtWidgets.QAbstractScrollArea):
    """`moved()`: another place or size. `zoom_wanted(steps)`: Ctrl and the wheel."""

    moved = QtCore.Signal()
    zoom_wanted = QtCore.Signal(int)

    def __init__(self, source: pdf_source.PdfSource, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._zoom: float | Fit = Fit.WIDTH
        self._tops: list[int] = []
        self._boxes: list[tuple[int, int]] = []
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.moved.emit())
        self._resting = QtCore.QTimer(self, singleShot=True, interval=60)
        self._resting.timeout.connect(self.viewport().update)
        source.drawn.connect(lambda _number: self.viewport().update())

    @property
    def zoom(self) -> float | Fit:
        return self._zoom

    def scale(self, number: int = 0) -> float:
        """How large a sheet is shown; 1 is the size of the paper at 96 dots an inch.

        Until zoomed every sheet fits for itself: one across must not make the upright ones small.
        """
        if not isinstance(self._zoom, Fit) or not self._source.sizes:
            return self._zoom if not isinstance(self._zoom, Fit) else 1.0
        points = _SCREEN_DPI / pdf_pages.POINTS_PER_INCH
        width, height = self._source.sizes[min(number, len(self._source.sizes) - 1)]
        room = self.viewport().size()
        fitted = (room.width() - 2 * GAP) / (width * points)
        if self._zoom is Fit.PAGE:
            fitted = min(fitted, (room.height() - 2 * GAP) / (height * points))
        return max(fitted, _LEAST)

    def set_zoom(self, zoom: float | Fit) -> None:
        """Another size; what is at the top of the view stays there."""
        page, share = self._anchor()
        self._zoom = zoom
        self.lay_out()
        if self._tops:
            page = min(page, len(self._tops) - 1)
            self.verticalScrollBar().setValue(round(self._tops[page] + share * self._boxes[page][1]))
        self.moved.emit()

    def lay_out(self) -> None:
        """Take over other sheets, or another width."""
        self._tops, self._boxes, top = [], [], GAP
        points = _SCREEN_DPI / pdf_pages.POINTS_PER_INCH
        known: dict[tuple[float, float], tuple[int, int]] = {}
        for number, size in enumerate(self._source.sizes):
            box = known.get(size)
            if box is None:
                factor = self.scale(number) * points
                box = known[size] = (round(size[0] * factor), round(size[1] * factor))
            self._tops.append(top)
            self._boxes.append(box)
            top += box[1] + GAP
        room = self.viewport().size()
        widest = max((box[0] for box in known.values()), default=0) + 2 * GAP
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setRange(0, max(top - room.height(), 0))
        self.horizontalScrollBar().setPageStep(room.width())
        self.horizontalScrollBar().setRange(0, 0 if self._zoom is Fit.WIDTH else max(widest - room.width(), 0))
        self.viewport().update()

    def page(self) -> int:
        """The sheet in the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max(min(bisect_right(self._tops, middle) - 1, len(self._tops) - 1), 0)

    def go(self, number: int) -> None:
        """Bring a sheet to the top."""
        if self._tops:
            at = self._tops[max(0, min(number, len(self._tops) - 1))]
            self.verticalScrollBar().setValue(at - GAP)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        if isinstance(self._zoom, Fit) and self._tops and event.size().width() != event.oldSize().width():
            self.set_zoom(self._zoom)
        else:
            self.lay_out()
        self.moved.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        # While the bar runs, sheets are passed by: they are drawn where it rests.
        self._resting.start()
        self.viewport().update()

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case QtCore.Qt.Key.Key_Home:
                bar.setValue(0)
            case QtCore.Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case QtCore.Qt.Key.Key_Space:
                bar.setValue(bar.value() + bar.pageStep())
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self.viewport())
        painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
        now = theme.tokens()
        painter.fillRect(event.rect(), theme.colour(now.window))
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        first = max(bisect_right(self._tops, top) - 1, 0)
        for number in range(first, len(self._tops)):
            if self._tops[number] > top + height:
                break
            rect = self._rect(number)
            painter.fillRect(rect.adjusted(-1, -1, 1, 1), theme.colour(now.border_strong))
            dots = self._dots(number)
            waits = self._resting.isActive() and not self._source.has(number, dots)
            picture = None if waits and number != self.page() else self._source.picture(number, dots)
            if picture is None:
                painter.fillRect(rect, QtCore.Qt.GlobalColor.white)
            else:
                painter.drawImage(rect, picture)

    def _rect(self, number: int) -> QtCore.QRect:
        width, height = self._boxes[number]
        room = self.viewport().width()
        left = (room - width) // 2 if width <= room else GAP - self.horizontalScrollBar().value()
        return QtCore.QRect(left, self._tops[number] - self.verticalScrollBar().value(), width, height)

    def _dots(self, number: int) -> float:
        return round(self.scale(number) * _SCREEN_DPI / pdf_pages.POINTS_PER_INCH * self.devicePixelRatioF(), 3)

    def _anchor(self) -> tuple[int, float]:
        """The sheet at the top of the view, and how far down in it the view begins."""
        if not self._tops:
            return 0, 0.0
        top = self.verticalScrollBar().value()
        page = max(bisect_right(self._tops, top) - 1, 0)
        return page, (top - self._tops[page]) / max(self._boxes[page][1], 1)
