# SPDX-License-Identifier: Apache-2.0
"""The bar that tells something: done, to know, to watch, refused. In a dialog it has its place among the others; over a
page it floats, so that nothing under the mouse moves when it comes or goes.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import shiboken6
from PySide6 import QtCore, QtGui, QtWidgets

from desk_app.base.text import _
from ui import icons, theme
from ui.widgets import form

SHORT_MS, LONG_MS = 6_000, 15_000
"""How long good news stays; what only informs, or can still be acted upon, stays longer."""


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
    """What a bar says, and what its button does. `stays`: until it is closed, also when it is good news."""

    words: str
    tone: Tone = Tone.INFO
    action_words: str = ""
    action: Callable[[], object] | None = None
    stays: bool = False

    @property
    def lasts(self) -> int:
        """Milliseconds until it goes by itself, 0 when it does not."""
        if self.stays or self.tone in (Tone.WARNING, Tone.REFUSED):
            return 0
        if self.tone is Tone.DONE:
            return LONG_MS if self.action is not None else SHORT_MS
        return LONG_MS if self.action is None else 0


class NoticeBar(QtWidgets.QFrame):
    """One notice at a time; hidden without one. Good news goes away by itself, a refusal stays. Esc closes it."""

    closed = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._action: Callable[[], object] | None = None
        self._left: QtWidgets.QWidget | None = None
        self._picture = QtWidgets.QLabel()
        self._words = QtWidgets.QLabel(wordWrap=True)
        self._words.setTextInteractionFlags(QtCore.Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QtWidgets.QPushButton()
        self._close = QtWidgets.QToolButton()
        self._close.setToolTip(_("Tutup"))
        self._close.setAccessibleName(_("Tutup"))
        self._close.setIcon(icons.icon("tutup", "muted"))
        for button in (self._button, self._close):
            # A click on the bar leaves the field in which one types where it is.
            button.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(theme.SPACE)
        row.addWidget(self._picture)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self._gone = QtCore.QTimer(self, singleShot=True, interval=SHORT_MS)
        self._gone.timeout.connect(self._fade)
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
        form.make_room(self)
        # A screen reader says it at once; the focus stays where it is.
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleEvent(self, QtGui.QAccessible.Event.Alert))
        if notice.lasts:
            self._gone.start(notice.lasts)
        else:
            self._gone.stop()

    def take_focus(self) -> bool:
        """Bring the keyboard to the bar; False when nothing stands there. It goes back when the bar is closed."""
        if self.isHidden():
            return False
        before = QtWidgets.QApplication.focusWidget()
        if before is not None and not self.isAncestorOf(before):
            self._left = before
        (self._close if self._button.isHidden() else self._button).setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        return True

    @QtCore.Slot()
    def clear(self) -> None:
        """Take the notice away."""
        if not self.isHidden():
            left, self._left = self._left, None
            inside = self._has_keyboard()
            if inside and left is not None and shiboken6.isValid(left) and left.isVisible():
                left.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        keys = QtCore.Qt.Key
        leaves = event.key() in (keys.Key_Return, keys.Key_Enter) and self._close.hasFocus()
        if leaves or event.key() == keys.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _has_keyboard(self) -> bool:
        focus = QtWidgets.QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _fade(self) -> None:
        # Not from under the mouse of who is about to press its button, nor while the keyboard is in it.
        if self.rect().contains(self.mapFromGlobal(QtGui.QCursor.pos())) or self._has_keyboard():
            self._gone.start()
        else:
            self.clear()

    def _act(self) -> None:
        action = self._action
        self.clear()
        if action is not None:
            action()


class FloatingBar(NoticeBar):
    """Lies over the foot of a widget, or under its head where one types or points at what it would hide there."""

    HEAD = 52
    """What is left free above: the heading of a page, with its buttons."""
    WIDEST = 820
    MARGIN = 16

    def __init__(self, over: QtWidgets.QWidget) -> None:
        super().__init__(over)
        self._button.setAutoDefault(True)  # Enter presses it, as in a dialog
        over.installEventFilter(self)
        app = QtWidgets.QApplication.instance()
        if isinstance(app, QtWidgets.QApplication):
            app.focusChanged.connect(self._avoid)

    def tell(self, notice: Notice) -> None:
        super().tell(notice)
        self._place()
        self.raise_()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        if event.type() is QtCore.QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    @QtCore.Slot("QWidget*", "QWidget*")
    def _avoid(self, _old: QtWidgets.QWidget | None, now: QtWidgets.QWidget | None) -> None:
        over = self.parentWidget()
        if not self.isHidden() and now is not None and over is not None and over.isAncestorOf(now):
            typed = QtCore.QRect(now.mapTo(over, QtCore.QPoint(0, 0)), now.size())
            if typed.intersects(self.geometry()):
                self._place()

    def _place(self) -> None:
        over = self.parentWidget()
        if over is None:
            return
        size = self._size(over.width() - 2 * self.MARGIN)
        left = (over.width() - size.width()) // 2
        places = [
            QtCore.QRect(QtCore.QPoint(left, top), size)
            for top in (over.height() - size.height() - self.MARGIN // 2, self.HEAD)
        ]
        # The first of the best: below, unless it would lie on what is in use.
        self.setGeometry(min(places, key=lambda place: self._disturbs(over, place)))

    def _size(self, most: int) -> QtCore.QSize:
        layout = self.layout()
        assert layout is not None
        one_line = self._words.fontMetrics().horizontalAdvance(self._words.text()) + theme.SPACE
        others = layout.sizeHint().width() - self._words.sizeHint().width()
        width = min(one_line + others, most, self.WIDEST)
        return QtCore.QSize(width, max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height()))

    def _disturbs(self, over: QtWidgets.QWidget, place: QtCore.QRect) -> int:
        field = QtWidgets.QApplication.focusWidget()
        points_at = place.contains(over.mapFromGlobal(QtGui.QCursor.pos()))
        if field is None or not over.isAncestorOf(field) or self.isAncestorOf(field):
            return int(points_at)
        if not isinstance(field, QtWidgets.QLineEdit | QtWidgets.QPlainTextEdit | QtWidgets.QComboBox):
            return int(points_at)
        typed = QtCore.QRect(field.mapTo(over, QtCore.QPoint(0, 0)), field.size())
        return 2 * int(place.intersects(typed)) + int(points_at)
