# SPDX-License-Identifier: Apache-2.0
"""The headings of a table: words, and an arrow beside the words of the column it is ordered by."""

from PySide6 import QtCore, QtGui, QtWidgets

from ui import icons, theme

_ARROW = 14


class Heads(QtWidgets.QHeaderView):
    """A row of headings, painted by itself: a style sheet lays the arrow over the words."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(QtCore.Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(40)
        self.setFixedHeight(theme.ROW_HEIGHT)
        self.setFont(theme.font(theme.SMALL, bold=True))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        now = theme.tokens()
        painter = QtGui.QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour(now.sunken))
        painter.fillRect(0, self.height() - 1, self.viewport().width(), 1, theme.colour(now.border))
        painter.end()
        super().paintEvent(event)

    def paintSection(self, painter: QtGui.QPainter, rect: QtCore.QRect, section: int) -> None:
        model = self.model()
        roles = QtCore.Qt.ItemDataRole
        words = str(model.headerData(section, self.orientation(), roles.DisplayRole) or "")
        align = model.headerData(section, self.orientation(), roles.TextAlignmentRole)
        now = theme.tokens()
        area = rect.adjusted(8, 0, -8, 0)
        sorted_ = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        room = area.width() - (_ARROW if sorted_ else 0)
        painter.setFont(self.font())
        metrics = painter.fontMetrics()
        words = metrics.elidedText(words, QtCore.Qt.TextElideMode.ElideRight, room)
        if sorted_:
            width = metrics.horizontalAdvance(words)
            right = bool(align & QtCore.Qt.AlignmentFlag.AlignRight)
            left = area.right() - width - _ARROW if right else area.left() + width + 2
            name = "naik" if self.sortIndicatorOrder() is QtCore.Qt.SortOrder.AscendingOrder else "turun"
            square = QtCore.QRectF(left, area.center().y() - _ARROW / 2 + 1, _ARROW, _ARROW)
            icons.paint(painter, name, square, theme.colour(now.primary))
        painter.setPen(theme.colour(now.primary if sorted_ else now.muted))
        painter.drawText(area, align, words)
        painter.setPen(theme.colour(now.border))
        painter.drawLine(rect.right(), rect.top() + 9, rect.right(), rect.bottom() - 9)
