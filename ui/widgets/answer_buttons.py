# SPDX-License-Identifier: Apache-2.0
"""Answers side by side, one of them chosen: Sudah, Belum, Tidak perlu."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import N_
from ui import icons, theme


@dataclass(frozen=True, slots=True)
class Option:
    """An answer: its code, its words, the mark it is drawn with, the keys that give it."""

    code: str
    words: str
    mark: str = ""
    keys: str = ""


ANSWERS = (
    Option("done", N_("Sudah"), "siap", "S1"),
    Option("not_yet", N_("Belum"), "masalah", "B2"),
    Option("not_needed", N_("Tidak perlu"), "belum", "T0"),
)


class AnswerButtons(QtWidgets.QWidget):
    """A segmented choice, one stop of the Tab key. `picked(code)`; the chosen one again takes it back ("").

    Keys: those of the options, arrows left and right. `keyed()`: a key of an option was pressed, also that of the
    one that is chosen.
    """

    picked = QtCore.Signal(str)
    keyed = QtCore.Signal()

    def __init__(self, options: Sequence[Option] = ANSWERS, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = tuple(options)
        self._value = ""
        self._over = -1
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Fixed)

    def value(self) -> str:
        """The code of the answer, empty without one."""
        return self._value

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer other answers; the one that is chosen stays where it is among them."""
        self._options = tuple(options)
        if self._value not in [option.code for option in options]:
            self._value = ""
        self.updateGeometry()
        self.update()

    def set_value(self, value: str) -> None:
        self._value = value
        chosen = [option for option in self._options if option.code == value]
        self.setAccessibleDescription(_(chosen[0].words) if chosen else _("belum diisi"))
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(sum(self._widths()) + 1, 30)

    def minimumSizeHint(self) -> QtCore.QSize:
        return self.sizeHint()

    def pick(self, code: str) -> None:
        """Choose an answer as the user does."""
        self.set_value("" if code == self._value else code)
        self.picked.emit(self._value)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        typed = event.text().upper()
        for option in self._options:
            if typed and typed in option.keys:
                if option.code != self._value:
                    self.pick(option.code)
                self.keyed.emit()
                return
        step = {QtCore.Qt.Key.Key_Left: -1, QtCore.Qt.Key.Key_Right: 1}.get(QtCore.Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        codes = [option.code for option in self._options]
        place = codes.index(self._value) + step if self._value in codes else 0
        if 0 <= place < len(codes):
            self.pick(codes[place])

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        place = self._at(event.position().x())
        if event.button() is QtCore.Qt.MouseButton.LeftButton and place >= 0:
            self.pick(self._options[place].code)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        self._over = self._at(event.position().x())
        self.update()

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        self._over = -1
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        now = theme.tokens()
        whole = QtCore.QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QtGui.QPainterPath()
        shape.addRoundedRect(whole, 4, 4)
        painter.fillPath(shape, theme.colour(now.surface if self.isEnabled() else now.window))
        painter.setClipPath(shape)
        left = 0.0
        for place, (option, width) in enumerate(zip(self._options, self._widths(), strict=True)):
            box = QtCore.QRectF(left, 0, width, self.height())
            self._paint_option(painter, option, box, place == self._over)
            if place:
                painter.setPen(theme.colour(now.border_strong))
                painter.drawLine(QtCore.QPointF(left, 0), QtCore.QPointF(left, self.height()))
            left += width
        painter.setClipping(False)
        focused = self.hasFocus()
        painter.setPen(QtGui.QPen(theme.colour(now.focus if focused else now.border_strong), 2 if focused else 1))
        painter.drawPath(shape)

    def _paint_option(self, painter: QtGui.QPainter, option: Option, box: QtCore.QRectF, is_over: bool) -> None:
        now = theme.tokens()
        colour, tint = theme.status_colours(option.mark) if option.mark else (now.primary, now.primary_tint)
        chosen = option.code == self._value
        if chosen:
            painter.fillRect(box, theme.colour(tint))
        elif is_over and self.isEnabled():
            painter.fillRect(box, theme.colour(now.sunken))
        text = box.adjusted(12, 0, -8, 0)
        if chosen and option.mark:
            square = QtCore.QRectF(box.left() + 10, box.center().y() - 7, 14, 14)
            icons.paint(painter, option.mark, square, theme.colour(colour))
        if option.mark:
            text = text.adjusted(16, 0, 0, 0)
        painter.setPen(theme.colour(colour if chosen else now.text if self.isEnabled() else now.muted))
        painter.setFont(theme.font(bold=chosen))
        painter.drawText(text, QtCore.Qt.AlignmentFlag.AlignVCenter, _(option.words))

    def _widths(self) -> list[int]:
        metrics = QtGui.QFontMetrics(theme.font(bold=True))
        return [metrics.horizontalAdvance(_(option.words)) + (42 if option.mark else 26) for option in self._options]

    def _at(self, x: float) -> int:
        left = 0
        for place, width in enumerate(self._widths()):
            if left <= x < left + width:
                return place
            left += width
        return -1
