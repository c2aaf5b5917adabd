# SPDX-License-Identifier: Apache-2.0
"""The map of TPS: one square each, in rows by kecamatan and groups by desa; click, drag, keys.

Paints what is in sight only, from pictures of the five marks, so that thousands of squares cost milliseconds.
Above 20,000 squares let one square be a group (`mosaic_layout.worst`).
"""

from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons, theme
from ui.widgets import marks, mosaic_layout

Paint = Callable[[QtGui.QPainter, QtCore.QRectF, int], None]

_DRAG = 6
_LABEL_MAX = 168
_MIDDLE = QtCore.Qt.AlignmentFlag.AlignVCenter


class Mosaic(QtWidgets.QWidget):
    """The squares. `opened(number)`: clicked, or Enter pressed; `selected(list of numbers)`: dragged over.

    A square shows one of the five marks, or what `paint(painter, rect, state)` makes of its state (`kinds` of them).
    """

    opened = QtCore.Signal(int)
    selected = QtCore.Signal(list)

    def __init__(
        self,
        cell: int = 14,
        parent: QtWidgets.QWidget | None = None,
        *,
        paint: Paint | None = None,
        kinds: int = len(marks.CODES),
    ) -> None:
        super().__init__(parent)
        self._cell = cell
        self._paint = paint or paint_square
        self._kinds = kinds
        self._rows: tuple[mosaic_layout.MosaicRow, ...] = ()
        self._states = b""
        self._tip: Callable[[int], str] = lambda number: ""
        self._placed = mosaic_layout.place((), 400, 0, cell)
        self._label_width = 0
        self._current = -1
        self._chosen: frozenset[int] = frozenset()
        self._press: QtCore.QPoint | None = None
        self._band: QtCore.QRect | None = None
        self._pictures: dict[tuple[int, float, bool], QtGui.QPixmap] = {}
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFont(theme.font(theme.SMALL))
        self.setAccessibleName(_("Peta TPS"))
        policy = QtWidgets.QSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_rows(self, rows: Sequence[mosaic_layout.MosaicRow], tip: Callable[[int], str] | None = None) -> None:
        """Show rows; squares are numbered through all rows from 0. `tip(number)` is shown under the mouse."""
        self._rows = tuple(rows)
        self._states = b"".join(bytes(row.states) for row in rows)
        if tip is not None:
            self._tip = tip
        self._chosen = frozenset()
        self._current = min(self._current, len(self._states) - 1)
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(row.title) for row in rows), default=0)
        self._label_width = min(widest + 12, _LABEL_MAX)
        self._place()

    def set_states(self, states: bytes | bytearray) -> None:
        """Show other states of the same squares."""
        if len(states) != len(self._states):
            raise ValueError("other squares: use set_rows")
        self._states = bytes(states)
        self.update()

    @property
    def chosen(self) -> frozenset[int]:
        """The numbers of the squares that are selected."""
        return self._chosen

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return mosaic_layout.place(self._rows, width, self._label_width, self._cell).height

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(480, max(self._placed.height, 60))

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(240, self._placed.height)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._place()

    def changeEvent(self, event: QtCore.QEvent) -> None:
        if event.type() == QtCore.QEvent.Type.PaletteChange:
            self._pictures.clear()
        super().changeEvent(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        now = theme.tokens()
        area = event.rect()
        painter.setPen(theme.colour(now.text))
        metrics = self.fontMetrics()
        for top, title in self._placed.titles:
            if area.top() - 40 < top < area.bottom() + 40:
                box = QtCore.QRect(mosaic_layout.MARGIN, top - 2, self._label_width - 8, self._cell + 4)
                text = metrics.elidedText(title, QtCore.Qt.TextElideMode.ElideRight, box.width())
                painter.drawText(box, _MIDDLE | QtCore.Qt.TextFlag.TextDontClip, text)
        ratio = self.devicePixelRatioF()
        pictures = [self._picture(state, ratio, now.dark) for state in range(self._kinds)]
        states = self._states
        for line in self._placed.between(area.top(), area.bottom()):
            top = line.top
            for number, left in enumerate(line.lefts, line.first):
                painter.drawPixmap(left, top, pictures[states[number]])
        self._paint_chosen(painter, area)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        if event.button() is QtCore.Qt.MouseButton.LeftButton:
            self._press = event.position().toPoint()

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        here = event.position().toPoint()
        over = self._placed.at(here.x(), here.y()) is not None
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor if over else QtCore.Qt.CursorShape.ArrowCursor)
        if self._press is None:
            return
        if self._band is None and (here - self._press).manhattanLength() < _DRAG:
            return
        self._band = QtCore.QRect(self._press, here).normalized()
        self._choose(self._touched())

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        press, band = self._press, self._band
        self._press, self._band = None, None
        if band is not None:
            self.update()
            if self._chosen:
                self.selected.emit(sorted(self._chosen))
        elif press is not None:
            number = self._placed.at(press.x(), press.y())
            self._choose(frozenset())
            if number is not None:
                self._current = number
                self.opened.emit(number)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        last = len(self._states) - 1
        if last < 0:
            return
        now = max(self._current, 0)
        moves = {
            keys.Key_Left: now - 1,
            keys.Key_Right: now + 1,
            keys.Key_Home: 0,
            keys.Key_End: last,
        }
        key = QtCore.Qt.Key(event.key())
        if key in (keys.Key_Up, keys.Key_Down):
            target = self._placed.beside(now, -1 if key is keys.Key_Up else 1)
        elif key in moves:
            target = min(max(moves[key], 0), last)
        elif key in (keys.Key_Return, keys.Key_Enter):
            if len(self._chosen) > 1:
                self.selected.emit(sorted(self._chosen))
            else:
                self.opened.emit(now)
            return
        elif key is keys.Key_Escape and self._chosen:
            self._choose(frozenset())
            return
        else:
            super().keyPressEvent(event)
            return
        if event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier:
            low, high = sorted((now, target))
            self._choose(self._chosen | frozenset(range(low, high + 1)))
        self._move_to(target if self._current >= 0 else now)

    def event(self, event: QtCore.QEvent) -> bool:
        if event.type() is QtCore.QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            number = self._placed.at(event.pos().x(), event.pos().y())
            words = self._tip(number) if number is not None else ""
            QtWidgets.QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _move_to(self, number: int) -> None:
        self._current = number
        self.setAccessibleDescription(self._tip(number))
        x, y = self._placed.corner(number)
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, QtWidgets.QScrollArea):
            area.ensureVisible(x, y, 40, 40)
        self.update()

    def _choose(self, numbers: frozenset[int]) -> None:
        self._chosen = numbers
        self.update()

    def _touched(self) -> frozenset[int]:
        band = self._band
        if band is None:
            return frozenset()
        return frozenset(self._placed.within(band.left(), band.top(), band.right(), band.bottom()))

    def _place(self) -> None:
        self._placed = mosaic_layout.place(self._rows, self.width(), self._label_width, self._cell)
        self.updateGeometry()
        self.update()

    def _paint_chosen(self, painter: QtGui.QPainter, area: QtCore.QRect) -> None:
        now = theme.tokens()
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.setPen(QtGui.QPen(theme.colour(now.focus), 2))
        side = self._cell
        for number in self._chosen:
            x, y = self._placed.corner(number)
            if area.top() - side <= y <= area.bottom():
                painter.drawRect(x, y, side - 1, side - 1)
        if self.hasFocus() and 0 <= self._current < len(self._states):
            painter.setPen(QtGui.QPen(theme.colour(now.text), 2))
            x, y = self._placed.corner(self._current)
            painter.drawRect(x - 1, y - 1, side + 1, side + 1)
        if self._band is not None:
            shade = QtGui.QColor(now.focus)
            painter.setPen(QtGui.QPen(shade, 1))
            shade.setAlpha(40)
            painter.fillRect(self._band, shade)
            painter.drawRect(self._band)

    def _picture(self, state: int, ratio: float, dark: bool) -> QtGui.QPixmap:
        key = (state, ratio, dark)
        if key not in self._pictures:
            picture = QtGui.QPixmap(round(self._cell * ratio), round(self._cell * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(QtCore.Qt.GlobalColor.transparent)
            painter = QtGui.QPainter(picture)
            self._paint(painter, QtCore.QRectF(0, 0, self._cell, self._cell), state)
            painter.end()
            self._pictures[key] = picture
        return self._pictures[key]


def paint_square(painter: QtGui.QPainter, rect: QtCore.QRectF, state: int) -> None:
    """Paint one square of the map."""
    now = theme.tokens()
    code = marks.CODES[state]
    colour, tint = theme.status_colours(code)
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    if code == "belum":
        painter.setPen(QtGui.QPen(theme.colour(now.border), 1))
        painter.setBrush(theme.colour(tint))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)
        inset = rect.width() * 0.2
        icons.paint(painter, code, rect.adjusted(inset, inset, -inset, -inset), theme.colour(colour))
        return
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(colour))
    painter.drawRoundedRect(rect, 2, 2)
    inset = rect.width() * 0.14
    icons.paint(painter, code, rect.adjusted(inset, inset, -inset, -inset), theme.colour(now.surface))
