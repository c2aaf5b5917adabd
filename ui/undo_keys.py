# SPDX-License-Identifier: Apache-2.0
"""Ctrl+Z and Ctrl+Y while the keyboard is in a field: the field's own only while it has something to take back.

Qt lets a field take these keys also when it has nothing to undo, so that nothing would be undone at all while the
keyboard stands in one.
"""

from PySide6 import QtCore, QtGui, QtWidgets

_KINDS = (QtCore.QEvent.Type.ShortcutOverride, QtCore.QEvent.Type.KeyPress)
_UNDO, _REDO = QtGui.QKeySequence.StandardKey.Undo, QtGui.QKeySequence.StandardKey.Redo


class UndoKeys(QtCore.QObject):
    """Watches the one field that has the keyboard: what it cannot undo itself goes to what is around it."""

    def __init__(self, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        app = QtWidgets.QApplication.instance()
        if isinstance(app, QtWidgets.QApplication):
            app.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if event.type() not in _KINDS or not isinstance(event, QtGui.QKeyEvent):
            return False
        undoing = event.matches(_UNDO)
        if (not undoing and not event.matches(_REDO)) or _has_own(watched, undoing=undoing):
            return False
        event.ignore()
        return True

    @QtCore.Slot("QWidget*", "QWidget*")
    def _watch(self, left: QtWidgets.QWidget | None, now: QtWidgets.QWidget | None) -> None:
        if left is not None:
            left.removeEventFilter(self)
        if isinstance(now, QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit | QtWidgets.QTextEdit):
            now.installEventFilter(self)


def _has_own(field: QtCore.QObject, *, undoing: bool) -> bool:
    if isinstance(field, QtWidgets.QLineEdit):
        return not field.isReadOnly() and (field.isUndoAvailable() if undoing else field.isRedoAvailable())
    if isinstance(field, QtWidgets.QPlainTextEdit | QtWidgets.QTextEdit):
        document = field.document()
        return not field.isReadOnly() and (document.isUndoAvailable() if undoing else document.isRedoAvailable())
    return True
