# SPDX-License-Identifier: Apache-2.0
"""What usually stands in a line is proposed; what is typed stands unless a proposal is chosen."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import proposal_field

Key = QtCore.Qt.Key


@pytest.fixture
def field(app: QtWidgets.QApplication, qtbot: QtBot) -> Iterator[proposal_field.ProposalField]:
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    made = proposal_field.ProposalField(["KPU", "Bawaslu", "Polsek", "Polres"], parent=window)
    window.resize(400, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    yield made
    window.close()


def test_an_arrow_and_enter_take_a_proposal(field: proposal_field.ProposalField, qtbot: QtBot) -> None:
    said: list[str] = []
    field.committed.connect(said.append)
    qtbot.keyClicks(field, "pol")
    assert field.proposed == ["Polsek", "Polres"]
    qtbot.keyClick(field, Key.Key_Down)
    qtbot.keyClick(field, Key.Key_Down)
    qtbot.keyClick(field, Key.Key_Return)
    assert said == ["Polres"]
    assert field.proposed == []


def test_what_is_typed_stands_without_a_choice(field: proposal_field.ProposalField, qtbot: QtBot) -> None:
    said: list[str] = []
    field.committed.connect(said.append)
    qtbot.keyClicks(field, "pol")
    qtbot.keyClick(field, Key.Key_Return)
    assert said == ["pol"]


def test_the_arrow_shows_all_and_escape_hides_them(field: proposal_field.ProposalField, qtbot: QtBot) -> None:
    qtbot.keyClick(field, Key.Key_Down)
    assert len(field.proposed) == 4
    qtbot.keyClick(field, Key.Key_Escape)
    assert field.proposed == []
