# SPDX-License-Identifier: Apache-2.0
"""A locked window takes no key and shows nothing until the operator's password is given."""

from pathlib import Path

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from tests.ui import offices
from ui import runner
from ui.dialogs import lock_panel


def test_only_the_password_unlocks(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    window = QtWidgets.QMainWindow()
    field = QtWidgets.QLineEdit()
    window.setCentralWidget(field)
    pressed: list[bool] = []
    action = window.addAction("Batalkan")
    action.triggered.connect(lambda checked: pressed.append(checked))
    off = window.addAction("Ulangi")
    off.setEnabled(False)
    with offices.desk(tmp_path / "kantor", "73.13.06") as desk:
        panel = lock_panel.LockPanel(desk, lanes, window)
        qtbot.addWidget(window)
        window.resize(600, 400)
        window.show()
        qtbot.waitExposed(window)
        field.setFocus()
        panel.lock()
        assert panel.size() == window.size()
        assert not field.isEnabled()
        action.trigger()
        assert pressed == []
        window.resize(800, 500)
        assert panel.size() == QtCore.QSize(800, 500)
        qtbot.keyClicks(panel.password, "entah")
        qtbot.keyClick(panel.password, QtCore.Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "Kata sandi salah" in panel.trouble.text(), timeout=10_000)
        assert panel.isVisible()
        panel.password.setText(offices.PASSWORD)
        with qtbot.waitSignal(panel.unlocked, timeout=10_000):
            qtbot.keyClick(panel.password, QtCore.Qt.Key.Key_Return)
        assert not panel.isVisible()
        assert field.isEnabled()
        action.trigger()
        assert pressed == [False]
        assert not off.isEnabled(), "what could not be done before cannot be done now"
        lanes.wait_idle()
