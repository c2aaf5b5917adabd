# SPDX-License-Identifier: Apache-2.0
"""One village after the other, and the next one named."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import village_choice

VILLAGES = (("73.13.06.1001", "Bulu Pabbulu"), ("73.13.06.1002", "Padduppa"))


def test_the_next_village_is_named_and_chosen(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    holder = QtWidgets.QWidget()
    qtbot.addWidget(holder)
    column = QtWidgets.QVBoxLayout(holder)
    made = village_choice.VillageChoice()
    column.addWidget(made)
    column.addWidget(made.next)
    holder.show()
    told: list[str] = []
    made.picked.connect(told.append)
    made.set_districts([("73.13.06", "Tempe")])
    assert not made.district.isVisible()
    made.set_villages("73.13.06", VILLAGES)
    assert made.code == VILLAGES[0][0]
    assert "Padduppa" in made.next.text()
    made.next.click()
    assert told == [VILLAGES[1][0]]
    assert made.code == VILLAGES[1][0]
    assert not made.next.isVisible()
    made.set_villages("73.13.06", VILLAGES, VILLAGES[0][0])
    assert made.next.isVisible()


def test_a_regency_asks_for_the_kecamatan_first(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = village_choice.VillageChoice()
    qtbot.addWidget(made)
    made.show()
    told: list[str] = []
    made.district_picked.connect(told.append)
    made.set_districts([("73.13.06", "Tempe"), ("73.13.07", "Belawa")])
    made.set_villages("73.13.06", VILLAGES)
    assert made.district.isVisible()
    made.district.setCurrentIndex(1)
    made.district.activated.emit(1)
    assert told == ["73.13.07"]
    made.set_villages("73.13.07", ())
    assert made.code == ""
