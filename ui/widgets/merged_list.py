# SPDX-License-Identifier: Apache-2.0
"""What was merged into the record that is shown: each in its own words, with the way to separate it again."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from ui import icons, theme
from ui.widgets import form


@dataclass(frozen=True, slots=True)
class Line:
    """One of them: its record, its name, who wrote it, and what it said itself."""

    no: int
    name: str
    who: str
    said: tuple[str, ...]


class MergedList(QtWidgets.QWidget):
    """`separated(no)`: it shall be shown by itself again; `history(no, name)`."""

    separated = QtCore.Signal(object)
    history = QtCore.Signal(object, str)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show others; the same ones stay as they are."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        form.empty(self._column)
        for line in lines:
            self._column.addWidget(self._part(line))

    def _part(self, line: Line) -> QtWidgets.QWidget:
        part = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(form.label(line.name, "strong", wraps=True))
        if line.who:
            column.addWidget(form.label(line.who, "muted", wraps=True))
        for said in line.said:
            column.addWidget(form.label(said, wraps=True))
        links = QtWidgets.QHBoxLayout()
        links.setContentsMargins(-8, 0, 0, 0)
        links.setSpacing(0)
        for icon, words, name, slot in (
            ("batalkan", _("Pisahkan lagi"), _("Pisahkan lagi {name}"), lambda: self.separated.emit(line.no)),
            ("riwayat", _("Riwayat"), _("Riwayat {name}"), lambda: self.history.emit(line.no, line.name)),
        ):
            button = QtWidgets.QPushButton(words)
            icons.put(button, icon, "primary")
            theme.set_role(button, "link")
            button.setAccessibleName(name.format(name=line.name))
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            links.addWidget(button)
        links.addStretch(1)
        column.addLayout(links)
        return part
