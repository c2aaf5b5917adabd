# SPDX-License-Identifier: Apache-2.0
"""Takes pictures and files that are pasted or dropped anywhere in a part of the window, also into its text fields."""

from PySide6 import QtCore, QtGui, QtWidgets

from ui.widgets import attachment_strip

_TYPED = (QtWidgets.QLineEdit, QtWidgets.QPlainTextEdit)


class PictureCatcher(QtCore.QObject):
    """`given(Given, place)`: what was given and, of a drop, where in the part (a null point for a paste).

    Text stays with the field that takes it: a picture beside text, as a spreadsheet copies its cells, is no picture.
    """

    given = QtCore.Signal(object, QtCore.QPoint)

    def __init__(self, part: QtWidgets.QWidget) -> None:
        super().__init__(part)
        self._part = part
        part.setAcceptDrops(True)
        for one in (part, *(child for child in part.findChildren(QtWidgets.QWidget) if isinstance(child, _TYPED))):
            one.installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if isinstance(event, QtGui.QKeyEvent) and event.type() is QtCore.QEvent.Type.KeyPress:
            if event.matches(QtGui.QKeySequence.StandardKey.Paste) and self._paste(isinstance(watched, _TYPED)):
                return True
        elif isinstance(event, QtGui.QDragMoveEvent):  # entering is one of these, too
            if attachment_strip.from_mime(event.mimeData()) is not None:
                event.acceptProposedAction()
                return True
        elif isinstance(event, QtGui.QDropEvent):
            found = attachment_strip.from_mime(event.mimeData())
            if found is not None:
                event.acceptProposedAction()
                place = event.position().toPoint()
                if isinstance(watched, QtWidgets.QWidget) and watched is not self._part:
                    place = watched.mapTo(self._part, place)
                self.given.emit(found, place)
                return True
        return super().eventFilter(watched, event)

    def _paste(self, is_typed: bool) -> bool:
        data = QtGui.QGuiApplication.clipboard().mimeData()
        found = attachment_strip.from_mime(data)
        if found is None or (is_typed and not found.paths and data.hasText()):
            return False
        self.given.emit(found, QtCore.QPoint())
        return True
