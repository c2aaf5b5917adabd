# SPDX-License-Identifier: Apache-2.0
"""Rekap: what regions reported in one figure, entered a line each, beside what the details say."""

from desk_app.domain import errors as known
from desk_app.domain import places
from desk_app.operations import days, recap_board, recap_lines
from desk_app.operations.desk import Desk
from ui import errors, runner
from ui.pages.readiness_page import part
from ui.widgets import recap_panel


class RecapPart(part.Part):
    """The panel of recaps and its work."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        self._phase: int | None = None
        self._item = ""
        self._seen: int | None = None
        self.panel = recap_panel.RecapPanel()
        self.panel.item_chosen.connect(self._choose_item)
        self.panel.area_chosen.connect(lambda _code: self.read())
        self.panel.entered.connect(self._enter)
        self.panel.line_typed.connect(self._read_line)
        self.panel.told.connect(self.done)

    def set_basics(self, found: part.Basics, all_words: str) -> None:
        """Take the regions whose parts can be shown."""
        parts = [] if found.level is places.Level.DISTRICT else [(one.code, one.name) for one in found.regions]
        self.panel.set_areas(all_words, parts)

    def set_phase(self, phase: int | None) -> None:
        """Show the items of a phase."""
        if phase != self._phase:
            self._phase, self._item = phase, ""

    def read(self) -> None:
        """Read the figures and recaps again."""
        desk, phase, item, area = self.desk, self._phase, self._item, self.panel.area.value() or ""
        self.lanes.read(
            lambda: recap_board.board(desk, phase, item, area), self._take, self.failed.emit, key="readiness/recaps"
        )

    def _choose_item(self, item: str) -> None:
        self._item = item
        self.read()

    def _take(self, board: recap_board.Board) -> None:
        self._item, self._seen = board.item, board.seen
        now = days.local(self.desk, self.desk.now())
        self.panel.set_board(board, self.when, now.time())

    def _read_line(self, typed: str) -> None:
        desk = self.desk

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.panel.refuse(errors.words(error))

        self.lanes.read(lambda: recap_lines.read(desk, typed), self._fill, refused, key="readiness/recap line")

    def _fill(self, line: recap_lines.Line) -> None:
        self.panel.fill(line)
        if line.item and line.item != self._item:
            self._choose_item(line.item)

    def _enter(self, entry: recap_panel.Entry) -> None:
        desk, item, seen = self.desk, entry.item or self._item, self._seen
        minute = entry.hour.hour * 60 + entry.hour.minute

        def work() -> int:
            return recap_board.add_recap_today(
                desk, entry.place, item, entry.count, entry.total, minute=minute, source=entry.source, seen=seen
            )

        def refused(error: Exception) -> None:
            if not isinstance(error, known.Refused):
                raise error
            self.panel.refuse(errors.words(error))

        self.lanes.write(work, lambda _no: self.panel.accept(), refused)
