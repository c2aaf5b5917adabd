# SPDX-License-Identifier: Apache-2.0
"""A gallery of papers: each a small picture of its first page with its name; one of them is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from ui import icons, theme
from ui.widgets import pdf_pages

_PICTURE = QtCore.QSize(46, 70)
_WIDE = 560

_SCALE = 0.3
"""Of the page in points; twice the size it is shown at, for screens with finer dots."""


@dataclass(frozen=True, slots=True)
class Card:
    """`key` tells the papers apart."""

    key: str
    title: str
    description: str


def first_page(data: bytes) -> QtGui.QImage:
    """The first page of a PDF as a picture for its card; for the runner's `draw` lane."""
    document = pdf_pages.PdfPages(data)
    try:
        return document.picture(0, _SCALE)
    finally:
        document.close()


class PaperGallery(QtWidgets.QWidget):
    """Cards one under the other, or two abreast; `chosen(key)`. The arrow keys go from one to the next."""

    chosen = QtCore.Signal(str)

    def __init__(self, cards: Sequence[Card], parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = [_CardButton(card) for card in cards]
        group = QtWidgets.QButtonGroup(self)
        group.setExclusive(True)
        self._grid = QtWidgets.QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.SPACE)
        self._abreast = 0
        self._lay_out(1)
        for button in self._cards:
            group.addButton(button)
            button.clicked.connect(lambda _checked=False, key=button.card.key: self.chosen.emit(key))
        if self._cards:
            self._cards[0].setChecked(True)
            self.setFocusProxy(self._cards[0])

    @property
    def key(self) -> str:
        """The paper that is chosen."""
        return next((button.card.key for button in self._cards if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose a paper without telling so."""
        for button in self._cards:
            if button.card.key == key:
                button.setChecked(True)

    def set_picture(self, key: str, picture: QtGui.QImage) -> None:
        """The first page of a paper."""
        for button in self._cards:
            if button.card.key == key:
                button.set_picture(picture)


    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(2 if self.width() >= _WIDE else 1)

    def _lay_out(self, abreast: int) -> None:
        if abreast == self._abreast:
            return
        self._abreast = abreast
        for place, button in enumerate(self._cards):
            self._grid.addWidget(button, place // abreast, place % abreast)


class _CardButton(QtWidgets.QAbstractButton):
    def __init__(self, card: Card) -> None:
        super().__init__()
        self.card = card
        self._picture: QtGui.QImage | None = None
        self.setCheckable(True)
        self.setText(card.title)
        self.setToolTip(card.description)
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(card.description)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setMinimumSize(200, _PICTURE.height() + 16)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(300, _PICTURE.height() + 16)

    def set_picture(self, picture: QtGui.QImage) -> None:
        self._picture = picture
        self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        now = theme.tokens()
        painter = QtGui.QPainter(self)
        painter.setRenderHints(QtGui.QPainter.RenderHint.Antialiasing | QtGui.QPainter.RenderHint.SmoothPixmapTransform)
        chosen, inside = self.isChecked(), self.rect().adjusted(1, 1, -1, -1)
        edge = now.focus if self.hasFocus() or self.underMouse() else now.primary if chosen else now.border
        painter.setPen(QtGui.QPen(theme.colour(edge), 2 if chosen or self.hasFocus() else 1))
        painter.setBrush(theme.colour(now.primary_tint if chosen else now.surface))
        painter.drawRoundedRect(QtCore.QRectF(inside), 6, 6)
        sheet = self._sheet()
        painter.fillRect(sheet.adjusted(-1, -1, 1, 1), theme.colour(now.border_strong))
        painter.fillRect(sheet, QtCore.Qt.GlobalColor.white)
        if self._picture is not None:
            painter.drawImage(sheet, self._picture)
        else:
            side = 24.0
            square = QtCore.QRectF(sheet.center().x() - side / 2, sheet.center().y() - side / 2, side, side)
            icons.paint(painter, "laporan", square, theme.colour("#8792a1"))
        left = sheet.right() + 12
        room = QtCore.QRectF(left, 10, self.width() - left - 10, self.height() - 16)
        painter.setPen(theme.colour(now.text))
        painter.setFont(theme.font(bold=True))
        wrap = QtCore.Qt.TextFlag.TextWordWrap
        used = painter.boundingRect(room, wrap, self.card.title)
        painter.drawText(room, wrap, self.card.title)
        painter.setPen(theme.colour(now.muted))
        painter.setFont(theme.font(theme.SMALL))
        below = QtCore.QRectF(room.left(), used.bottom() + 3, room.width(), room.bottom() - used.bottom() - 3)
        painter.drawText(below, wrap, self.card.description)

    def enterEvent(self, event: QtGui.QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def _sheet(self) -> QtCore.QRectF:
        """Where the page stands: its own shape, in the room there is for it."""
        shape = QtCore.QSizeF(self._picture.size()) if self._picture is not None else QtCore.QSizeF(_PICTURE)
        shape = shape.scaled(QtCore.QSizeF(_PICTURE), QtCore.Qt.AspectRatioMode.KeepAspectRatio)
        top = (self.height() - shape.height()) / 2
        return QtCore.QRectF(10 + (_PICTURE.width() - shape.width()) / 2, top, shape.width(), shape.height())
