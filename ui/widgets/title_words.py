# SPDX-License-Identifier: Apache-2.0
"""The quiet words beside a title: what has no room is left out by whole parts, and stands in the tooltip."""

from PySide6 import QtCore, QtGui, QtWidgets

_JOINED = " · "


class TitleWords(QtWidgets.QLabel):
    """A label such as "7 tim · 32 anggota" that never shows half a word."""

    @property
    def shown(self) -> str:
        """As many of its parts as there is room for; of the first one what fits."""
        parts = self.text().split(_JOINED)
        metrics = self.fontMetrics()
        while len(parts) > 1 and metrics.horizontalAdvance(_JOINED.join(parts)) > self.width():
            parts.pop()
        return metrics.elidedText(_JOINED.join(parts), QtCore.Qt.TextElideMode.ElideRight, self.width())

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        shown = self.shown
        painter = QtGui.QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), shown)
        self.setToolTip("" if shown == self.text() else self.text())
