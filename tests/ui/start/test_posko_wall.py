# SPDX-License-Identifier: Apache-2.0
"""The wall of the posko: F11 shows it on the whole screen, what is typed changes it, Esc or F11 takes it down."""

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.operations import issues, stations
from desk_app.operations.desk import Desk
from ui.start import posko_wall, session
from ui.widgets import mosaic_layout


def shown(opened: session.Session, qtbot: QtBot) -> posko_wall.WallWindow:
    opened.window.actions_.wall.trigger()
    window = opened.wall.window
    assert window is not None
    qtbot.waitUntil(lambda: window.office.text() == "Desk Pemilu Kabupaten Wajo", timeout=5000)
    return window


def test_it_follows_what_is_written(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    window = shown(opened, qtbot)
    assert "W" in window.clock.text()
    opened.lanes.write(lambda: stations.create_station(desk, "73.13.06.1001", 5, {"dpt_male": 100}))
    opened.lanes.write(lambda: issues.new_issue(desk, "Hujan", "73.13.06", category="CUA"))
    qtbot.waitUntil(lambda: "Cuaca" in window.incidents.accessibleName(), timeout=5000)
    qtbot.waitUntil(lambda: "Tempe 1" in window.table.accessibleName(), timeout=5000)
    assert "Hujan" not in window.incidents.accessibleName()
    assert window.mosaic is not None


@pytest.mark.parametrize("key", [QtCore.Qt.Key.Key_F11, QtCore.Qt.Key.Key_Escape])
def test_it_fills_the_only_screen_and_a_key_leads_back(
    opened: session.Session, qtbot: QtBot, key: QtCore.Qt.Key
) -> None:
    window = shown(opened, qtbot)
    assert window.isFullScreen()
    assert window.screen() is opened.window.screen()
    qtbot.keyClick(window, key)
    qtbot.waitUntil(lambda: opened.wall.window is None)
    assert opened.window.isVisible()
    again = shown(opened, qtbot)
    assert again.isVisible()
    opened.wall.close()
    assert opened.wall.window is None


def test_a_map_too_large_for_tps_shows_villages() -> None:
    row = mosaic_layout.MosaicRow("Tempe", bytes((0, 0, 3, 0, 0)), (2, 5))
    assert posko_wall._by_group(row).states == bytes((0, 3))
