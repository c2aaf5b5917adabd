# SPDX-License-Identifier: Apache-2.0
"""The history says who, when, what, and which value was replaced; newest first."""

from pathlib import Path

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import history, stations
from tests.ui import offices
from ui import runner
from ui.dialogs import history_dialog


def test_who_when_what_and_what_it_replaced(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    with offices.desk(tmp_path / "kantor") as desk:
        record = stations.create_station(desk, "73.13.06.1001", 5, {"dpt_male": 100})
        stations.edit_station(desk, "73.13.06.1001-005", {"dpt_male": 120})
        history.undo(desk)
        dialog = history_dialog.HistoryDialog(desk, lanes, record, "TPS 005")
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: len(dialog.entries) == 3)
        undone, edited, created = dialog.entries
        assert "100" in created.text
        assert "100 → 120" in edited.text
        assert "120 → 100" in undone.text
        assert undone.text.startswith("Pembatalan")
        assert "Operator 1" in edited.who
        assert edited.when.endswith("WITA")
        dialog.findChildren(QtWidgets.QPushButton)[0].click()
        assert QtWidgets.QApplication.clipboard().text().count("\n") == 3


def test_a_record_that_is_not_there_is_told(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    with offices.desk(tmp_path / "kantor", "73.13.06") as desk:
        dialog = history_dialog.HistoryDialog(desk, lanes, 999_999_999, "?")
        qtbot.addWidget(dialog)
        qtbot.waitUntil(lambda: "tidak ada" in dialog.words.text())
