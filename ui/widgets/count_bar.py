# SPDX-License-Identifier: Apache-2.0
"""Counts over a list: each a number that narrows the list to what it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.domain.words import dotted
from ui import icons, theme


@dataclass(frozen=True, slots=True)
class Count:
    """A count: its key, its words, how many, the mark before it (a name of `ui.icons`) and its tone."""

    key: str
    words: str
    count: int
    icon: str = ""
    tone: str = "text"


class CountBar(QtWidgets.QWidget):
    """`picked(key)`: a count was clicked."""

    picked = QtCore.Signal(str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QtWidgets.QToolButton] = {}
        self._current = ""
        self._row = QtWidgets.QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._row.addStretch(1)

    def set_counts(self, counts: Sequence[Count]) -> None:
        """Show other counts; the current one stays."""
        for place, one in enumerate(counts):
            button = self.buttons.get(one.key)
            if button is None:
                button = self.buttons[one.key] = QtWidgets.QToolButton()
                button.setCheckable(True)
                button.setToolButtonStyle(QtCore.Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                button.clicked.connect(lambda _checked=False, key=one.key: self._pick(key))
                self._row.insertWidget(place, button)
            number = dotted(one.count)
            button.setText(f"{one.words} {number}")
            button.setFont(theme.font(bold=one.key == self._current))
            if one.icon:
                button.setIcon(icons.icon(one.icon, one.tone if one.count else "muted"))
            button.setChecked(one.key == self._current)

    def set_current(self, key: str) -> None:
        """Show which count the list is narrowed to, none for an empty key; silently."""
        self._current = key
        for code, button in self.buttons.items():
            button.setChecked(code == key)
            button.setFont(theme.font(bold=code == key))

    def current(self) -> str:
        return self._current

    def _pick(self, key: str) -> None:
        self.set_current(key)
        self.picked.emit(key)
