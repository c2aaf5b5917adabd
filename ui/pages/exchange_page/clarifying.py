# SPDX-License-Identifier: Apache-2.0
"""Data berbeda: what offices differ on, and the decisions of the user."""

from desk_app.base.text import _, ngettext
from desk_app.operations import clarification, printing, targets
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
        self.panel.office_chosen.connect(self._use_office)
        self.panel.history_wanted.connect(self._history)
        self.panel.record_wanted.connect(self._to_record)

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

    def _use_side(self, matter: clarification.Matter, key: int, basis: str) -> None:
        self.lanes.write(lambda: clarification.use_side(self.desk, matter, key, basis), self._decided, self.failed.emit)

    def _use_typed(self, matter: clarification.Matter, typed: str, basis: str) -> None:
        self.lanes.write(
            lambda: clarification.use_typed(self.desk, matter, typed, basis), self._decided, self.failed.emit
        )

    def _use_office(self, matters: list[clarification.Matter], office: str, basis: str) -> None:
        self.lanes.write(
            lambda: clarification.use_office(self.desk, office, matters, basis), self._decided_many, self.failed.emit
        )

    def _decided(self, _nothing: object) -> None:
        self.done(_("Sudah diklarifikasi. Ikut pada kiriman berikutnya; Ctrl+Z membatalkannya."))

    def _decided_many(self, count: int) -> None:
        words = ngettext(
            "{count} data diklarifikasi. Ikut pada kiriman berikutnya; Ctrl+Z membatalkan semuanya.",
            "{count} data diklarifikasi. Ikut pada kiriman berikutnya; Ctrl+Z membatalkan semuanya.",
            count,
        )
        self.done(words.format(count=count))

    def _to_record(self) -> None:
        self.shown.emit(targets.Target(targets.Page.REPORTS, chosen={"report": printing.CLARIFICATION}))

    def _history(self, matter: clarification.Matter) -> None:
        from ui.dialogs import history_dialog

        history_dialog.HistoryDialog(self.desk, self.lanes, matter.record, matter.title, self.panel).open()
