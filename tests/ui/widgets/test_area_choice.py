# SPDX-License-Identifier: Apache-2.0
"""A kecamatan, then a desa in it."""

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import area_choice

DISTRICTS = [("73.13.06", "Tempe"), ("73.13.07", "Belawa")]
VILLAGES = [("73.13.06.1001", "Siengkang"), ("73.13.06.1003", "Tempe")]


@pytest.fixture
def choice(app: QtWidgets.QApplication, qtbot: QtBot) -> area_choice.AreaChoice:
    made = area_choice.AreaChoice()
    qtbot.addWidget(made)
    made.parts_wanted.connect(lambda code: made.set_parts(code, VILLAGES if code == "73.13.06" else []))
    made.set_areas("Semua kecamatan", DISTRICTS, "Semua desa")
    made.show()
    return made


def test_the_second_choice_follows_the_first(choice: area_choice.AreaChoice, qtbot: QtBot) -> None:
    assert choice.area == ""
    assert not choice.second.isVisible()
    with qtbot.waitSignal(choice.picked) as told:
        choice.first.setCurrentIndex(1)
        choice.first.activated.emit(1)
    assert told.args == ["73.13.06"]
    assert choice.second.isVisible()
    with qtbot.waitSignal(choice.picked) as told:
        choice.second.setCurrentIndex(2)
        choice.second.activated.emit(2)
    assert told.args == ["73.13.06.1003"]
    choice.first.setCurrentIndex(0)
    choice.first.activated.emit(0)
    assert choice.area == ""
    assert not choice.second.isVisible()


def test_a_village_is_shown_under_its_kecamatan(choice: area_choice.AreaChoice, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choice.picked):
        choice.set_area("73.13.06.1003")
    assert (choice.first.value(), choice.second.currentText()) == ("73.13.06", "Tempe")
    choice.set_parts("73.13.07", [])
    assert choice.second.currentText() == "Tempe"
    choice.set_area("")
    assert choice.area == ""
