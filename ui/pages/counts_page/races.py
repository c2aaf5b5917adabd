# SPDX-License-Identifier: Apache-2.0
"""Which race is shown: the races that are copied side by side, one of them always chosen."""

from PySide6 import QtCore

from desk_app.base.text import _
from desk_app.operations import count_rules, elections
from desk_app.operations.desk import Desk
from ui.widgets import answer_buttons


class RaceButtons(answer_buttons.AnswerButtons):
    """`chosen()`: by the user."""

    chosen = QtCore.Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__([])
        self._desk = desk
        self._last = ""
        self._labels: dict[str, str] = {}
        self.setAccessibleName(_("Jenis pemilihan"))
        self.picked.connect(self._picked)

    def load(self) -> None:
        """Offer the races of the rules; the one that is chosen stays."""
        copied = count_rules.race_codes(self._desk)
        known = {one.code: one for one in elections.working_event(self._desk).races if one.code in copied}
        self._labels = {code: known[code].label for code in copied}
        self.set_options([answer_buttons.Option(code, known[code].short) for code in copied])
        if self.value() not in copied:
            self.set_value(copied[0] if copied else "")

    def set_value(self, value: str) -> None:
        super().set_value(value)
        if value:
            self._last = value

    def label(self) -> str:
        """The race that is chosen, in words."""
        return self._labels.get(self.value(), "")

    def _picked(self, code: str) -> None:
        if not code:
            self.set_value(self._last)
            return
        self.chosen.emit()
