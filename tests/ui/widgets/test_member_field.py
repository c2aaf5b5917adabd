# SPDX-License-Identifier: Apache-2.0
"""Somebody of the desk, by typing a part of the name or office; else the words that stand there."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import member_field

KEYS = QtCore.Qt.Key
LABELS = {1: "Andi · Camat Tempe", 2: "Baso · Camat Belawa", 3: "Kasat Intelkam"}


@pytest.fixture
def field(app: QtWidgets.QApplication, qtbot: QtBot) -> member_field.MemberField:
    window = QtWidgets.QWidget()
    made = member_field.MemberField(window)
    other = QtWidgets.QLineEdit(window)
    other.move(0, 200)
    made.set_members(LABELS)
    qtbot.addWidget(window)
    window.resize(500, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    made.destroyed.connect(lambda: window)
    return made


def test_the_arrows_and_enter_choose(field: member_field.MemberField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "camat")
    assert field.proposed == ["Andi · Camat Tempe", "Baso · Camat Belawa"]
    qtbot.keyClick(field, KEYS.Key_Down)
    with qtbot.waitSignal(field.committed) as told:
        qtbot.keyClick(field, KEYS.Key_Return)
    assert told.args == [(2, "")]
    assert field.text() == "Baso · Camat Belawa"
    assert field.proposed == []
    assert field.value() == (2, "Baso · Camat Belawa")


def test_a_name_alone_and_a_stranger(field: member_field.MemberField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "kasat intelkam")
    field.commit()
    assert field.value() == (3, "Kasat Intelkam")
    field.selectAll()
    with qtbot.waitSignal(field.committed) as told:
        qtbot.keyClicks(field, "Bu Ani")
        field.commit()
    assert told.args == [(0, "Bu Ani")]
    with qtbot.assertNotEmitted(field.committed):
        field.commit()


def test_escape_closes_the_list_only(field: member_field.MemberField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "and")
    qtbot.keyClick(field, KEYS.Key_Escape)
    assert field.proposed == []
    assert field.text() == "and"


def test_what_is_typed_stays_when_others_are_read(field: member_field.MemberField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "ba")
    field.set_members(LABELS | {4: "Baru · Lurah"})
    field.set_value((1, ""))
    assert field.text() == "ba"
    field.clear()
    field.setModified(False)
    field.set_value((4, ""))
    assert field.text() == "Baru · Lurah"
    field.set_value((99, "Lama"))
    assert field.text() == "Lama"


def test_many_members_are_proposed_a_few_at_a_time(field: member_field.MemberField, qtbot: QtBot) -> None:
    field.set_members({number: member_field.label(f"Orang {number}", "Operator") for number in range(1, 501)})
    qtbot.keyClicks(field, "orang")
    assert len(field.proposed) == 10
