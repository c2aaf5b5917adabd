# SPDX-License-Identifier: Apache-2.0
"""The code of the sheet opens the office and makes a new password; a wrong code is told under its field."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from desk_app.operations import opening
from tests.ui import offices
from ui import runner
from ui.dialogs import recovery_dialog


def test_the_sheet_opens_and_makes_a_password(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    made = offices.made(tmp_path / "kantor", "73.13.06")
    made.desk.close()
    dialog = recovery_dialog.RecoveryDialog(tmp_path / "kantor", lanes)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.operator.value() == "Operator 1")
    qtbot.keyClicks(dialog.code, "AAAAA-BBBBB")
    qtbot.keyClicks(dialog.passwords.first, "kembali")
    assert not dialog.button.isEnabled()
    qtbot.keyClicks(dialog.passwords.second, "kembali")
    dialog.button.click()
    qtbot.waitUntil(lambda: "tidak cocok" in dialog.rows.rows["code"].refusal, timeout=10_000)
    dialog.code.setText(made.recovery_secret.lower().replace("-", " "))
    with qtbot.waitSignal(dialog.opened, timeout=10_000) as told:
        dialog.button.click()
    told.args[0].close()
    opening.open_office(tmp_path / "kantor", "kembali").close()
