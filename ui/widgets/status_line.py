# SPDX-License-Identifier: Apache-2.0
"""The line at the foot of the window: saved when, not yet sent, last backup, work under way."""

from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base import clock
from desk_app.base.text import _
from ui import icons, theme

HEIGHT = 28


class StatusLine(QtWidgets.QWidget):
    """`unsent_followed()` and `backup_followed()`: the words were clicked."""

    unsent_followed = QtCore.Signal()
    backup_followed = QtCore.Signal()

    def __init__(self, now: clock.Clock = clock.now, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._saved_at: int | None = None
        self._message = ""
        self.setFixedHeight(HEIGHT)
        self._picture = QtWidgets.QLabel()
        self.saved = _small("")
        self.unsent = _Followed(self.unsent_followed)
        self.backup = _Followed(self.backup_followed)
        self.work = _small("")
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(6)
        row.addWidget(self._picture)
        row.addWidget(self.saved)
        row.addSpacing(16)
        row.addWidget(self.unsent)
        row.addSpacing(16)
        row.addWidget(self.backup)
        row.addStretch(1)
        row.addWidget(self.work)
        self._tick = QtCore.QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_saved)
        self._told = QtCore.QTimer(self, singleShot=True, interval=4000)
        self._told.timeout.connect(self._forget)

    def set_saved(self, moment: int | None) -> None:
        """Say when something was last saved (seconds since 1970)."""
        self._saved_at = moment
        self._show_saved()
        self._tick.start()

    def set_unsent(self, words: str) -> None:
        self.unsent.setText(words)

    def set_backup(self, words: str) -> None:
        self.backup.setText(words)

    def set_work(self, words: str) -> None:
        """Say what runs beside the window, empty when nothing does."""
        self.work.setText(words)

    def tell(self, words: str) -> None:
        """Say something for four seconds in place of “tersimpan …”."""
        self._message = words
        self._told.start()
        self._show_saved()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        painter = QtGui.QPainter(self)
        now = theme.tokens()
        painter.fillRect(self.rect(), theme.colour(now.surface))
        painter.setPen(theme.colour(now.border))
        painter.drawLine(0, 0, self.width(), 0)

    @QtCore.Slot()
    def _forget(self) -> None:
        self._message = ""
        self._show_saved()

    @QtCore.Slot()
    def _show_saved(self) -> None:
        if self._message:
            words = self._message
        elif self._saved_at is None:
            words = _("Semua tersimpan")
        else:
            words = _("tersimpan {ago}").format(ago=ago(self._now() - self._saved_at))
        if self.saved.text() != words:
            self.saved.setText(words)
            self._picture.setPixmap(icons.icon("tersimpan", "siap").pixmap(16, 16))


def ago(seconds: int) -> str:
    """How long since, in words: “baru saja”, “3 detik lalu”, “5 menit lalu”, “2 jam lalu”."""
    if seconds < 2:
        return _("baru saja")
    if seconds < 60:
        return _("{count} detik lalu").format(count=seconds)
    if seconds < 3600:
        return _("{count} menit lalu").format(count=seconds // 60)
    if seconds < 86400:
        return _("{count} jam lalu").format(count=seconds // 3600)
    return _("{count} hari lalu").format(count=seconds // 86400)


class _Followed(QtWidgets.QLabel):
    def __init__(self, signal: QtCore.SignalInstance) -> None:
        super().__init__()
        theme.set_role(self, "small")
        self._signal = signal
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        self._signal.emit()


def _small(words: str) -> QtWidgets.QLabel:
    label = QtWidgets.QLabel(words)
    theme.set_role(label, "small")
    return label
