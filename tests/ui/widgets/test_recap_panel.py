# SPDX-License-Identifier: Apache-2.0
"""One line, one recap: hour and source stay for the next region."""

from datetime import time

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import readiness
from desk_app.operations import recap_board, recap_lines, recaps
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


def test_a_line_that_was_read_waits_in_the_fields_for_its_enter(
    panel: recap_panel.RecapPanel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.line_typed) as typed:
        qtbot.keyClicks(panel.typed, "b 7 dari 9, 07.45, lurah")
        qtbot.keyClick(panel.typed, QtCore.Qt.Key.Key_Return)
    assert typed.args == ["b 7 dari 9, 07.45, lurah"]
    panel.fill(recap_lines.Line("b", "Kec. b", 7, 9, "har.tutup", time(7, 45), "lurah"))
    assert panel.table.current().code == "b"
    figures = recaps.Figures("log.tinta", "Tinta", tuple(panel_rows()), line("x", readiness.details(0, 0, 8)))
    panel.set_board(recap_board.Board((("log.tinta", "Tinta"),), "log.tinta", figures, ()), lambda at: "", time(8))
    with qtbot.waitSignal(panel.entered) as told:
        qtbot.keyClick(panel.count, QtCore.Qt.Key.Key_Return)
    assert told.args == [recap_panel.Entry("b", 7, 9, time(7, 45), "lurah", "har.tutup")], "the item of the line counts"
    panel.accept()
    assert panel.typed.hasFocus() or not panel.isActiveWindow()
    assert panel.count.value() is None


def test_a_line_about_a_village_that_is_not_shown_keeps_its_place(
    panel: recap_panel.RecapPanel, qtbot: QtBot
) -> None:
    panel.fill(recap_lines.Line("73.13.06.1001", "Kel. Jauh", 3, None, "", None, "lurah"))
    with qtbot.waitSignal(panel.entered) as told:
        panel.submit()
    assert told.args[0].place == "73.13.06.1001"
    panel.accept()
    assert panel._region.text() == "Kec. a"


def panel_rows() -> list[recaps.FigureLine]:
    return [line(code, readiness.details(0, 0, 8)) for code in "ab"]


def test_the_recaps_of_one_region_hour_by_hour(panel: recap_panel.RecapPanel) -> None:
    lines = [
        recaps.RecapLine(no, place, place, "har.buka", "Buka", no, None, no, "camat", "")
        for no, place in ((3, "b"), (2, "a"), (1, "b"))
    ]
    figures = recaps.Figures("har.buka", "Buka", tuple(panel_rows()), line("x", readiness.details(0, 0, 8)))
    board = recap_board.Board((("har.buka", "Buka"),), "har.buka", figures, tuple(lines))
    panel.set_board(board, str, time(8))
    assert [row.no for row in panel.heard.model.shown()] == [3, 2, 1]
    panel.table.show_row("b")
    panel.only.click()
    assert [row.no for row in panel.heard.model.shown()] == [3, 1]
    panel.table.show_row("a")
    assert [row.no for row in panel.heard.model.shown()] == [2]


def test_what_came_in_is_reached_on_a_small_screen_too(panel: recap_panel.RecapPanel, qtbot: QtBot) -> None:
    panel.resize(820, 420)
    qtbot.waitUntil(panel.came.isVisible)
    assert not panel.heard.isVisible()
    panel.came.click()
    assert panel.heard.isVisible()
    assert not panel.table.isVisible()
    panel.back.click()
    assert panel.table.isVisible()
    assert not panel.heard.isVisible()
    panel.resize(1140, 420)
    qtbot.waitUntil(panel.heard.isVisible)
    assert panel.table.isVisible()
    assert not panel.came.isVisible()
