# SPDX-License-Identifier: Apache-2.0
"""A count narrows its list when it is clicked; new figures leave the choice alone."""

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import count_bar


def test_a_click_picks_and_figures_change(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    bar = count_bar.CountBar()
    qtbot.addWidget(bar)
    bar.set_counts([count_bar.Count("open", "Terbuka", 1200), count_bar.Count("all", "Semua", 3, "masalah", "masalah")])
    bar.show()
    picked: list[str] = []
    bar.picked.connect(picked.append)
    assert bar.buttons["open"].text() == "Terbuka 1.200"
    qtbot.mouseClick(bar.buttons["all"], QtCore.Qt.MouseButton.LeftButton)
    assert (picked, bar.current()) == (["all"], "all")
    bar.set_counts([count_bar.Count("open", "Terbuka", 5), count_bar.Count("all", "Semua", 4)])
    assert bar.buttons["all"].isChecked()
    assert (bar.buttons["open"].text(), bar.buttons["open"].isChecked()) == ("Terbuka 5", False)
    bar.set_current("")
    assert not bar.buttons["all"].isChecked()
    assert picked == ["all"]
