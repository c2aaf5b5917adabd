# SPDX-License-Identifier: Apache-2.0
"""No two actions share a key, undo says what it undoes, page keys count from one."""

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui import actions
from ui.start import page_list


def test_no_key_is_given_twice(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    actions.Actions(window)
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+K", "F1", "Ctrl+S", "Ctrl+Z", "Ctrl+Y", "Ctrl+1", "Ctrl+9", "Ctrl+0", "Ctrl+,"} <= set(keys)


def test_undo_says_what_it_undoes(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    made = actions.Actions(window)
    assert not made.undo.isEnabled()
    made.set_undo("Kotak suara TPS 005: 5")
    assert made.undo.isEnabled()
    assert made.undo.text() == "Batalkan: Kotak suara TPS 005: 5"
    made.set_undo(None)
    assert not made.undo.isEnabled()
    made.set_redo("Tim VIII")
    assert made.redo.text() == "Ulangi: Tim VIII"


def test_keys_work_in_a_window(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    made = actions.Actions(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(made.page_wanted) as told:
        qtbot.keyClick(window, QtCore.Qt.Key.Key_3, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert told.args == [2]
    with qtbot.waitSignal(made.page_wanted) as told:
        qtbot.keyClick(window, QtCore.Qt.Key.Key_Comma, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert told.args == [len(actions.PAGE_KEYS) - 1]


def test_every_page_has_a_key() -> None:
    assert len(actions.PAGE_KEYS) >= len(page_list.PAGES)
    assert page_list.PAGES[len(actions.PAGE_KEYS) - 1][0] == "settings"
