# SPDX-License-Identifier: Apache-2.0
"""Ctrl+Z in a field takes back what is being typed there, and otherwise what was saved last."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from ui import undo_keys
from ui.widgets import fields

KEY = QtCore.Qt.Key
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier


class Frame(QtWidgets.QMainWindow):
    """A window whose Ctrl+Z and Ctrl+Y note that they came."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.keys = undo_keys.UndoKeys(self)
        self.line, self.number, self.note = fields.LineField(), fields.NumberField(), fields.NoteField()
        held = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(held)
        for field in (self.line, self.number, self.note):
            column.addWidget(field)
        self.setCentralWidget(held)
        for key in ("Ctrl+Z", "Ctrl+Y"):
            action = QtGui.QAction(self, shortcut=QtGui.QKeySequence(key))
            action.triggered.connect(lambda _checked=False, key=key: self.done.append(key))
            self.addAction(action)


@pytest.fixture
def frame(app: QtWidgets.QApplication, qtbot: QtBot) -> Frame:
    made = Frame()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def press(qtbot: QtBot, key: KEY) -> None:
    qtbot.keyClick(QtWidgets.QApplication.focusWidget(), key, CONTROL)


@pytest.mark.parametrize("name", ["line", "number", "note"])
def test_a_field_with_nothing_to_take_back_leaves_the_key_to_the_window(
    frame: Frame, qtbot: QtBot, name: str
) -> None:
    field = getattr(frame, name)
    field.set_value(5 if name == "number" else "5")
    field.setFocus()
    press(qtbot, KEY.Key_Z)
    press(qtbot, KEY.Key_Y)
    assert frame.done == ["Ctrl+Z", "Ctrl+Y"]


@pytest.mark.parametrize("name", ["line", "number", "note"])
def test_what_is_being_typed_is_taken_back_in_the_field(frame: Frame, qtbot: QtBot, name: str) -> None:
    field = getattr(frame, name)
    field.setFocus()
    qtbot.keyClicks(field, "17")
    press(qtbot, KEY.Key_Z)
    assert field.value() in ("", None)
    press(qtbot, KEY.Key_Y)
    assert str(field.value()) == "17"
    assert frame.done == []


def test_what_is_saved_is_taken_back_by_the_window(frame: Frame, qtbot: QtBot) -> None:
    frame.line.committed.connect(frame.line.set_value)
    frame.line.setFocus()
    qtbot.keyClicks(frame.line, "Hujan")
    qtbot.keyClick(frame.line, KEY.Key_Left)
    frame.line.commit()
    assert frame.line.cursorPosition() == 4
    press(qtbot, KEY.Key_Z)
    assert (frame.line.value(), frame.done) == ("Hujan", ["Ctrl+Z"])
