# SPDX-License-Identifier: Apache-2.0
"""A row goes on in the next line where it has no room; what is hidden takes none."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import flow_row


def test_the_row_breaks_where_it_is_narrow(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    whole = QtWidgets.QWidget()
    qtbot.addWidget(whole)
    row = flow_row.FlowRow(spacing=6)
    boxes = []
    for _number in range(4):
        box = QtWidgets.QWidget()
        box.setFixedSize(100, 30)
        boxes.append(box)
        row.addWidget(box)
    whole.setLayout(row)
    assert row.heightForWidth(424) == 418 - 388
    assert row.heightForWidth(418 + 6 * 3) == 30
    assert row.heightForWidth(220) == 66
    boxes[3].hide()
    assert row.heightForWidth(312) == 30
    whole.resize(212, 100)
    whole.show()
    assert [(box.x(), box.y()) for box in boxes[:3]] == [(0, 0), (106, 0), (0, 36)]
