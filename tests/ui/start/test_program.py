# SPDX-License-Identifier: Apache-2.0
"""From the start to work and back: first run, the door of the last office, another operator, a backup restored."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.base import progress
from desk_app.operations import backups, stations
from tests.ui import offices
from ui import errors
from ui.dialogs import login_dialog, restore_dialog, wizard_dialog
from ui.pages import settings_page
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
    opened.window.go("settings", "backup")
    page = opened.window.page("settings")
    assert isinstance(page, settings_page.SettingsPage)
    page._restore(made)
    dialog = opened.window.findChild(restore_dialog.RestoreDialog)
    assert isinstance(dialog, restore_dialog.RestoreDialog)
    dialog.password.setText(offices.PASSWORD)
    said: list[str] = []
    begun = time.monotonic()
    with qtbot.waitSignal(whole.entered, timeout=25_000) as told:
        with qtbot.waitSignal(dialog.wanted, timeout=10_000):
            dialog.button.click()
        said.append(dialog.progress._words.text())
        assert dialog.isVisible(), "nothing can be typed meanwhile"
        dialog.reject()
        assert dialog.isVisible()
    assert said[0].startswith("Menyimpan isian terakhir")
    assert time.monotonic() - begun < 20, "it does not wait for itself"
    restored = told.args[0].desk
    assert stations.count_stations(restored) == 1
    assert restored.identity.replica != before.identity.replica
    assert (tmp_path / "kantor" / "kept-0001" / "desk.db").exists()
    notices = told.args[0].window.page("home").notices
    qtbot.waitUntil(lambda: notices.text != "")
    assert notices.text.startswith("Backup no. 1 (")
    assert "disimpan tersendiri di dalam folder kantor" in notices.text
    assert "kept" not in notices.text
    assert notices._button.text() == "Buka foldernya"
    assert not notices._gone.isActive(), "it stays until it was read"
    assert [one.reason for one in backups.backups_of(tmp_path / "kantor" / "backup")] == ["restore", "asked"]


@pytest.mark.parametrize("broken", [None, b"rusak" * 4000])
def test_an_office_that_cannot_be_opened_is_brought_back_at_the_door(
    whole: program.Program, qtbot: QtBot, tmp_path: Path, broken: bytes | None
) -> None:
    office = tmp_path / "kantor"
    with offices.desk(office) as desk:
        stations.create_station(desk, "73.13.06.1001", 1)
        progress.finish(backups.make_backup(desk))
    for name in ("desk.db", "desk.db-wal", "desk.db-shm"):
        (office / name).unlink(missing_ok=True)
    if broken is not None:
        (office / "desk.db").write_bytes(broken)
    whole.begin(office)
    dialog = door(whole)
    qtbot.waitUntil(lambda: dialog.operator.value() == "Operator 1")
    dialog.password.setText(offices.PASSWORD)
    if broken is not None:
        dialog.button.click()
    qtbot.waitUntil(dialog.rescue_button.isVisible, timeout=10_000)
    with qtbot.waitSignal(whole.entered, timeout=25_000) as told:
        dialog.rescue_button.click()
    restored = told.args[0]
    assert stations.count_stations(restored.desk) == 1
    notices = restored.window.page("home").notices
    qtbot.waitUntil(lambda: notices.text.startswith("Backup no. 1 ("))
    if broken is not None:
        assert (office / "kept-0001" / "desk.db").read_bytes() == broken


def test_the_window_is_made_anew(whole: program.Program, qtbot: QtBot, tmp_path: Path) -> None:
    offices.desk(tmp_path / "kantor").close()
    whole.begin(tmp_path / "kantor")
    opened = enter(whole, qtbot)
    with qtbot.waitSignal(whole.entered, timeout=20_000) as told:
        opened.leave(session.Leaving.AGAIN)
    assert told.args[0] is not opened
    assert told.args[0].desk is opened.desk
