# SPDX-License-Identifier: Apache-2.0
"""What an item comes to, as a mark and a few words: “✓”, “! kurang 8”."""

from PySide6 import QtCore, QtGui, QtWidgets

from ui import icons, theme

VERDICT_WIDTH = 98


class Verdict(QtWidgets.QWidget):
    """A mark and a few words: “✓”, “! kurang 8”."""

    def __init__(self) -> None:
        super().__init__()
        self._mark = ""
        self._words = ""
        self.setFixedWidth(VERDICT_WIDTH)
        self.setMinimumHeight(30)

    @property
    def text(self) -> str:
        return self._words

    def set_verdict(self, mark: str, said: str) -> None:
        self._mark, self._words = mark, said
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        code = "belum_lengkap" if self._mark == "peringatan" else self._mark
        colour = theme.colour(theme.status_colours(code)[0] if code else theme.tokens().muted)
        area = self.rect()
        if self._mark:
            square = QtCore.QRectF(0, self.height() / 2 - 8, 16, 16)
            icons.paint(painter, self._mark, square, colour)
            area = area.adjusted(20, 0, 0, 0)
        painter.setPen(colour)
        is_bold = self._mark == "masalah"
        painter.setFont(theme.font(bold=is_bold))
        middle = QtCore.Qt.AlignmentFlag.AlignVCenter
        if painter.fontMetrics().horizontalAdvance(self._words) <= area.width():
            painter.drawText(area, middle, self._words)
        else:
            painter.setFont(theme.font(theme.SMALL, bold=is_bold))
            painter.drawText(area, middle | QtCore.Qt.TextFlag.TextWordWrap, self._words)
