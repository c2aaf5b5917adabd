# SPDX-License-Identifier: Apache-2.0
"""One photo or document as a small picture with a line under it; one that has not come says for whom it waits."""

from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons, theme

WIDTH, PICTURE = 118, 84
POINTS = 2 * WIDTH
"""The longer side of the small picture that is asked for: sharp on a screen of 200 % too."""

_PAD = 6


@dataclass(frozen=True, slots=True)
class Shown:
    """An attachment in words. `title`: its caption or name; `detail`: day and hour; `waits_for`: the office whose
    package brings it, "" where it is here; `closed`: it is under a seal that who is here does not open.
    """

    no: int
    title: str
    detail: str
    is_picture: bool
    waits_for: str
    tip: str
    closed: bool = False


class AttachmentTile(QtWidgets.QAbstractButton):
    """A button with the picture. `opened(no)`: clicked, or Enter; `menu_wanted(no, QPoint)`; `removed(no)`: Del."""

    opened = QtCore.Signal(object)
    menu_wanted = QtCore.Signal(object, object)
    removed = QtCore.Signal(object)

    def __init__(self, shown: Shown, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        self._picture: QtGui.QImage | None = None
        self._is_spoilt = False
        self.setFont(theme.font(theme.SMALL))
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(WIDTH + 2 * _PAD, PICTURE + 2 * _PAD + 2 * self.fontMetrics().lineSpacing() + 6)
        self.setContextMenuPolicy(QtCore.Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(lambda _checked=False: self.opened.emit(self.shown.no))
        self.customContextMenuRequested.connect(
            lambda place: self.menu_wanted.emit(self.shown.no, self.mapToGlobal(place))
        )
        self.set_shown(shown)

    def set_shown(self, shown: Shown) -> None:
        """Say it in other words; the picture stays."""
        self.shown = shown
        self.setToolTip(shown.tip)
        self.setAccessibleName(" · ".join(part for part in (shown.title, shown.detail, self.waiting()) if part))
        self.update()

    def set_picture(self, picture: QtGui.QImage | None) -> None:
        """Show the picture; None: it cannot be drawn."""
        self._picture = picture
        self._is_spoilt = picture is None
        self.update()

    @property
    def picture(self) -> QtGui.QImage | None:
        return self._picture

    def waiting(self) -> str:
        """What it says while its content has not come, "" where it is here."""
        office = self.shown.waits_for
        return _("Belum diterima – menunggu dari {office}").format(office=office) if office else ""

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        key = QtCore.Qt.Key
        if event.key() in (key.Key_Return, key.Key_Enter):
            self.opened.emit(self.shown.no)
        elif event.key() == key.Key_Delete:
            self.removed.emit(self.shown.no)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        now = theme.tokens()
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform)
        whole = QtCore.QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QtGui.QPen(theme.colour(now.focus), 2 if self.hasFocus() else 1))
            painter.setBrush(theme.colour(now.primary_tint if self.underMouse() else now.surface))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 5, 5)
        area = QtCore.QRect(_PAD, _PAD, WIDTH, PICTURE)
        if self._picture is not None and not self._picture.isNull():
            painter.fillRect(area, theme.colour(now.sunken))
            painter.drawImage(_fitted(self._picture.size(), area), self._picture)
        else:
            self._paint_stand_in(painter, area, now)
        metrics = self.fontMetrics()
        top = area.bottom() + 4
        for text, tone in ((self.shown.title, now.text), (self.shown.detail, now.muted)):
            painter.setPen(theme.colour(tone))
            line = QtCore.QRect(_PAD, top, WIDTH, metrics.lineSpacing())
            elided = metrics.elidedText(text, QtCore.Qt.TextElideMode.ElideRight, WIDTH)
            painter.drawText(line, QtCore.Qt.AlignmentFlag.AlignLeft, elided)
            top += metrics.lineSpacing()

    def _paint_stand_in(self, painter: QtGui.QPainter, area: QtCore.QRect, now: theme.Tokens) -> None:
        """What stands there without a picture: it has not come, it is a document, it is being read or cannot be."""
        painter.setPen(QtGui.QPen(theme.colour(now.border), 1))
        painter.setBrush(theme.colour(now.sunken))
        painter.drawRoundedRect(QtCore.QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self.shown.waits_for:
            name, tone, words = "jam", now.belum_lengkap, self.waiting()
        elif self.shown.closed:
            name, tone, words = "kunci", now.muted, _("tersegel")
        elif self._is_spoilt:
            name, tone, words = "ditolak", now.masalah, _("tidak dapat ditampilkan")
        elif not self.shown.is_picture:
            name, tone, words = "laporan", now.muted, "PDF"
        else:
            name, tone, words = "gambar", now.border_strong, ""
        side = 20 if self.shown.waits_for else 32
        top = area.top() + (6 if self.shown.waits_for else 16)
        square = QtCore.QRectF(area.center().x() - side / 2, top, side, side)
        icons.paint(painter, name, square, theme.colour(tone))
        painter.setPen(theme.colour(tone))
        below = QtCore.QRect(area.left() + 3, top + side + 2, area.width() - 6, area.bottom() - top - side - 3)
        flags = QtCore.Qt.AlignmentFlag
        painter.drawText(below, flags.AlignHCenter | flags.AlignTop | QtCore.Qt.TextFlag.TextWordWrap, words)


def _fitted(size: QtCore.QSize, area: QtCore.QRect) -> QtCore.QRect:
    """The picture whole in its place, in the middle."""
    fitted = size.scaled(area.size(), QtCore.Qt.AspectRatioMode.KeepAspectRatio)
    return QtCore.QRect(
        area.x() + (area.width() - fitted.width()) // 2,
        area.y() + (area.height() - fitted.height()) // 2,
        fitted.width(),
        fitted.height(),
    )
