# SPDX-License-Identifier: Apache-2.0
"""A click with Ctrl or Shift is told from a plain one."""

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import click_keys

Modifier = QtCore.Qt.KeyboardModifier


def test_ctrl_and_shift_are_held_while_a_click_is_answered(qtbot: QtBot) -> None:
    button = QtWidgets.QPushButton()
    qtbot.addWidget(button)
    seen: list[bool] = []
    button.clicked.connect(lambda _checked=False: seen.append(click_keys.held()))
    for modifier in (Modifier.NoModifier, Modifier.ControlModifier, Modifier.ShiftModifier, Modifier.AltModifier):
        qtbot.mouseClick(button, QtCore.Qt.MouseButton.LeftButton, modifier)
    assert seen == [False, True, True, False]
