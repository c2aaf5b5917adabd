# SPDX-License-Identifier: Apache-2.0
"""What happened, one entry under the other on a line: follow-ups of an issue, history of a record."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from ui import icons, theme

_LEFT = 28


@dataclass(frozen=True, slots=True)
class Entry:
    """When, who, what; the icon stands on the line (`GLYPHS` of `ui.icons`), the tone is a token."""

    when: str
    who: str
    text: str
    icon: str = "belum"
    tone: str = "muted"


class TimeLine(QtWidgets.QWidget):
    """Entries in the order given."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._heads: list[QtWidgets.QLabel] = []
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(_LEFT, 2, 0, 2)
        self._column.setSpacing(2)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries; the same ones are left as they are."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        self._heads.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        for entry in self._entries:
            head = QtWidgets.QLabel(" · ".join(part for part in (entry.when, entry.who) if part), wordWrap=True)
            theme.set_role(head, "small")
            text = QtWidgets.QLabel(entry.text, wordWrap=True)
            text.setTextFormat(QtCore.Qt.TextFormat.PlainText)
            text.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setContentsMargins(0, 0, 0, 10)
            self._column.addWidget(head)
            self._column.addWidget(text)
            self._heads.append(head)
        self._column.addStretch(1)
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        if not self._heads:
            return
        painter = QtGui.QPainter(self)
        now = theme.tokens()
        middles = [head.y() + head.fontMetrics().height() // 2 for head in self._heads]  # of their first lines
        painter.setPen(QtGui.QPen(theme.colour(now.border), 2))
        painter.drawLine(10, middles[0], 10, middles[-1])
        for entry, middle in zip(self._entries, middles, strict=True):
            square = QtCore.QRectF(2, middle - 8, 16, 16)
            painter.setPen(QtCore.Qt.PenStyle.NoPen)
            painter.setBrush(self._ground())
            painter.drawEllipse(square.adjusted(-1, -1, 1, 1))
            icons.paint(painter, entry.icon, square, theme.colour(getattr(now, entry.tone)))

    def _ground(self) -> QtGui.QColor:
        now = theme.tokens()
        parent = self.parentWidget()
        in_card = parent is not None and parent.property("role") == "card"
        return theme.colour(now.surface if in_card else now.window)
