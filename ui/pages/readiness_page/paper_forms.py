# SPDX-License-Identifier: Apache-2.0
"""Paper forms typed in one after the other: found by their number, and the next one offered after the last item."""

from collections.abc import Callable

from PySide6 import QtCore

from desk_app.operations import form_numbers, stations
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.readiness_page import part
from ui.widgets import form_box, place_box


class FormPart(part.Part):
    """`box` takes the number. `called()`: the box is about to have the keyboard, and must be in sight."""

    called = QtCore.Signal()

    def __init__(
        self,
        desk: Desk,
        lanes: runner.Runner,
        below: Callable[[], int | str | None],
        parent: QtCore.QObject | None = None,
    ) -> None:
        """`below`: what comes after that which is shown, a TPS by its record, another place by its subject."""
        super().__init__(desk, lanes, parent)
        self._below = below
        self.box = form_box.FormBox()
        self.box.searched.connect(self._find)

    @QtCore.Slot()
    def offer_next(self) -> None:
        """The sheet is through: the number of the one below it stands ready, Enter takes it."""
        below, desk = self._below(), self.desk
        if not isinstance(below, int):
            self.offer(below or "")
            return

        def work() -> str:
            rows = [row for row in stations.station_rows(desk, [below]) if row is not None]
            return form_numbers.number_of(rows[0].subject) if rows else ""

        self.lanes.read(work, self.offer, self.failed.emit, key="readiness/next form")

    def offer(self, number: str) -> None:
        """Bring the keyboard to the box, with a number in it."""
        self.called.emit()
        self.box.offer(number)

    def _find(self, typed: str) -> None:
        desk = self.desk

        def work() -> list[place_box.Offer]:
            return [place_box.Offer(hit.subject, hit.label, hit.detail) for hit in form_numbers.find(desk, typed)]

        self.lanes.read(
            work, lambda found: self.box.set_offers(typed, found), self.failed.emit, key="readiness/form number"
        )
