# SPDX-License-Identifier: Apache-2.0
"""A place is taken from what is offered for typed words, and from nothing else."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import place_box

Key = QtCore.Qt.Key
OFFERS = [
    place_box.Offer("73.13.06.1001-005", "TPS 005", "Tempe"),
    place_box.Offer("73.13.07.1001-005", "TPS 005", "Belawa"),
]


class Form(QtWidgets.QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.box = place_box.PlaceBox()
        self.other = QtWidgets.QLineEdit()
        self.asked: list[str] = []
        self.taken: list[str] = []
        column = QtWidgets.QVBoxLayout(self)
        column.addWidget(self.box)
        column.addWidget(self.other)
        column.addStretch(1)
        self.box.searched.connect(self.asked.append)
        self.box.committed.connect(self.taken.append)


@pytest.fixture
def form(app: QtWidgets.QApplication, qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.box.setFocus()
    qtbot.wait(1)
    return made


def test_the_arrow_chooses_and_enter_takes(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.box, "tem 5")
    qtbot.waitUntil(lambda: form.asked == ["tem 5"])
    form.box.set_offers("tem 5", OFFERS)
    assert form.box.offers == OFFERS
    qtbot.keyClick(form.box, Key.Key_Down)
    qtbot.keyClick(form.box, Key.Key_Return)
    assert (form.box.value(), form.box.text()) == (OFFERS[1].subject, "TPS 005")
    assert form.taken == [OFFERS[1].subject]
    assert form.box.offers == []


def test_an_answer_to_other_words_is_left(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.box, "tem 5")
    form.box.set_offers("tem", OFFERS)
    assert form.box.offers == []


def test_enter_before_the_answer_takes_the_first(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.box, "tem 5")
    qtbot.keyClick(form.box, Key.Key_Return)
    assert form.asked == ["tem 5"]
    form.box.set_offers("tem 5", OFFERS)
    assert form.taken == [OFFERS[0].subject]


def test_words_that_mean_nothing_do_not_stay(form: Form, qtbot: QtBot) -> None:
    form.box.set_value("73.13", "Kabupaten Wajo")
    form.box.selectAll()
    qtbot.keyClicks(form.box, "entah")
    qtbot.waitUntil(lambda: bool(form.asked))
    form.box.set_offers("entah", [])
    form.other.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    assert (form.box.text(), form.box.value(), form.taken) == ("Kabupaten Wajo", "73.13", [])


def test_leaving_takes_the_offer_that_is_marked(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.box, "tem 5")
    qtbot.waitUntil(lambda: bool(form.asked))
    form.box.set_offers("tem 5", OFFERS)
    form.other.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    assert form.taken == [OFFERS[0].subject]


def test_an_emptied_line_means_no_place(form: Form, qtbot: QtBot) -> None:
    form.box.set_value("73.13", "Kabupaten Wajo")
    form.box.selectAll()
    qtbot.keyClick(form.box, Key.Key_Delete)
    form.other.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    assert form.taken == [""]


def test_escape_gives_up(form: Form, qtbot: QtBot) -> None:
    form.box.set_value("73.13", "Kabupaten Wajo")
    form.box.selectAll()
    qtbot.keyClicks(form.box, "tem")
    qtbot.keyClick(form.box, Key.Key_Escape)
    assert (form.box.text(), form.taken) == ("Kabupaten Wajo", [])


def test_a_refresh_leaves_what_is_being_typed(form: Form, qtbot: QtBot) -> None:
    form.box.set_value("73.13", "Kabupaten Wajo")
    form.box.selectAll()
    qtbot.keyClicks(form.box, "tem")
    form.box.set_value("73.13", "Kabupaten Wajo")
    assert form.box.text() == "tem"
