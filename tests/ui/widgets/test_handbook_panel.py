# SPDX-License-Identifier: Apache-2.0
"""A chapter stands at the right of the window until Esc; links ask for other chapters."""

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import handbook_panel


def test_it_stands_at_the_right_until_esc(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    window = QtWidgets.QMainWindow()
    panel = handbook_panel.HandbookPanel(window, above=50, below=20)
    qtbot.addWidget(window)
    window.resize(900, 500)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panel.show_chapter("Beranda", "# Judul\n\nIsi **tebal**, lihat [Tim](teams).")
    assert panel.title.text() == "Beranda"
    assert "Isi tebal" in panel.text.toPlainText()
    assert panel.geometry().right() == 900 - 9
    assert panel.y() == 58
    window.resize(700, 400)
    assert panel.geometry().right() == 700 - 9
    with qtbot.waitSignal(panel.chapter_wanted) as told:
        panel.text.anchorClicked.emit(QtCore.QUrl("teams"))
    assert told.args == ["teams"]
    qtbot.keyClick(panel.text, QtCore.Qt.Key.Key_Escape)
    assert not panel.isVisible()
