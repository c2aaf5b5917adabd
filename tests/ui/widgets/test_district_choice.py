# SPDX-License-Identifier: Apache-2.0
"""The kecamatan of a team: long names end in dots and make nothing wider; a click is told."""

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import district_choice

LONG = "Blang Mamplam Girek Rheng Lhok Krueng Krueng Meunasah Girek"


def test_long_names_make_nothing_wider_and_stand_whole_in_the_tip(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = district_choice.DistrictChoice("Wilayah tugas")
    qtbot.addWidget(made)
    made.set_options([(f"11.08.{at:02d}", f"{LONG} {at}") for at in range(27)])
    made.set_chosen(["11.08.03"], {"11.08.03": "II, IV"})
    assert made.minimumSizeHint().width() < 500
    made.resize(600, 400)
    made.show()
    assert made.width() == 600
    assert all(box.geometry().right() <= 600 for box in made.boxes.values())
    assert made.boxes["11.08.03"].toolTip() == f"{LONG} 3\nJuga wilayah Tim II, IV"
    qtbot.waitExposed(made)
    made.grab()  # drawn without a fault


def test_a_click_tells_which_and_what(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = district_choice.DistrictChoice("Wilayah tugas")
    qtbot.addWidget(made)
    made.set_options([("73.13.06", "Tempe"), ("73.13.07", "Belawa")])
    made.show()
    with qtbot.waitSignal(made.ticked) as told:
        box = made.boxes["73.13.07"]
        qtbot.mouseClick(box, QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(8, box.height() // 2))
    assert told.args == ["73.13.07", True]
