# SPDX-License-Identifier: Apache-2.0
"""A day and an hour as typed: told when left, an hour alone means today, what is no moment is marked and not told."""

from datetime import date, datetime

from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from ui.widgets import moment_field

Key = QtCore.Qt.Key


def test_an_hour_is_of_today_and_a_day_may_stand_before_it(qtbot: QtBot) -> None:
    field = moment_field.MomentField()
    qtbot.addWidget(field)
    field.today = date(2024, 2, 13)
    told: list[object] = []
    field.committed.connect(told.append)
    qtbot.keyClicks(field, "16.30")
    qtbot.keyClick(field, Key.Key_Return)
    assert told == [datetime(2024, 2, 13, 16, 30)]
    assert field.text() == "13-02-2024 16.30"
    field.clear()
    qtbot.keyClicks(field, "12/2 7.05")
    qtbot.keyClick(field, Key.Key_Return)
    assert told[-1] == datetime(2024, 2, 12, 7, 5)
    field.clear()
    field.commit()
    assert told[-1] is None


def test_what_is_no_moment_is_marked_and_stays(qtbot: QtBot) -> None:
    field = moment_field.MomentField()
    qtbot.addWidget(field)
    told: list[object] = []
    field.committed.connect(told.append)
    qtbot.keyClicks(field, "nanti sore")
    field.commit()
    assert (told, field.text(), field.property("refused")) == ([], "nanti sore", True)


def test_showing_a_moment_is_silent_and_leaves_what_is_typed(qtbot: QtBot) -> None:
    field = moment_field.MomentField()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    told: list[object] = []
    field.committed.connect(told.append)
    field.set_value(datetime(2024, 2, 13, 8, 0))
    assert (field.text(), told) == ("13-02-2024 08.00", [])
    qtbot.keyClicks(field, "x")
    field.set_value(datetime(2024, 2, 13, 9, 0))
    assert field.text() == "13-02-2024 08.00x" or field.text().startswith("x")
