# SPDX-License-Identifier: Apache-2.0
"""The sheets of a PDF small, one under the other at the side; a click or an arrow key goes to one."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import theme
from ui.widgets import pdf_source

WIDTH = 92
_SHEET = QtCore.QSize(58, 84)
_STEP = 108
_SCALE = 0.2
"""Dots a point: twice the size it is shown at."""


class PdfThumbs(QtWidgets.QAbstractScrollArea):
    """`chosen(number)`: a sheet, from 0."""

    chosen = QtCore.Signal(int)

    def __init__(self, source: pdf_source.PdfSource, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._current = 0
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Halaman kecil"))
        self.verticalScrollBar().setSingleStep(_STEP // 2)
        source.drawn.connect(lambda _number: self.viewport().update())
        source.opened.connect(lambda _pages: self._lay_out())

    def set_current(self, number: int) -> None:
        """Mark the sheet that is in sight, and bring its small picture into sight."""
        if number == self._current:
            return
        self._current = number
        bar, top = self.verticalScrollBar(), number * _STEP
        if top < bar.value() or top + _STEP > bar.value() + self.viewport().height():
            bar.setValue(top - (self.viewport().height() - _STEP) // 2)
        self.viewport().update()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        number = (int(event.position().y()) + self.verticalScrollBar().value()) // _STEP
        if 0 <= number < len(self._source.sizes):
            self.chosen.emit(number)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        last = len(self._source.sizes) - 1
        steps = {QtCore.Qt.Key.Key_Up: -1, QtCore.Qt.Key.Key_Down: 1}
        if event.key() in steps and last >= 0:
            self.chosen.emit(max(0, min(self._current + steps[QtCore.Qt.Key(event.key())], last)))
        elif event.key() == QtCore.Qt.Key.Key_Home:
            self.chosen.emit(0)
        elif event.key() == QtCore.Qt.Key.Key_End:
            self.chosen.emit(max(last, 0))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self.viewport())
        painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
        now = theme.tokens()
        painter.fillRect(event.rect(), theme.colour(now.window))
        top = self.verticalScrollBar().value()
        painter.setFont(theme.font(theme.SMALL))
        for number in range(top // _STEP, len(self._source.sizes)):
            at = number * _STEP - top
            if at > self.viewport().height():
                break
            shape = QtCore.QSizeF(*self._source.sizes[number]).scaled(
                QtCore.QSizeF(_SHEET), QtCore.Qt.AspectRatioMode.KeepAspectRatio
            )
            left = (self.viewport().width() - shape.width()) / 2
            sheet = QtCore.QRectF(left, at + 4 + (_SHEET.height() - shape.height()) / 2, shape.width(), shape.height())
            here = number == self._current
            edge = (now.focus if self.hasFocus() else now.primary) if here else now.border_strong
            wide = 2 if here else 1
            painter.fillRect(sheet.adjusted(-wide, -wide, wide, wide), theme.colour(edge))
            picture = self._source.picture(number, _SCALE, urgent=False)
            if picture is None:
                painter.fillRect(sheet, QtCore.Qt.GlobalColor.white)
            else:
                painter.drawImage(sheet, picture)
            painter.setPen(theme.colour(now.text if here else now.muted))
            words = QtCore.QRectF(0, at + _SHEET.height() + 6, self.viewport().width(), 16)
            painter.drawText(words, QtCore.Qt.AlignmentFlag.AlignHCenter, str(number + 1))

    def _lay_out(self) -> None:
        height = len(self._source.sizes) * _STEP
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setRange(0, max(height - self.viewport().height(), 0))
        self.viewport().update()
