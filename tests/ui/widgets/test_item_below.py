# SPDX-License-Identifier: Apache-2.0
"""Nothing stands under an item that has nothing to say."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import item_below


def test_only_what_has_something_to_say_is_shown(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    below = item_below.Below()
    qtbot.addWidget(below)
    below.show_parts(dispute=False, issue=False)
    assert below.isHidden()
    below.refusal.setText("Angka terlalu besar.")
    below.show_parts(dispute=False, issue=True)
    assert not below.isHidden()
    assert [part.isHidden() for part in (below.refusal, below.dispute, below.issue, below.note)] == [
        False, True, False, True,
    ]
