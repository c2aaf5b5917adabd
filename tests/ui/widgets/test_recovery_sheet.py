# SPDX-License-Identifier: Apache-2.0
"""The sheet is kept when it was saved; a place that cannot be written is told."""

from pathlib import Path

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import recovery_sheet


def test_saving_keeps_it(app: QtWidgets.QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = recovery_sheet.RecoverySheet("Desk Wajo", "ABCDE-FGHJK")
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.save(tmp_path / "tidak ada" / "lembar.txt")
    assert sheet.trouble.isVisible()
    assert not sheet.written.isChecked()
    with qtbot.waitSignal(sheet.kept):
        sheet.save(tmp_path / "lembar.txt")
    assert not sheet.trouble.isVisible()
    text = (tmp_path / "lembar.txt").read_text("utf-8")
    assert "Desk Wajo" in text
    assert "ABCDE-FGHJK" in text
    sheet.set_secret("Desk Wajo", "ZZZZZ-YYYYY")
    assert not sheet.written.isChecked(), "another secret is kept anew"
