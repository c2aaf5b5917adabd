# SPDX-License-Identifier: Apache-2.0
"""What is left with members who are gone: hidden without any, the successor chosen beforehand, handed over."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import succession
from ui.widgets import fields, succession_list

LEFT = QtCore.Qt.MouseButton.LeftButton
MEMBERS = [(7, "Camat · Sitti"), (8, "Kadis · Andi")]


@pytest.fixture
def shown(app: QtWidgets.QApplication, qtbot: QtBot) -> succession_list.SuccessionList:
    made = succession_list.SuccessionList()
    qtbot.addWidget(made)
    made.resize(900, 60)
    return made


def test_the_successor_is_chosen_beforehand_and_gets_all_with_one_click(
    shown: succession_list.SuccessionList, qtbot: QtBot
) -> None:
    shown.set_left([], MEMBERS)
    assert shown.isHidden()
    shown.set_left([succession.Left(3, "Baso", (1, 2), (4,), 7, "Sitti")], MEMBERS)
    assert not shown.isHidden()
    [button] = shown.findChildren(QtWidgets.QPushButton)
    assert "Baso" in button.accessibleName()
    with qtbot.waitSignal(shown.handed) as told:
        qtbot.mouseClick(button, LEFT)
    assert told.args == [3, 7]


def test_without_a_successor_somebody_is_chosen_first(
    shown: succession_list.SuccessionList, qtbot: QtBot
) -> None:
    shown.set_left([succession.Left(3, "Baso", (1,), (), 0, "")] * 6, MEMBERS)
    buttons = shown.findChildren(QtWidgets.QPushButton)
    assert len(buttons) == 4
    assert not buttons[0].isEnabled()
    field = shown.findChildren(fields.ChoiceField)[0]
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Down)
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Down)
    qtbot.waitUntil(buttons[0].isEnabled)
    with qtbot.waitSignal(shown.handed) as told:
        qtbot.mouseClick(buttons[0], LEFT)
    assert told.args == [3, field.value()]
    assert field.value() in (7, 8)
