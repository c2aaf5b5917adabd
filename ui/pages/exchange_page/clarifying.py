# SPDX-License-Identifier: Apache-2.0
"""Data berbeda: what offices differ on, and the decisions of the user."""

from desk_app.base.text import _
from desk_app.operations import clarification, targets
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.exchange_page import part
from ui.widgets import dispute_panel


class Clarifying(part.Part):
    """The panel and its work."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self.panel = dispute_panel.DisputePanel()
        self.panel.list.told.connect(self.done)
        self.panel.side_chosen.connect(self._use_side)
        self.panel.typed.connect(self._use_typed)
        self.panel.history_wanted.connect(self._history)

    def read(self) -> list[clarification.Matter]:
        """What waits; for a worker."""
        return clarification.waiting(self.desk)

    def show_about(self, found: list[clarification.Matter], target: targets.Target) -> None:
        """Show what is in dispute at a place or of a record."""
        self.panel.set_matters(found)
        about = next(
            (one for one in found if one.record == target.record or (target.subject and one.subject == target.subject)),
            None,
        )
        if about is not None:
            self.panel.list.show_row(about.key)

    def _use_side(self, matter: clarification.Matter, key: int) -> None:
        self.lanes.write(lambda: clarification.use_side(self.desk, matter, key), self._decided, self.failed.emit)

    def _use_typed(self, matter: clarification.Matter, typed: str) -> None:
        self.lanes.write(lambda: clarification.use_typed(self.desk, matter, typed), self._decided, self.failed.emit)

    def _decided(self, _nothing: object) -> None:
        self.done(_("Diputuskan. Putusan ini ikut pada kiriman berikutnya; Ctrl+Z membatalkannya."))

    def _history(self, matter: clarification.Matter) -> None:
        from ui.dialogs import history_dialog

        history_dialog.HistoryDialog(self.desk, self.lanes, matter.record, matter.title, self.panel).open()
