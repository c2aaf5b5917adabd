# SPDX-License-Identifier: Apache-2.0
"""The counts on the rail: open issues, and data on which offices disagree."""

from PySide6 import QtCore

from desk_app.operations import disagreements, issue_counts
from desk_app.operations.desk import Desk
from ui import bridge, main_window, runner

HEARD = frozenset({"issue", "follow_up", "conflict", "exchange", "setting"})
LOOK_MS = 400


class Badges(QtCore.QObject):
    """Keeps the counts in step with what is written."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, window: main_window.MainWindow, news: bridge.Bridge
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._lanes = lanes
        self._window = window
        self._pause = QtCore.QTimer(self, singleShot=True, interval=LOOK_MS)
        self._pause.timeout.connect(self.look)
        news.changed.connect(self._take)
        self._pause.start()

    @QtCore.Slot()
    def look(self) -> None:
        """Count."""
        desk = self._desk
        self._lanes.read(lambda: _counts(desk), self._show, key="badges")

    @QtCore.Slot(object)
    def _take(self, flags: frozenset[str]) -> None:
        if "conflict" in flags:
            # What was just decided is gone from the count at once.
            self.look()
        elif flags & HEARD:
            self._pause.start()

    def _show(self, found: tuple[int, int]) -> None:
        issues, disagreeing = found
        self._window.rail.set_badge("issues", issues)
        self._window.rail.set_badge("exchange", disagreeing, "berbeda")


def _counts(desk: Desk) -> tuple[int, int]:
    return issue_counts.counts(desk).open, disagreements.count(desk)
