# SPDX-License-Identifier: Apache-2.0
"""The rail counts open issues and differing data as they come and go."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desk_app.operations import clarification, history, issues
from desk_app.operations.desk import Desk
from tests import two_offices
from ui import errors, runner
from ui.start import session


def test_open_issues_are_counted(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    button = opened.window.rail._buttons["issues"]
    assert button.accessibleDescription() == ""
    opened.lanes.write(lambda: issues.new_issue(desk, "Listrik padam", "73.13.06"))
    qtbot.waitUntil(lambda: button.accessibleDescription() == "(1)", timeout=5000)


def test_the_last_decision_takes_the_count_away_and_undo_brings_it_back(
    tmp_path: Path, lanes: runner.Runner, qtbot: QtBot
) -> None:
    with two_offices.opened(tmp_path) as two:
        two.disagree()
        two.carry(two.tempe, two.kabupaten)
        desk = two.kabupaten
        made = session.Session(desk, lanes, errors.Troubles(), first_page="settings")
        made.show()
        button = made.window.rail._buttons["exchange"]
        qtbot.waitUntil(lambda: button.accessibleDescription() == "(2)", timeout=5000)
        for matter in clarification.waiting(desk):
            lanes.write(lambda matter=matter: clarification.use_side(desk, matter, matter.sides[0].key))
        qtbot.waitUntil(lambda: button.accessibleDescription() == "", timeout=5000)
        lanes.write(lambda: history.undo(desk))
        qtbot.waitUntil(lambda: button.accessibleDescription() == "(1)", timeout=5000)
        with qtbot.waitSignal(made.ended, timeout=20_000):
            made.leave(session.Leaving.QUIT)
