# SPDX-License-Identifier: Apache-2.0
"""The head of a sheet says what a place is, how far it is, and which items do not count."""

from pytestqt.qtbot import QtBot

from tests.ui.widgets.test_checklist_sheet import ITEM, sheet_of
from ui.widgets import sheet_head


def test_it_says_what_is_known_and_hides_what_is_not(app: object, qtbot: QtBot) -> None:
    head = sheet_head.SheetHead()
    qtbot.addWidget(head)
    head.show_sheet(sheet_of("x-001", ITEM))
    assert (head.title.text(), head.facts.text(), head.progress.text()) == ("x-001", "DPT 287", "0 dari 1 terisi")
    assert head.warning.isHidden()
    assert not head.facts.isHidden()
