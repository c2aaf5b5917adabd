# SPDX-License-Identifier: Apache-2.0
"""What the foot of the window tells: saved when, not yet sent, last backup; and the daily backup itself."""

from PySide6 import QtCore

from desk_app.base import clock
from desk_app.base.text import _
from desk_app.operations import backups, days, outgoing
from desk_app.operations.desk import Desk
from ui import bridge, main_window, runner
from ui.widgets import notice

LOOK_MS = 1500
"""Counting what was not sent waits for a pause in typing."""
FIRST_BACKUP_MS = 60_000
EVERY_MS = 30 * 60_000


class Foot(QtCore.QObject):
    """Feeds the status line of a window from an open office."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, window: main_window.MainWindow, news: bridge.Bridge
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._lanes = lanes
        self._window = window
        self._pause = QtCore.QTimer(self, singleShot=True, interval=LOOK_MS)
        self._pause.timeout.connect(self.look)
        self._daily = QtCore.QTimer(self, interval=EVERY_MS)
        self._daily.timeout.connect(self.back_up)
        self._daily.start()
        QtCore.QTimer.singleShot(FIRST_BACKUP_MS, self, self.back_up)
        news.changed.connect(self._take)
        window.foot.unsent_followed.connect(lambda: window.go("exchange"))
        window.foot.backup_followed.connect(lambda: window.go("settings", "backup"))
        window.foot.set_saved(None)
        self._pause.start()

    @QtCore.Slot()
    def look(self) -> None:
        """Count what was not sent, and look at the backups."""
        desk = self._desk
        self._lanes.read(lambda: outgoing.above_words(desk), self._window.foot.set_unsent, key="foot unsent")
        self._lanes.read(lambda: backup_words(desk), self._window.foot.set_backup, key="foot backup")

    @QtCore.Slot()
    def back_up(self) -> None:
        """Make the backup of the day, if something was written and there is none."""
        desk, foot = self._desk, self._window.foot
        foot.set_work(_("Memeriksa backup harian …"))
        self._lanes.long(
            lambda: backups.backup_if_due(desk, backups.Reason.DAILY),
            lambda step: foot.set_work(_(step.words)),
            self._backed_up,
            self._failed,
        )

    @QtCore.Slot(object)
    def _take(self, flags: frozenset[str]) -> None:
        if "saved" in flags:
            self._window.foot.set_saved(clock.now())
        if "backup" in flags:
            self.look()
        else:
            self._pause.start()

    def _backed_up(self, outcome: backups.Outcome | None) -> None:
        self._window.foot.set_work("")
        if outcome is not None and outcome.trouble is not None:
            self._failed(outcome.trouble)
        self.look()

    def _failed(self, error: Exception) -> None:
        from desk_app.domain import errors as known
        from ui import errors

        self._window.foot.set_work("")
        if not isinstance(error, known.Refused):
            raise error
        self._window.tell(notice.Notice(errors.words(error), notice.Tone.WARNING))


def backup_words(desk: Desk) -> str:
    """ "backup terakhir pukul 12.04", with the day where it was not today."""
    last = backups.last_backup(desk)
    if last is None:
        return _("belum ada backup")
    at = days.local(desk, last.at)
    if at.date() == days.today(desk):
        return _("backup terakhir pukul {hour}").format(hour=f"{at:%H.%M}")
    return _("backup terakhir {day} pukul {hour}").format(day=f"{at:%d-%m-%Y}", hour=f"{at:%H.%M}")
