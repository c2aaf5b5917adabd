# SPDX-License-Identifier: Apache-2.0
"""The door: operators by name, a wrong password told in words, the right one opens."""

from pathlib import Path

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.base import progress
from desk_app.operations import accounts, backups, desk, opening
from tests.ui import offices
from ui import runner
from ui.dialogs import login_dialog


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "kantor"
    with offices.desk(place, "73.13.06") as made:
        accounts.add_account(made, "Operator 2", accounts.Role.OPERATOR, "dua-dua", key_memory=offices.MEMORY)
    return place


def shown(folder: Path, lanes: runner.Runner, qtbot: QtBot, operator: str = "") -> login_dialog.LoginDialog:
    dialog = login_dialog.LoginDialog(folder, lanes, office="Desk Tempe", operator=operator)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.operator.count() == 2)
    return dialog


def test_the_last_operator_is_chosen_and_the_right_password_opens(
    folder: Path, lanes: runner.Runner, qtbot: QtBot
) -> None:
    dialog = shown(folder, lanes, qtbot, "Operator 2")
    assert dialog.operator.value() == "Operator 2"
    qtbot.keyClicks(dialog.password, "dua-dua")
    with qtbot.waitSignal(dialog.opened, timeout=10_000) as told:
        qtbot.keyClick(dialog.password, QtCore.Qt.Key.Key_Return)
    opened = told.args[0]
    assert isinstance(opened, desk.Desk)
    assert opened.operator.name == "Operator 2"
    opened.close()


def test_a_wrong_password_is_told_under_the_field(folder: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    dialog = shown(folder, lanes, qtbot)
    qtbot.keyClicks(dialog.password, "dua-dua")  # of somebody else
    dialog.button.click()
    assert dialog.button.text() == "Membuka …"
    qtbot.waitUntil(lambda: dialog.rows.rows["password"].refusal.startswith("Kata sandi salah"), timeout=10_000)
    assert dialog.button.isEnabled()
    assert dialog.password.selectedText() != ""


def test_an_office_that_is_open_elsewhere_is_told(folder: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    with opening.open_office(folder, offices.PASSWORD):
        dialog = shown(folder, lanes, qtbot)
        qtbot.keyClicks(dialog.password, offices.PASSWORD)
        dialog.button.click()
        qtbot.waitUntil(lambda: "sedang dibuka" in dialog.trouble.text, timeout=10_000)
        assert dialog.rescue_button.isHidden()


def test_a_folder_without_an_office_is_told(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    dialog = login_dialog.LoginDialog(tmp_path, lanes)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "Tidak ada kantor" in dialog.trouble.text)
    assert dialog.rescue_button.isHidden()


def with_backup(folder: Path) -> None:
    with opening.open_office(folder, offices.PASSWORD) as opened:
        progress.finish(backups.make_backup(opened))


def lies_apart(dialog: login_dialog.LoginDialog) -> bool:
    """Whether what is said at the door has its own room."""
    said = dialog.trouble.geometry()
    others = (dialog.rows, dialog.button, dialog.rescue_button, dialog.rescue_words)
    below = dialog.rows.rows["password"]._below
    words = dialog.trouble._words
    return (
        not any(said.intersects(other.geometry()) for other in others if other.isVisible())
        and words.height() >= words.heightForWidth(words.width())
        and below.height() >= below.heightForWidth(below.width()) * below.isVisible()
    )


def test_data_that_are_gone_are_brought_back_from_the_last_backup(
    folder: Path, lanes: runner.Runner, qtbot: QtBot
) -> None:
    with_backup(folder)
    (folder / "desk.db").unlink()
    dialog = shown(folder, lanes, qtbot)
    assert "tidak ada lagi" in dialog.trouble.text
    assert dialog.rescue_button.isVisible()
    assert dialog.rescue_button.text().startswith("Pulihkan dari backup terakhir (")
    assert dialog.other.menu().actions()[0].text() == dialog.rescue_button.text()
    assert lies_apart(dialog)
    dialog.rescue_button.click()
    assert "Isi kata sandi" in dialog.rows.rows["password"].refusal
    qtbot.keyClicks(dialog.password, "entah")
    dialog.rescue_button.click()
    qtbot.waitUntil(lambda: "Kata sandi salah" in dialog.rows.rows["password"].refusal, timeout=10_000)
    assert lies_apart(dialog), "two lines under the password too"
    dialog.password.setText(offices.PASSWORD)
    with qtbot.waitSignal(dialog.rescue_wanted, timeout=10_000) as told:
        dialog.other.menu().actions()[0].trigger()
    asked = told.args[0]
    assert (asked.backup.number, asked.name, asked.password) == (1, "Operator 1", offices.PASSWORD)


def test_data_that_are_broken_are_told_beside_the_password(folder: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    with_backup(folder)
    (folder / "desk.db").write_bytes(b"rusak" * 1000)
    dialog = shown(folder, lanes, qtbot)
    assert dialog.rescue_button.isHidden(), "not seen before it is opened"
    qtbot.keyClicks(dialog.password, offices.PASSWORD)
    dialog.button.click()
    qtbot.waitUntil(dialog.rescue_button.isVisible, timeout=10_000)
    assert "rusak" in dialog.trouble.text
    assert dialog.rows.rows["password"].refusal == ""
    assert lies_apart(dialog)


def test_closing_while_it_opens_closes_the_office(folder: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    dialog = shown(folder, lanes, qtbot)
    qtbot.keyClicks(dialog.password, offices.PASSWORD)
    dialog.button.click()
    with qtbot.waitSignal(dialog.left):
        dialog.reject()
    lanes.wait_idle()
    opening.open_office(folder, offices.PASSWORD).close()
