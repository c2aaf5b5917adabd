# SPDX-License-Identifier: Apache-2.0
"""Squares: where they lie, click, drag and keys, and that thousands of them are painted fast."""

import time

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import mosaic, mosaic_layout, mosaic_panel

ROWS = [
    mosaic_layout.MosaicRow("Tempe", bytes([0, 1, 2, 3, 4] * 12), (20, 45)),
    mosaic_layout.MosaicRow("Belawa", bytes([0] * 30)),
]


@pytest.fixture
def squares(app: QtWidgets.QApplication, qtbot: QtBot) -> mosaic.Mosaic:
    made = mosaic.Mosaic()
    qtbot.addWidget(made)
    made.resize(480, 300)
    made.set_rows(ROWS, lambda number: f"kotak {number}")
    made.show()
    return made


def middle(squares: mosaic.Mosaic, number: int) -> QtCore.QPoint:
    x, y = squares._placed.corner(number)
    return QtCore.QPoint(x + 7, y + 7)


def test_a_click_opens_the_square_under_it(squares: mosaic.Mosaic, qtbot: QtBot) -> None:
    for number in (0, 19, 20, 59, 60, 89):
        with qtbot.waitSignal(squares.opened) as told:
            qtbot.mouseClick(squares, QtCore.Qt.MouseButton.LeftButton, pos=middle(squares, number))
        assert told.args == [number]


def test_a_click_beside_opens_nothing(squares: mosaic.Mosaic, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(squares.opened):
        qtbot.mouseClick(squares, QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(3, 3))


def test_dragging_selects_what_it_touches(squares: mosaic.Mosaic, qtbot: QtBot) -> None:
    with qtbot.waitSignal(squares.selected) as told:
        qtbot.mousePress(squares, QtCore.Qt.MouseButton.LeftButton, pos=middle(squares, 2))
        qtbot.mouseMove(squares, middle(squares, 5))
        qtbot.mouseRelease(squares, QtCore.Qt.MouseButton.LeftButton, pos=middle(squares, 5))
    assert told.args == [[2, 3, 4, 5]]
    assert squares.chosen == {2, 3, 4, 5}


def test_keys_move_extend_and_open(squares: mosaic.Mosaic, qtbot: QtBot) -> None:
    keys = QtCore.Qt.Key
    for key in (keys.Key_Right, keys.Key_Right, keys.Key_Right):
        qtbot.keyClick(squares, key)
    assert squares.accessibleDescription() == "kotak 2", "the first key only shows where one is"
    with qtbot.waitSignal(squares.opened) as told:
        qtbot.keyClick(squares, keys.Key_Return)
    assert told.args == [2]
    qtbot.keyClick(squares, keys.Key_Right, QtCore.Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(squares.selected) as told:
        qtbot.keyClick(squares, keys.Key_Return)
    assert told.args == [[2, 3]]
    qtbot.keyClick(squares, keys.Key_End)
    assert squares.accessibleDescription() == "kotak 89"
    qtbot.keyClick(squares, keys.Key_Up)
    assert squares.accessibleDescription() != "kotak 89"


def test_other_states_of_the_same_squares(squares: mosaic.Mosaic) -> None:
    before = squares.grab().toImage()
    squares.set_states(bytes([3] * 90))
    assert squares.grab().toImage() != before
    with pytest.raises(ValueError, match="set_rows"):
        squares.set_states(b"\0")


def test_every_square_lies_within_the_width_and_none_on_another() -> None:
    for width in (300, 480, 1100):
        placed = mosaic_layout.place(ROWS, width, 100, 14)
        corners = [placed.corner(number) for number in range(90)]
        assert len(set(corners)) == 90
        assert all(x + 14 <= width for x, _y in corners)
        assert all(placed.at(x + 1, y + 1) == number for number, (x, y) in enumerate(corners))
        assert placed.height > max(y for _x, y in corners) + 14


def test_a_gap_stands_between_desa() -> None:
    placed = mosaic_layout.place(ROWS, 2000, 100, 14)
    steps = [placed.corner(n + 1)[0] - placed.corner(n)[0] for n in range(59)]
    assert [n for n, step in enumerate(steps) if step > 16] == [19, 44]


@pytest.mark.parametrize(
    ("states", "worst"), [([0, 0], 0), ([2, 2], 2), ([0, 2], 1), ([0, 1], 1), ([0, 3], 3), ([3, 4, 0], 4), ([], 2)]
)
def test_a_square_that_stands_for_many(states: list[int], worst: int) -> None:
    assert mosaic_layout.worst(states) == worst


def test_ten_thousand_squares_within_a_frame(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = mosaic.Mosaic()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    rows = [mosaic_layout.MosaicRow(f"Kec. {n}", bytes([n % 5] * 200), tuple(range(10, 200, 10))) for n in range(50)]
    picture = QtGui.QPixmap(1000, 700)
    best = {"place": 1.0, "paint": 1.0}
    for _turn in range(3):
        start = time.perf_counter()
        made.set_rows(rows)
        best["place"] = min(best["place"], time.perf_counter() - start)
        start = time.perf_counter()
        made.render(picture, QtCore.QPoint(), QtGui.QRegion(0, 0, 1000, 700))
        best["paint"] = min(best["paint"], time.perf_counter() - start)
    assert best["place"] < 0.05
    assert best["paint"] < 0.05


def test_the_legend_counts(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    panel = mosaic_panel.MosaicPanel()
    qtbot.addWidget(panel)
    panel.set_rows(ROWS, unit="1 kotak = 1 TPS")
    assert panel.legend.accessibleName().startswith("Siap: 42, Belum lengkap: 12")
