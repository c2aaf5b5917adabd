# SPDX-License-Identifier: Apache-2.0
"""The list lies under its line, or above it where there is no room, and never takes the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import offer_list


@pytest.fixture
def line(app: QtWidgets.QApplication, qtbot: QtBot) -> Iterator[QtWidgets.QLineEdit]:
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    made = QtWidgets.QLineEdit(window)
    made.setGeometry(10, 10, 200, 30)
    window.show()
    yield made
    window.close()


def test_it_lies_under_its_line_or_above_it(line: QtWidgets.QLineEdit) -> None:
    offers = offer_list.OfferList(line)
    offers.offer(["satu", "dua"])
    assert offers.geometry().top() >= 40
    line.move(10, 260)
    offers.offer(["satu", "dua"])
    assert offers.geometry().bottom() < 260


def test_a_click_tells_the_row(line: QtWidgets.QLineEdit, qtbot: QtBot) -> None:
    taken: list[int] = []
    offers = offer_list.OfferList(line)
    offers.taken.connect(taken.append)
    offers.offer(["satu", "dua"])
    where = offers.visualItemRect(offers.item(1)).center()
    qtbot.mouseClick(offers.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=where)
    assert taken == [1]
    offers.move_current(5)
    assert offers.currentRow() == 1


def test_nothing_is_said_and_not_taken(line: QtWidgets.QLineEdit, qtbot: QtBot) -> None:
    taken: list[int] = []
    offers = offer_list.OfferList(line)
    offers.taken.connect(taken.append)
    offers.offer([], "Tidak ditemukan")
    assert offers.isVisible()
    where = offers.visualItemRect(offers.item(0)).center()
    qtbot.mouseClick(offers.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=where)
    assert taken == []
    offers.offer([])
    assert not offers.isVisible()
