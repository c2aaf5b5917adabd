# SPDX-License-Identifier: Apache-2.0
"""The verdict fits its column."""


from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import item_verdict


def test_the_last_digit_of_a_long_verdict_is_seen(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    drawn = []
    for count in (9_999_716, 9_999_717):
        verdict = item_verdict.Verdict()
        qtbot.addWidget(verdict)
        verdict.set_verdict("peringatan", f"lebih {count}")
        verdict.resize(verdict.minimumSizeHint().expandedTo(QtCore.QSize(item_verdict.VERDICT_WIDTH, 30)))
        drawn.append(verdict.grab().toImage())
    assert drawn[0] != drawn[1]
