# SPDX-License-Identifier: Apache-2.0
"""One's own password is changed with the old one; an admin gives another operator a new one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.domain import errors
from desk_app.operations import accounts, locking, opening
from desk_app.operations.desk import Desk
from tests.ui import offices
from ui import runner
from ui.dialogs import password_dialog


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with offices.desk(tmp_path / "kantor", "73.13.06") as made:
        yield made


def test_the_old_password_is_asked(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    dialog = password_dialog.PasswordDialog(desk, lanes)
    qtbot.addWidget(dialog)
    dialog.show()
    for line in (dialog.passwords.first, dialog.passwords.second):
        qtbot.keyClicks(line, "yang baru")
    assert not dialog.button.isEnabled()
    qtbot.keyClicks(dialog.old, "entah")
    dialog.button.click()
    qtbot.waitUntil(lambda: "Kata sandi lama salah" in dialog.trouble.text(), timeout=10_000)
    locking.require_operator(desk, offices.PASSWORD)
    dialog.old.setText(offices.PASSWORD)
    with qtbot.waitSignal(dialog.changed, timeout=10_000):
        dialog.button.click()
    locking.require_operator(desk, "yang baru")


def test_an_admin_gives_a_password(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    other = accounts.add_account(desk, "Operator 2", accounts.Role.OPERATOR, "lupa-lupa", key_memory=offices.MEMORY)
    dialog = password_dialog.PasswordDialog(desk, lanes, other)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.old.isVisible()
    for line in (dialog.passwords.first, dialog.passwords.second):
        qtbot.keyClicks(line, "ingat-ingat")
    with qtbot.waitSignal(dialog.changed, timeout=10_000):
        dialog.button.click()
    folder = desk.folder
    desk.close()
    with pytest.raises(errors.NotPermitted):
        opening.open_office(folder, "lupa-lupa", name="Operator 2")
    opening.open_office(folder, "ingat-ingat", name="Operator 2").close()
