# SPDX-License-Identifier: Apache-2.0
"""Terima Data: looks through a stick beside the window, puts in what was chosen, shows the receipt."""

from pathlib import Path

from desk_app.base.text import _
from desk_app.operations import intake, papers, printing, targets
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.exchange_page import part
from ui.widgets import receive_choice, receive_panel


class Receiving(part.Part):
    """The panel and its work."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self.panel = receive_panel.ReceivePanel(lanes)
        self.panel.look_wanted.connect(self._look)
        self.panel.take_wanted.connect(self._take)
        self.panel.cancelled.connect(self.cancel)
        self.panel.closed.connect(self.left)
        self.panel.told.connect(self.done)
        self.panel.print_wanted.connect(
            lambda package: self.paper(papers.Asked(report=printing.RECEIPT, package=package), self.panel)
        )
        self.panel.disputes_wanted.connect(
            lambda: self.shown.emit(targets.Target(targets.Page.EXCHANGE, chosen={"show": "disagreements"}))
        )

        self.panel.back_wanted.connect(
            lambda places, folder: self.shown.emit(
                targets.Target(targets.Page.EXCHANGE, chosen={"show": "send", "places": places, "folder": folder})
            )
        )

    def _look(self, paths: list[Path]) -> None:
        if self.is_busy:
            return
        self.panel.begin(_("Memeriksa kiriman"))
        self.run_long(
            lambda: intake.look(self.desk, paths),
            self.panel.progress.show_progress,
            self.panel.show_offered,
            self.panel.end,
            self._stopped_looking,
        )

    def _take(self, chosen: receive_choice.Chosen) -> None:
        if self.is_busy:
            return
        self.panel.begin(_("Membuat backup"))
        self.run_long(
            lambda: intake.take(
                self.desk, chosen.offered, chosen.accepted, typed=chosen.typed, along=chosen.along
            ),
            self.panel.progress.show_progress,
            lambda receipt: self.panel.show_receipt(receipt, part.when(self.desk, receipt.at)),
            self.panel.end,
            self._stopped_taking,
        )

    def _stopped_looking(self) -> None:
        self.warn(_("Pemeriksaan dihentikan. Tekan “Periksa lagi” bila siap."))

    def _stopped_taking(self) -> None:
        self.warn(_("Dihentikan. Kiriman yang sudah masuk tetap ada di register."))
