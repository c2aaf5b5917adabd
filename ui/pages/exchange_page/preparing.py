# SPDX-License-Identifier: Apache-2.0
"""Siapkan paket kecamatan: makes ready files beside the window, and leads to their slips."""

from pathlib import Path

from desk_app.base.text import _
from desk_app.operations import enrolment, papers, printing, ready_offices
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.exchange_page import part
from ui.widgets import ready_panel

Read = list[tuple[ready_offices.Row, str]]


class Preparing(part.Part):
    """The panel and its work."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self.panel = ready_panel.ReadyPanel(lanes)
        self.panel.prepare_wanted.connect(self._prepare)
        self.panel.slips_wanted.connect(self._print_slips)
        self.panel.cancelled.connect(self.cancel)
        self.panel.closed.connect(self.left)

    def refresh(self) -> None:
        """Read the offices and how far they are."""
        self.lanes.read(self._read, self.panel.set_rows, self.failed.emit, key="exchange ready")

    def _read(self) -> Read:
        return [(row, part.when(self.desk, row.at)) for row in ready_offices.listing(self.desk)]

    def _prepare(self, places: list[str], folder: Path) -> None:
        if self.is_busy:
            return
        self.panel.begin()
        self.run_long(
            lambda: enrolment.prepare(self.desk, places, folder),
            self.panel.progress.show_progress,
            self._made,
            self.panel.end,
            self._stopped,
            folder=folder,
        )

    def _made(self, made: list[enrolment.Ready]) -> None:
        self.panel.show_made(made)
        self.refresh()

    def _stopped(self) -> None:
        self.refresh()
        self.warn(_("Dihentikan. Berkas yang sudah dibuat tetap berlaku; slipnya dapat dicetak."))

    def _print_slips(self, place: str) -> None:
        self.paper(papers.Asked(report=printing.SLIPS, area=place), self.panel)
