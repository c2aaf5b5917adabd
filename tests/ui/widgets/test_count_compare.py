# SPDX-License-Identifier: Apache-2.0
"""Readings side by side: where they differ is marked with a sign and words; keys go to who listens."""

from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from ui.widgets import count_compare, marks
from ui.widgets.count_compare import DIFFERS, Line

Key = QtCore.Qt.Key
LINES = (
    Line("dpt_j", "Pemilih dalam DPT", 290, (290, 290), column="J"),
    Line("v1", "1. Andi", None, (80, 81), "berbeda: 80, 81", DIFFERS),
    Line("v2", "2. Budi", 40, (40, None)),
    Line("v3", "3. Citra", 50, (50, 51), "salinan lain: 51"),
)


def shown(made: count_compare.CompareTable, row: int) -> list[object]:
    assert made.table is not None
    model = made.table.model
    return [(index.data(), index.data(marks.MARK_ROLE)) for index in
            (model.index(row, column) for column in range(model.columnCount()))]


def table(qtbot: QtBot) -> count_compare.CompareTable:
    made = count_compare.CompareTable()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show_lines(("Andi", "Sitti Aminah binti Abdul"), LINES, stands="Berlaku")
    made.show()
    return made


def test_what_differs_is_marked_and_what_was_not_read_is_no_zero(qtbot: QtBot, app: object) -> None:
    made = table(qtbot)
    assert shown(made, 0) == [
        ("Pemilih dalam DPT", None), ("J", None), ("290", None), ("290", None), ("290", None), ("", None),
    ]
    assert shown(made, 1)[2:] == [("–", None), ("80", DIFFERS), ("81", DIFFERS), ("berbeda: 80, 81", DIFFERS)]
    assert shown(made, 2)[2:5] == [("40", None), ("40", None), ("–", None)]
    assert shown(made, 3)[2:] == [("50", None), ("50", None), ("51", DIFFERS), ("salinan lain: 51", None)]
    assert made.current() == "v1"  # the first that is marked
    assert made.table is not None
    assert made.table.model.columns[4].title == "Sitti Ami…"
    assert made.table.model.columns[4].hint == "Sitti Aminah binti Abdul"


def test_keys_of_the_table(qtbot: QtBot, app: object) -> None:
    made = table(qtbot)
    assert made.table is not None
    pressed: list[str] = []
    wanted: list[str] = []
    made.pressed.connect(pressed.append)
    made.wanted.connect(wanted.append)
    for key in (Key.Key_2, Key.Key_B, Key.Key_Down):
        qtbot.keyClick(made.table.view, key)
    assert (pressed, made.current()) == (["2", "B"], "v2")
    qtbot.keyClick(made.table.view, Key.Key_Return)
    assert wanted == ["v2"]
    qtbot.keyClick(made.table.view, Key.Key_C, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["2", "B"]


def test_other_readers_other_columns(qtbot: QtBot, app: object) -> None:
    made = table(qtbot)
    made.show_line("v3")
    made.show_lines(("Andi", "Baso", "Citra"), [Line("v3", "3. Citra", 50, (50, 51, 52))], stands="Berlaku")
    assert made.table is not None
    assert made.table.model.columnCount() == 7
    assert made.current() == "v3"
    made.forget()
    assert made.current() == ""
