# SPDX-License-Identifier: Apache-2.0
"""The rail at the left with the pages: icon and word, a count where something waits; folds to icons."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from ui import actions, icons, theme

WIDE, NARROW = 196, 52
_HEIGHT, _LOWEST = 40, 30
"""How high an entry is, and on a low screen."""


class NavRail(QtWidgets.QWidget):
    """`picked(key)`: a page was chosen."""

    picked = QtCore.Signal(str)

    def __init__(self, entries: Sequence[tuple[str, str, str]], parent: QtWidgets.QWidget | None = None) -> None:
        """`entries` are (key, words, icon)."""
        super().__init__(parent)
        self._buttons: dict[str, _NavButton] = {}
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, theme.SPACE, 0, theme.SPACE)
        column.setSpacing(2)
        group = QtWidgets.QButtonGroup(self)
        for place, (key, words, icon) in enumerate(entries):
            button = _NavButton(words, icon, place)
            button.clicked.connect(lambda _checked=False, chosen=key: self.picked.emit(chosen))
            group.addButton(button)
            column.addWidget(button)
            self._buttons[key] = button
        column.addStretch(1)
        self.fold(False)

    def fold(self, folded: bool) -> None:
        """Show icons only, or icons with words."""
        self.setFixedWidth(NARROW if folded else WIDE)
        for button in self._buttons.values():
            button.fold(folded)

    def set_current(self, key: str) -> None:
        self._buttons[key].setChecked(True)

    def set_badge(self, key: str, count: int, tone: str = "masalah") -> None:
        """Show how many wait on a page; 0 takes the count away."""
        self._buttons[key].set_badge(count, tone)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        QtGui.QPainter(self).fillRect(self.rect(), theme.colour(theme.tokens().rail))


class _NavButton(QtWidgets.QAbstractButton):
    def __init__(self, words: str, icon: str, place: int) -> None:
        super().__init__()
        self._icon = icon
        self._place = place
        self._folded = False
        self._badge = 0
        self._tone = "masalah"
        self.setText(words)
        self.setCheckable(True)
        self.setMaximumHeight(_HEIGHT)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(words)
        self._explain()

    def fold(self, folded: bool) -> None:
        self._folded = folded
        self._explain()
        self.update()

    def set_badge(self, count: int, tone: str) -> None:
        self._badge, self._tone = count, tone
        self._explain()
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(NARROW if self._folded else WIDE, _HEIGHT)

    def minimumSizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(NARROW, _LOWEST)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        now = theme.tokens()
        box = QtCore.QRectF(self.rect()).adjusted(6, 0, -6, 0)
        ground = now.rail_active if self.isChecked() else now.rail_hover if self.underMouse() else now.rail
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            painter.setPen(QtGui.QPen(theme.colour(now.rail_text), 1.5))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        colour = theme.colour("#ffffff" if self.isChecked() else now.rail_text)
        icons.paint(painter, self._icon, QtCore.QRectF(box.left() + 10, box.center().y() - 10, 20, 20), colour)
        if not self._folded:
            painter.setPen(colour)
            painter.setFont(theme.font(bold=self.isChecked()))
            painter.drawText(box.adjusted(42, 0, -8, 0), QtCore.Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._badge:
            self._paint_badge(painter, box)

    def _paint_badge(self, painter: QtGui.QPainter, box: QtCore.QRectF) -> None:
        colour, tint = theme.status_colours(self._tone)
        text = "99+" if self._badge > 99 else str(self._badge)
        painter.setFont(theme.font(theme.SMALL, bold=True))
        height = 14 if self._folded else 18
        width = max(painter.fontMetrics().horizontalAdvance(text) + (6 if self._folded else 10), height)
        if self._folded:
            pill = QtCore.QRectF(box.right() - width + 4, box.top() + 1, width, height)
        else:
            pill = QtCore.QRectF(box.right() - width - 8, box.center().y() - height / 2, width, height)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(tint))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(theme.colour(colour))
        painter.drawText(pill, QtCore.Qt.AlignmentFlag.AlignCenter, text)

    def _explain(self) -> None:
        count = f" ({self._badge})" if self._badge else ""
        pressed = "".join(actions.PAGE_KEYS[self._place : self._place + 1])
        self.setToolTip(f"{self.text()}{count}  {pressed}".rstrip())
        self.setAccessibleDescription(count.strip())
