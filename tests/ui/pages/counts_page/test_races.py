# SPDX-License-Identifier: Apache-2.0
"""The choice of a race: those that are copied, one of them always chosen."""

from pathlib import Path

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import count_rules
from tests import regency_offices
from ui.pages.counts_page import races


def test_one_is_always_chosen(tmp_path: Path, app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        count_rules.edit(desk, races=("ppwp", "dpd"))
        buttons = races.RaceButtons(desk)
        qtbot.addWidget(buttons)
        buttons.load()
        assert (buttons.value(), buttons.label()) == ("ppwp", "Presiden dan Wakil Presiden")
        told: list[str] = []
        buttons.chosen.connect(lambda: told.append(buttons.value()))
        buttons.pick("dpd")
        buttons.pick("dpd")
        assert (buttons.value(), told) == ("dpd", ["dpd"])
        count_rules.edit(desk, races=("ppwp",))
        buttons.load()
        assert buttons.value() == "ppwp"
