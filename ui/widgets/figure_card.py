# SPDX-License-Identifier: Apache-2.0
"""A number that can be followed to what it is made of."""

from PySide6 import QtCore, QtGui, QtWidgets

from ui import theme
from ui.widgets import marks


class FigureCard(QtWidgets.QFrame):
    """A title, a large figure with a mark, a note. `followed()`: clicked, or Enter pressed."""

    followed = QtCore.Signal()

    def __init__(
        self,
        title: str,
        figure: str = "–",
        note: str = "",
        mark: str = "",
        *,
        can_follow: bool = True,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self._can_follow = can_follow
        self.setProperty("followable", can_follow)
        if can_follow:
            self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self._title = QtWidgets.QLabel(title)
        theme.set_role(self._title, "label")
        self._figure = QtWidgets.QLabel()
        theme.set_role(self._figure, "figure")
        self._chip = marks.Chip()
        self._note = QtWidgets.QLabel(wordWrap=True)
        theme.set_role(self._note, "small")
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(theme.SPACE)
        row.addWidget(self._figure)
        row.addWidget(self._chip)
        row.addStretch(1)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._note)
        column.addStretch(1)
        self.set_figure(figure, note, mark)

    def set_figure(self, figure: str, note: str = "", mark: str = "") -> None:
        self._figure.setText(figure)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._chip.setVisible(bool(mark))
        if mark:
            self._chip.set_value(marks.Marked("", mark))
        self.setAccessibleName(f"{self._title.text()}: {figure} {note}")

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        if self._can_follow and self.rect().contains(event.position().toPoint()):
            self.followed.emit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        if self._can_follow and event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self.followed.emit()
            return
        super().keyPressEvent(event)
