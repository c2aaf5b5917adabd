# SPDX-License-Identifier: Apache-2.0
"""Kirim & Terima: the flashdisk in both directions, the register of packages, and data on which offices differ."""

from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.progress import Steps
from desk_app.base.text import _
from desk_app.operations import clarification, days, intake, outgoing, parcel_register, sending, targets
from desk_app.operations.desk import Desk
from ui import icons, runner, theme
from ui.widgets import dispute_panel, notice, page, parcel_table, receive_panel, send_panel, two_ways

_OVERVIEW, _SEND, _RECEIVE = range(3)


class ExchangePage(page.Page):
    """The page. A target's `chosen` may say {"show": "disagreements" | "register" | "send" | "receive"}.

    A target with a `subject` or a `record` shows what is in dispute there.
    """

    listens = frozenset({"exchange", "conflict", "saved", "office"})
    help_topic = "exchange"

    def __init__(self, desk: Desk, runner_: runner.Runner) -> None:
        super().__init__(_("Kirim & Terima"))
        self._desk = desk
        self._runner = runner_
        self._handle: runner.Handle | None = None
        self.ways = two_ways.TwoWays()
        self.register = parcel_table.ParcelTable()
        self.disputes = dispute_panel.DisputePanel()
        self.tabs = QtWidgets.QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.register, icons.icon("paket"), _("Register kiriman"))
        self.tabs.addTab(self.disputes, icons.icon("berbeda", "berbeda"), _("Data berbeda"))
        overview = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(overview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self.ways)
        column.addWidget(self.tabs, 1)
        self.send = send_panel.SendPanel(runner_)
        self.receive = receive_panel.ReceivePanel(runner_)
        self.stack = QtWidgets.QStackedWidget()
        for part in (overview, self.send, self.receive):
            self.stack.addWidget(part)
        self.body.addWidget(self.stack, 1)
        self.back = self.add_button(_("Kembali"), "kembali", self._to_overview)
        self.back.hide()
        self.first_field = self.ways.send
        self._connect()

    def refresh(self, flags: frozenset[str]) -> None:
        """Read register, receivers and disagreements anew; any record may be what offices differ on."""
        if not flags or flags & {"exchange", "saved", "office"}:
            self._runner.read(self._read_receivers, self._show_receivers, self.failed, key="exchange receivers")
        if not flags or flags & {"exchange", "office"}:
            self._runner.read(self._read_register, self._show_register, self.failed, key="exchange register")
        self._runner.read(self._read_disputes, self._show_disputes, self.failed, key="exchange disputes")

    def open(self, target: object) -> None:
        """Show a part of the page, or what is in dispute at a place."""
        if not isinstance(target, targets.Target):
            return
        wanted = target.chosen.get("show")
        if wanted == "send":
            self._to_send()
        elif wanted == "receive":
            self._to_receive()
        else:
            self._to_overview()
        if wanted == "register":
            self.tabs.setCurrentWidget(self.register)
        elif wanted == "disagreements" or target.subject or target.record:
            self.tabs.setCurrentWidget(self.disputes)
            self._runner.read(self._read_disputes, lambda found: self._show_about(found, target), self.failed)

    def _connect(self) -> None:
        self.ways.send.clicked.connect(self._to_send)
        self.ways.receive.clicked.connect(self._to_receive)
        self.send.send_wanted.connect(self._send)
        self.send.cancelled.connect(self._cancel)
        self.send.closed.connect(self._to_overview)
        self.send.told.connect(self._done)
        self.receive.look_wanted.connect(self._look)
        self.receive.take_wanted.connect(self._take)
        self.receive.cancelled.connect(self._cancel)
        self.receive.closed.connect(self._to_overview)
        self.receive.told.connect(self._done)
        self.receive.disputes_wanted.connect(self._to_disputes)
        self.register.told.connect(self._done)
        self.disputes.list.told.connect(self._done)
        self.disputes.side_chosen.connect(self._use_side)
        self.disputes.typed.connect(self._use_typed)
        self.disputes.place_wanted.connect(self._open_place)
        self.disputes.history_wanted.connect(self._history)

    def _to_overview(self) -> None:
        if self._handle is None:
            self.notices.clear()
            self.stack.setCurrentIndex(_OVERVIEW)
            self.back.hide()
            self.subtitle.clear()

    def _to_send(self) -> None:
        if self._handle is None:
            self._show_part(_SEND, _("Kirim Data"))
            self.send.start()
            self.refresh(frozenset({"saved"}))

    def _to_receive(self) -> None:
        if self._handle is None:
            self._show_part(_RECEIVE, _("Terima Data"))
            self.receive.start()

    def _to_disputes(self) -> None:
        self.open(targets.Target(targets.Page.EXCHANGE, chosen={"show": "disagreements"}))

    def _show_part(self, part: int, words: str) -> None:
        self.notices.clear()
        self.stack.setCurrentIndex(part)
        self.subtitle.setText(words)
        self.back.show()

    def _read_receivers(self) -> tuple[list[tuple[outgoing.Receiver, str]], str]:
        found = outgoing.receivers(self._desk)
        return [(one, self._when(one.last_at)) for one in found], intake.own_code(self._desk)

    def _show_receivers(self, read: tuple[list[tuple[outgoing.Receiver, str]], str]) -> None:
        found, code = read
        self.send.set_receivers(found, code)
        self.ways.set_waiting([receiver for receiver, _when in found])

    def _read_register(self) -> tuple[list[parcel_table.Row], list[parcel_register.Gap]]:
        found = [parcel_table.row(entry, self._when(entry.at)) for entry in parcel_register.entries(self._desk)]
        return found, parcel_register.gaps(self._desk)

    def _show_register(self, read: tuple[list[parcel_table.Row], list[parcel_register.Gap]]) -> None:
        rows, gaps = read
        self.register.set_rows(rows, gaps)
        self.ways.set_last(next((row for row in rows if not row.sent), None))

    def _read_disputes(self) -> list[clarification.Matter]:
        return clarification.waiting(self._desk)

    def _show_disputes(self, found: list[clarification.Matter]) -> None:
        self.disputes.set_matters(found)
        words = _("Data berbeda ({count})").format(count=len(found)) if found else _("Data berbeda")
        self.tabs.setTabText(self.tabs.indexOf(self.disputes), words)

    def _show_about(self, found: list[clarification.Matter], target: targets.Target) -> None:
        self._show_disputes(found)
        about = next(
            (one for one in found if one.record == target.record or (target.subject and one.subject == target.subject)),
            None,
        )
        if about is not None:
            self.disputes.list.show_row(about.key)

    def _when(self, at: int) -> str:
        return days.local(self._desk, at).strftime("%d-%m-%Y %H.%M") if at else ""

    def _send(self, places: list[str], folder: Path) -> None:
        names = {one.place: one.name for one in self.send.offices.chosen()}

        def work() -> Steps[list[send_panel.SentLine]]:
            made = []
            for place in places:
                sent = yield from sending.send(self._desk, place, folder)
                name = names.get(place, place)
                made.append(send_panel.SentLine(name, sent.number, sent.changes, sent.files, sent.code))
            return made

        self.notices.clear()
        self.send.begin()
        self._handle = self._runner.long(
            work, self.send.progress.show_progress, self._show_sent, self._send_failed, self._send_stopped
        )

    def _show_sent(self, sent: list[send_panel.SentLine]) -> None:
        self._handle = None
        self.send.show_sent(sent)

    def _send_failed(self, error: Exception) -> None:
        self._handle = None
        self.send.end()
        self.failed(error)

    def _send_stopped(self) -> None:
        self._handle = None
        self.send.end()
        self.tell(_("Pengiriman dihentikan. Kirim lagi bila siap."), notice.Tone.WARNING)

    def _look(self, paths: list[Path]) -> None:
        if self._handle is None:
            self.notices.clear()
            self.receive.begin(_("Memeriksa kiriman"))
            self._handle = self._runner.long(
                lambda: intake.look(self._desk, paths),
                self.receive.progress.show_progress,
                self._show_offered,
                self._receive_failed,
                self._receive_stopped,
            )

    def _show_offered(self, offered: list[intake.Offered]) -> None:
        self._handle = None
        self.receive.show_offered(offered)

    def _take(self, chosen: list[intake.Offered], accepted: frozenset[str]) -> None:
        if self._handle is None:
            self.notices.clear()
            self.receive.begin(_("Membuat backup"))
            self._handle = self._runner.long(
                lambda: intake.take(self._desk, chosen, accepted),
                self.receive.progress.show_progress,
                self._show_receipt,
                self._receive_failed,
                self._receive_stopped,
            )

    def _show_receipt(self, receipt: intake.Receipt) -> None:
        self._handle = None
        self.receive.show_receipt(receipt, self._when(receipt.at))

    def _receive_failed(self, error: Exception) -> None:
        self._handle = None
        self.receive.end()
        self.failed(error)

    def _receive_stopped(self) -> None:
        self._handle = None
        self.receive.end()
        self.tell(_("Dihentikan. Kiriman yang sudah masuk tetap ada di register."), notice.Tone.WARNING)

    def _cancel(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _use_side(self, matter: clarification.Matter, key: int) -> None:
        self._runner.write(lambda: clarification.use_side(self._desk, matter, key), self._decided, self.failed)

    def _use_typed(self, matter: clarification.Matter, typed: str) -> None:
        self._runner.write(lambda: clarification.use_typed(self._desk, matter, typed), self._decided, self.failed)

    def _decided(self, _nothing: object) -> None:
        self._done(_("Diputuskan. Putusan ini ikut pada kiriman berikutnya; Ctrl+Z membatalkannya."))

    def _open_place(self, matter: clarification.Matter) -> None:
        if matter.kind in ("answer", "recap"):
            self.navigate.emit("readiness", targets.Target(targets.Page.CHECKLIST, subject=matter.subject))
        else:
            self.navigate.emit("stations", targets.Target(targets.Page.STATIONS, subject=matter.subject))

    def _history(self, matter: clarification.Matter) -> None:
        from ui.dialogs import history_dialog

        history_dialog.HistoryDialog(self._desk, self._runner, matter.record, matter.title, self).open()

    def _done(self, words: str) -> None:
        self.tell(words, notice.Tone.DONE)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape and self.back.isVisible():
            self._to_overview()
            return
        super().keyPressEvent(event)
