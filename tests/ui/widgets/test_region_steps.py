# SPDX-License-Identifier: Apache-2.0
"""A region is chosen step by step; another first step takes the later ones back."""

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import region_steps

DISTRICTS = (("", "Seluruh wilayah"), ("06", "Tempe"), ("07", "Belawa"))
VILLAGES = (("", "Seluruh Tempe"), ("06.1", "Attakkae"))


def test_the_narrowest_region_counts(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    field = region_steps.RegionSteps()
    qtbot.addWidget(field)
    field.show()
    told: list[str] = []
    field.committed.connect(told.append)
    field.set_steps([(DISTRICTS, "")])
    assert (field.value(), told) == ("", [])
    assert [step.isVisible() for step in field.steps] == [True, False, False, False]
    field.steps[0].setFocus()
    qtbot.keyClick(field.steps[0], QtCore.Qt.Key.Key_Down)
    assert told == ["06"]
    field.set_steps([(DISTRICTS, "06"), (VILLAGES, "06.1")])
    assert field.value() == "06.1"
    qtbot.keyClick(field.steps[0], QtCore.Qt.Key.Key_Down)
    assert told == ["06", "07"]
    assert not field.steps[1].isVisible()
