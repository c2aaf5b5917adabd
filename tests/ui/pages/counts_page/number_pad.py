# SPDX-License-Identifier: Apache-2.0
"""A hand on the number pad that copies C.HASIL in the tab Salin, and what is to be copied."""

from collections.abc import Callable

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import count_entry
from desk_app.operations.desk import Desk
from tests import counted_offices
from tests.counted_offices import RACE
from tests.ui.pages import opened
from ui import runner
from ui.pages import counts_page
from ui.pages.counts_page import entering

KEY = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
PAD = QtCore.Qt.KeyboardModifier.KeypadModifier


class Hand:
    """A hand on the number pad: every key that it presses is counted, digits apart from the others."""

    def __init__(self, qtbot: QtBot, lanes: runner.Runner, window: opened.Window) -> None:
        self._qtbot = qtbot
        self._lanes = lanes
        self.window = window
        self.digits = self.others = 0

    @property
    def page(self) -> counts_page.CountsPage:
        found = self.window.page("counts")
        assert isinstance(found, counts_page.CountsPage)
        return found

    @property
    def part(self) -> entering.EntryPart:
        found = self.page.tab("entry")
        assert isinstance(found, entering.EntryPart)
        return found

    @property
    def focus(self) -> QtWidgets.QWidget:
        found = self.window.focusWidget()
        assert found is not None
        return found

    def type(self, number: int | str) -> None:
        for digit in str(number):
            self._qtbot.keyClick(self.focus, digit, PAD)
            self.digits += 1

    def press(self, *keys: QtCore.Qt.Key, modifier: QtCore.Qt.KeyboardModifier = PAD) -> None:
        for key in keys:
            self._qtbot.keyClick(self.focus, key, modifier)
            self.others += 1

    def settle(self) -> None:
        opened.settle(self._qtbot, self._lanes)

    def open(self, subject: str) -> None:
        self.part.side.list.show_subject(subject)
        self.part.side.list.setFocus()
        self.press(KEY.Key_Return)
        self.settle()

    @property
    def shown(self) -> str:
        sheet = self.part.sheet.sheet
        assert sheet is not None
        return sheet.key.subject

    @property
    def said(self) -> list[str]:
        return [note.words for note in self.part.sheet.notes if not note.isHidden()]


Sit = Callable[..., Hand]
"""Of the fixture `sit`: asked for an office and a size, or for none."""


def sit_down(qtbot: QtBot, lanes: runner.Runner, desk: Desk, size: tuple[int, int] = (1366, 700)) -> Hand:
    """The tab, shown to somebody at the keyboard."""
    window = opened.show(qtbot, desk, lanes, "counts", lambda: counts_page.CountsPage(desk, lanes), size)
    return Hand(qtbot, lanes, window)


def numbers(desk: Desk, subject: str, race: str = RACE) -> dict[str, int]:
    """Figures for every line of a form."""
    form = count_entry.sheet(desk, subject, race).form
    votes = [100, 50, 60, *[0] * 20][: sum(line.code.startswith("v") and line.code[1:].isdigit() for line in form)]
    return counted_offices.figures(form, votes)


def own(desk: Desk, subject: str, race: str = RACE) -> dict[str, int]:
    """What who is at the keyboard has saved."""
    return dict(count_entry.sheet(desk, subject, race).figures)
