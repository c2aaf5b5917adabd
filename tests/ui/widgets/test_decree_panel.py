# SPDX-License-Identifier: Apache-2.0
"""Decrees with their amendments under them, what stands, and a new amendment."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations.teams import Decree
from ui.widgets import decree_panel

LEFT = QtCore.Qt.MouseButton.LeftButton
FIRST = Decree(1, "10/2024", "2024-01-05", "Pembentukan Desk", "2024-01-08", "2024-03-20")
SECOND = Decree(2, "77/2024", "2024-02-10", "Perubahan", "", "2024-04-01", amends=1)
OTHER = Decree(3, "200/2024", "2024-08-01", "Desk Pilkada", "2024-08-02", "")


@pytest.fixture
def panel(app: QtWidgets.QApplication, qtbot: QtBot) -> decree_panel.DecreePanel:
    made = decree_panel.DecreePanel()
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    made.set_decrees([FIRST, OTHER, SECOND], 5, "2024-02-15")
    return made


def test_amendments_stand_under_what_they_amend(panel: decree_panel.DecreePanel) -> None:
    rows = panel.list.model.shown()
    assert [(one.number, one.state) for one in rows] == [
        ("10/2024", "1 perubahan"), ("↳ 77/2024", "perubahan ke-1"), ("200/2024", "belum berlaku"),
    ]
    panel.set_decrees([FIRST, SECOND], 5, "2024-05-01")
    assert panel.list.model.shown()[0].state == "berakhir 01-04-2024"


def test_what_stands_is_said_above_the_form(panel: decree_panel.DecreePanel) -> None:
    assert panel.standing.text() == (
        "Yang berlaku: 10/2024 dengan 1 perubahan, terakhir 77/2024; masa berlaku 08-01-2024 s.d. 01-04-2024."
    )
    panel.list.show_row(3)
    assert not panel.standing.isVisible()
    assert panel.form.field("number").text() == "200/2024"


def test_an_amendment_is_of_the_first_decree(panel: decree_panel.DecreePanel, qtbot: QtBot) -> None:
    panel.list.show_row(2)
    with qtbot.waitSignal(panel.new_wanted) as wanted:
        qtbot.mouseClick(panel.amend_button, LEFT)
    assert wanted.args == [1]
    with qtbot.waitSignal(panel.removed) as removed:
        qtbot.mouseClick(panel.remove_button, LEFT)
    assert removed.args == [2, "77/2024"]
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.list.show_row(3)
    assert chosen.args == [3]
    panel.set_read_only(True)
    assert not panel.amend_button.isVisible()
