# SPDX-License-Identifier: Apache-2.0
"""Lines that wait: followed by mouse and keys, and said when there is none."""

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import todo_list

LINES = [todo_list.Line("masalah", "3 masalah"), todo_list.Line("berbeda", "2 data berbeda " * 12)]


def test_lines_are_followed(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = todo_list.TodoList()
    qtbot.addWidget(made)
    made.resize(320, 300)
    made.set_lines(LINES)
    made.show()
    with qtbot.waitSignal(made.followed) as told:
        qtbot.mouseClick(made.buttons[1], QtCore.Qt.MouseButton.LeftButton)
    assert told.args == [1]
    with qtbot.waitSignal(made.followed) as told:
        qtbot.keyClick(made.buttons[0], QtCore.Qt.Key.Key_Return)
    assert told.args == [0]
    assert made.buttons[1].heightForWidth(300) > made.buttons[0].heightForWidth(300)


def test_the_same_lines_keep_their_focus_and_none_is_said(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = todo_list.TodoList()
    qtbot.addWidget(made)
    made.set_lines(LINES)
    first = made.buttons[0]
    made.set_lines(list(LINES))
    assert made.buttons[0] is first
    made.set_lines([])
    assert made.buttons == []
    made.show()
    shown = [label.text() for label in made.findChildren(QtWidgets.QLabel) if label.isVisible()]
    assert any("Tidak ada yang menunggu" in words for words in shown)
