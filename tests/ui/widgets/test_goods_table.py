# SPDX-License-Identifier: Apache-2.0
"""Numbers of goods: down a column with Enter, which takes over what was needed or sent; only real changes are told."""

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from ui.widgets import goods_table
from ui.widgets.goods_table import GoodsLine

Key = QtCore.Qt.Key
LINES = (
    GoodsLine("box", "Kotak suara", "buah", 6, 6, None, None, None),
    GoodsLine("ink", "Tinta", "botol", 12, None, None, None, None, "kurang 12", "masalah"),
)


@pytest.fixture
def table(qtbot: QtBot) -> goods_table.GoodsTable:
    made = goods_table.GoodsTable()
    qtbot.addWidget(made)
    made.show_lines(LINES)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_enter_takes_over_and_goes_down(table: goods_table.GoodsTable, qtbot: QtBot) -> None:
    told: list[tuple[str, str, object]] = []
    table.edited.connect(lambda *said: told.append(said))
    table.focus("received")
    qtbot.keyClick(table.fields["box", "received"], Key.Key_Return)
    assert told == [("box", "received", 6)]
    assert table.fields["ink", "received"].hasFocus()
    qtbot.keyClick(table.fields["ink", "received"], Key.Key_Return)
    assert len(told) == 1, "nothing was sent, so there is nothing to take over"
    table.focus("sent")
    qtbot.keyClick(table.fields["box", "sent"], Key.Key_Down)
    qtbot.keyClick(table.fields["ink", "sent"], Key.Key_Return)
    assert told[-1] == ("ink", "sent", 12)
    qtbot.keyClick(table.fields["ink", "sent"], Key.Key_Up)
    assert table.fields["box", "sent"].hasFocus()


def test_a_typed_number_stands_against_what_would_be_taken_over(table: goods_table.GoodsTable, qtbot: QtBot) -> None:
    told: list[tuple[str, str, object]] = []
    table.edited.connect(lambda *said: told.append(said))
    table.focus("received")
    qtbot.keyClicks(table.fields["box", "received"], "4")
    qtbot.keyClick(table.fields["box", "received"], Key.Key_Return)
    assert told == [("box", "received", 4)]


def test_other_goods_make_other_fields_and_the_same_keep_theirs(table: goods_table.GoodsTable) -> None:
    before = table.fields["box", "sent"]
    table.show_lines(LINES)
    assert table.fields["box", "sent"] is before
    table.show_lines(LINES[1:])
    assert ("box", "sent") not in table.fields
    table.show_lines(())
    assert table.fields == {}


def test_what_may_only_be_read_is_not_taken_over(table: goods_table.GoodsTable, qtbot: QtBot) -> None:
    told: list[object] = []
    table.edited.connect(lambda *said: told.append(said))
    table.set_read_only(True)
    table.focus("received")
    qtbot.keyClick(table.fields["box", "received"], Key.Key_Return)
    assert told == []


def test_a_wrong_line_goes_by_keyboard_or_click_unless_only_read(
    table: goods_table.GoodsTable, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(table.removed) as told:
        qtbot.keyClick(table.fields["ink", "sent"], Key.Key_Delete, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["ink"]
    with qtbot.waitSignal(table.removed) as told:
        qtbot.mouseClick(table.remove_buttons["box"], QtCore.Qt.MouseButton.LeftButton)
    assert told.args == ["box"]
    table.set_read_only(True)
    assert table.remove_buttons["box"].isHidden()
    with qtbot.assertNotEmitted(table.removed):
        qtbot.keyClick(table.fields["ink", "sent"], Key.Key_Delete, QtCore.Qt.KeyboardModifier.ControlModifier)
