# SPDX-License-Identifier: Apache-2.0
"""The foot offers what the item allows: nothing is copied down that was not answered, no history without a record."""

from dataclasses import replace

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from tests.ui.widgets.test_checklist_sheet import ITEM
from ui.widgets import sheet_foot


def test_what_is_offered(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    foot = sheet_foot.Foot()
    qtbot.addWidget(foot)
    foot.show_item(replace(ITEM, value=None, record=0), "")
    assert (foot.copy.isEnabled(), foot.history.isEnabled()) == (False, False)
    foot.show_item(replace(ITEM, value=3, record=7), "diisi Andi")
    assert (foot.copy.isEnabled(), foot.history.isEnabled()) == (True, True)
    assert foot.author.text() == "diisi Andi"
