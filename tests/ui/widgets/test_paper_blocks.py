# SPDX-License-Identifier: Apache-2.0
"""Blocks typed from the sheet, with the keyboard."""

from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from ui.widgets import paper_blocks

CODE = "ABCD-EFGH-JKLM-2345"


def shown(qtbot: QtBot) -> paper_blocks.PaperBlocks:
    made = paper_blocks.PaperBlocks(CODE, (2, 4))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.fields[2].setFocus()
    return made


def test_small_letters_do_and_the_next_block_gets_the_keyboard(app: object, qtbot: QtBot) -> None:
    blocks = shown(qtbot)
    qtbot.keyClicks(blocks.fields[2], "efgh")
    qtbot.waitUntil(blocks.fields[4].hasFocus)
    assert not blocks.is_right
    qtbot.keyClicks(blocks.fields[4], "2345")
    assert blocks.is_right
    assert blocks.typed == {2: "efgh", 4: "2345"}
    assert "cocok" in blocks.said.text()
    assert not blocks.fields[4].property("refused")


def test_a_wrong_block_is_marked_and_explained_until_it_is_right(app: object, qtbot: QtBot) -> None:
    blocks = shown(qtbot)
    qtbot.keyClicks(blocks.fields[2], "efg")
    assert blocks.said.isHidden()
    qtbot.keyClicks(blocks.fields[2], "x")
    assert blocks.fields[2].property("refused")
    assert len(blocks.fields[2].actions()) == 1
    assert blocks.said.text().startswith("Blok 2 tidak cocok")
    assert "telepon pengirimnya" in blocks.said.text()
    blocks.fields[2].setFocus()
    qtbot.keyClick(blocks.fields[2], QtCore.Qt.Key.Key_Backspace)
    qtbot.keyClicks(blocks.fields[2], "h")
    assert not blocks.fields[2].property("refused")
    assert blocks.said.isHidden()
