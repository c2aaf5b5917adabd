# SPDX-License-Identifier: Apache-2.0
"""A new password counts when it is long enough and typed twice alike."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import new_password


def test_twice_alike_and_long_enough(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    form = new_password.NewPassword()
    qtbot.addWidget(form)
    form.show()
    for first, second, value in (("abc", "abc", None), ("abcd", "abc", None), ("abcd", "abcd", "abcd")):
        form.first.setText(first)
        form.second.setText(second)
        assert form.value() == value
        assert form.rows["again"].refusal == "", "while it is being typed nothing is wrong yet"
    form.second.setText("abxd")
    assert form.rows["again"].refusal
    assert form.value() is None
    form.forget()
    assert (form.first.text(), form.second.text()) == ("", "")
