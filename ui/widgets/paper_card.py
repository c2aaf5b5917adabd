# SPDX-License-Identifier: Apache-2.0
"""One paper as a card: a small picture of its first page, its name, what it is for; a box to tick where asked."""

from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from ui import icons, theme

PICTURE = QtCore.QSize(58, 86)
HEIGHT = PICTURE.height() + 24
LEAST = 250
"""No card is narrower than this."""


def lines_in(text: str, font: QtGui.QFont, width: float, height: float) -> list[tuple[str, float]]:
    """The lines of a text that stand whole in a room, each with its height; the last ends in "…" if there is more."""
    layout = QtGui.QTextLayout(text, font)
    told: list[tuple[str, float]] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        height -= line.height()
        if height < 0:
            break
        told.append((text[line.textStart() : line.textStart() + line.textLength()].rstrip(), line.height()))
    layout.endLayout()
    if told and line.isValid():
        words, tall = told[-1]
        told[-1] = (QtGui.QFontMetricsF(font).elidedText(f"{words} …", QtCore.Qt.TextElideMode.ElideRight, width), tall)
    return told


@dataclass(frozen=True, slots=True)
class Card:
    """`key` tells the papers apart; `group` is the heading it stands under."""

    key: str
    title: str
    description: str
    group: str = ""

    def answers(self, words: list[str]) -> bool:
        """Whether all words occur in what it says."""
        said = f"{self.title} {self.description} {self.group}".casefold()
        return all(word in said for word in words)


class PaperCard(QtWidgets.QAbstractButton):
    """The card. It is the gallery's matter which one the keyboard goes to; `is_ticked` shows only while ticking."""

    def __init__(self, card: Card, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self._picture: QtGui.QImage | None = None
        self._ticking = False
        self._chosen = False
        self.setText(card.title)
        self.setToolTip(card.description)
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(card.description)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.ClickFocus)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(LEAST, HEIGHT)

    @property
    def picture(self) -> QtGui.QImage | None:
        """The first page, None while there is no picture of it."""
        return self._picture

    def set_picture(self, picture: QtGui.QImage | None) -> None:
        self._picture = picture
        self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Mark it as the paper that is open."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def set_ticking(self, ticking: bool) -> None:
        """Show a box to tick; the tick itself is Qt's `checked`."""
        self._ticking = ticking
        self.setCheckable(ticking)
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        now = theme.tokens()
        painter = QtGui.QPainter(self)
        painter.setRenderHints(QtGui.QPainter.RenderHint.Antialiasing | QtGui.QPainter.RenderHint.SmoothPixmapTransform)
        marked = self._chosen or self.isChecked()
        edge = now.focus if self.hasFocus() or self.underMouse() else now.primary if marked else now.border
        painter.setPen(QtGui.QPen(theme.colour(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(theme.colour(now.primary_tint if marked else now.surface))
        painter.drawRoundedRect(QtCore.QRectF(self.rect().adjusted(1, 1, -1, -1)), 6, 6)
        sheet = self._sheet()
        painter.fillRect(sheet.adjusted(-1, -1, 1, 1), theme.colour(now.border_strong))
        painter.fillRect(sheet, QtCore.Qt.GlobalColor.white)
        if self._picture is not None:
            painter.drawImage(sheet, self._picture)
        else:
            side = 24.0
            square = QtCore.QRectF(sheet.center().x() - side / 2, sheet.center().y() - side / 2, side, side)
            icons.paint(painter, "laporan", square, theme.colour("#8792a1"))
        self._paint_words(painter, sheet.right() + 12)
        if self._ticking:
            self._paint_box(painter)

    def _paint_words(self, painter: QtGui.QPainter, left: float) -> None:
        now = theme.tokens()
        room = QtCore.QRectF(left, 10, self.width() - left - (34 if self._ticking else 10), self.height() - 18)
        wrap = QtCore.Qt.TextFlag.TextWordWrap
        painter.setPen(theme.colour(now.text))
        painter.setFont(theme.font(bold=True))
        used = painter.boundingRect(room, wrap, self.card.title)
        painter.drawText(room, wrap, self.card.title)
        painter.setPen(theme.colour(now.muted))
        painter.setFont(theme.font(theme.SMALL))
        top = used.bottom() + 3
        for line, tall in lines_in(self.card.description, painter.font(), room.width(), room.bottom() - top):
            painter.drawText(QtCore.QPointF(left, top + QtGui.QFontMetricsF(painter.font()).ascent()), line)
            top += tall

    def _paint_box(self, painter: QtGui.QPainter) -> None:
        now = theme.tokens()
        box = QtCore.QRectF(self.width() - 28, 10, 18, 18)
        painter.setPen(QtGui.QPen(theme.colour(now.primary if self.isChecked() else now.border_strong), 1.5))
        painter.setBrush(theme.colour(now.primary if self.isChecked() else now.surface))
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            icons.paint(painter, "siap", box.adjusted(1, 1, -1, -1), theme.colour(now.on_primary))

    def enterEvent(self, event: QtGui.QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        # Everything but the click is the gallery's: which card is beside this one, only it knows.
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        elif event.key() == QtCore.Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _sheet(self) -> QtCore.QRectF:
        """Where the page stands: its own shape, in the room there is for it."""
        shape = QtCore.QSizeF(self._picture.size()) if self._picture is not None else QtCore.QSizeF(PICTURE)
        shape = shape.scaled(QtCore.QSizeF(PICTURE), QtCore.Qt.AspectRatioMode.KeepAspectRatio)
        top = (self.height() - shape.height()) / 2
        return QtCore.QRectF(10 + (PICTURE.width() - shape.width()) / 2, top, shape.width(), shape.height())
