# SPDX-License-Identifier: Apache-2.0
"""One line, one recap: hour and source stay for the next region."""

from datetime import time

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import readiness
from desk_app.operations import recap_board, recaps
from ui.widgets import marks, recap_panel


def line(code: str, figure: readiness.Figure) -> recaps.FigureLine:
    return recaps.FigureLine(code, f"Kec. {code}", figure, 0, "")


@pytest.fixture
def panel(app: QtWidgets.QApplication, qtbot: QtBot) -> recap_panel.RecapPanel:
    parts = [readiness.reckon(4, [readiness.details(3, 3, 5)]), readiness.details(0, 0, 8)]
    rows = tuple(line(code, figure) for code, figure in zip("ab", parts, strict=True))
    figures = recaps.Figures("har.buka", "Buka", rows, line("x", readiness.reckon(None, parts)))
    made = recap_panel.RecapPanel()
    qtbot.addWidget(made)
    made.set_board(recap_board.Board((("har.buka", "Buka"),), "har.buka", figures, ()), lambda at: "", time(7, 30))
    made.show()
    return made


def test_enter_tells_the_recap_and_goes_on(panel: recap_panel.RecapPanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.count, "5")
    with qtbot.assertNotEmitted(panel.entered):
        qtbot.keyClick(panel.count, QtCore.Qt.Key.Key_Enter)
    assert "sumber" in panel.hint.text()
    qtbot.keyClicks(panel.source, "camat")
    with qtbot.waitSignal(panel.entered) as told:
        qtbot.keyClick(panel.source, QtCore.Qt.Key.Key_Return)
    assert told.args == [recap_panel.Entry("a", 5, 5, time(7, 30), "camat")]
    panel.accept()
    assert panel.table.current().code == "b"
    assert panel.count.value() is None
    assert (panel.total.value(), panel.source.value(), panel.hour.value()) == (8, "camat", time(7, 30))


def test_arrows_choose_the_region_while_typing(panel: recap_panel.RecapPanel, qtbot: QtBot) -> None:
    qtbot.keyClick(panel.count, QtCore.Qt.Key.Key_Down)
    assert panel.table.current().code == "b"
    qtbot.keyClick(panel.count, QtCore.Qt.Key.Key_Down)
    assert panel.table.current().code == "b"
    qtbot.keyClick(panel.count, QtCore.Qt.Key.Key_Up)
    assert panel.table.current().code == "a"


def test_a_gap_is_marked_and_nothing_known_is_not_zero() -> None:
    gap = line("a", readiness.reckon(3, [readiness.details(5, 5, 5)]))
    row = recap_panel.row_of(gap, lambda at: "")
    assert row.counted == 5
    assert isinstance(row.basis, marks.Marked)
    assert row.basis.mark == "masalah"
    unknown = recap_panel.row_of(line("b", readiness.details(0, 0, 8)), lambda at: "")
    assert (unknown.counted, unknown.basis) == (None, "belum ada")
