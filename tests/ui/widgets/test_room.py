# SPDX-License-Identifier: Apache-2.0
"""Rooms: furnished once, when they are entered or asked for."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import room


def test_a_room_is_furnished_once_when_it_is_entered(qtbot: QtBot) -> None:
    made: list[QtWidgets.QLabel] = []

    def furnish() -> QtWidgets.QLabel:
        made.append(QtWidgets.QLabel("isi"))
        return made[-1]

    stack = QtWidgets.QStackedWidget()
    qtbot.addWidget(stack)
    first, second = QtWidgets.QLabel("lain"), room.Room(furnish, lambda one: one)
    stack.addWidget(first)
    stack.addWidget(second)
    stack.show()
    assert second.made is None
    stack.setCurrentWidget(second)
    assert second.made is made[0]
    assert made[0].isVisible()
    stack.setCurrentWidget(first)
    stack.setCurrentWidget(second)
    assert len(made) == 1


def test_a_room_is_furnished_for_who_asks_before_it_is_seen(qtbot: QtBot) -> None:
    one = room.Room(lambda: QtWidgets.QLabel("isi"), lambda label: label)
    qtbot.addWidget(one)
    assert one.content is one.content
    assert one.made is one.content
    assert not one.isVisible()


def test_a_room_that_waits_stays_empty_until_it_is_asked(qtbot: QtBot) -> None:
    one = room.Room(lambda: QtWidgets.QLabel("isi"), lambda label: label, waits=True)
    qtbot.addWidget(one)
    one.show()
    assert one.made is None
    assert one.content.isVisible()
