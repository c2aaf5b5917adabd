# SPDX-License-Identifier: Apache-2.0
"""Before a backup is brought back, what happens is told, and the password asked."""

from pathlib import Path

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.base import progress
from desk_app.operations import backups
from tests.ui import offices
from ui import runner
from ui.dialogs import restore_dialog


def test_the_password_is_asked(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    with offices.desk(tmp_path / "kantor", "73.13.06") as desk:
        made = progress.finish(backups.make_backup(desk)).made
        dialog = restore_dialog.RestoreDialog(desk, lanes, made)
        qtbot.addWidget(dialog)
        dialog.show()
        said = " ".join(label.text() for label in dialog.findChildren(QtWidgets.QLabel))
        assert "tidak dihapus" in said
        assert not dialog.button.isEnabled()
        qtbot.keyClicks(dialog.password, "entah")
        dialog.button.click()
        assert dialog.progress.isVisible(), "told at once that the password is looked at"
        qtbot.waitUntil(lambda: "salah" in dialog.rows.rows["password"].refusal, timeout=10_000)
        assert not dialog.progress.isVisible()
        dialog.password.setText(offices.PASSWORD)
        with qtbot.waitSignal(dialog.wanted, timeout=10_000) as told:
            dialog.button.click()
        assert told.args == [offices.PASSWORD]
        assert dialog.progress.isVisible(), "it stays over the window, and says what is done"
        assert not dialog.cancel.isEnabled()
        assert "kept" not in said
        lanes.wait_idle()
