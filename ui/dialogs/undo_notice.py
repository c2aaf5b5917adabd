# SPDX-License-Identifier: Apache-2.0
"""Undo and redo as a notice tells them: what was sent or printed is asked about first, the words name the act.

Ctrl+Z and the *Batalkan* of a deletion go the same way.
"""

import functools
from collections.abc import Callable

from PySide6 import QtCore

from desk_app.base.text import _
from desk_app.domain import errors as known
from desk_app.operations import history, values
from desk_app.operations.desk import Desk
from ui import errors, runner
from ui.widgets import notice

Tell = Callable[[notice.Notice], object]


class UndoNotice(QtCore.QObject):
    """Takes back and brings back, and says so with `tell`."""

    def __init__(self, desk: Desk, lanes: runner.Runner, tell: Tell, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lanes = lanes
        self._tell = tell

    @QtCore.Slot()
    def undo(self, only: int | None = None, *, even_if_sent: bool = False) -> None:
        """Take back the last transaction; `only`: that one (its `arrival`) or none."""
        self._write(lambda desk: history.undo(desk, even_if_sent=even_if_sent, only=only), self._undone)

    @QtCore.Slot()
    def redo(self) -> None:
        """Bring back what the last undo took away."""
        self._write(history.redo, self._redone)

    def take_out(
        self,
        work: Callable[[], object],
        words: str,
        failed: Callable[[Exception], None],
        done: Callable[[], object] | None = None,
    ) -> None:
        """Do what takes something out, then say so in `words` with *Batalkan* beside them, which takes back that
        and nothing newer."""
        desk = self._desk

        def run() -> history.Group | None:
            work()
            return history.next_undo(desk)

        def say(gone: history.Group | None) -> None:
            if done is not None:
                done()
            if gone is not None:
                back = functools.partial(self.undo, gone.arrival)
                self._tell(notice.Notice(words, notice.Tone.INFO, _("Batalkan"), back))

        self._lanes.write(run, say, failed)

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
        even_so = functools.partial(self.undo, asked.no, even_if_sent=True)
        self._tell(notice.Notice(said, notice.Tone.WARNING, _("Tetap batalkan"), even_so))

    def _undone(self, what: str) -> None:
        self._tell(notice.Notice(_("Dibatalkan: {what}").format(what=what), notice.Tone.DONE, _("Ulangi"), self.redo))

    def _redone(self, what: str) -> None:
        self._tell(notice.Notice(_("Diulangi: {what}").format(what=what), notice.Tone.DONE))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, known.Refused):
            raise error
        self._tell(notice.Notice(errors.words(error), notice.Tone.REFUSED))


def words(desk: Desk, group: history.Group) -> str:
    """What a group of changes was: "Isian kesiapan · TPS 005 · Kel. Tempe · Kotak suara". Reads the database."""
    title = values.Speaker(desk).title(group.kind, group.title)
    return " · ".join(part for part in (_(group.label), title) if part)
