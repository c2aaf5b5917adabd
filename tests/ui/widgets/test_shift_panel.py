# SPDX-License-Identifier: Apache-2.0
"""One shift: its fields save by themselves; a new one is added by Enter, refused under its field, given up by Esc."""

from datetime import date, time

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import team_roster
from ui.widgets import shift_panel

KEYS = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
ONE = team_roster.Shift(7, date(2024, 2, 13), 19 * 60, 7 * 60, 1, "", "Andi", "Camat", "HT")


@pytest.fixture
def panel(app: QtWidgets.QApplication, qtbot: QtBot) -> shift_panel.ShiftPanel:
    made = shift_panel.ShiftPanel()
    made.set_members({1: "Andi · Camat", 2: "Baso · Lurah"})
    qtbot.addWidget(made)
    made.resize(460, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_a_shift_is_shown_and_its_fields_are_told(panel: shift_panel.ShiftPanel, qtbot: QtBot) -> None:
    assert panel.nothing.isVisible()
    panel.show_shift(ONE, 5)
    assert not panel.nothing.isVisible()
    assert panel.one.field("member").text() == "Andi · Camat"
    assert panel.one.field("end").value() == time(7, 0)
    field = panel.one.field("member")
    field.setFocus()
    field.selectAll()
    with qtbot.waitSignal(panel.edited) as told:
        qtbot.keyClicks(field, "Baso")
        field.commit()
    assert told.args == [7, {"member": 2, "person": ""}, "member"]
    with qtbot.waitSignal(panel.edited) as told:
        panel.one.field("end").setTime(QtCore.QTime(8, 30))
        panel.one.field("end").commit()
    assert told.args == [7, {"end": 510}, "end"]
    with qtbot.waitSignal(panel.removed) as removed:
        qtbot.mouseClick(panel.remove_button, LEFT)
    assert removed.args == [ONE]


def test_a_new_one_by_keyboard(panel: shift_panel.ShiftPanel, qtbot: QtBot) -> None:
    panel.show_shift(ONE)
    panel.begin(date(2024, 2, 14), 7 * 60, 15 * 60)
    assert not panel.one.isVisible()
    field = panel.fresh.field("member")
    assert field.hasFocus()
    qtbot.keyClicks(field, "Bu Ani")
    qtbot.keyClicks(panel.fresh.field("until"), "16022024")
    with qtbot.waitSignal(panel.added) as told:
        qtbot.keyClick(panel.fresh.field("until"), KEYS.Key_Return)
    assert told.args == [{
        "day": "2024-02-14", "start": 420, "end": 900, "member": None, "person": "Bu Ani", "note": "",
        "until": "2024-02-16",
    }]
    panel.refuse("Pilih petugas piket.")
    assert panel.fresh.form.rows["member"].refusal == "Pilih petugas piket."
    qtbot.keyClick(panel.fresh.field("note"), KEYS.Key_Escape)
    assert panel.asking.isHidden()
    assert panel.one.isVisible()
