# SPDX-License-Identifier: Apache-2.0
"""Kirim Data: to whom and how much, the work of writing, what was written."""

from pathlib import Path

from desk_app.base.progress import Steps
from desk_app.base.text import _
from desk_app.operations import intake, outgoing, sending
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.exchange_page import part
from ui.widgets import send_panel

Read = tuple[list[tuple[outgoing.Receiver, str]], str]


class Sending(part.Part):
    """The panel and its work."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self.panel = send_panel.SendPanel(lanes)
        self.panel.send_wanted.connect(self._send)
        self.panel.cancelled.connect(self.cancel)
        self.panel.closed.connect(self.left)
        self.panel.told.connect(self.done)

    def read(self) -> Read:
        """The offices with the hour of their last package, and the code of this one; for a worker."""
        found = outgoing.receivers(self.desk)
        return [(one, self.when(one.last_at)) for one in found], intake.own_code(self.desk)

    def show(self, read: Read) -> None:
        self.panel.set_receivers(*read)

    def _send(self, places: list[str], folder: Path) -> None:
        if self.is_busy:
            return
        names = {one.place: one.name for one in self.panel.offices.chosen()}

        def work() -> Steps[list[send_panel.SentLine]]:
            made = []
            for place in places:
                sent = yield from sending.send(self.desk, place, folder)
                name = names.get(place, place)
                made.append(send_panel.SentLine(name, sent.number, sent.changes, sent.files, sent.code))
            return made

        self.panel.begin()
        self.run_long(
            work, self.panel.progress.show_progress, self.panel.show_sent, self.panel.end, self._stopped
        )

    def _stopped(self) -> None:
        self.warn(_("Pengiriman dihentikan. Kirim lagi bila siap."))
