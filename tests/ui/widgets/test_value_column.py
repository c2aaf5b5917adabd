# SPDX-License-Identifier: Apache-2.0
"""A column to type: keys go down and up, a spreadsheet's column or its names and values are pasted."""

import pytest
from PySide6 import QtCore, QtGui
from pytestqt.qtbot import QtBot

from ui.widgets import value_column
from ui.widgets.value_column import Slot

KEYS = QtCore.Qt.Key
SLOTS = (Slot("74.06", "Bombana", "97,40", "95"), Slot("a", "Kabaena", "", "90"), Slot("b", "Rumbia", "", ""))


@pytest.fixture
def column(app: object, qtbot: QtBot) -> value_column.ValueColumn:
    made = value_column.ValueColumn()
    qtbot.addWidget(made)
    made.set_slots(SLOTS)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_enter_goes_down_and_tells_at_the_end(column: value_column.ValueColumn, qtbot: QtBot) -> None:
    left: list[bool] = []
    column.last_left.connect(lambda: left.append(True))
    column.focus_first()
    assert column.focusWidget() is column.lines["a"]
    qtbot.keyClicks(column.lines["a"], "91")
    qtbot.keyClick(column.lines["a"], KEYS.Key_Return)
    assert column.focusWidget() is column.lines["b"]
    qtbot.keyClick(column.lines["b"], KEYS.Key_Up)
    assert column.focusWidget() is column.lines["a"]
    qtbot.keyClick(column.lines["b"], KEYS.Key_Down)
    assert left == []
    qtbot.keyClick(column.lines["b"], KEYS.Key_Return)
    assert left == [True]
    assert column.altered() == {"a": "91"}
    assert column.lines["a"].placeholderText() == "sebelumnya 90"


def test_a_column_is_pasted_downwards_and_names_say_their_line(column: value_column.ValueColumn) -> None:
    assert column.paste("a", "91\n92\n93\n") == 2
    assert column.altered() == {"a": "91", "b": "92"}
    assert column.paste("74.06", "rumbia\t70\r\nTidak ada\t1\r\nKabaena\t80\r\n") == 2
    assert column.altered() == {"a": "80", "b": "70"}


def test_one_word_is_pasted_into_its_line_as_usual(column: value_column.ValueColumn, qtbot: QtBot) -> None:
    QtGui.QGuiApplication.clipboard().setText("88")
    line = column.lines["a"]
    line.setFocus()
    qtbot.keyClick(line, KEYS.Key_V, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert column.altered() == {"a": "88"}


def test_other_slots_take_what_stands_there(column: value_column.ValueColumn) -> None:
    column.set_altered({"a": "91", "gone": "5"})
    assert column.altered() == {"a": "91"}
    column.set_slots([Slot("74.06", "Bombana", "1", ""), Slot("a", "Kabaena", "2", ""), Slot("b", "Rumbia", "", "")])
    assert column.altered() == {}
