# SPDX-License-Identifier: Apache-2.0
"""The small dialogs of the exchange: a plain question, a request to join, a rescue, a new key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.base.progress import finish
from desk_app.operations import accounts, authority_root, enrolment, intake, package_opening, receiving, sending
from tests import small_offices, two_offices
from ui import runner
from ui.dialogs import ask_dialog, join_dialog, recovery_dialog, renew_key_dialog, rescue_dialog


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def test_enter_and_escape_leave_everything_as_it_is(app: object, qtbot: QtBot) -> None:
    for key in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Escape):
        dialog = ask_dialog.AskDialog("Cabut?", "Tidak dapat dibatalkan.", "Cabut", danger=True)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.keyClick(dialog, key)
        assert dialog.result() == QtWidgets.QDialog.DialogCode.Rejected
        assert not dialog.isVisible()
    dialog = ask_dialog.AskDialog("Cabut?", "Tidak dapat dibatalkan.", "Cabut")
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.accepted):
        dialog.yes.click()


def test_a_request_to_join_is_written_where_it_is_wanted(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    dialog = join_dialog.JoinDialog(two.tempe, lanes)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.drives._look = list
    assert dialog.code.text() == intake.own_code(two.tempe)
    assert not dialog.button.isEnabled()
    dialog.drives.set_folder(two.stick)
    with qtbot.waitSignal(dialog.written) as told:
        dialog.button.click()
    _head, card, _roots = package_opening.request_in(told.args[0])
    assert card.name == two.tempe.identity.name
    assert "boleh dicabut" in dialog.notices.text
    dialog.drives.set_folder(two.stick / "tidak ada")
    dialog.button.click()
    qtbot.waitUntil(lambda: "tidak ditemukan" in dialog.notices.text)


def test_a_rescue_code_is_shown_to_the_sure_only_and_opens_the_other_office(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    [made] = finish(enrolment.prepare(two.kabupaten, ["73.13.07"], two.stick))
    steps = enrolment.open_ready(
        made.files[0], made.word, tmp_path / "belawa", "Besse", "rahasia", key_memory=small_offices.KEY_MEMORY
    )
    with finish(steps).desk as belawa:
        finish(receiving.receive(two.kabupaten, finish(sending.send(belawa, "73.13", two.stick)).files))
    dialog = rescue_dialog.RescueDialog(two.kabupaten, lanes, "73.13.07", "Desk Belawa")
    qtbot.addWidget(dialog)
    dialog.show()

    def codes() -> list[str]:
        labels = dialog.findChildren(QtWidgets.QLabel)
        return [one.text() for one in labels if one.accessibleName() == "Kode pertolongan" and one.isVisible()]

    assert codes() == []
    dialog.sure.click()
    qtbot.waitUntil(lambda: bool(codes()))
    [code] = codes()
    recovery = recovery_dialog.RecoveryDialog(tmp_path / "belawa", lanes)
    qtbot.addWidget(recovery)
    recovery.show()
    lanes.wait_idle()
    recovery.code.setText(code.lower())
    recovery.passwords.first.setText("baru sekali")
    recovery.passwords.second.setText("baru sekali")
    with qtbot.waitSignal(recovery.opened, timeout=20_000) as told:
        recovery.button.click()
    told.args[0].close()
    assert accounts.account_names(tmp_path / "belawa") == ["Besse"]
    dialog.sure.click()
    qtbot.waitUntil(lambda: codes() == [])


def test_where_there_is_no_rescue_code_it_is_said(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    dialog = rescue_dialog.RescueDialog(two.kabupaten, lanes, "73.13.06", "Desk Tempe")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.sure.click()
    qtbot.waitUntil(lambda: "Belum ada kode pertolongan" in dialog.notices.text)


def test_the_sheet_from_the_safe_replaces_the_key(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    sheet = authority_root.spare_sheet(two.kabupaten)
    assert sheet is not None
    for expected in (True, False):
        dialog = renew_key_dialog.RenewKeyDialog(two.kabupaten, lanes)
        qtbot.addWidget(dialog)
        dialog.show()
        assert not dialog.button.isEnabled()
        dialog.code.set_text(sheet)
        dialog.button.click()
        if expected:
            qtbot.waitUntil(lambda dialog=dialog: not dialog.isVisible())
        else:
            qtbot.waitUntil(lambda dialog=dialog: "tidak cocok" in dialog.code.said.text())
