# SPDX-License-Identifier: Apache-2.0
"""The map of TPS in a card: it scrolls, and a legend below counts the five marks."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import dotted
from ui import theme
from ui.widgets import marks, mosaic, mosaic_layout


class MosaicPanel(QtWidgets.QFrame):
    """The map in a scroll area, with the legend of the five marks and what one square is.

    Squares of another kind: `paint` draws them, `words` say what each state is (others with `legend.set_words`).
    """

    def __init__(
        self,
        cell: int = 14,
        parent: QtWidgets.QWidget | None = None,
        *,
        paint: mosaic.Paint | None = None,
        words: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.mosaic = mosaic.Mosaic(cell, paint=paint, kinds=len(words) or len(marks.CODES))
        self.legend = Legend(paint=paint, words=words)
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
        self.legend.set_counts([whole.count(state) for state in range(self.legend.kinds)], unit)


class Legend(QtWidgets.QWidget):
    """The five marks (or other squares) with their words and how many squares carry them; "" is left out."""

    def __init__(
        self,
        parent: QtWidgets.QWidget | None = None,
        *,
        paint: mosaic.Paint | None = None,
        words: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._paint = paint or mosaic.paint_square
        self._words = tuple(words) or tuple(_(marks.MARKS[code].words) for code in marks.CODES)
        self._counts: list[int] = []
        self._unit = ""
        self.setFont(theme.font(theme.SMALL))
        self.setMinimumSize(200, 26)

    @property
    def kinds(self) -> int:
        """How many kinds of squares there are."""
        return len(self._words)

    def set_words(self, words: Sequence[str]) -> None:
        """Call the same squares otherwise; what has no words here does not occur."""
        self._words = tuple(words)

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
        for state, rect, words in self._boxes():
            if state >= 0:
                square = QtCore.QRectF(rect.left(), rect.center().y() - 7, 14, 14)
                painter.save()
                self._paint(painter, square, state)
                painter.restore()
                rect = rect.adjusted(20, 0, 0, 0)
            painter.setPen(theme.colour(now.muted))
            painter.drawText(rect, QtCore.Qt.AlignmentFlag.AlignVCenter, words)

    def _parts(self) -> list[tuple[str, str]]:
        return [(self._words[state], count) for state, count in self._shown()]

    def _shown(self) -> list[tuple[int, str]]:
        """The states that have words, each with its count."""
        return [
            (state, dotted(count))
            for state, (words, count) in enumerate(zip(self._words, self._counts, strict=False))
            if words
        ]

    def _boxes(self) -> list[tuple[int, QtCore.QRect, str]]:
        """State (-1 for what a square is), place and words of each part."""
        boxes: list[tuple[int, QtCore.QRect, str]] = []
        x, y = 8, 0
        texts = [(state, f"{self._words[state]} {count}") for state, count in self._shown()]
        for state, text in [*texts, (-1, self._unit)] if self._unit else texts:
            width = self.fontMetrics().horizontalAdvance(text) + (36 if state >= 0 else 8)
            if x + width > self.width() and x > 8:
                x, y = 8, y + 26
            boxes.append((state, QtCore.QRect(x, y, width, 26), text))
            x += width
        return boxes

    def _lines(self) -> int:
        boxes = self._boxes()
        return boxes[-1][1].top() // 26 + 1 if boxes else 1
