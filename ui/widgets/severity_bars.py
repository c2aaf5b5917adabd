# SPDX-License-Identifier: Apache-2.0
"""Open issues by severity as small bars, and how many were open on each of the last days."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.domain.words import dotted
from ui import theme
from ui.widgets import form

_TONES = {"sangat_mendesak": "masalah", "tinggi": "belum_lengkap", "sedang": "focus", "rendah": "belum"}
ROW = 26


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its code, words, number."""

    code: str
    words: str
    count: int


class SeverityBars(QtWidgets.QFrame):
    """`followed(code)`: a bar was clicked, or Enter pressed on it; "" for the heading (all that are open)."""

    followed = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.head = QtWidgets.QPushButton()
        theme.set_role(self.head, "link")
        self.head.setFont(theme.font(theme.LARGE, bold=True))
        self.head.clicked.connect(lambda _checked=False: self.followed.emit(""))
        self.spark = Sparkline()
        self.bars = Bars()
        self.bars.followed.connect(self.followed)
        self.note = form.label("", "small", wraps=True)
        top = QtWidgets.QHBoxLayout()
        top.addWidget(self.head)
        top.addStretch(1)
        top.addWidget(self.spark)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(6, 6, 12, 8)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.bars)
        column.addWidget(self.note)
        self.note.setContentsMargins(6, 0, 0, 0)

    def set_figures(self, title: str, bars: Sequence[Bar], days: Sequence[int], note: str, tip: str) -> None:
        """Show the bars; `days`: how many were open at the end of each day, oldest first."""
        self.head.setText(title)
        self.bars.set_bars(bars)
        self.spark.set_values(days, tip)
        self.note.setText(note)
        self.note.setVisible(bool(note))


class Bars(QtWidgets.QWidget):
    """The bars themselves; one stop of the Tab key, arrows move."""

    followed = QtCore.Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self._at = 0
        self._over = -1
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed)

    def set_bars(self, bars: Sequence[Bar]) -> None:
        self._bars = tuple(bars)
        self.setAccessibleName(", ".join(f"{bar.words}: {bar.count}" for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(240, ROW * len(self._bars))

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(200, ROW * len(self._bars))

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        self._over = int(event.position().y()) // ROW
        self.update()

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        self._over = -1
        self.update()

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        place = int(event.position().y()) // ROW
        if 0 <= place < len(self._bars):
            self.followed.emit(self._bars[place].code)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter) and self._bars:
            self.followed.emit(self._bars[self._at].code)
        elif event.key() in (keys.Key_Up, keys.Key_Down):
            step = 1 if event.key() == keys.Key_Down else -1
            self._at = min(max(self._at + step, 0), len(self._bars) - 1)
            self.update()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        now = theme.tokens()
        metrics = self.fontMetrics()
        words = max((metrics.horizontalAdvance(bar.words) for bar in self._bars), default=0) + 20
        numbers = metrics.horizontalAdvance("00.000") + 8
        room = max(self.width() - words - numbers - 8, 20)
        most = max((bar.count for bar in self._bars), default=0) or 1
        for place, bar in enumerate(self._bars):
            top = place * ROW
            if place == self._over:
                painter.fillRect(0, top, self.width(), ROW, theme.colour(now.primary_tint))
            painter.setPen(theme.colour(now.text if bar.count else now.muted))
            painter.setFont(theme.font(bold=bar.count > 0 and bar.code == "sangat_mendesak"))
            painter.drawText(QtCore.QRect(6, top, words, ROW), QtCore.Qt.AlignmentFlag.AlignVCenter, bar.words)
            track = QtCore.QRectF(words, top + ROW / 2 - 5, room, 10)
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(now.sunken))
            painter.drawRoundedRect(track, 3, 3)
            if bar.count:
                track.setWidth(max(6.0, room * bar.count / most))
                painter.setBrush(theme.colour(getattr(now, _TONES.get(bar.code, "belum"))))
                painter.drawRoundedRect(track, 3, 3)
            painter.setPen(theme.colour(now.text if bar.count else now.muted))
            painter.setFont(theme.font(bold=bar.count > 0))
            box = QtCore.QRect(self.width() - numbers, top, numbers - 4, ROW)
            align = QtCore.Qt.AlignmentFlag.AlignVCenter | QtCore.Qt.AlignmentFlag.AlignRight
            painter.drawText(box, align, dotted(bar.count))
            if self.hasFocus() and place == self._at:
                painter.setPen(QtGui.QPen(theme.colour(now.focus), 2))
                painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QtCore.QRectF(1, top + 1, self.width() - 2, ROW - 2), 3, 3)


class Sparkline(QtWidgets.QWidget):
    """A column a day."""

    def __init__(self) -> None:
        super().__init__()
        self._values: tuple[int, ...] = ()
        self.setFixedSize(112, 26)

    def set_values(self, values: Sequence[int], tip: str) -> None:
        self._values = tuple(values)
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        if not self._values:
            return
        painter = QtGui.QPainter(self)
        now = theme.tokens()
        most = max(self._values) or 1
        step = self.width() / len(self._values)
        for place, value in enumerate(self._values):
            height = max(2.0, (self.height() - 4) * value / most)
            is_last = place == len(self._values) - 1
            colour = theme.colour(now.primary if is_last else now.border_strong)
            painter.fillRect(QtCore.QRectF(place * step, self.height() - height, step - 2, height), colour)
