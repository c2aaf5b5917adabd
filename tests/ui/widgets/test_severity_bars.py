# SPDX-License-Identifier: Apache-2.0
"""Bars that can be followed by mouse and keys."""

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import severity_bars

BARS = [severity_bars.Bar("sangat_mendesak", "Sangat mendesak", 1), severity_bars.Bar("tinggi", "Tinggi", 0)]


def test_bars_are_followed(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = severity_bars.SeverityBars()
    qtbot.addWidget(made)
    made.set_figures("Terbuka: 1", BARS, [0, 2, 1], "1 lewat", "tiga hari")
    made.show()
    with qtbot.waitSignal(made.followed) as told:
        place = QtCore.QPoint(20, severity_bars.ROW + 5)
        qtbot.mouseClick(made.bars, QtCore.Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["tinggi"]
    with qtbot.waitSignal(made.followed) as told:
        qtbot.keyClick(made.bars, QtCore.Qt.Key.Key_Return)
    assert told.args == ["sangat_mendesak"]
    qtbot.keyClick(made.bars, QtCore.Qt.Key.Key_Down)
    with qtbot.waitSignal(made.followed) as told:
        qtbot.keyClick(made.bars, QtCore.Qt.Key.Key_Return)
    assert told.args == ["tinggi"]
    with qtbot.waitSignal(made.followed) as told:
        made.head.click()
    assert told.args == [""]
    assert made.note.isVisible()
    assert made.bars.accessibleName() == "Sangat mendesak: 1, Tinggi: 0"
