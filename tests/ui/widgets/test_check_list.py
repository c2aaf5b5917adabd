# SPDX-License-Identifier: Apache-2.0
"""A tick and its note are told when the user makes them, and never when they are shown."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import check_list

LEFT = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture
def ticks(app: QtWidgets.QApplication, qtbot: QtBot) -> check_list.CheckList:
    made = check_list.CheckList()
    qtbot.addWidget(made)
    made.set_options([("P04", "Kendala internet"), ("P07", "Rawan bencana")])
    made.show()
    return made


def test_shown_values_are_silent(ticks: check_list.CheckList) -> None:
    told: list[object] = []
    ticks.ticked.connect(lambda *said: told.append(said))
    ticks.noted.connect(lambda *said: told.append(said))
    ticks.set_ticked({"P07": "banjir"})
    assert ticks.rows["P07"].box.isChecked()
    assert ticks.rows["P07"].note.text() == "banjir"
    assert ticks.rows["P07"].note.isVisible()
    assert not ticks.rows["P04"].note.isVisible()
    assert told == []


def test_a_click_on_box_or_words_tells(ticks: check_list.CheckList, qtbot: QtBot) -> None:
    told: list[object] = []
    ticks.ticked.connect(lambda *said: told.append(said))
    box = ticks.rows["P04"].box
    qtbot.mouseClick(box, LEFT, pos=QtCore.QPoint(8, box.height() // 2))
    qtbot.mouseClick(ticks.rows["P04"].words, LEFT)
    assert told == [("P04", True), ("P04", False)]


def test_a_note_is_told_when_it_is_left(ticks: check_list.CheckList, qtbot: QtBot) -> None:
    told: list[object] = []
    ticks.noted.connect(lambda *said: told.append(said))
    ticks.set_ticked({"P04": ""})
    qtbot.keyClicks(ticks.rows["P04"].note, "tanpa sinyal")
    ticks.commit()
    assert told == [("P04", "tanpa sinyal")]


def test_the_same_options_stay_as_they_are(ticks: check_list.CheckList) -> None:
    row = ticks.rows["P04"]
    ticks.set_options([("P04", "Kendala internet"), ("P07", "Rawan bencana")])
    assert ticks.rows["P04"] is row
    ticks.set_options([("K01", "TMS")])
    assert list(ticks.rows) == ["K01"]
