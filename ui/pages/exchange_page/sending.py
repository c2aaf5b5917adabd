# SPDX-License-Identifier: Apache-2.0
"""Kirim Data: to whom and how much, the work of writing, what was written."""

from collections.abc import Callable
from pathlib import Path

from PySide6 import QtCore, QtWidgets

from desk_app.base.progress import Steps
from desk_app.base.text import _
from desk_app.operations import intake, outbox, outgoing, papers, printing, sending, stick_writing, targets
from desk_app.operations.desk import Desk
from ui import runner
from ui.dialogs import copy_dialog
from ui.pages.exchange_page import part
from ui.widgets import send_panel

Read = tuple[list[tuple[outgoing.Receiver, str]], str]


def read(desk: Desk) -> Read:
    """The offices with the hour of their last package, and the code of this one; for a worker."""
    found = outgoing.receivers(desk)
    return [(one, part.when(desk, one.last_at)) for one in found], intake.own_code(desk)


class Sending(part.Part):
    """The panel and its work."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self.panel = send_panel.SendPanel(lanes)
        self.panel.send_wanted.connect(self._send)
        self.panel.cancelled.connect(self.cancel)
        self.panel.closed.connect(self.left)
        self.panel.told.connect(self.done)
        self.panel.register_wanted.connect(
            lambda: self.shown.emit(targets.Target(targets.Page.EXCHANGE, chosen={"show": "offices"}))
        )
        self.panel.files_wanted.connect(self._save)
        self.panel.paper_wanted.connect(self.print_handover)
        self.panel.copy_wanted.connect(self.copy)

    def show(self, read: Read) -> None:
        self.panel.set_receivers(*read)

    def _send(self, places: list[str], folder: Path) -> None:
        self._run(places, folder, self._sender(sending.send, folder), as_files=False)

    def _save(self, places: list[str], folder: Path) -> None:
        self._run(places, folder, self._sender(outbox.send_as_files, folder), as_files=True)

    def _sender(
        self, work: Callable[..., Steps[stick_writing.Sent]], folder: Path
    ) -> Callable[[str], Steps[stick_writing.Sent]]:
        """The work of one office, with photos or without as it is ticked now."""
        photos = self.panel.photos
        return lambda place: work(self.desk, place, folder, photos=photos)

    def _run(
        self, places: list[str], folder: Path, one: Callable[[str], Steps[stick_writing.Sent]], *, as_files: bool
    ) -> None:
        if self.is_busy:
            return
        names = {receiver.place: receiver.name for receiver in self.panel.offices.chosen()}

        def work() -> Steps[list[send_panel.SentLine]]:
            made = []
            for place in places:
                sent = yield from one(place)
                made.append(
                    send_panel.SentLine(
                        office=names.get(place, place),
                        number=sent.number,
                        entries=sent.entries,
                        files=(*sent.files, *sent.photos),
                        code=sent.code,
                        package=sent.package,
                        carried=sent.carried,
                        cleared=sent.cleared,
                        photos=sent.pictures,
                    )
                )
            return made

        self.panel.begin()
        self.run_long(
            work,
            self.panel.progress.show_progress,
            lambda sent: self.panel.show_sent(sent, as_files=as_files),
            self.panel.end,
            self._stopped,
            folder=folder,
        )

    def _stopped(self) -> None:
        self.warn(_("Pengiriman dihentikan. Kirim lagi bila siap."))

    def print_handover(self, package: str) -> None:
        """Show the sheet that goes with a package."""
        self.paper(papers.Asked(report=printing.HANDOVER, package=package), self.panel)

    def copy(self, package: str, over: QtWidgets.QWidget | None = None) -> None:
        """Write a package of the outbox to another stick."""
        dialog = copy_dialog.CopyDialog(self.desk, self.lanes, package, over or self.panel)
        dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
