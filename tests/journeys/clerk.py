# SPDX-License-Identifier: Apache-2.0
"""A clerk at the whole window of an office: what he clicks and types, and nothing that a mouse and keys cannot do."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations.desk import Desk
from ui import errors, runner
from ui.start import session
from ui.widgets import fields

Key = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
LEFT = QtCore.Qt.MouseButton.LeftButton
PAGES = {
    "home": Key.Key_1,
    "stations": Key.Key_2,
    "readiness": Key.Key_3,
    "logistics": Key.Key_4,
    "issues": Key.Key_5,
    "teams": Key.Key_6,
    "activities": Key.Key_7,
    "counts": Key.Key_8,
    "exchange": Key.Key_9,
    "reports": Key.Key_0,
    "settings": Key.Key_Comma,
}


class Clerk:
    """Opens the office and works in it; `leave` closes it as a user does, and nothing may have crashed."""

    at_work: ClassVar[list["Clerk"]] = []
    """Those who have not left; whom a failed test leaves sitting there, its end sends away."""

    def __init__(self, desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._lanes = lanes
        self._crashes: list[str] = []
        troubles = errors.Troubles()
        troubles.crashed.connect(self._crashes.append)
        self._troubles = troubles
        self.session = session.Session(desk, lanes, troubles)
        self.at_work.append(self)
        self.session.show()
        self.window = self.session.window
        self.window.showNormal()
        self.window.resize(1366, 700)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.settle()

    def leave(self) -> None:
        """Close the program."""
        with self._qtbot.waitSignal(self.session.ended, timeout=20_000):
            self.session.leave(session.Leaving.QUIT)
        self.at_work.remove(self)
        assert self._crashes == []

    def give_up(self) -> None:
        """Close the window without a word, so that its timers do not go off in another test."""
        self.at_work.remove(self)
        with self._qtbot.waitSignal(self.session.ended, timeout=20_000, raising=False):
            self.session.leave(session.Leaving.AGAIN)

    def settle(self) -> None:
        """Wait until what was typed is written, and what was written is shown."""
        for _turn in range(4):
            self._lanes.wait_idle()
            self._qtbot.wait(5)
        self._lanes.wait_idle()
        assert self._crashes == []

    def go(self, key: str) -> Any:
        """Bring a page to the front by its key."""
        self.press(PAGES[key], CTRL)
        assert self.window.front == key
        return self.window.page(key)

    @property
    def focus(self) -> QtWidgets.QWidget:
        """Where the keyboard is."""
        self._come_to_front()
        return QtWidgets.QApplication.focusWidget() or self.window

    def press(self, key: Key, modifier: QtCore.Qt.KeyboardModifier = QtCore.Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        self._qtbot.keyClick(self.focus, key, modifier)
        self.settle()

    def type(self, words: str) -> None:
        """Type where the keyboard is."""
        self._qtbot.keyClicks(self.focus, words)
        self.settle()

    def click(self, widget: QtWidgets.QWidget) -> None:
        """Click the middle of something that is to be seen, and can be used."""
        self._bring(widget)
        assert widget.isEnabled(), widget.accessibleName()
        self._qtbot.mouseClick(widget, LEFT)
        self.settle()

    def fill(self, field: QtWidgets.QWidget, words: str) -> None:
        """Click into a field, and type over what stands in it."""
        self.click(field)
        assert field.hasFocus()
        self.press(Key.Key_A, CTRL)
        self.type(words)

    def tab_to(self, widget: QtWidgets.QWidget, *, back: bool = False) -> None:
        """Go on by Tab, or back by Shift+Tab, until something has the keyboard."""
        for _step in range(120):
            if widget.hasFocus():
                self.settle()
                return
            self._qtbot.keyClick(self.focus, Key.Key_Backtab if back else Key.Key_Tab)
        raise AssertionError("Tab does not lead there")

    def tab(self, tabs: QtWidgets.QTabBar, words: str) -> None:
        """Click a tab by what stands on it."""
        at = next(at for at in range(tabs.count()) if tabs.tabText(at) == words)
        self._qtbot.mouseClick(tabs, LEFT, pos=tabs.tabRect(at).center())
        self.settle()
        assert tabs.currentIndex() == at

    def turn(self) -> None:
        """Come to this window, where another one was in front."""
        self._come_to_front()
        self.settle()

    def choose(self, field: fields.ChoiceField, word: str, *, back: bool = False) -> None:
        """Go to a choice by Tab, and take the line that begins with a word by typing it; a space opens the list."""
        self.tab_to(field, back=back)
        self._qtbot.keyClicks(field, word)
        self.settle()
        assert field.currentText().startswith(word)

    def click_row(self, view: QtWidgets.QTableView, row: int, column: int = 0) -> None:
        """Click a cell of a table."""
        self._come_to_front()
        index = view.model().index(row, column)
        view.scrollTo(index)
        self._qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
        self.settle()

    def until(self, held: Callable[[], bool]) -> None:
        """Wait for what comes by itself."""
        self._qtbot.waitUntil(held, timeout=10_000)
        self.settle()

    def paste_picture(self, picture: QtGui.QImage) -> None:
        """A picture that was copied elsewhere, put in by Ctrl+V."""
        QtGui.QGuiApplication.clipboard().setImage(picture)
        self.press(Key.Key_V, CTRL)

    def _come_to_front(self) -> None:
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self._qtbot.waitUntil(self.window.isActiveWindow)

    def _bring(self, widget: QtWidgets.QWidget) -> None:
        """Roll to where it stands, as the wheel does."""
        self._come_to_front()
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QtWidgets.QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()
        self.settle()
        assert widget.isVisible()
        assert not widget.visibleRegion().isEmpty(), "it is out of sight"
