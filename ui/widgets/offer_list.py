# SPDX-License-Identifier: Apache-2.0
"""The list under a line in which one types: what may be meant, chosen with the arrows or by a click.

It lies in the window itself: a popup of its own would take the keyboard from the line.
"""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from ui import theme

_ROWS = 8
_ROW = 28
_LEAST_WIDTH = 320


class OfferList(QtWidgets.QListWidget):
    """`taken(row)`: a row was clicked. The line under which it lies moves the current row by `move_current`."""

    taken = QtCore.Signal(int)

    def __init__(self, line: QtWidgets.QWidget) -> None:
        super().__init__(line.window())
        self._line = line
        self._count = 0
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.set_role(self, "popup")
        self.itemClicked.connect(self._clicked)
        self.hide()

    def offer(self, words: Sequence[str], nothing: str = "") -> None:
        """Show what is offered under the line; `nothing` is said when there is none."""
        self.clear()
        self._count = len(words)
        for text in words:
            self._add(text)
        if not words and nothing:
            self._add(nothing).setFlags(QtCore.Qt.ItemFlag.NoItemFlags)
        if self.count() == 0:
            self.hide()
            return
        self.setCurrentRow(0 if words else -1)
        window = self._line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        corner = self._line.mapTo(window, QtCore.QPoint(0, self._line.height() + 2))
        height = min(self.count(), _ROWS) * _ROW + 6
        if corner.y() + height > window.height():
            corner.setY(corner.y() - height - self._line.height() - 4)
        self.setGeometry(corner.x(), corner.y(), max(self._line.width(), _LEAST_WIDTH), height)
        self.show()
        self.raise_()

    def move_current(self, by: int) -> None:
        """Make the row before or after the current one current."""
        self.setCurrentRow(min(max(self.currentRow() + by, 0), self._count - 1))

    def _add(self, text: str) -> QtWidgets.QListWidgetItem:
        item = QtWidgets.QListWidgetItem(text)
        item.setSizeHint(QtCore.QSize(100, _ROW))
        self.addItem(item)
        return item

    def _clicked(self, item: QtWidgets.QListWidgetItem) -> None:
        row = self.row(item)
        if 0 <= row < self._count:
            self.taken.emit(row)
