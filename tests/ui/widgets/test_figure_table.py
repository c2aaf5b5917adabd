# SPDX-License-Identifier: Apache-2.0
"""Figures over their sum: sorted, filtered and copied; the sum stays, and each figure can be followed."""

from dataclasses import dataclass

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets import figure_table, marks, remembered

COLUMNS = (
    figure_table.FigureColumn("name", "Wilayah", 120, stretches=True),
    figure_table.FigureColumn("ready", "Siap", 80, "right", state="siap"),
)


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    ready: int


@pytest.fixture
def table(app: QtWidgets.QApplication, qtbot: QtBot) -> figure_table.FigureTable:
    made = figure_table.FigureTable(COLUMNS)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.set_rows([Row("Tempe", 9), Row("Belawa", 1200), Row("Bola", 0)], Row("Jumlah", 1209))
    return made


def test_numbers_are_sorted_as_numbers_and_the_sum_stays(table: figure_table.FigureTable) -> None:
    table.model.set_sort("ready", True)
    assert [row.name for row in table.model.shown()] == ["Bola", "Tempe", "Belawa"]
    table.model.set_filter("bel")
    assert [row.name for row in table.model.shown()] == ["Belawa"]
    assert table.sums.row(0).ready == 1209


def test_zero_is_a_dash_without_a_mark(table: figure_table.FigureTable) -> None:
    cells = {row.name: table.model.index(at, 1) for at, row in enumerate(table.model.shown())}
    assert cells["Bola"].data() == "–"
    assert cells["Bola"].data(marks.MARK_ROLE) is None
    assert cells["Belawa"].data() == "1.200"
    assert cells["Belawa"].data(marks.MARK_ROLE) == "siap"


def test_all_is_copied_with_the_sum(table: figure_table.FigureTable) -> None:
    table.copy()
    assert QtGui.QGuiApplication.clipboard().text().splitlines() == [
        "Wilayah\tSiap", "Tempe\t9", "Belawa\t1200", "Bola\t0", "Jumlah\t1209",
    ]  # fmt: skip


def test_a_click_follows_a_figure_and_enter_the_sum(table: figure_table.FigureTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.followed) as told:
        box = table.view.visualRect(table.model.index(1, 1))
        qtbot.mouseClick(table.view.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=box.center())
    assert told.args == [Row("Belawa", 1200), "ready"]
    table.sum_view.setCurrentIndex(table.sums.index(0, 1))
    with qtbot.waitSignal(table.followed) as told:
        qtbot.keyClick(table.sum_view, QtCore.Qt.Key.Key_Return)
    assert told.args == [Row("Jumlah", 1209), "ready"]


def test_the_columns_of_the_sum_are_as_wide(table: figure_table.FigureTable) -> None:
    table.resize(700, 300)
    QtWidgets.QApplication.processEvents()
    widths = [[view.columnWidth(at) for at in (0, 1)] for view in (table.view, table.sum_view)]
    assert widths[0] == widths[1]
    table.hide_column("ready", True)
    assert table.view.isColumnHidden(1)
    assert table.sum_view.isColumnHidden(1)


def test_the_sum_stands_under_its_columns_as_they_are_remembered(
    app: QtWidgets.QApplication, qtbot: QtBot
) -> None:
    remembered.keep("columns/figures", {"name": 120, "ready": 143})
    made = figure_table.FigureTable(COLUMNS, name="figures")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    widths = [[view.columnWidth(place) for place in range(2)] for view in (made.view, made.sum_view)]
    assert widths[0] == widths[1]
    assert widths[0][1] == 143


def test_a_hidden_column_keeps_its_width(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    remembered.keep("columns/hidden", {"name": 120, "ready": 143})
    made = figure_table.FigureTable(COLUMNS, name="hidden")
    qtbot.addWidget(made)
    made.hide_column("ready", True)
    made.view._keep_widths()
    assert remembered.get("columns/hidden")["ready"] == 143


def test_a_column_is_as_wide_as_its_sum(table: figure_table.FigureTable) -> None:
    narrow = table.view.columnWidth(1)
    table.set_rows([Row("Belawa", 1200)], Row("Jumlah", 123_456_789))
    text = table.sums.index(0, 1).data()
    room = QtGui.QFontMetrics(theme.font(bold=True)).horizontalAdvance(text)
    assert table.sum_view.columnWidth(1) == table.view.columnWidth(1) > max(narrow, room)
