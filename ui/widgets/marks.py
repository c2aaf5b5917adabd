# SPDX-License-Identifier: Apache-2.0
"""The five marks of readiness, and how a mark with a text is drawn: as a chip, and in a cell of a table.

Status is never colour alone: each mark has a symbol and a word (`screens.md`, Look).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from desk_app.domain.words import N_
from ui import icons, theme

_MIDDLE = QtCore.Qt.AlignmentFlag.AlignVCenter
MARK_ROLE = QtCore.Qt.ItemDataRole.UserRole + 1
"""The code of the mark of a cell, or None."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One of the marks: its code, its symbol in text, its words."""

    code: str
    symbol: str
    words: str


MARKS = {
    mark.code: mark
    for mark in (
        Mark("siap", "✓", N_("Siap")),
        Mark("belum_lengkap", "◐", N_("Belum lengkap")),
        Mark("belum", "○", N_("Belum")),
        Mark("masalah", "!", N_("Ada masalah")),
        Mark("berbeda", "⇄", N_("Data berbeda")),
    )
}
CODES = tuple(MARKS)
"""The order of the marks; the place of a code here is its number in a mosaic."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A value of a cell or chip: a text with a mark; an empty text means the words of the mark."""

    text: str
    mark: str

    def __str__(self) -> str:
        mark = MARKS.get(self.mark)
        if mark is None:
            return self.text
        return f"{self.text or _(mark.words)} {mark.symbol}"

    @property
    def shown(self) -> str:
        mark = MARKS.get(self.mark)
        return self.text or (_(mark.words) if mark else "")


class Chip(QtWidgets.QWidget):
    """A small rounded label with a mark, such as “✓ Siap” or “! Sangat mendesak”."""

    def __init__(self, value: Marked | None = None, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value or Marked("", "belum")
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Fixed)
        self.setFont(theme.font(theme.SMALL, bold=True))
        self.set_value(self._value)

    def value(self) -> Marked:
        """The words and the mark that are shown."""
        return self._value

    def set_value(self, value: Marked) -> None:
        self._value = value
        self.setAccessibleName(str(value))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        width = self.fontMetrics().horizontalAdvance(self._value.shown)
        return QtCore.QSize(width + 34, 24)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        painter.setFont(self.font())
        paint_chip(painter, QtCore.QRectF(self.rect()), self._value)


class MarkLine(QtWidgets.QWidget):
    """Some short words in a row, each with its mark before it, such as the phases “✓ H-7  ◐ H-3”."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[Marked, ...] = ()
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Fixed)

    def set_values(self, values: Sequence[Marked]) -> None:
        self._values = tuple(values)
        self.setAccessibleName(", ".join(str(value) for value in values))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(sum(self._width(value) for value in self._values), 22 if self._values else 0)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        left = 0
        for value in self._values:
            colour = theme.colour(theme.status_colours(value.mark)[0])
            icons.paint(painter, value.mark, QtCore.QRectF(left, self.height() / 2 - 7, 14, 14), colour)
            painter.setPen(theme.colour(theme.tokens().muted))
            painter.drawText(QtCore.QRectF(left + 18, 0, self._width(value), self.height()), _MIDDLE, value.shown)
            left += self._width(value)

    def _width(self, value: Marked) -> int:
        return self.fontMetrics().horizontalAdvance(value.shown) + 32


class MarkDelegate(QtWidgets.QStyledItemDelegate):
    """Draws every cell of our tables: ground, mark, text. One plain painting is quicker than a style
    sheet's."""

    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: QtCore.QModelIndex | QtCore.QPersistentModelIndex,
    ) -> None:
        now = theme.tokens()
        rect = option.rect
        state = option.state
        selected = bool(state & QtWidgets.QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, theme.colour(now.primary_tint))
            if index.column() == 0:
                painter.fillRect(rect.x(), rect.y(), 3, rect.height(), theme.colour(now.primary))
        elif state & QtWidgets.QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour(now.window))
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, theme.colour(now.sunken))
        area = rect.adjusted(8, 0, -8, 0)
        code = index.data(MARK_ROLE)
        if code is not None:
            colour, _tint = theme.status_colours(code)
            square = QtCore.QRectF(area.left(), rect.center().y() - 7, 16, 16)
            icons.paint(painter, code if code in icons.GLYPHS else "info", square, theme.colour(colour))
            area.setLeft(area.left() + 22)
        text = index.data()
        if text:
            align = index.data(QtCore.Qt.ItemDataRole.TextAlignmentRole) or _MIDDLE
            _paint_text(painter, area, text, align, option.font)


def _paint_text(
    painter: QtGui.QPainter, area: QtCore.QRect, text: str, align: QtCore.Qt.AlignmentFlag, font: QtGui.QFont
) -> None:
    """One line; in a row of two lines a long text is broken, and what follows a newline stands small under it."""
    now = theme.tokens()
    metrics = QtGui.QFontMetrics(font)
    elide = QtCore.Qt.TextElideMode.ElideRight
    painter.setPen(theme.colour(now.text))
    if area.height() < 2 * metrics.height() + 4:
        text = " ".join(text.splitlines())
        painter.drawText(area, align, metrics.elidedText(text, elide, area.width()))
        return
    first, _newline, second = text.partition("\n")
    is_small = bool(second)
    if not second:
        first, second = _broken(first, metrics, area.width())
    if not second:
        painter.drawText(area, align, metrics.elidedText(first, elide, area.width()))
        return
    middle = area.center().y()
    upper, lower = QtCore.QRect(area), QtCore.QRect(area)
    upper.setRect(area.x(), middle - metrics.height(), area.width(), metrics.height())
    lower.setRect(area.x(), middle + 1, area.width(), metrics.height())
    painter.drawText(upper, align, metrics.elidedText(first, elide, area.width()))
    if is_small:
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour(now.muted))
    painter.drawText(lower, align, painter.fontMetrics().elidedText(second, elide, area.width()))
    painter.setFont(font)


def _broken(text: str, metrics: QtGui.QFontMetrics, width: int) -> tuple[str, str]:
    """A text that is too wide, in two lines at the last space that lets the first one fit."""

    def fits(words: str) -> bool:
        # Asked as it will be drawn: an advance is rounded.
        return metrics.elidedText(words, QtCore.Qt.TextElideMode.ElideRight, width) == words

    if fits(text):
        return text, ""
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        first = " ".join(words[:count])
        if fits(first):
            return first, " ".join(words[count:])
    return text, ""


def paint_chip(painter: QtGui.QPainter, rect: QtCore.QRectF, value: Marked) -> None:
    """Paint a chip into a rectangle, with the font of the painter."""
    colour, tint = theme.status_colours(value.mark)
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(tint))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    side = 13.0
    square = QtCore.QRectF(rect.left() + 8, rect.center().y() - side / 2, side, side)
    icons.paint(painter, value.mark if value.mark in icons.GLYPHS else "info", square, theme.colour(colour))
    painter.setPen(theme.colour(colour))
    painter.drawText(rect.adjusted(25, 0, -6, 0), QtCore.Qt.AlignmentFlag.AlignVCenter, value.shown)
