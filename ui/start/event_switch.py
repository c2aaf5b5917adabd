# SPDX-License-Identifier: Apache-2.0
"""Which election is worked on, in the head of the window: seen at every moment, and changed there.

With another election every page is made anew: nothing of the one before stays on the screen.
"""

from PySide6 import QtCore, QtGui

from desk_app.base.text import _
from desk_app.domain import elections as rules
from desk_app.domain import places
from desk_app.operations import days, election_settings, elections, settings, targets
from desk_app.operations.desk import Desk
from ui import bridge, icons, main_window, runner
from ui.widgets import notice

LONGEST = 30
"""Letters of a name in the head; the menu shows the whole."""

HEARD = frozenset({"setting", "election", "region", "exchange"})


class EventSwitch(QtCore.QObject):
    """Keeps the head of the window, and its menu of elections, in step with what the office works on."""

    def __init__(
        self, desk: Desk, lanes: runner.Runner, window: main_window.MainWindow, news: bridge.Bridge
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._lanes = lanes
        self._window = window
        self._code = settings.event_code(desk)
        news.changed.connect(self._take)
        self.show_day()
        self._look()

    def show_day(self) -> None:
        """Show the election and how far it is."""
        event = elections.working_event(self._desk)
        today = days.day_words(self._desk, days.today(self._desk))
        self._window.head.set_event(f"{name_of(event)} · {event.voting_day:%d-%m-%Y} · {today}")

    def choose(self, code: str) -> None:
        """Work on another election."""
        if code != self._code:
            desk = self._desk
            self._lanes.write(lambda: election_settings.choose(desk, code))

    @QtCore.Slot(object)
    def _take(self, flags: frozenset[str]) -> None:
        if not flags & HEARD:
            return
        code = settings.event_code(self._desk)
        if code != self._code:
            self._code = code
            self._window.renew()
            event = elections.working_event(self._desk)
            said = _("Sekarang bekerja pada {event}, {day}. Data pemilihan lain tetap tersimpan.").format(
                event=name_of(event), day=f"{event.voting_day:%d-%m-%Y}"
            )
            self._window.tell(notice.Notice(said, notice.Tone.INFO))
        self.show_day()
        self._look()

    def _look(self) -> None:
        self._lanes.read(lambda: election_settings.choices(self._desk), self._show, key="event switch")

    def _show(self, found: list[election_settings.Choice]) -> None:
        is_district = self._desk.identity.level == places.Level.DISTRICT.value
        waits = _("belum diterima dari kabupaten/kota") if is_district else _("wilayahnya disiapkan saat dipilih")
        actions: list[QtGui.QAction] = []
        for one in sorted(found, key=lambda one: one.voting_day):
            words = f"{one.name} · {one.voting_day:%d-%m-%Y}" + ("" if one.prepared else f" ({waits})")
            action = QtGui.QAction(words, self._window.head)
            action.setCheckable(True)
            action.setChecked(one.code == self._code)
            action.triggered.connect(lambda _checked=False, code=one.code: self.choose(code))
            actions.append(action)
        manage = QtGui.QAction(icons.icon("pengaturan"), _("Atur pemilihan …"), self._window.head)
        manage.triggered.connect(
            lambda _checked=False: self._window.go(
                "settings", targets.Target(targets.Page.SETTINGS, chosen={"section": "election"})
            )
        )
        self._window.head.set_events(actions, manage)


def name_of(event: rules.Event) -> str:
    """What an election is called in the head: short for those of the program, by its name for the office's own."""
    if event.code in elections.TEMPLATES:
        return event.short_name
    return event.name if len(event.name) <= LONGEST else event.name[: LONGEST - 1].rstrip() + "…"
