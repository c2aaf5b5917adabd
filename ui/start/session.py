# SPDX-License-Identifier: Apache-2.0
"""An open office in its window: head, foot, undo, search, handbook, lock, and the backup when it is closed."""

import functools
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base import text
from desk_app.base.text import _
from desk_app.domain.words import N_
from desk_app.operations import backups, count_writing_keys, drafts, election_settings, settings, standing
from desk_app.operations.desk import Desk
from ui import bridge, errors, icons, main_window, runner, theme
from ui.dialogs import lock_panel, password_dialog, waiting_dialog
from ui.start import (
    badges,
    drafting,
    event_switch,
    finding,
    foot,
    handbook,
    meeting,
    page_list,
    posko_wall,
    unattended,
    undoing,
)
from ui.widgets import handbook_panel, head_bar, notice, page, remembered, spoken, status_line

DAY_MS = 60_000
AHEAD_MS = 1500
"""The first page is read and drawn by then."""


class Leaving(StrEnum):
    """Why a session ended, and what comes next."""

    QUIT = "quit"
    SWITCH = "switch"
    """Another operator or another office: the office is closed, its door is shown."""
    AGAIN = "again"
    """The same office in a new window, as after another language was chosen."""
    RESTORE = "restore"
    """The window is gone, the office still open; the backup of `Session.restoring` is to take its place."""


_STILL_OPEN = (Leaving.AGAIN, Leaving.RESTORE)


@dataclass(frozen=True, slots=True)
class Restoring:
    """Which backup is to be brought back, and what opens it."""

    folder: Path
    password: str


class Session(QtCore.QObject):
    """`ended(Leaving)`: the window is gone; the office is closed unless it is `AGAIN` or `RESTORE`."""

    ended = QtCore.Signal(object)

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        troubles: errors.Troubles | None = None,
        *,
        first_page: str = "home",
    ) -> None:
        super().__init__()
        self.desk = desk
        self.lanes = lanes
        self.restoring: Restoring | None = None
        self._leaving = Leaving.QUIT
        self._dialogs: list[QtWidgets.QDialog] = []
        self._language = self._chosen = spoken.apply(settings.get(desk, "language"))
        self._apply_theme()
        self.news = bridge.Bridge()
        desk.news.listen(self._announce)
        self.window = main_window.MainWindow(
            page_list.specs(desk, lanes, self._page_made),
            lanes,
            self.news,
            search=lambda typed: finding.find(desk, typed),
            troubles=troubles,
            aliases=page_list.ALIASES,
        )
        self.handbook = handbook_panel.HandbookPanel(
            self.window, above=head_bar.HEIGHT, below=status_line.HEIGHT
        )
        self.lock = lock_panel.LockPanel(desk, lanes, self.window)
        self.foot = foot.Foot(desk, lanes, self.window, self.news)
        self.badges = badges.Badges(desk, lanes, self.window, self.news)
        self.undoing = undoing.Undoing(desk, lanes, self.window, self.news)
        self.events = event_switch.EventSwitch(desk, lanes, self.window, self.news)
        self.meeting = meeting.Meeting(desk, lanes, self.window)
        desk.news.listen(self.meeting.take)
        self.unattended = unattended.Unattended(desk, lanes, self.window)
        self.wall = posko_wall.PoskoWall(desk, lanes, self.news, self.window)
        self._connect()
        self._show_head()
        self.window.go(first_page)
        lanes.write(lambda: _bring_up(desk))
        lanes.read(self._find_drafts, self._tell_drafts)

    def show(self) -> None:
        """Show the window."""
        self.window.fit(self.window.screen().availableGeometry().size())
        self.window.show()
        self.window.activateWindow()

    def leave(self, leaving: Leaving) -> None:
        """Close the window for a reason; what is typed is saved first."""
        self._leaving = leaving
        self.window.close()

    def _connect(self) -> None:
        self.window.help_wanted.connect(self._help)
        self.handbook.chapter_wanted.connect(self._help)
        self.window.closing.connect(self._close)
        self.news.changed.connect(self._take)
        self.window.actions_.wall.triggered.connect(lambda _checked=False: self.wall.show())
        self.lock.switch_wanted.connect(lambda: self.leave(Leaving.SWITCH))
        self._day = QtCore.QTimer(self, interval=DAY_MS)
        self._day.timeout.connect(self._show_head)
        self._day.start()
        self._ahead = QtCore.QTimer(self, singleShot=True, interval=AHEAD_MS)
        self._ahead.timeout.connect(lambda: page_list.import_ahead(self.lanes))
        self._ahead.start()

    def _page_made(self, made: page.Page) -> None:
        if self.desk.only_read:
            made.stand(_(self.desk.only_read), notice.Tone.WARNING)
        else:
            drafting.connect(self.desk, self.lanes, made)
        wall = getattr(made, "wall_wanted", None)
        if isinstance(wall, QtCore.SignalInstance):
            wall.connect(self.wall.show)
        wanted = getattr(made, "restore_wanted", None)
        if isinstance(wanted, QtCore.SignalInstance):
            wanted.connect(self._restore)

    @QtCore.Slot(object, str)
    def _restore(self, folder: Path, password: str) -> None:
        self.restoring = Restoring(folder, password)
        # Not before the words that say so are painted.
        QtCore.QTimer.singleShot(0, self, lambda: self.leave(Leaving.RESTORE))

    def _find_drafts(self) -> tuple[list[drafts.Draft], dict[str, int]]:
        found = drafts.waiting(self.desk)
        own = found.pop(settings.event_code(self.desk), [])
        known = {one.code: one for one in election_settings.choices(self.desk)} if found else {}
        return own, {known[code].name: len(held) for code, held in found.items() if code in known}

    def _tell_drafts(self, told: tuple[list[drafts.Draft], dict[str, int]]) -> None:
        found, elsewhere = told
        words = drafting.words_of(found, elsewhere)
        if found:
            key = found[0].key.partition("/")[0]
            self.window.tell(notice.Notice(words, notice.Tone.INFO, _("Lihat"), lambda: self.window.go(key)))
        elif words:
            self.window.tell(notice.Notice(words, notice.Tone.INFO))

    def _announce(self, changed: object) -> None:
        self.news.announce(getattr(changed, "flags", frozenset()))

    @QtCore.Slot(object)
    def _take(self, flags: frozenset[str]) -> None:
        if not flags & {"setting", "office", "operator", "election"}:
            return
        self._show_head()
        self._apply_theme()
        chosen = settings.get(self.desk, "language")
        if chosen != self._chosen and spoken.is_there(chosen):
            self._chosen = chosen
            self._tell_language(chosen)

    def _tell_language(self, chosen: str) -> None:
        """The window goes on in its language; that another comes is said in both, whichever its reader knows."""
        if chosen == self._language:
            return

        def both(message: str) -> str:
            return f"{text.said_in(self._language, message)} · {text.said_in(chosen, message)}"

        again = functools.partial(self.leave, Leaving.AGAIN)
        words = both(N_("Bahasa berganti setelah jendela dibuka lagi."))
        self.window.tell(notice.Notice(words, notice.Tone.INFO, both(N_("Buka lagi sekarang")), again))

    def _apply_theme(self) -> None:
        app = QtWidgets.QApplication.instance()
        chosen = settings.get(self.desk, "theme")
        scheme = theme.Scheme(chosen) if chosen in set(theme.Scheme) else theme.Scheme.SYSTEM
        remembered.keep("scheme", scheme.value)
        if isinstance(app, QtWidgets.QApplication):
            theme.apply(app, scheme)

    @QtCore.Slot()
    def _show_head(self) -> None:
        self.window.set_office(self.desk.identity.name)
        self.events.show_day()
        name = self.desk.operator.name
        if self.window.head.operator.text() != name:
            self.window.head.set_operator(name, self._operator_actions())

    def _operator_actions(self) -> list[QtGui.QAction]:
        found = []
        for icon, words, slot in (
            ("kunci", _("Kunci layar"), self.lock.lock),
            ("ubah", _("Ganti kata sandi saya …"), self._change_password),
            ("orang", _("Ganti operator …"), lambda: self.leave(Leaving.SWITCH)),
            ("keluar", _("Tutup program"), lambda: self.leave(Leaving.QUIT)),
        ):
            action = QtGui.QAction(icons.icon(icon), words, self.window)
            action.triggered.connect(lambda _checked=False, do=slot: do())
            found.append(action)
        return found

    def _change_password(self) -> None:
        dialog = password_dialog.PasswordDialog(self.desk, self.lanes, parent=self.window)
        dialog.changed.connect(
            lambda: self.window.tell(notice.Notice(_("Kata sandi sudah diganti."), notice.Tone.DONE))
        )
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @QtCore.Slot(str)
    def _help(self, topic: str) -> None:
        self.handbook.show_chapter(*handbook.chapter(topic))

    @QtCore.Slot()
    def _close(self) -> None:
        """The window goes; the backup is made, then the office is closed."""
        self.wall.close()
        # Nobody is left to show what that backup, or anything else, changes.
        self.desk.news.stop(self._announce)
        self.desk.news.stop(self.meeting.take)
        if self._leaving in _STILL_OPEN:
            self._end(None)
            return
        desk = self.desk
        dialog = waiting_dialog.WaitingDialog(
            desk.identity.name,
            _("Backup dibuat sebelum program ditutup. Semua isian sudah tersimpan."),
            self.lanes,
            lambda: backups.backup_if_due(desk, backups.Reason.EXIT),
            close_words=_("Tutup tanpa backup"),
        )
        dialog.finished_with.connect(self._end)
        dialog.given_up.connect(lambda: self._end(None))
        self._dialogs.append(dialog)

    @QtCore.Slot(object)
    def _end(self, _outcome: object) -> None:
        # Not from inside a delivery of the runner, which would wait for itself.
        QtCore.QTimer.singleShot(0, self, self._finish)

    @QtCore.Slot()
    def _finish(self) -> None:
        self.news.blockSignals(True)
        for timer in self.findChildren(QtCore.QTimer):
            timer.stop()
        self.lanes.wait_idle()
        if self._leaving not in _STILL_OPEN:
            self.desk.close()
        for dialog in self._dialogs:
            dialog.deleteLater()
        self._dialogs.clear()
        self.window.deleteLater()
        self.ended.emit(self._leaving)


def _bring_up(desk: Desk) -> None:
    """What another version of the program or another office has left to be done."""
    standing.settle(desk)
    count_writing_keys.catch_up(desk)
