# SPDX-License-Identifier: Apache-2.0
"""Sentences to be read, one in front and the others behind a button."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import alarm_words
from ui.widgets import alarm_list


def buttons(alarms: alarm_list.AlarmList, words: str) -> list[QtWidgets.QPushButton]:
    QtWidgets.QApplication.processEvents()
    return [one for one in alarms.findChildren(QtWidgets.QPushButton) if words in one.text() and one.isVisible()]


def test_the_first_is_shown_and_the_others_open(app: object, qtbot: QtBot) -> None:
    made = alarm_list.AlarmList()
    qtbot.addWidget(made)
    made.set_alarms([])
    assert made.isHidden()
    made.set_alarms([alarm_words.Alarm(no, "13-02-2024", f"Kalimat {no}.") for no in (3, 2, 1)])
    assert made.isVisible()
    assert len(buttons(made, "Sudah dibaca")) == 1
    [more] = buttons(made, "2 hal lain")
    more.click()
    read = buttons(made, "Sudah dibaca")
    assert len(read) == 3
    with qtbot.waitSignal(made.read) as told:
        read[1].click()
    assert told.args == [2]
    [less] = buttons(made, "Tutup yang lain")
    less.click()
    assert len(buttons(made, "Sudah dibaca")) == 1
    made.set_alarms([])
    assert made.isHidden()
