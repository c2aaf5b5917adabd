# SPDX-License-Identifier: Apache-2.0
"""The shared folder looked at every minute where the office has switched it on, beside whatever is being typed."""

from PySide6 import QtCore

from desk_app.base.text import _, ngettext
from desk_app.domain import errors as known
from desk_app.operations import shared_folder
from desk_app.operations.desk import Desk
from ui import errors, main_window, runner
from ui.widgets import notice


class Unattended(QtCore.QObject):
    """Tells in a quiet notice what came in; trouble is told once, not every minute."""

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        window: main_window.MainWindow,
        every_ms: int = shared_folder.EVERY * 1000,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._lanes = lanes
        self._window = window
        self._told = ""
        self._handle: runner.Handle | None = None
        self._timer = QtCore.QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        window.closing.connect(self.stop)

    @QtCore.Slot()
    def look(self) -> None:
        """Look at the folder now, unless a look is under way or none is chosen."""
        folder = shared_folder.folder_of(self._desk)
        if folder is None or self._handle is not None:
            return
        desk = self._desk
        self._handle = self._lanes.long(
            lambda: shared_folder.exchange(desk, folder), None, self._done, self._failed, self._stopped
        )

    @QtCore.Slot()
    def stop(self) -> None:
        """Look no more; what a look has put in so far stays, the rest comes with the next one."""
        self._timer.stop()
        if self._handle is not None:
            self._handle.cancel()

    def _stopped(self) -> None:
        self._handle = None

    def _done(self, result: shared_folder.Exchanged) -> None:
        self._handle = None
        if result.taken:
            words = ngettext(
                "{count} isian baru masuk dari folder bersama.",
                "{count} isian baru masuk dari folder bersama.",
                result.taken,
            ).format(count=result.taken)
            self._window.tell(notice.Notice(words, notice.Tone.DONE))
        self._trouble(result.troubles[0] if result.troubles else "")

    def _failed(self, error: Exception) -> None:
        self._handle = None
        if not isinstance(error, known.Refused):
            raise error
        self._trouble(errors.words(error))

    def _trouble(self, words: str) -> None:
        if words and words != self._told:
            self._window.tell(notice.Notice(_("Folder bersama: {trouble}").format(trouble=words), notice.Tone.REFUSED))
        self._told = words
