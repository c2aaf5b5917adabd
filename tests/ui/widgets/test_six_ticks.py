# SPDX-License-Identifier: Apache-2.0
"""The six ticks: keys say yes or no, the figures' own view stands beside until a person says the same."""

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from ui.widgets import six_ticks
from ui.widgets.six_ticks import Said

Key = QtCore.Qt.Key
LATE = Said("time", "Tepat waktu", None, "", False, "tiba 2 jam sesudah batasnya")


@pytest.fixture
def ticks(qtbot: QtBot) -> six_ticks.SixTicks:
    made = six_ticks.SixTicks()
    qtbot.addWidget(made)
    made.show_ticks([LATE, Said("cost", "Tepat biaya", None, "", None, "")])
    made.show()
    return made


def test_keys_say_it_and_the_same_key_takes_it_back(ticks: six_ticks.SixTicks, qtbot: QtBot) -> None:
    told: list[tuple[str, object, str]] = []
    ticks.said.connect(lambda *said: told.append(said))
    qtbot.keyClick(ticks.buttons["cost"], Key.Key_Y)
    ticks.buttons["cost"].pick("yes")
    qtbot.keyClick(ticks.buttons["time"], Key.Key_T)
    assert told[0] == ("cost", True, "")
    assert told[-1] == ("time", False, "")
    assert ("cost", None, "") in told


def test_the_reason_is_told_with_what_was_said(ticks: six_ticks.SixTicks, qtbot: QtBot) -> None:
    told: list[tuple[str, object, str]] = []
    ticks.said.connect(lambda *said: told.append(said))
    qtbot.keyClicks(ticks.reasons["time"], "banjir")
    ticks.reasons["time"].commit()
    assert told == [], "a reason for nothing that was said"
    ticks.buttons["time"].set_value("no")
    qtbot.keyClicks(ticks.reasons["time"], " besar")
    ticks.commit()
    assert told == [("time", False, "banjir besar")]


def test_what_figures_say_stands_beside_until_it_is_said(ticks: six_ticks.SixTicks) -> None:
    assert ticks._hints["time"].text() == "menurut angka: tidak, tiba 2 jam sesudah batasnya"
    assert ticks._hints["cost"].isHidden()
    ticks.show_ticks([Said("time", "Tepat waktu", False, "banjir", False, "tiba 2 jam sesudah batasnya")])
    assert ticks._hints["time"].isHidden()
    ticks.show_ticks([Said("time", "Tepat waktu", True, "jam salah", False, "tiba 2 jam sesudah batasnya")])
    assert not ticks._hints["time"].isHidden(), "a yes against the figures shows both"
