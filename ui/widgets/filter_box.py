# SPDX-License-Identifier: Apache-2.0
"""The line above a list in which one types to filter it."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons


class FilterBox(QtWidgets.QLineEdit):
    """A search line; `filtered(text)` comes a moment after the last key, `left_down()` on the arrow down."""

    filtered = QtCore.Signal(str)
    left_down = QtCore.Signal()

    def __init__(self, words: str = "", *, pause_ms: int = 150, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(words or _("Ketik untuk menyaring …"))
        self.setAccessibleName(self.placeholderText())
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("cari", "muted"), QtWidgets.QLineEdit.ActionPosition.LeadingPosition)
        self._told = ""
        self._pause = QtCore.QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(lambda _text: self._pause.start())

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
            return
        if event.key() == QtCore.Qt.Key.Key_Down:
            self._tell()
            self.left_down.emit()
            return
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self._tell()
        super().keyPressEvent(event)

    def _tell(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.filtered.emit(text)
