# SPDX-License-Identifier: Apache-2.0
"""Perlu ditindaklanjuti: lines with a mark, each of which opens the place where it is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons, theme
from ui.widgets import form, marks

_PAD = 30


@dataclass(frozen=True, slots=True)
class Line:
    """A line: the code of its mark, its words."""

    mark: str
    words: str


class TodoList(QtWidgets.QFrame):
    """`followed(number)`: the line with that number was clicked, or Enter pressed on it."""

    followed = QtCore.Signal(int)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.buttons: list[TodoButton] = []
        self._lines: tuple[Line, ...] | None = None
        self._inner = QtWidgets.QWidget()
        theme.set_role(self._inner, "plain")
        self._lines_column = QtWidgets.QVBoxLayout(self._inner)
        self._lines_column.setContentsMargins(0, 0, 0, 0)
        self._lines_column.setSpacing(0)
        self._lines_column.addStretch(1)
        self._done = form.label(_("Tidak ada yang menunggu. Semua sudah ditindaklanjuti."), "muted", wraps=True)
        self._done.setContentsMargins(12, 4, 12, 8)
        self._done.hide()
        area = form.scrolled(self._inner)
        area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        area.setMinimumWidth(200)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(1, 10, 1, 4)
        column.setSpacing(4)
        head = form.label(_("Perlu ditindaklanjuti"), "heading")
        head.setContentsMargins(12, 0, 12, 0)
        column.addWidget(head)
        column.addWidget(self._done)
        column.addWidget(area, 1)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show lines, gravest first."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        for button in self.buttons:
            button.setParent(None)
            button.deleteLater()
        self.buttons = [TodoButton(line) for line in lines]
        for number, button in enumerate(self.buttons):
            button.clicked.connect(lambda _checked=False, number=number: self.followed.emit(number))
            self._lines_column.insertWidget(number, button)
        self._done.setVisible(not lines)


class TodoButton(QtWidgets.QAbstractButton):
    """One line: mark, words over as many lines as they need, an arrow."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._mark = line.mark
        self.setText(line.words)
        self.setAccessibleName(line.words)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        policy = QtWidgets.QSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        flags = QtCore.Qt.TextFlag.TextWordWrap
        room = QtCore.QRect(0, 0, max(width - 12 - _PAD - 28, 60), 1000)
        return max(theme.ROW_HEIGHT, self.fontMetrics().boundingRect(room, flags, self.text()).height() + 14)

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(260, theme.ROW_HEIGHT)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        if event.key() in (keys.Key_Return, keys.Key_Enter):
            self.click()
        elif event.key() in (keys.Key_Down, keys.Key_Up):
            self.focusNextPrevChild(event.key() == keys.Key_Down)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        now = theme.tokens()
        painter = QtGui.QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.colour(now.primary_tint))
        colour = theme.colour(theme.status_colours(self._mark)[0])
        middle = self.height() / 2
        mark = self._mark if self._mark in marks.MARKS else "info"
        icons.paint(painter, mark, QtCore.QRectF(12, middle - 9, 18, 18), colour)
        painter.setPen(theme.colour(now.text))
        area = self.rect().adjusted(12 + _PAD, 0, -28, 0)
        painter.drawText(area, QtCore.Qt.AlignmentFlag.AlignVCenter | QtCore.Qt.TextFlag.TextWordWrap, self.text())
        icons.paint(painter, "buka", QtCore.QRectF(self.width() - 26, middle - 9, 18, 18), theme.colour(now.primary))
        if self.hasFocus():
            painter.setPen(QtGui.QPen(theme.colour(now.focus), 2))
            painter.drawRoundedRect(self.rect().adjusted(4, 1, -4, -1), 4, 4)
