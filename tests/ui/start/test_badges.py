# SPDX-License-Identifier: Apache-2.0
"""The rail counts open issues as they come and go."""

from pytestqt.qtbot import QtBot

from desk_app.operations import issues
from desk_app.operations.desk import Desk
from ui.start import session


def test_open_issues_are_counted(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    button = opened.window.rail._buttons["issues"]
    assert button.accessibleDescription() == ""
    opened.lanes.write(lambda: issues.new_issue(desk, "Listrik padam", "73.13.06"))
    qtbot.waitUntil(lambda: button.accessibleDescription() == "(1)", timeout=5000)
