# SPDX-License-Identifier: Apache-2.0
"""What is typed is hidden until the eye is pressed, and hidden again for the next one."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import password_field


def test_the_eye(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    field = password_field.PasswordField()
    qtbot.addWidget(field)
    field.setText("rahasia")
    assert "rahasia" not in field.displayText()
    field.eye.trigger()
    assert field.displayText() == "rahasia"
    field.forget()
    field.setText("lain")
    assert "lain" not in field.displayText()
