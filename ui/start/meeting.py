# SPDX-License-Identifier: Apache-2.0
"""Says at a save what came in while its form was being filled in: what was there, what is there now, what was typed."""

from PySide6 import QtCore

from desk_app.base.text import _
from desk_app.operations import changed, meanwhile, targets
from desk_app.operations.desk import Desk
from ui import main_window, runner
from ui.widgets import notice


class Meeting(QtCore.QObject):
    """Listens to an open office and tells its window. Its `take` is called on the writer's thread."""

    _met = QtCore.Signal(object)

    def __init__(self, desk: Desk, lanes: runner.Runner, window: main_window.MainWindow) -> None:
        super().__init__(window)
        self._desk = desk
        self._lanes = lanes
        self._window = window
        self._met.connect(self._read, QtCore.Qt.ConnectionType.QueuedConnection)

    def take(self, news: changed.Changed) -> None:
        """Hear what a commit has changed, from any thread."""
        if news.met:
            self._met.emit(news)

    @QtCore.Slot(object)
    def _read(self, news: changed.Changed) -> None:
        desk = self._desk
        self._lanes.read(lambda: meanwhile.tell(desk, news.met), self._tell)

    def _tell(self, found: list[meanwhile.Meeting]) -> None:
        words = meanwhile.words(found)
        disputed = [one for one in found if one.is_disputed]
        if not disputed:
            if words:
                self._window.tell(notice.Notice(words, notice.Tone.WARNING))
            return
        target = targets.Target(
            targets.Page.EXCHANGE, record=disputed[0].record, chosen={"show": "disagreements"}
        )
        said = notice.Notice(
            words, notice.Tone.WARNING, _("Lihat Data berbeda"), lambda: self._window.go("exchange", target)
        )
        self._window.tell(said)
