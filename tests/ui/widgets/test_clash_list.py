# SPDX-License-Identifier: Apache-2.0
"""What clashes: hidden without any, one line at first, all of them with what to do and the way to it."""

from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.team_clashes import Kind
from desk_app.operations import team_clashes
from ui.widgets import clash_list

LEFT = QtCore.Qt.MouseButton.LeftButton


def clash(no: int, **more: Any) -> team_clashes.Clash:
    return team_clashes.Clash(Kind.PERSON_TWICE, "Dua tim", f"Baso {no}", "Pilih satu.", no, no + 100, **more)


def button(shown: clash_list.ClashList, words: str) -> QtWidgets.QPushButton:
    return next(one for one in shown.findChildren(QtWidgets.QPushButton) if one.accessibleName() == words)


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
    assert len([one for one in shown.findChildren(QtWidgets.QPushButton) if one.text() == "Buka"]) == 30
    assert "… dan 270 lagi" in [label.text() for label in shown.findChildren(QtWidgets.QLabel)]


def test_it_is_accepted_with_a_reason_that_stays_while_the_list_is_read_anew(
    shown: clash_list.ClashList, qtbot: QtBot
) -> None:
    shown.set_clashes([clash(1), clash(2)])
    shown.show()
    shown.show_all(True)
    qtbot.mouseClick(button(shown, "Terima …: Baso 2"), LEFT)
    field = shown.findChild(QtWidgets.QLineEdit, "reason")
    qtbot.waitUntil(field.hasFocus)
    with qtbot.assertNotEmitted(shown.accepted):
        qtbot.keyClick(field, QtCore.Qt.Key.Key_Return)
    qtbot.keyClicks(field, "ditetapkan SK 100")
    shown.set_clashes([clash(2), clash(3)])
    [field] = [one for one in shown.findChildren(QtWidgets.QLineEdit, "reason") if not one.isHidden()][-1:]
    assert field.text() == "ditetapkan SK 100"
    with qtbot.waitSignal(shown.accepted) as told:
        qtbot.keyClick(field, QtCore.Qt.Key.Key_Return)
    assert told.args == [clash(2), "ditetapkan SK 100"]


def test_what_is_accepted_stands_struck_through_and_is_counted_no_more(
    shown: clash_list.ClashList, qtbot: QtBot
) -> None:
    kept = clash(2, accepted=7, reason="SK 100", by="Andi")
    shown.set_clashes([clash(1), kept])
    shown.show()
    shown.show_all(True)
    assert shown.head.words == "1 bentrok: Baso 1"
    labels = {label.text(): label for label in shown.findChildren(QtWidgets.QLabel)}
    assert labels["Baso 2"].font().strikeOut()
    assert not labels["Baso 1"].font().strikeOut()
    assert "Dua tim. Diterima: SK 100 (Andi)" in labels
    with qtbot.waitSignal(shown.withdrawn) as told:
        qtbot.mouseClick(button(shown, "Tidak diterima lagi: Baso 2"), LEFT)
    assert told.args == [kept]
    shown.set_clashes([kept])
    assert shown.head.words == "1 bentrok diterima dengan alasan"


def test_where_teams_are_only_read_nothing_of_them_is_accepted(shown: clash_list.ClashList) -> None:
    shown.set_read_only()
    shown.set_clashes([clash(1)])
    shown.show_all(True)
    assert [one.text() for one in shown.findChildren(QtWidgets.QPushButton) if one is not shown.toggle] == ["Buka"]
