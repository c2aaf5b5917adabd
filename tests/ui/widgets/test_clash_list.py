# SPDX-License-Identifier: Apache-2.0
"""What clashes: hidden without any, one line at first, all of them with what to do and the way to it."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.team_clashes import Kind
from desk_app.operations import team_clashes
from ui.widgets import clash_list

LEFT = QtCore.Qt.MouseButton.LeftButton


def clash(no: int) -> team_clashes.Clash:
    return team_clashes.Clash(Kind.PERSON_TWICE, "Dua tim", f"Baso {no}", "Pilih satu.", no, no + 100)


@pytest.fixture
def shown(app: QtWidgets.QApplication, qtbot: QtBot) -> clash_list.ClashList:
    made = clash_list.ClashList()
    qtbot.addWidget(made)
    made.resize(600, 60)
    return made


def test_it_is_hidden_until_something_clashes(shown: clash_list.ClashList) -> None:
    shown.set_clashes([])
    assert shown.isHidden()
    shown.set_clashes([clash(1), clash(2)])
    assert not shown.isHidden()
    assert shown.head.words == "2 bentrok: Baso 1"
    shown.set_clashes([])
    assert shown.isHidden()


def test_it_opens_and_leads_to_where_it_is_mended(shown: clash_list.ClashList, qtbot: QtBot) -> None:
    shown.set_clashes([clash(1), clash(2)])
    shown.show()
    assert shown.findChildren(QtWidgets.QPushButton) == [shown.toggle]
    qtbot.mouseClick(shown.toggle, LEFT)
    assert shown.is_open
    words = [label.text() for label in shown.findChildren(QtWidgets.QLabel)]
    assert "Dua tim. Pilih satu." in words
    button = next(one for one in shown.findChildren(QtWidgets.QPushButton) if "Baso 2" in one.accessibleName())
    with qtbot.waitSignal(shown.wanted) as asked:
        qtbot.mouseClick(button, LEFT)
    assert asked.args == [clash(2)]
    shown.set_clashes([clash(3)])
    assert shown.is_open
    qtbot.mouseClick(shown.toggle, LEFT)
    assert not shown.is_open


def test_hundreds_are_cut_and_counted(shown: clash_list.ClashList) -> None:
    shown.set_clashes([clash(number) for number in range(300)])
    shown.show_all(True)
    assert len(shown.findChildren(QtWidgets.QPushButton)) == 31
    assert "… dan 270 lagi" in [label.text() for label in shown.findChildren(QtWidgets.QLabel)]
