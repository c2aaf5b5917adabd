# SPDX-License-Identifier: Apache-2.0
"""A notice tells, acts once, and goes; a refusal stays."""

from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import notice


def test_the_button_acts_and_takes_the_bar_away(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    bar = notice.NoticeBar()
    qtbot.addWidget(bar)
    assert bar.text == ""
    acted: list[int] = []
    bar.tell(notice.Notice("Sudah ditutup.", notice.Tone.REFUSED, "Buka kembali", lambda: acted.append(1)))
    assert bar.text == "Sudah ditutup."
    qtbot.mouseClick(bar._button, QtCore.Qt.MouseButton.LeftButton)
    assert acted == [1]
    assert bar.text == ""


def test_good_news_goes_by_itself_and_a_refusal_stays(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    bar = notice.NoticeBar()
    qtbot.addWidget(bar)
    bar._gone.setInterval(20)
    bar.tell(notice.Notice("Tersimpan.", notice.Tone.DONE))
    with qtbot.waitSignal(bar.closed):
        pass
    bar.tell(notice.Notice("Tersimpan.", notice.Tone.DONE))
    bar.tell(notice.Notice("Ditolak.", notice.Tone.REFUSED))
    qtbot.wait(60)
    assert bar.text == "Ditolak."
