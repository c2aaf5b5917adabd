# SPDX-License-Identifier: Apache-2.0
"""The first run by keyboard: place by typing, desk, operator, recovery sheet; then the office is open."""

from pathlib import Path

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.operations import accounts, areas, desk
from ui import runner
from ui.dialogs import wizard_dialog

ENTER = QtCore.Qt.Key.Key_Return


@pytest.fixture
def wizard(lanes: runner.Runner, qtbot: QtBot) -> wizard_dialog.WizardDialog:
    made = wizard_dialog.WizardDialog(lanes)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(wizard: wizard_dialog.WizardDialog, qtbot: QtBot, typed: str, code: str) -> None:
    qtbot.keyClicks(wizard.place.typed, typed)

    def found() -> bool:
        value = wizard.place.value()
        return value is not None and value.code == code

    qtbot.waitUntil(found, timeout=10_000)


def test_an_office_from_the_first_key_to_work(
    wizard: wizard_dialog.WizardDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "wajo"
    choose(wizard, qtbot, "wajo", "73.13")
    qtbot.keyClick(wizard.place.typed, ENTER)
    assert wizard.steps.currentWidget() is wizard.desk
    assert wizard.desk.name.text() == "Desk Pemilu Kabupaten Wajo"
    assert wizard.desk.receives.isHidden()
    wizard.desk.folder.setText(str(folder))
    qtbot.keyClick(wizard.desk.name, ENTER)
    assert wizard.steps.currentWidget() is wizard.operator
    assert not wizard.next.isEnabled()
    qtbot.keyClicks(wizard.operator.passwords.first, "rahasia")
    qtbot.keyClicks(wizard.operator.passwords.second, "rahasi")
    assert not wizard.next.isEnabled()
    qtbot.keyClicks(wizard.operator.passwords.second, "a")
    wizard.next.click()
    qtbot.waitUntil(lambda: wizard.steps.currentWidget() is wizard.sheet, timeout=10_000)
    secret = wizard.sheet.code.text()
    assert len(secret.replace("-", "")) == 26
    assert not wizard.next.isEnabled()
    wizard.reject()
    assert wizard.isVisible(), "it does not close before the secret is kept"
    wizard.sheet.save(tmp_path / "lembar.txt")
    assert secret in (tmp_path / "lembar.txt").read_text("utf-8")
    with qtbot.waitSignal(wizard.opened) as told:
        wizard.next.click()
    opened = told.args[0]
    assert isinstance(opened, desk.Desk)
    assert len(areas.districts(opened)) == 14
    opened.close()
    accounts.open_with_sheet(folder, secret, "Operator 1", "baru").close()


def test_a_kecamatan_receives_its_master_data(
    wizard: wizard_dialog.WizardDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(wizard, qtbot, "tempe", "73.13.06")
    wizard.next.click()
    assert not wizard.desk.receives.isHidden()
    assert wizard.desk.receives.isChecked()
    wizard.desk.folder.setText(str(tmp_path / "tempe"))
    wizard.next.click()
    wizard.operator.passwords.first.setText("rahasia")
    wizard.operator.passwords.second.setText("rahasia")
    wizard.next.click()
    qtbot.waitUntil(lambda: wizard.steps.currentWidget() is wizard.sheet, timeout=10_000)
    wizard.sheet.written.setChecked(True)
    with qtbot.waitSignal(wizard.opened) as told:
        wizard.next.click()
    with told.args[0] as opened:
        assert opened.identity.place == "73.13.06"
        assert areas.villages(opened, "73.13.06") == []


def test_a_folder_that_holds_an_office_is_refused(
    wizard: wizard_dialog.WizardDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "desk.keys").write_bytes(b"somebody else's")
    choose(wizard, qtbot, "wajo", "73.13")
    wizard.next.click()
    wizard.desk.folder.setText(str(tmp_path))
    wizard.next.click()
    wizard.operator.passwords.first.setText("rahasia")
    wizard.operator.passwords.second.setText("rahasia")
    wizard.next.click()
    qtbot.waitUntil(lambda: "sudah ada kantor" in wizard.notices.text, timeout=10_000)
    assert (tmp_path / "desk.keys").read_bytes() == b"somebody else's"
    wizard.back.click()
    assert wizard.steps.currentWidget() is wizard.desk


def test_nothing_found_says_so(wizard: wizard_dialog.WizardDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(wizard.place.typed, "atlantis")
    qtbot.waitUntil(lambda: "atlantis" in wizard.place.hint.text(), timeout=10_000)
    assert not wizard.next.isEnabled()


def test_closing_it_leaves(wizard: wizard_dialog.WizardDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(wizard.left):
        wizard.reject()
