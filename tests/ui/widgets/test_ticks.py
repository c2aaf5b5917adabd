# SPDX-License-Identifier: Apache-2.0
"""Boxes side by side tell all that is ticked, and only when they are clicked."""

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import ticks


def test_a_click_tells_all_that_is_ticked(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = ticks.TicksField([(-1, "H-1"), (0, "H & malam")])
    qtbot.addWidget(made)
    with qtbot.assertNotEmitted(made.committed, wait=20):
        made.set_value((0,))
        made.commit()
    with qtbot.waitSignal(made.committed) as told:
        made.boxes[-1].click()
    assert told.args == [(-1, 0)]
    kept = made.boxes[0]
    made.set_options([(-1, "H-1"), (0, "H & malam")])
    assert made.boxes[0] is kept
    made.set_options([(1, "H+1")])
    assert (list(made.boxes), made.value()) == ([1], ())


def test_boxes_that_come_later_keep_their_place_for_the_tab_key(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    frame = QtWidgets.QWidget()
    column = QtWidgets.QVBoxLayout(frame)
    before, made, after = QtWidgets.QLineEdit(), ticks.TicksField(), QtWidgets.QLineEdit()
    for part in (before, made, after):
        column.addWidget(part)
    qtbot.addWidget(frame)
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    for words in ("H-1", "H+1"):
        made.set_options([(-1, words), (0, "H")])
        qtbot.waitUntil(made.boxes[0].isVisible)
        before.setFocus()
        reached = []
        for _key in range(3):
            qtbot.keyClick(QtWidgets.QApplication.focusWidget(), QtCore.Qt.Key.Key_Tab)
            reached.append(QtWidgets.QApplication.focusWidget())
        assert reached == [*made.boxes.values(), after]
