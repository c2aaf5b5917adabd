# SPDX-License-Identifier: Apache-2.0
"""Kirim & Terima: the flashdisk in both directions, the register of packages, and data on which offices differ."""

from pathlib import Path
from typing import TypeVar

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.operations import alarm_words, clarification, office_list, targets
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.pages.exchange_page import clarifying, doubling, knowing, part, preparing, receiving, registering, sending
from ui.widgets import (
    alarm_list,
    duplicate_panel,
    form,
    office_panel,
    page,
    ready_panel,
    receive_panel,
    room,
    send_panel,
    two_ways,
)

Joined = TypeVar("Joined", bound=part.Part)
_OVERVIEW, _SEND, _RECEIVE, _PREPARE = range(4)
_LOW = 500
"""Below this height the list needs the room more than the large buttons."""


class _Tabs(QtWidgets.QTabWidget):
    """Takes what is left of the page: what its parts would like to have is no reason for the page to scroll."""

    def sizeHint(self) -> QtCore.QSize:
        return self.minimumSizeHint()


class ExchangePage(page.Page):
    """The page. A target's `chosen` may say {"show": "disagreements" | "duplicates" | "register" | "send" | "receive" |
    "offices" | "prepare"}.

    With "send" it may say {"places": who is ticked, "folder": where it is written}.
    A target with a `subject` or a `record` shows what is in dispute there.
    """

    listens = frozenset({"exchange", "conflict", "saved", "office"})
    help_topic = "exchange"

    def __init__(self, desk: Desk, runner_: runner.Runner) -> None:
        super().__init__(_("Kirim & Terima"))
        self._desk = desk
        self._runner = runner_
        self._parts: list[part.Part] = []
        self._receivers: sending.Read | None = None
        self._doubts: doubling.Read | None = None
        self.ways = two_ways.TwoWays()
        self.clarifying = self._joined(clarifying.Clarifying(desk, runner_))
        self.registering = self._joined(registering.Registering(desk, runner_))
        self.register, self.disputes = self.registering.panel, self.clarifying.panel
        self._sending = room.Room(self._furnish_sending, lambda one: one.panel)
        self._receiving = room.Room(lambda: self._joined(receiving.Receiving(desk, runner_)), lambda one: one.panel)
        self._preparing = room.Room(lambda: self._joined(preparing.Preparing(desk, runner_)), lambda one: one.panel)
        self._knowing = room.Room(self._furnish_knowing, lambda one: one.panel)
        self._doubling = room.Room(self._furnish_doubling, lambda one: one.panel)
        self.tabs = _Tabs()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.register, icons.icon("paket"), _("Register kiriman"))
        self.tabs.addTab(self.disputes, icons.icon("berbeda", "berbeda"), _("Data berbeda"))
        self.tabs.addTab(self._doubling, icons.icon("salin"), _("Catatan ganda"))
        self.tabs.addTab(self._knowing, icons.icon("tempat"), _("Daftar kantor"))
        overview = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        self.alarms = alarm_list.AlarmList()
        column.addWidget(self.ways)
        column.addWidget(self.alarms)
        column.addWidget(self.tabs, 1)
        self.stack = QtWidgets.QStackedWidget()
        # Alarms and who is silent stand above the table: on a low screen all of it scrolls.
        for one in (form.scrolled(overview), self._sending, self._receiving, self._preparing):
            self.stack.addWidget(one)
        self.body.addWidget(self.stack, 1)
        self.back = self.add_button(_("Kembali"), "kembali", self._to_overview)
        self.back.hide()
        self.first_field = self.ways.send
        self._connect()

    @property
    def send(self) -> send_panel.SendPanel:
        """Kirim Data."""
        return self._sending.content.panel

    @property
    def receive(self) -> receive_panel.ReceivePanel:
        """Terima Data."""
        return self._receiving.content.panel

    @property
    def prepare(self) -> ready_panel.ReadyPanel:
        """Siapkan paket kecamatan."""
        return self._preparing.content.panel

    @property
    def offices(self) -> office_panel.OfficePanel:
        """Daftar kantor."""
        return self._knowing.content.panel

    @property
    def duplicates(self) -> duplicate_panel.DuplicatePanel:
        """Catatan ganda."""
        return self._doubling.content.panel

    def refresh(self, flags: frozenset[str]) -> None:
        """Read register, receivers and disagreements anew; any record may be what offices differ on."""
        desk = self._desk
        if not flags or flags & {"exchange", "saved", "office"}:
            self._runner.read(lambda: sending.read(desk), self._show_receivers, self.failed, key="exchange receivers")
        if not flags or flags & {"exchange", "office"}:
            self.registering.refresh()
            self._runner.read(
                lambda: alarm_words.standing(desk), self.alarms.set_alarms, self.failed, key="exchange alarms"
            )
            if self._knowing.made is not None:
                self._knowing.made.refresh()
        self._runner.read(self.clarifying.read, self._show_disputes, self.failed, key="exchange disputes")
        self._runner.read(lambda: doubling.read(desk), self._show_duplicates, self.failed, key="exchange duplicates")

    def open(self, target: object) -> None:
        """Show a part of the page, or what is in dispute at a place."""
        if not isinstance(target, targets.Target):
            return
        wanted = target.chosen.get("show")
        if wanted == "send":
            self._to_send()
            self._answer(target.chosen.get("places"), target.chosen.get("folder"))
        elif wanted == "receive":
            self._to_receive()
        elif wanted == "prepare":
            self._to_prepare([])
        else:
            self._to_overview()
        if wanted == "register":
            self.tabs.setCurrentWidget(self.register)
        elif wanted == "offices":
            self.tabs.setCurrentWidget(self._knowing)
        elif wanted == "duplicates":
            self.tabs.setCurrentWidget(self._doubling)
            self.duplicates.show_waiting()
        elif wanted == "disagreements" or target.subject or target.record:
            self.tabs.setCurrentWidget(self.disputes)
            self._runner.read(self.clarifying.read, lambda found: self._show_about(found, target), self.failed)

    def _connect(self) -> None:
        self.ways.send.clicked.connect(self._to_send)
        self.ways.receive.clicked.connect(self._to_receive)
        self.alarms.read.connect(
            lambda no: self._runner.write(lambda: alarm_words.put_away(self._desk, no), None, self.failed)
        )
        self.registering.copy_wanted.connect(lambda package: self._sending.content.copy(package, self))
        self.registering.read_last.connect(self.ways.set_last)
        self.disputes.place_wanted.connect(self._open_place)

    def _joined(self, made: Joined) -> Joined:
        """A part of the page, heard from now on."""
        made.told.connect(self.tell)
        made.failed.connect(self.failed)
        made.left.connect(self._to_overview)
        made.shown.connect(self._follow)
        made.started.connect(self.notices.clear)
        self._parts.append(made)
        return made

    def _furnish_sending(self) -> sending.Sending:
        made = self._joined(sending.Sending(self._desk, self._runner))
        if self._receivers is not None:
            made.show(self._receivers)
        return made

    def _furnish_knowing(self) -> knowing.Knowing:
        made = self._joined(knowing.Knowing(self._desk, self._runner))
        made.prepare_wanted.connect(self._to_prepare)
        made.refresh()
        return made

    def _furnish_doubling(self) -> doubling.Doubling:
        made = self._joined(doubling.Doubling(self._desk, self._runner))
        if self._doubts is not None:
            made.show(self._doubts)
        return made

    @property
    def is_busy(self) -> bool:
        """Whether something is being written or read: the part in front stays there."""
        return any(one.is_busy for one in self._parts)

    def _to_overview(self) -> None:
        if not self.is_busy:
            came_from = self.stack.currentIndex()
            self.notices.clear()
            self.stack.setCurrentIndex(_OVERVIEW)
            if came_from != _OVERVIEW and self.isVisible():
                # The button that was pressed goes: the keyboard would be nowhere.
                (self.ways.receive if came_from == _RECEIVE else self.ways.send).setFocus()
            self.back.hide()
            self.subtitle.clear()

    def _to_send(self) -> None:
        if not self.is_busy:
            self._show_part(_SEND, _("Kirim Data"))
            self.send.start()
            self.refresh(frozenset({"saved"}))

    def _answer(self, wanted: object, folder: object) -> None:
        """Tick those to whom something goes back, on the flashdisk that came from there."""
        if not isinstance(wanted, tuple) or self.is_busy:
            return
        self.send.offices.choose_only(wanted)
        if isinstance(folder, Path):
            self.send.drives.choose(folder)

    def _to_receive(self) -> None:
        if not self.is_busy:
            self._show_part(_RECEIVE, _("Terima Data"))
            self.receive.start()

    def _to_prepare(self, wanted: list[str]) -> None:
        if not self.is_busy:
            self._show_part(_PREPARE, office_list.prepare_words(self._desk))
            self.prepare.start(wanted)
            self._preparing.content.refresh()

    def _show_part(self, part_: int, words: str) -> None:
        self.notices.clear()
        self.stack.setCurrentIndex(part_)
        self.subtitle.setText(words)
        self.back.show()

    def _show_receivers(self, read: sending.Read) -> None:
        self._receivers = read
        if self._sending.made is not None:
            self._sending.made.show(read)
        self.ways.set_waiting([receiver for receiver, _when in read[0]])

    def _follow(self, target: targets.Target) -> None:
        """A part of this page, or another page."""
        if target.page is targets.Page.EXCHANGE:
            self.open(target)
        else:
            self.navigate.emit(target.page.value, target)

    def _show_disputes(self, found: list[clarification.Matter]) -> None:
        self.disputes.set_matters(found)
        words = _("Data berbeda ({count})").format(count=len(found)) if found else _("Data berbeda")
        self.tabs.setTabText(self.tabs.indexOf(self.disputes), words)

    def _show_duplicates(self, found: doubling.Read) -> None:
        self._doubts = found
        if self._doubling.made is not None:
            self._doubling.made.show(found)
        count = len(found[0])
        words = _("Catatan ganda ({count})").format(count=count) if count else _("Catatan ganda")
        self.tabs.setTabText(self.tabs.indexOf(self._doubling), words)

    def _show_about(self, found: list[clarification.Matter], target: targets.Target) -> None:
        self._show_disputes(found)
        self.clarifying.show_about(found, target)

    def _open_place(self, matter: clarification.Matter) -> None:
        if matter.kind in ("answer", "recap"):
            self.navigate.emit("readiness", targets.Target(targets.Page.CHECKLIST, subject=matter.subject))
        else:
            self.navigate.emit("stations", targets.Target(targets.Page.STATIONS, subject=matter.subject))

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        super().hideEvent(event)
        # What was done an hour ago is not to be taken for what was done now.
        shown = self.stack.currentWidget()
        in_front = shown.made if isinstance(shown, room.Room) else None
        is_done = in_front is not None and in_front.panel.is_done
        if is_done and not event.spontaneous():
            self._to_overview()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self.ways.set_low(event.size().height() < _LOW)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape and self.back.isVisible():
            self._to_overview()
            return
        super().keyPressEvent(event)
