# SPDX-License-Identifier: Apache-2.0
"""Esc goes to the field first, then to its part, then on."""

from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import escape, proposal_field


class Outside(QtWidgets.QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.escaped = 0

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        self.escaped += event.key() == QtCore.Qt.Key.Key_Escape


def test_a_list_is_closed_before_the_form_is_left(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    outside = Outside()
    part = QtWidgets.QFrame(outside)
    field = proposal_field.ProposalField(["PLN", "BPBD"])
    column = QtWidgets.QVBoxLayout(part)
    column.addWidget(field)
    left: list[bool] = []

    def leave() -> bool:
        left.append(True)
        return len(left) == 1

    escape.Escape(part, leave)
    qtbot.addWidget(outside)
    outside.show()
    field.setFocus()
    qtbot.keyClicks(field, "p")
    assert field.proposed
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Escape)
    assert (field.proposed, left) == ([], [])
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Escape)
    assert (left, outside.escaped) == ([True], 0)
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Escape)
    assert (left, outside.escaped) == ([True, True], 1), "nothing to do here: it goes on"
