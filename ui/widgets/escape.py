# SPDX-License-Identifier: Apache-2.0
"""Esc in a part of a page: heard after the fields in it, which close their lists with it."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets


class Escape(QtCore.QObject):
    """Calls `slot` when Esc was pressed in `part` and no field used it; it returns whether it had something to do."""

    def __init__(self, part: QtWidgets.QWidget, slot: Callable[[], bool]) -> None:
        super().__init__(part)
        self._slot = slot
        part.installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        return (_is_escape(event) and self._slot()) or super().eventFilter(watched, event)


def _is_escape(event: QtCore.QEvent) -> bool:
    is_pressed = event.type() is QtCore.QEvent.Type.KeyPress
    return is_pressed and isinstance(event, QtGui.QKeyEvent) and event.key() == QtCore.Qt.Key.Key_Escape
