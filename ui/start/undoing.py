# SPDX-License-Identifier: Apache-2.0
"""Ctrl+Z and Ctrl+Y of the window, with the words of what they take back or bring back.

What was sent or printed is not taken back at once: the notice asks first.
"""

import functools
from collections.abc import Callable

from PySide6 import QtCore

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import history, values
from desk_app.operations.desk import Desk
from ui import bridge, errors, main_window, runner
from ui.widgets import notice


class Undoing(QtCore.QObject):
    """Keeps the words of both actions in step with the journal."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, window: main_window.MainWindow, news: bridge.Bridge
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._lanes = lanes
        self._window = window
        window.undo_wanted.connect(self._undo)
        window.redo_wanted.connect(self._redo)
        news.changed.connect(self._look)
        self._look()

    @QtCore.Slot()
    def _look(self, _flags: object = None) -> None:
        desk = self._desk

        def read() -> tuple[str | None, str | None]:
            undo, redo = history.next_undo(desk), history.next_redo(desk)
            return _with_marks(desk, undo) if undo else None, words(desk, redo) if redo else None

        self._lanes.read(read, self._show, key="undo")

    def _show(self, found: tuple[str | None, str | None]) -> None:
        undo, redo = found
        self._window.actions_.set_undo(undo)
        self._window.actions_.set_redo(redo)

    @QtCore.Slot()
    def _undo(self) -> None:
        self._write(history.undo, self._undone)

    @QtCore.Slot()
    def _redo(self) -> None:
        self._write(history.redo, self._redone)

    def _undo_even_so(self, arrival: int) -> None:
        self._write(lambda desk: history.undo(desk, even_if_sent=True, only=arrival), self._undone)

    def _write(self, work: Callable[[Desk], history.Group], done: Callable[[str], None]) -> None:
        desk = self._desk

        def run() -> Callable[[], None]:
            try:
                group = work(desk)
            except known.NeedsConsent as asked:
                last = history.next_undo(desk)
                return functools.partial(self._ask, words(desk, last) if last else "", asked)
            what = words(desk, group)
            if group.sent:
                what = _("{what}. Perbaikannya ikut dalam kiriman berikutnya.").format(what=what)
            return functools.partial(done, what)

        self._lanes.write(run, lambda tell: tell(), self._failed)

    def _ask(self, what: str, asked: known.NeedsConsent) -> None:
        said = _("Belum dibatalkan: {what}. {why}").format(what=what, why=errors.words(asked))
        even_so = functools.partial(self._undo_even_so, asked.no)
        self._window.tell(notice.Notice(said, notice.Tone.WARNING, _("Tetap batalkan"), even_so))

    def _undone(self, what: str) -> None:
        said = notice.Notice(_("Dibatalkan: {what}").format(what=what), notice.Tone.DONE, _("Ulangi"), self._redo)
        self._window.tell(said)

    def _redone(self, what: str) -> None:
        self._window.tell(notice.Notice(_("Diulangi: {what}").format(what=what), notice.Tone.DONE))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self._window.tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))


def _with_marks(desk: Desk, group: history.Group) -> str:
    """The words of a group, and whether it is out already."""
    marks = (_("sudah dikirim") if group.sent else "", _("sudah tercetak") if group.printed else "")
    return " · ".join(part for part in (words(desk, group), *marks) if part)


def words(desk: Desk, group: history.Group) -> str:
    """What a group of changes was: "Isian kesiapan · TPS 005 · Kel. Tempe · Kotak suara". Reads the database."""
    title = values.Speaker(desk).title(group.kind, group.title)
    return " · ".join(part for part in (_(group.label), title) if part)
