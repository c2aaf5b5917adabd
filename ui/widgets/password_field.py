# SPDX-License-Identifier: Apache-2.0
"""A line for a password, with an eye to look at what was typed."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons


class PasswordField(QtWidgets.QLineEdit):
    """`returnPressed` as usual; the eye shows the letters while it is pressed in."""

    def __init__(self, words: str = "", parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QtWidgets.QLineEdit.EchoMode.Password)
        self.setPlaceholderText(words)
        self.setInputMethodHints(QtCore.Qt.InputMethodHint.ImhNoPredictiveText)
        self.eye = QtGui.QAction(icons.icon("lihat", "muted"), _("Tampilkan kata sandi"), self, checkable=True)
        self.eye.toggled.connect(self._show)
        self.addAction(self.eye, QtWidgets.QLineEdit.ActionPosition.TrailingPosition)

    def forget(self) -> None:
        """Empty the line and hide what will be typed."""
        self.clear()
        self.eye.setChecked(False)

    @QtCore.Slot(bool)
    def _show(self, shown: bool) -> None:
        modes = QtWidgets.QLineEdit.EchoMode
        self.setEchoMode(modes.Normal if shown else modes.Password)
