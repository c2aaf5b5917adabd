# SPDX-License-Identifier: Apache-2.0
"""What stands where nothing is yet: what comes here, and the first step."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from ui import icons, theme


class EmptyState(QtWidgets.QWidget):
    """A picture, a line, a sentence, and at most one button."""

    def __init__(
        self,
        icon: str,
        title: str,
        words: str = "",
        action_words: str = "",
        slot: Callable[[], object] | None = None,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.title = QtWidgets.QLabel(title, wordWrap=True)
        theme.set_role(self.title, "heading")
        self.words = QtWidgets.QLabel(words, wordWrap=True)
        theme.set_role(self.words, "muted")
        middle = QtCore.Qt.AlignmentFlag.AlignHCenter
        column = QtWidgets.QVBoxLayout(self)
        column.addStretch(1)
        column.addSpacing(56)
        for label in (self.title, self.words):
            label.setAlignment(middle)
            label.setMaximumWidth(480)
            label.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.MinimumExpanding)
            row = QtWidgets.QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 4)
            row.addStretch(1)
            column.addLayout(row)
        self.button: QtWidgets.QPushButton | None = None
        if action_words and slot is not None:
            self.button = QtWidgets.QPushButton(action_words)
            theme.set_role(self.button, "primary")
            self.button.clicked.connect(lambda _checked=False: slot())
            column.addSpacing(theme.SPACE)
            column.addWidget(self.button, 0, middle)
        column.addStretch(2)

    def set_words(self, title: str, words: str = "") -> None:
        self.title.setText(title)
        self.words.setText(words)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        side = 48.0
        top = max(4.0, self.title.y() - side - theme.SPACE)
        square = QtCore.QRectF(self.width() / 2 - side / 2, top, side, side)
        icons.paint(painter, self._icon, square, theme.colour(theme.tokens().border_strong))
