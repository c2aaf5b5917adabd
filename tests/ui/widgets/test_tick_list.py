# SPDX-License-Identifier: Apache-2.0
"""Ticking by keyboard: numbers lead to lines, S and B answer and go on, Space turns over; headings are stepped over."""

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from ui.widgets import tick_list

Key = QtCore.Qt.Key
LINES = [
    tick_list.Line(f"K{number:02d}", f"Indikator {number}", "Satu" if number < 4 else "Dua") for number in range(1, 26)
]


@pytest.fixture
def made(qtbot: QtBot) -> tick_list.TickList:
    widget = tick_list.TickList()
    qtbot.addWidget(widget)
    widget.set_lines(LINES)
    widget.resize(400, 300)
    widget.show()
    return widget


def told(widget: tick_list.TickList) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    widget.ticked.connect(lambda code, on: found.append((code, on)))
    return found


def test_s_and_b_answer_and_go_on_over_headings(made: tick_list.TickList, qtbot: QtBot) -> None:
    heard = told(made)
    qtbot.keyClicks(made, "ssbs")
    assert made.ticks() == ["K01", "K02", "K04"]
    assert heard == [("K01", True), ("K02", True), ("K04", True)]
    assert made.current_code() == "K05"
    made.begin()
    qtbot.keyClicks(made, "b")
    assert heard[-1] == ("K01", False)


def test_a_number_leads_to_its_line(made: tick_list.TickList, qtbot: QtBot) -> None:
    qtbot.keyClicks(made, "17")
    assert made.current_code() == "K17"
    qtbot.keyClick(made, Key.Key_Space)
    assert made.ticks() == ["K17"]
    qtbot.keyClicks(made, "9")
    assert made.current_code() == "K09"
    qtbot.keyClicks(made, "9")
    assert made.current_code() == "K09", "there is no 99: it begins anew"
    qtbot.keyClick(made, Key.Key_Return)
    assert made.ticks() == ["K09", "K17"]


def test_arrows_stay_on_lines(made: tick_list.TickList, qtbot: QtBot) -> None:
    for _press in range(3):
        qtbot.keyClick(made, Key.Key_Down)
    assert made.current_code() == "K04"
    for _press in range(9):
        qtbot.keyClick(made, Key.Key_Up)
    assert made.current_code() == "K01"


def test_the_next_one_is_asked_for(made: tick_list.TickList, qtbot: QtBot) -> None:
    steps: list[int] = []
    made.next_wanted.connect(steps.append)
    qtbot.keyClick(made, Key.Key_Down, QtCore.Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(made, Key.Key_Up, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert steps == [1, -1]


def test_what_is_shown_is_silent_and_the_same_lines_stay(made: tick_list.TickList) -> None:
    heard = told(made)
    made.set_ticked({"K03", "K25"})
    made.setCurrentRow(10)
    code = made.current_code()
    made.set_lines(list(LINES))
    assert (made.ticks(), made.current_code(), heard) == (["K03", "K25"], code, [])
    made.set_lines(LINES[:2])
    assert made.ticks() == []


def test_without_lines_no_key_does_anything(qtbot: QtBot) -> None:
    widget = tick_list.TickList()
    qtbot.addWidget(widget)
    for key in (Key.Key_Down, Key.Key_Space, Key.Key_5, Key.Key_S):
        qtbot.keyClick(widget, key)
    assert widget.ticks() == []
