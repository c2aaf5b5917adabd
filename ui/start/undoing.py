# SPDX-License-Identifier: Apache-2.0
"""Ctrl+Z and Ctrl+Y of the window, with the words of what they take back or bring back."""

from PySide6 import QtCore

from desk_app.base.text import _
from desk_app.operations import history
from desk_app.operations.desk import Desk
from ui import bridge, main_window, runner
from ui.dialogs import undo_notice


class Undoing(QtCore.QObject):
    """Keeps the words of both actions in step with the journal."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, window: main_window.MainWindow, news: bridge.Bridge
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._lanes = lanes
        self._window = window
        self._told = undo_notice.UndoNotice(desk, lanes, window.tell, self)
        window.undo_wanted.connect(self._told.undo)
        window.redo_wanted.connect(self._told.redo)
        news.changed.connect(self._look)
        self._look()

    @QtCore.Slot()
    def _look(self, _flags: object = None) -> None:
        desk = self._desk

        def read() -> tuple[str | None, str | None]:
            undo, redo = history.next_undo(desk), history.next_redo(desk)
            return _with_marks(desk, undo) if undo else None, undo_notice.words(desk, redo) if redo else None

        self._lanes.read(read, self._show, key="undo")

    def _show(self, found: tuple[str | None, str | None]) -> None:
        undo, redo = found
        self._window.actions_.set_undo(undo)
        self._window.actions_.set_redo(redo)


def _with_marks(desk: Desk, group: history.Group) -> str:
    """The words of a group, and whether it is out already."""
    marks = (_("sudah dikirim") if group.sent else "", _("sudah tercetak") if group.printed else "")
    return " · ".join(part for part in (undo_notice.words(desk, group), *marks) if part)
