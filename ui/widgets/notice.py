# SPDX-License-Identifier: Apache-2.0
"""The bar that tells something beside its cause: done, to know, to watch, refused."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from ui import icons, theme


class Tone(StrEnum):
    INFO = "info"
    DONE = "done"
    WARNING = "warning"
    REFUSED = "refused"


_ICONS = {
    Tone.INFO: ("info", "primary"),
    Tone.DONE: ("berhasil", "siap"),
    Tone.WARNING: ("peringatan", "belum_lengkap"),
    Tone.REFUSED: ("ditolak", "masalah"),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """What a bar says, and what its button does."""

    words: str
    tone: Tone = Tone.INFO
    action_words: str = ""
    action: Callable[[], object] | None = None


class NoticeBar(QtWidgets.QFrame):
    """One notice at a time; hidden without one. Good news goes away by itself, a refusal stays."""

    closed = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._action: Callable[[], object] | None = None
        self._picture = QtWidgets.QLabel()
        self._words = QtWidgets.QLabel(wordWrap=True)
        self._words.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QtWidgets.QPushButton()
        self._close = QtWidgets.QToolButton()
        self._close.setToolTip(_("Tutup"))
        self._close.setAccessibleName(_("Tutup"))
        self._close.setIcon(icons.icon("tutup", "muted"))
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._gone = QtCore.QTimer(self, singleShot=True, interval=6000)
        self._gone.timeout.connect(self.clear)
        self._button.clicked.connect(self._act)
        self._close.clicked.connect(self.clear)
        self.hide()

    @property
    def text(self) -> str:
        """What stands in the bar, empty while it is hidden."""
        return self._words.text() if not self.isHidden() else ""

    def tell(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        name, tone = _ICONS[notice.tone]
        theme.set_role(self, f"notice_{notice.tone}")
        self._picture.setPixmap(icons.icon(name, tone).pixmap(20, 20))
        self._words.setText(notice.words)
        self._action = notice.action
        self._button.setText(notice.action_words)
        self._button.setVisible(bool(notice.action_words))
        self.setAccessibleName(notice.words)
        self.show()
        if notice.tone is Tone.DONE:
            self._gone.start()
        else:
            self._gone.stop()

    @QtCore.Slot()
    def clear(self) -> None:
        """Take the notice away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _act(self) -> None:
        action = self._action
        self.clear()
        if action is not None:
            action()
