# SPDX-License-Identifier: Apache-2.0
"""From the start to work and back: first run, the door of the last office, another operator, a backup restored."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.base import progress
from desk_app.operations import backups, stations
from tests.ui import offices
from ui import errors
from ui.dialogs import login_dialog, wizard_dialog
from ui.start import known_offices, program, session


@pytest.fixture
def whole(app: QtWidgets.QApplication, qtbot: QtBot) -> Iterator[program.Program]:
    made = program.Program(errors.Troubles())
    over: list[bool] = []
    made.over.connect(lambda: over.append(True))
    yield made
    if not over:
        with qtbot.waitSignal(made.over, timeout=20_000):
            if made.session is not None:
                made.session.leave(session.Leaving.QUIT)
            else:
                made.end()


def door(whole: program.Program) -> login_dialog.LoginDialog:
    assert isinstance(whole.dialog, login_dialog.LoginDialog)
    return whole.dialog


def enter(whole: program.Program, qtbot: QtBot) -> session.Session:
    dialog = door(whole)
    qtbot.waitUntil(lambda: dialog.operator.value() == "Operator 1")
    dialog.password.setText(offices.PASSWORD)
    with qtbot.waitSignal(whole.entered, timeout=20_000) as told:
        dialog.button.click()
    entered = told.args[0]
    assert isinstance(entered, session.Session)
    return entered


def test_the_first_run_is_the_wizard(whole: program.Program, qtbot: QtBot) -> None:
    whole.begin()
    assert isinstance(whole.dialog, wizard_dialog.WizardDialog)
    with qtbot.waitSignal(whole.over):
        whole.dialog.reject()


def test_the_last_office_is_remembered(whole: program.Program, qtbot: QtBot, tmp_path: Path) -> None:
    offices.desk(tmp_path / "kantor").close()
    whole.begin(tmp_path / "kantor")
    opened = enter(whole, qtbot)
    assert opened.window.isVisible()
    assert opened.window.front == "home"
    assert whole.dialog is None
    assert known_offices.all_known()[0].name == "Desk Pemilu Kabupaten Wajo"
    opened.leave(session.Leaving.SWITCH)
    qtbot.waitUntil(lambda: isinstance(whole.dialog, login_dialog.LoginDialog), timeout=20_000)
    assert door(whole).windowTitle() == "Desk Pemilu Kabupaten Wajo"
    door(whole).new_wanted.emit()
    assert isinstance(whole.dialog, wizard_dialog.WizardDialog)


def test_a_backup_is_brought_back(whole: program.Program, qtbot: QtBot, tmp_path: Path) -> None:
    with offices.desk(tmp_path / "kantor") as desk:
        stations.create_station(desk, "73.13.06.1001", 1)
        made = progress.finish(backups.make_backup(desk)).made
        stations.create_station(desk, "73.13.06.1001", 2)
    whole.begin(tmp_path / "kantor")
    opened = enter(whole, qtbot)
    before = opened.desk
    assert stations.count_stations(before) == 2
    page = opened.window.page("settings")
    with qtbot.waitSignal(whole.entered, timeout=30_000) as told:
        # As the dialog does: from inside a delivery of the runner, which has looked at the password.
        whole.lanes.read(lambda: None, lambda _none: page.restore_wanted.emit(made.folder, offices.PASSWORD))  # type: ignore[attr-defined]
    restored = told.args[0].desk
    assert stations.count_stations(restored) == 1
    assert restored.identity.replica != before.identity.replica
    assert (tmp_path / "kantor" / "kept-0001" / "desk.db").exists()


def test_the_window_is_made_anew(whole: program.Program, qtbot: QtBot, tmp_path: Path) -> None:
    offices.desk(tmp_path / "kantor").close()
    whole.begin(tmp_path / "kantor")
    opened = enter(whole, qtbot)
    with qtbot.waitSignal(whole.entered, timeout=20_000) as told:
        opened.leave(session.Leaving.AGAIN)
    assert told.args[0] is not opened
    assert told.args[0].desk is opened.desk
