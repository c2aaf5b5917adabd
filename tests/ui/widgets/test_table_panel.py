# SPDX-License-Identifier: Apache-2.0
"""A list at hand: filter, order, current row, empty words, copies; 20,000 rows."""

import time
from dataclasses import dataclass

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import columns, empty_state, marks, table_panel


@dataclass(frozen=True, slots=True)
class Item:
    id: int
    place: str
    state: marks.Marked
    count: int | None


ITEMS = [
    Item(1, "Tempe", marks.Marked("27/30", "belum_lengkap"), 5),
    Item(2, "belawa", marks.Marked("30/30", "siap"), None),
    Item(3, "Bola", marks.Marked("0/30", "belum"), 12),
]
TITLES = (
    columns.Column("place", "Tempat"),
    columns.Column("state", "Kesiapan"),
    columns.Column("count", "Jumlah", align="right"),
)


@pytest.fixture
def panel(app: QtWidgets.QApplication, qtbot: QtBot) -> table_panel.TablePanel:
    made = table_panel.TablePanel(TITLES, identity="id", unit="tempat")
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show()
    made.set_rows(ITEMS)
    return made


def ids(panel: table_panel.TablePanel) -> list[int]:
    return [item.id for item in panel.model.shown()]


def test_typing_filters_by_every_word(panel: table_panel.TablePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(panel.filter, "LA 30/30")
    qtbot.waitUntil(lambda: ids(panel) == [2])
    assert panel.count.text() == "1 dari 3 tempat"
    qtbot.keyClick(panel.filter, QtCore.Qt.Key.Key_Escape)
    assert ids(panel) == [1, 2, 3]
    assert panel.count.text() == "3 tempat"


@pytest.mark.parametrize(
    ("key", "ascending", "order"),
    [
        ("place", True, [2, 3, 1]),
        ("place", False, [1, 3, 2]),
        ("state", True, [2, 1, 3]),
        ("count", True, [1, 3, 2]),
    ],
)
def test_order(panel: table_panel.TablePanel, key: str, ascending: bool, order: list[int]) -> None:
    panel.set_sort(key, ascending)
    assert ids(panel) == order


def test_the_current_row_is_found_again(panel: table_panel.TablePanel, qtbot: QtBot) -> None:
    panel.show_row(3)
    with qtbot.waitSignal(panel.chosen) as told:
        panel.set_rows([*ITEMS[2:], *ITEMS[:2]])
    assert told.args == [ITEMS[2]]
    assert panel.current() == ITEMS[2]
    with qtbot.waitSignal(panel.chosen) as told:
        panel.set_rows(ITEMS[:2])
    assert told.args == [None]


def test_copies_go_with_headings(panel: table_panel.TablePanel, qtbot: QtBot) -> None:
    panel.view.selectAll()
    qtbot.keyClick(panel.view, QtCore.Qt.Key.Key_C, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert QtGui.QGuiApplication.clipboard().text() == (
        "Tempat\tKesiapan\tJumlah\nTempe\t27/30 ◐\t5\nbelawa\t30/30 ✓\t\nBola\t0/30 ○\t12\n"
    )


def test_an_empty_list_says_what_comes_here(panel: table_panel.TablePanel) -> None:
    words = empty_state.EmptyState("tim", "Belum ada tim")
    panel.set_empty(words)
    assert not words.isVisible()
    panel.set_rows([])
    assert words.isVisible()
    panel.set_rows(ITEMS)
    panel.filter.setText("tidak ada")
    panel.filter._tell()
    assert not words.isVisible()
    assert not panel.view.isVisible(), "nothing fits the filter, and that is said"


def test_enter_opens(panel: table_panel.TablePanel, qtbot: QtBot) -> None:
    panel.show_row(2)
    with qtbot.waitSignal(panel.opened) as told:
        qtbot.keyClick(panel.view, QtCore.Qt.Key.Key_Return)
    assert told.args == [ITEMS[1]]


def test_twenty_thousand_rows(panel: table_panel.TablePanel) -> None:
    rows = [Item(n, f"Tempat {n}", marks.Marked("", "siap"), n % 7) for n in range(20_000)]
    start = time.perf_counter()
    panel.set_rows(rows)
    panel.view.viewport().repaint()
    assert time.perf_counter() - start < 0.15
    panel._set_filter("199")
    assert len(ids(panel)) > 100
    best = 1.0
    for words in ("1999", "1998", "1997"):
        start = time.perf_counter()
        panel._set_filter(words)
        best = min(best, time.perf_counter() - start)
    assert best < 0.05


def test_down_from_the_filter_chooses_the_first_row(panel: table_panel.TablePanel, qtbot: QtBot) -> None:
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.filter.setFocus()
    qtbot.keyClick(panel.filter, QtCore.Qt.Key.Key_Down)
    assert panel.current() == ITEMS[0]
    assert panel.selected() == [ITEMS[0]]


def test_ctrl_and_an_arrow_move_on_with_one_row_chosen(panel: table_panel.TablePanel, qtbot: QtBot) -> None:
    panel.view.select_row(0)
    qtbot.keyClick(panel.view, QtCore.Qt.Key.Key_Down, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert panel.current() == ITEMS[1]
    assert panel.selected() == [ITEMS[1]]
    for _turn in range(4):
        qtbot.keyClick(panel.view, QtCore.Qt.Key.Key_Down, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert panel.selected() == [ITEMS[2]]
