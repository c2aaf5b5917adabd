# SPDX-License-Identifier: Apache-2.0
"""Leaves of a member: shown, added by Enter, taken out, only read."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import team_leave
from ui.widgets import leave_list

LEFT = QtCore.Qt.MouseButton.LeftButton
ONE = team_leave.Leave(5, 1, "2024-02-15", "2024-02-20", "dinas_luar")
DAY = team_leave.Leave(6, 1, "2024-02-15", "2024-02-15", "dari_versi_baru")


@pytest.fixture
def shown(app: QtWidgets.QApplication, qtbot: QtBot) -> leave_list.LeaveList:
    made = leave_list.LeaveList()
    qtbot.addWidget(made)
    made.set_leaves([ONE, DAY])
    made.show()
    return made


def words(shown: leave_list.LeaveList) -> list[str]:
    return [label.text() for label in shown.findChildren(QtWidgets.QLabel) if not label.isHidden()]


def verb(shown: leave_list.LeaveList, name: str, of: str) -> QtWidgets.QPushButton:
    buttons = shown.findChildren(QtWidgets.QPushButton)
    return next(one for one in buttons if one.accessibleName().startswith(name) and of in one.accessibleName())


def test_each_in_a_line(shown: leave_list.LeaveList) -> None:
    assert "15-02-2024 s.d. 20-02-2024 · Dinas luar" in words(shown)
    assert "15-02-2024 · dari_versi_baru" in words(shown)


def test_another_one_by_keyboard(shown: leave_list.LeaveList, qtbot: QtBot) -> None:
    qtbot.keyClicks(shown.first, "16022024")
    with qtbot.waitSignal(shown.added) as told:
        qtbot.keyClick(shown.first, QtCore.Qt.Key.Key_Return)
    assert told.args == ["2024-02-16", "2024-02-16", "cuti"]
    shown.clear_form()
    with qtbot.assertNotEmitted(shown.added):
        qtbot.mouseClick(shown.add_button, LEFT)


def test_one_is_taken_out_unless_only_read(shown: leave_list.LeaveList, qtbot: QtBot) -> None:
    button = verb(shown, "Hapus", "Dinas luar")
    with qtbot.waitSignal(shown.removed) as told:
        qtbot.mouseClick(button, LEFT)
    assert told.args == [ONE]
    shown.set_read_only(True)
    assert not any(one.isVisible() for one in shown.findChildren(QtWidgets.QPushButton))
    shown.set_leaves([])
    assert shown.isHidden()


def test_one_is_mended_by_keyboard_and_escape_leaves_it(shown: leave_list.LeaveList, qtbot: QtBot) -> None:
    shown.set_leaves([ONE, DAY], 7)
    assert verb(shown, "Ubah", "dari_versi_baru").isHidden(), "its reason cannot be chosen here"
    button = verb(shown, "Ubah", "Dinas luar")
    button.setFocus()
    qtbot.keyClick(button, QtCore.Qt.Key.Key_Space)
    assert (shown.first.value(), shown.last.value(), shown.reason.value()) == ("2024-02-15", "2024-02-20", "dinas_luar")
    shown.set_leaves([ONE], 9)
    shown.last.selectAll()
    qtbot.keyClicks(shown.last, "18022024")
    with qtbot.assertNotEmitted(shown.added), qtbot.waitSignal(shown.edited) as told:
        qtbot.keyClick(shown.last, QtCore.Qt.Key.Key_Return)
    assert told.args == [ONE, "2024-02-15", "2024-02-18", "dinas_luar"]
    assert shown.mending_seen == 7, "what came in while it was open was not seen"
    shown.written()
    assert (shown.first.value(), shown.add_button.text()) == ("", "Catat")
    shown.begin_editing(ONE)
    qtbot.keyClick(shown.first, QtCore.Qt.Key.Key_Escape)
    assert (shown.first.value(), shown.cancel_button.isHidden()) == ("", True)
