# SPDX-License-Identifier: Apache-2.0
"""A region chosen step by step: kecamatan, then desa in it, then TPS; each step appears when the one before is made."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from ui.widgets import fields

STEPS = 4


class RegionSteps(QtWidgets.QWidget):
    """`committed(code)`: the narrowest region that is chosen, "" for the whole."""

    committed = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = [fields.ChoiceField() for _step in range(STEPS)]
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for at, step in enumerate(self.steps):
            step.setMinimumContentsLength(8)
            step.setAccessibleName(_("Wilayah, langkah ke-{number}").format(number=at + 1))
            step.committed.connect(lambda _code, at=at: self._chosen(at))
            column.addWidget(step)
        self.setFocusProxy(self.steps[0])
        self.set_steps(())

    def set_steps(self, steps: Sequence[tuple[Sequence[tuple[Any, str]], str]]) -> None:
        """Take choices and what is chosen of each step, silently."""
        for at, field in enumerate(self.steps):
            field.setVisible(at < len(steps))
            if at < len(steps):
                choices, chosen = steps[at]
                field.set_choices(choices)
                field.set_value(chosen)

    def value(self) -> str:
        """The narrowest region that is chosen."""
        chosen = [str(step.value()) for step in self.steps if not step.isHidden() and step.value()]
        return chosen[-1] if chosen else ""

    def commit(self) -> None:
        """Nothing waits here: a choice is told at once."""

    def _chosen(self, at: int) -> None:
        for later in self.steps[at + 1 :]:
            later.hide()
        self.committed.emit(self.value())
