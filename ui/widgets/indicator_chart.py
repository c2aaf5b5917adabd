# SPDX-License-Identifier: Apache-2.0
"""A small chart that can be read in black and white: the course of a figure as a line, regions as hatched bars, and the
target as a dashed line. The same figures stand in the table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from ui import theme

HEIGHT = 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 8, 8, 22, 20
_MOST_BARS = 60


@dataclass(frozen=True, slots=True)
class Point:
    """A figure: what stands under it, its value, the value in words, and whether it reaches the target."""

    words: str
    value: int
    said: str
    reached: bool | None = None


class IndicatorChart(QtWidgets.QWidget):
    """Draws `set_line` or `set_bars`; what both show is said to screen readers in words."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: tuple[Point, ...] = ()
        self.target: tuple[int, str] | None = None
        self.is_line = True
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(220)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_line(self, points: Sequence[Point], target: tuple[int, str] | None) -> None:
        """The course of a figure, oldest first; `target`: its value and words."""
        self._set(points, target, is_line=True)

    def set_bars(self, points: Sequence[Point], target: tuple[int, str] | None) -> None:
        """One bar for each region; a target that is the same for all."""
        self._set(points[:_MOST_BARS], target, is_line=False)

    def top(self) -> int:
        """The value at the upper edge."""
        values = [point.value for point in self.points] + ([self.target[0]] if self.target else [])
        return max(values, default=0)

    def base(self) -> int:
        """The value at the lower edge: 0 for bars, whose length speaks; below the lowest point for a line."""
        values = [point.value for point in self.points] + ([self.target[0]] if self.target else [])
        if not self.is_line:
            return min(0, min(values, default=0))
        low, high = min(values, default=0), max(values, default=0)
        room = max((high - low) // 4, 1)
        return low - room if low < 0 or low - room > 0 else 0

    def height_of(self, value: int) -> float:
        """How far from the top a value stands."""
        low, high = self.base(), self.top()
        room = self.height() - _TOP - _BOTTOM
        share = (value - low) / (high - low) if high > low else 0.5
        return _TOP + room * (1 - share)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        place = self._place_at(event.position().x())
        one = self.points[place] if place is not None else None
        self.setToolTip(f"{one.words}: {one.said}" if one is not None else "")

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        now = theme.tokens()
        painter.setFont(theme.font(theme.SMALL))
        floor = self.height() - _BOTTOM
        painter.setPen(QtGui.QPen(theme.colour(now.border_strong), 1))
        painter.drawLine(_LEFT, floor, self.width() - _RIGHT, floor)
        if self.is_line:
            self._paint_line(painter)
        else:
            self._paint_bars(painter)
        self._paint_target(painter)
        self._paint_words(painter)

    def _set(self, points: Sequence[Point], target: tuple[int, str] | None, *, is_line: bool) -> None:
        self.points, self.target, self.is_line = tuple(points), target, is_line
        self.setAccessibleName("; ".join(f"{point.words}: {point.said}" for point in points))
        self.setVisible(bool(points))
        self.update()

    def _step(self) -> float:
        room = self.width() - _LEFT - _RIGHT
        return room / max(len(self.points) - (1 if self.is_line else 0), 1)

    def _centre(self, place: int) -> float:
        if self.is_line:
            return _LEFT + self._step() * place if len(self.points) > 1 else self.width() / 2
        return _LEFT + self._step() * (place + 0.5)

    def _place_at(self, x: float) -> int | None:
        if not self.points:
            return None
        shift = 0.5 if self.is_line else 0.0
        return min(max(int((x - _LEFT) / self._step() + shift), 0), len(self.points) - 1)

    def _paint_line(self, painter: QtGui.QPainter) -> None:
        now = theme.tokens()
        spots = [QtCore.QPointF(self._centre(at), self.height_of(one.value)) for at, one in enumerate(self.points)]
        painter.setPen(QtGui.QPen(theme.colour(now.primary), 2))
        painter.drawPolyline(spots)
        for spot in spots:
            painter.setBrush(theme.colour(now.surface))
            painter.drawEllipse(spot, 3.5, 3.5)

    def _paint_bars(self, painter: QtGui.QPainter) -> None:
        now = theme.tokens()
        width = max(self._step() * 0.7, 2.0)
        floor = self.height_of(max(self.base(), 0))
        for at, one in enumerate(self.points):
            top = self.height_of(one.value)
            bar = QtCore.QRectF(self._centre(at) - width / 2, min(top, floor), width, max(abs(floor - top), 1.0))
            tone = theme.colour(now.primary)
            # Full where the target is reached, hatched where it is not: told apart without colour.
            painter.setPen(QtGui.QPen(tone, 1))
            hatched = QtGui.QBrush(tone, QtCore.Qt.BrushStyle.BDiagPattern)
            painter.setBrush(hatched if one.reached is False else QtGui.QBrush(tone))
            painter.drawRect(bar)

    def _paint_target(self, painter: QtGui.QPainter) -> None:
        if self.target is None or not self.points:
            return
        now = theme.tokens()
        value, words = self.target
        height = self.height_of(value)
        painter.setPen(QtGui.QPen(theme.colour(now.text), 1, QtCore.Qt.PenStyle.DashLine))
        painter.drawLine(QtCore.QPointF(_LEFT, height), QtCore.QPointF(self.width() - _RIGHT, height))
        metrics = painter.fontMetrics()
        # At the left: at the right stands the last value of the line.
        room = QtCore.QRectF(_LEFT, height - 17, metrics.horizontalAdvance(words) + 6, 15)
        painter.fillRect(room, theme.colour(now.surface))
        painter.drawText(room, QtCore.Qt.AlignmentFlag.AlignCenter, words)

    def _paint_words(self, painter: QtGui.QPainter) -> None:
        """The first and the last name below, and the last value of a line over its point; the others by pointing."""
        if not self.points:
            return
        now = theme.tokens()
        painter.setPen(theme.colour(now.muted))
        metrics = painter.fontMetrics()
        foot = self.height() - _BOTTOM + 3
        half = (self.width() - _LEFT - _RIGHT) / 2 - 4
        alignment = QtCore.Qt.AlignmentFlag
        elide = QtCore.Qt.TextElideMode.ElideRight
        first = metrics.elidedText(self.points[0].words, elide, int(half))
        painter.drawText(QtCore.QRectF(_LEFT, foot, half, 16), alignment.AlignLeft, first)
        if len(self.points) > 1:
            last = metrics.elidedText(self.points[-1].words, elide, int(half))
            right = QtCore.QRectF(self.width() - _RIGHT - half, foot, half, 16)
            painter.drawText(right, alignment.AlignRight, last)
        if self.is_line:
            painter.setPen(theme.colour(now.text))
            said = self.points[-1].said
            width = metrics.horizontalAdvance(said)
            left = min(self._centre(len(self.points) - 1) - width / 2, self.width() - _RIGHT - width)
            height = self.height_of(self.points[-1].value)
            # Under its point where the dashed line runs close above it.
            is_close = self.target is not None and 0 <= height - self.height_of(self.target[0]) < 20
            top = height + 16 if is_close else height - 8
            painter.drawText(QtCore.QPointF(max(left, _LEFT), max(top, 12.0)), said)
