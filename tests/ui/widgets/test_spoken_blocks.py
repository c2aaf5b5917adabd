# SPDX-License-Identifier: Apache-2.0
"""A code typed block by block, pasted, mistyped."""

from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import spoken
from ui.widgets import spoken_blocks

SECRET = bytes(range(8))
CODE = spoken.say(SECRET)
BLOCKS = CODE.split("-")


def shown(qtbot: QtBot, length: int = 8) -> spoken_blocks.SpokenBlocks:
    made = spoken_blocks.SpokenBlocks(length)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.fields[0].hasFocus)
    return made


def test_the_keyboard_goes_on_by_itself_and_dashes_are_no_letters(app: object, qtbot: QtBot) -> None:
    blocks = shown(qtbot)
    for block, field in zip(BLOCKS, blocks.fields, strict=True):
        qtbot.waitUntil(field.hasFocus)
        assert blocks.value() is None
        qtbot.keyClicks(field, f"-{block[:2].lower()} {block[2:]}")
    assert blocks.value() == CODE
    with qtbot.waitSignal(blocks.entered):
        qtbot.keyClick(blocks.fields[3], QtCore.Qt.Key.Key_Return)
    assert blocks.said.isHidden()


def test_backspace_in_an_empty_block_goes_back(app: object, qtbot: QtBot) -> None:
    blocks = shown(qtbot)
    qtbot.keyClicks(blocks.fields[0], BLOCKS[0])
    qtbot.waitUntil(blocks.fields[1].hasFocus)
    qtbot.keyClick(blocks.fields[1], QtCore.Qt.Key.Key_Backspace)
    qtbot.waitUntil(blocks.fields[0].hasFocus)


def test_a_whole_code_is_pasted_with_whatever_stands_around_it(app: object, qtbot: QtBot) -> None:
    blocks = shown(qtbot)
    QtGui.QGuiApplication.clipboard().setText(f" {CODE.lower()}\n")
    qtbot.keyClick(blocks.fields[0], QtCore.Qt.Key.Key_V, QtCore.Qt.KeyboardModifier.ControlModifier)
    assert blocks.value() == CODE


def test_a_letter_that_no_code_has_is_told_at_once(app: object, qtbot: QtBot) -> None:
    blocks = shown(qtbot)
    qtbot.keyClicks(blocks.fields[1], "O")
    assert blocks.said.text().startswith("Blok 2: huruf “O” tidak dipakai")
    assert blocks.fields[1].property("refused")
    assert not blocks.fields[0].property("refused")


def test_the_mistyped_block_is_marked_and_the_others_are_not(app: object, qtbot: QtBot) -> None:
    blocks = shown(qtbot)
    wrong = "B" if BLOCKS[2][1] != "B" else "C"
    blocks.set_text("-".join([*BLOCKS[:2], BLOCKS[2][0] + wrong + BLOCKS[2][2:], BLOCKS[3]]))
    assert blocks.value() is None
    assert blocks.said.text() == "Blok 3 salah ketik. Periksa pada lembarnya."
    assert [bool(field.property("refused")) for field in blocks.fields] == [False, False, True, False]


def test_a_code_that_fits_and_is_not_the_right_one_can_be_refused(app: object, qtbot: QtBot) -> None:
    blocks = shown(qtbot)
    blocks.set_text(CODE)
    blocks.refuse("Kode pembuka tidak cocok.")
    assert blocks.said.text() == "Kode pembuka tidak cocok."
    assert all(field.property("refused") for field in blocks.fields)


def test_the_long_code_of_a_key_has_its_short_last_block(app: object, qtbot: QtBot) -> None:
    blocks = shown(qtbot, 32)
    code = spoken.say(bytes(range(32)))
    blocks.set_text(code)
    assert blocks.value() == code
    assert blocks.sizeHint().width() < 760


def test_enter_in_a_block_is_heard_once(app: object, qtbot: QtBot) -> None:
    class Around(QtWidgets.QWidget):
        heard = 0

        def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
            self.heard += 1

    around = Around()
    qtbot.addWidget(around)
    blocks = spoken_blocks.SpokenBlocks(8, around)
    around.show()
    blocks.set_text(CODE)
    with qtbot.waitSignal(blocks.entered):
        qtbot.keyClick(blocks.fields[3], QtCore.Qt.Key.Key_Return)
    assert around.heard == 0, "a dialog that hears of it too would go on twice"
