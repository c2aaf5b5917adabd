# SPDX-License-Identifier: Apache-2.0
"""Answers by mouse and by one key each, never a key read two ways."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import answer_buttons


@pytest.fixture
def buttons(app: QtWidgets.QApplication, qtbot: QtBot) -> answer_buttons.AnswerButtons:
    made = answer_buttons.AnswerButtons()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("key", "code"),
    [("s", "done"), ("S", "done"), ("1", "done"), ("b", "not_yet"), ("2", "not_yet"), ("t", "not_needed"),
     ("0", "not_needed")],
)  # fmt: skip
def test_keys(buttons: answer_buttons.AnswerButtons, qtbot: QtBot, key: str, code: str) -> None:
    with qtbot.waitSignal(buttons.picked) as told:
        qtbot.keyClicks(buttons, key)
    assert told.args == [code]
    with qtbot.assertNotEmitted(buttons.picked):
        qtbot.keyClicks(buttons, key)
    assert buttons.value() == code


def test_no_key_is_read_two_ways() -> None:
    keys = "".join(option.keys for option in answer_buttons.ANSWERS)
    assert len(keys) == len(set(keys))


def test_the_mouse_chooses_and_takes_back(buttons: answer_buttons.AnswerButtons, qtbot: QtBot) -> None:
    seen: list[str] = []
    buttons.picked.connect(seen.append)
    left = 0
    for width in buttons._widths():
        qtbot.mouseClick(buttons, QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(left + width // 2, 15))
        left += width
    assert seen == ["done", "not_yet", "not_needed"]
    qtbot.mouseClick(buttons, QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(left - 10, 15))
    assert seen[-1] == ""


def test_setting_is_silent_and_told_to_screen_readers(buttons: answer_buttons.AnswerButtons, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(buttons.picked):
        buttons.set_value("not_yet")
    assert buttons.accessibleDescription() == "Belum"


def test_arrows_step(buttons: answer_buttons.AnswerButtons, qtbot: QtBot) -> None:
    for key, code in ((QtCore.Qt.Key.Key_Right, "done"), (QtCore.Qt.Key.Key_Right, "not_yet"),
                      (QtCore.Qt.Key.Key_Left, "done"), (QtCore.Qt.Key.Key_Left, "done")):  # fmt: skip
        qtbot.keyClick(buttons, key)
        assert buttons.value() == code
