# SPDX-License-Identifier: Apache-2.0
"""Whether Ctrl or Shift is held: a click then chooses several rows and opens none of them."""

from PySide6 import QtCore, QtWidgets


def held() -> bool:
    """Whether the click that is being answered was one with Ctrl or Shift."""
    several = QtCore.Qt.KeyboardModifier.ControlModifier | QtCore.Qt.KeyboardModifier.ShiftModifier
    return bool(QtWidgets.QApplication.keyboardModifiers() & several)
