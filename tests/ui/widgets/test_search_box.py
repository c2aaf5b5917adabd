# SPDX-License-Identifier: Apache-2.0
"""The line that finds anything: one question after a pause, arrows, Enter, late answers ignored."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import search_box

HITS = [search_box.Hit(f"TPS {n:03d}", "Tempe", "data_tps", "kesiapan", n) for n in range(1, 4)]


@pytest.fixture
def window(app: QtWidgets.QApplication, qtbot: QtBot) -> QtWidgets.QWidget:
    made = QtWidgets.QWidget()
    made.resize(700, 500)
    QtWidgets.QVBoxLayout(made)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def box(window: QtWidgets.QWidget) -> search_box.SearchBox:
    made = search_box.SearchBox()
    window.layout().addWidget(made)
    made.show()
    return made


def test_typing_asks_once(box: search_box.SearchBox, qtbot: QtBot) -> None:
    asked: list[str] = []
    box.searched.connect(asked.append)
    qtbot.keyClicks(box, "tem 5")
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["tem 5"]


def test_arrows_and_enter_choose(box: search_box.SearchBox, qtbot: QtBot) -> None:
    box.setText("tps")
    box.set_hits("tps", HITS)
    for key in (QtCore.Qt.Key.Key_Down, QtCore.Qt.Key.Key_Down, QtCore.Qt.Key.Key_Down, QtCore.Qt.Key.Key_Up):
        qtbot.keyClick(box, key)
    with qtbot.waitSignal(box.chosen) as told:
        qtbot.keyClick(box, QtCore.Qt.Key.Key_Return)
    assert told.args == [HITS[1]]
    assert box.hits == []


def test_a_late_answer_is_ignored(box: search_box.SearchBox) -> None:
    box.setText("tempe")
    box.set_hits("tem", HITS)
    assert box.hits == []


def test_nothing_found_is_said(box: search_box.SearchBox) -> None:
    box.setText("zzz")
    box.set_hits("zzz", [])
    assert box._popup is not None
    assert box._popup._nothing.isVisible()


def test_escape_closes(box: search_box.SearchBox, qtbot: QtBot) -> None:
    box.setText("tps")
    box.set_hits("tps", HITS)
    qtbot.keyClick(box, QtCore.Qt.Key.Key_Escape)
    assert box.hits == []
    assert box.text() == ""
