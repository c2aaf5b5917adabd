# SPDX-License-Identifier: Apache-2.0
"""What was merged into an issue: its own words, and the way to separate it again."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import merged_list
from ui.widgets.merged_list import Line


def test_each_one_tells_itself_and_is_separated(app: object, qtbot: QtBot) -> None:
    made = merged_list.MergedList()
    qtbot.addWidget(made)
    lines = [Line(2, "TEM-0002 · Padam", "Besse · Desk Tempe", ("Saran: genset",)), Line(3, "TEM-0003", "", ())]
    made.set_lines(lines)
    made.show()
    texts = [one.text() for one in made.findChildren(QtWidgets.QLabel)]
    assert texts == ["TEM-0002 · Padam", "Besse · Desk Tempe", "Saran: genset", "TEM-0003"]
    buttons = {one.accessibleName(): one for one in made.findChildren(QtWidgets.QPushButton)}
    with qtbot.waitSignal(made.separated) as told:
        buttons["Pisahkan lagi TEM-0003"].click()
    assert told.args == [3]
    with qtbot.waitSignal(made.history) as told:
        buttons["Riwayat TEM-0002 · Padam"].click()
    assert told.args == [2, "TEM-0002 · Padam"]
    kept = made.findChildren(QtWidgets.QPushButton)
    made.set_lines(list(lines))
    assert made.findChildren(QtWidgets.QPushButton) == kept
    made.set_lines([])
    assert all(one.isHidden() or not one.isVisible() for one in kept)
