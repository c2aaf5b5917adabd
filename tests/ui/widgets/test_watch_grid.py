# SPDX-License-Identifier: Apache-2.0
"""Cell to cell as in a spreadsheet: digits, Enter, arrows, S and B at a TPS, Space, Delete, Ctrl+C."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from tests.ui.widgets import watch_sheets
from ui.widgets import watch_grid, watch_model

KEY = QtCore.Qt.Key
FIRST = watch_grid.FIRST


@pytest.fixture
def grid(app: QtWidgets.QApplication, qtbot: QtBot) -> watch_grid.WatchGrid:
    made = watch_grid.WatchGrid()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.set_sheet(watch_sheets.make())
    made.view.setFocus()
    return made


def at(grid: watch_grid.WatchGrid) -> tuple[int, int]:
    index = grid.view.currentIndex()
    return index.row(), index.column()


def press(qtbot: QtBot, key: KEY) -> None:
    focus = QtWidgets.QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key)


def test_digits_and_enter_go_down_the_column(grid: watch_grid.WatchGrid, qtbot: QtBot) -> None:
    grid.view.go("73.13.06", FIRST)
    told: list[tuple[str, int, str]] = []
    grid.typed.connect(lambda code, column, text: told.append((code, column, text)))
    press(qtbot, KEY.Key_3)
    assert isinstance(QtWidgets.QApplication.focusWidget(), QtWidgets.QLineEdit)
    press(qtbot, KEY.Key_Return)
    assert told == [("73.13.06", 0, "3")]
    assert at(grid) == (1, FIRST)
    assert grid.view.hasFocus()
    press(qtbot, KEY.Key_2)
    press(qtbot, KEY.Key_Up)
    assert told[-1] == ("73.13.06.1001", 0, "2")
    assert at(grid) == (0, FIRST)
    press(qtbot, KEY.Key_Return)
    assert at(grid) == (1, FIRST), "Enter without typing goes down"
    assert len(told) == 2


def test_esc_forgets_what_was_refused_in_a_cell(grid: watch_grid.WatchGrid, qtbot: QtBot) -> None:
    grid.view.go("73.13.06", FIRST)
    press(qtbot, KEY.Key_9)
    press(qtbot, KEY.Key_Return)
    grid.model.refuse("73.13.06", 0, "belum waktunya")
    press(qtbot, KEY.Key_Up)
    assert grid.view.currentIndex().data(watch_model.SHOWN_ROLE).is_refused
    press(qtbot, KEY.Key_Escape)
    assert not grid.view.currentIndex().data(watch_model.SHOWN_ROLE).is_refused


def test_s_and_b_answer_a_tps_at_once_and_digits_are_its_hour(grid: watch_grid.WatchGrid, qtbot: QtBot) -> None:
    told: list[tuple[str, int, str]] = []
    grid.typed.connect(lambda code, column, text: told.append((code, column, text)))
    grid.view.go("73.13.06.1001-001", FIRST)
    press(qtbot, KEY.Key_B)
    assert at(grid) == (3, FIRST)
    press(qtbot, KEY.Key_S)
    assert told == [("73.13.06.1001-001", 0, "b"), ("73.13.06.1001-002", 0, "s")]
    grid.view.go("73.13.06.1001-001", FIRST)
    for key in (KEY.Key_0, KEY.Key_7, KEY.Key_Period, KEY.Key_2, KEY.Key_5, KEY.Key_Return):
        press(qtbot, key)
    assert told[-1] == ("73.13.06.1001-001", 0, "07.25")


def test_regions_open_by_space_and_by_the_arrow(grid: watch_grid.WatchGrid, qtbot: QtBot) -> None:
    grid.view.go("73.13.07", FIRST)
    with qtbot.waitSignal(grid.toggled) as told:
        press(qtbot, KEY.Key_Space)
    assert told.args == ["73.13.07"]
    grid.view.go("73.13.07", watch_grid.NAME)
    with qtbot.waitSignal(grid.toggled):
        press(qtbot, KEY.Key_Right)
    grid.view.go("73.13.06.1001-001", FIRST)
    with qtbot.assertNotEmitted(grid.toggled):
        press(qtbot, KEY.Key_Space)


def test_delete_takes_the_places_own_report_back(grid: watch_grid.WatchGrid, qtbot: QtBot) -> None:
    grid.view.go("73.13.06", FIRST)
    with qtbot.waitSignal(grid.typed) as told:
        press(qtbot, KEY.Key_Delete)
    assert told.args == ["73.13.06", 0, ""]
    grid.view.go("73.13.06.1001", FIRST)
    with qtbot.assertNotEmitted(grid.typed):
        press(qtbot, KEY.Key_Delete)


def test_the_cell_stays_when_rows_come_and_go(grid: watch_grid.WatchGrid, qtbot: QtBot) -> None:
    grid.view.go("73.13.07", FIRST + 1)
    grid.set_sheet(watch_sheets.make(opened=False))
    assert at(grid) == (1, FIRST + 1)
    assert grid.column == 1
    grid.set_sheet(watch_sheets.make())
    assert at(grid) == (4, FIRST + 1)


def test_copying_gives_numbers_to_a_spreadsheet(grid: watch_grid.WatchGrid) -> None:
    grid.copy()
    lines = QtGui.QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Wilayah\tTPS\t07.00 buka\t10.00 pemilih"
    assert lines[1] == "Tempe\t3\t2\t"
    assert lines[3].startswith("TPS 001\t\t07.05")
    assert lines[-1] == "Jumlah\t5\t2\t"


def test_all_hours_have_room_and_the_sum_stands_under_them(grid: watch_grid.WatchGrid) -> None:
    widths = [grid.view.columnWidth(place) for place in range(4)]
    assert widths == [grid.sum_view.columnWidth(place) for place in range(4)]
    assert sum(widths) >= grid.view.viewport().width() - 4
