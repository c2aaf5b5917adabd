# SPDX-License-Identifier: Apache-2.0
"""The steps of something in a row, each with its mark; the one that comes next stands out, one is open below."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from ui import icons, theme
from ui.widgets import flow_row


@dataclass(frozen=True, slots=True)
class ChainStep:
    """A step: its code, its words, the icon of how far it is and its tone, and that in words."""

    code: str
    words: str
    icon: str
    tone: str
    state: str
    is_next: bool = False


class StepChain(QtWidgets.QWidget):
    """`picked(code)`: a step was clicked, or reached with the arrow keys."""

    picked = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QtWidgets.QToolButton] = {}
        self._current = ""
        self._row = flow_row.FlowRow(2)
        self.setLayout(self._row)
        policy = QtWidgets.QSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_steps(self, steps: Sequence[ChainStep]) -> None:
        """Show the steps in order; the one that is open stays open where it is among them."""
        if [one.code for one in steps] != list(self.buttons):
            self._make(steps)
        for number, one in enumerate(steps, 1):
            button = self.buttons[one.code]
            button.setText(f"{number} {one.words}")
            button.setIcon(icons.icon(one.icon, one.tone))
            button.setToolTip(one.state)
            button.setAccessibleName(f"{number} {one.words}: {one.state}")
            button.setFont(theme.font(bold=one.is_next))
            button.setChecked(one.code == self._current)
        self.updateGeometry()

    def current(self) -> str:
        return self._current

    def set_current(self, code: str) -> None:
        """Show which step is open; silently."""
        self._current = code
        for key, button in self.buttons.items():
            button.setChecked(key == code)

    def _make(self, steps: Sequence[ChainStep]) -> None:
        for button in self.buttons.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for one in steps:
            button = self.buttons[one.code] = QtWidgets.QToolButton()
            button.setCheckable(True)
            button.setToolButtonStyle(QtCore.Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _checked=False, code=one.code: self._pick(code))
            self._row.addWidget(button)
        if self._current not in self.buttons:
            self._current = ""

    def _pick(self, code: str) -> None:
        self.set_current(code)
        self.picked.emit(code)
