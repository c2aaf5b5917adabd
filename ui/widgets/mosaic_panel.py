# SPDX-License-Identifier: Apache-2.0
"""The map of TPS in a card: it scrolls, and a legend below counts the five marks."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import theme
from ui.widgets import marks, mosaic, mosaic_layout


class MosaicPanel(QtWidgets.QFrame):
    """The map in a scroll area, with the legend of the five marks and what one square is."""

    def __init__(self, cell: int = 14, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.mosaic = mosaic.Mosaic(cell)
        self.legend = Legend()
        area = QtWidgets.QScrollArea(widgetResizable=True)
        area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.mosaic)
        area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(80)
        theme.set_role(self.mosaic, "plain")
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self.legend)

    def set_rows(
        self,
        rows: Sequence[mosaic_layout.MosaicRow],
        tip: Callable[[int], str] | None = None,
        unit: str = "",
    ) -> None:
        """Show rows and count the marks in the legend; `unit` says what a square is (“1 kotak = 1 TPS”)."""
        self.mosaic.set_rows(rows, tip)
        whole = b"".join(bytes(row.states) for row in rows)
        self.legend.set_counts([whole.count(state) for state in range(len(marks.CODES))], unit)


class Legend(QtWidgets.QWidget):
    """The five marks with their words and how many squares carry them."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: list[int] = []
        self._unit = ""
        self.setFont(theme.font(theme.SMALL))
        self.setMinimumSize(200, 26)

    def set_counts(self, counts: list[int], unit: str) -> None:
        self._counts = counts
        self._unit = unit
        self.setMinimumHeight(26 * self._lines())
        self.setAccessibleName(", ".join(f"{words}: {count}" for words, count in self._parts()))
        self.update()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        self.setMinimumHeight(26 * self._lines())

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        painter.setFont(self.font())
        now = theme.tokens()
        for state, (rect, words) in enumerate(self._boxes()):
            if state < len(self._counts):
                square = QtCore.QRectF(rect.left(), rect.center().y() - 7, 14, 14)
                mosaic.paint_square(painter, square, state)
                rect = rect.adjusted(20, 0, 0, 0)
            painter.setPen(theme.colour(now.muted))
            painter.drawText(rect, QtCore.Qt.AlignmentFlag.AlignVCenter, words)

    def _parts(self) -> list[tuple[str, str]]:
        return [
            (_(marks.MARKS[code].words), f"{count:,}".replace(",", "."))
            for code, count in zip(marks.CODES, self._counts, strict=False)
        ]

    def _boxes(self) -> list[tuple[QtCore.QRect, str]]:
        boxes: list[tuple[QtCore.QRect, str]] = []
        x, y = 8, 0
        texts = [f"{words} {count}" for words, count in self._parts()]
        for place, text in enumerate([*texts, self._unit] if self._unit else texts):
            width = self.fontMetrics().horizontalAdvance(text) + (36 if place < len(texts) else 8)
            if x + width > self.width() and x > 8:
                x, y = 8, y + 26
            boxes.append((QtCore.QRect(x, y, width, 26), text))
            x += width
        return boxes

    def _lines(self) -> int:
        boxes = self._boxes()
        return boxes[-1][0].top() // 26 + 1 if boxes else 1
