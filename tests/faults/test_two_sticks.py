# SPDX-License-Identifier: Apache-2.0
"""The window with two sticks plugged in: nobody but the user knows which one is meant."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from ui import runner
from ui.widgets import drive_picker


def test_19_which_of_two_sticks_is_asked(qtbot: QtBot) -> None:
    """§23 no. 19: as long as nothing was chosen, nothing is written to either."""
    lanes = runner.Runner()
    picker = drive_picker.DrivePicker(lanes, list)
    qtbot.addWidget(picker)
    picker.set_drives([drive_picker.Drive(Path(f"/media/{name}"), "STICK", 1 << 30, 8 << 30) for name in "ab"])
    chosen = picker.value()
    lanes.close()
    assert chosen is None
