# SPDX-License-Identifier: Apache-2.0
"""A place is taken from what is offered for typed words, and from nothing else; other words stay, marked."""

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
        self.unknown: list[str] = []
        column = QtWidgets.QVBoxLayout(self)
        column.addWidget(self.box)
        column.addWidget(self.other)
        column.addStretch(1)
        self.box.searched.connect(self.asked.append)
        self.box.committed.connect(self.taken.append)
        self.box.unknown.connect(self.unknown.append)


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


def test_words_that_are_no_place_stay_and_are_marked(form: Form, qtbot: QtBot) -> None:
    form.box.set_value("73.13", "Kabupaten Wajo")
    form.box.selectAll()
    qtbot.keyClicks(form.box, "pasar sentral")
    qtbot.waitUntil(lambda: bool(form.asked))
    form.box.set_offers("pasar sentral", [])
    form.other.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    assert (form.box.text(), form.box.unknown_words, form.unknown) == ("pasar sentral",) * 2 + (["pasar sentral"],)
    assert form.box.property("refused")
    assert (form.box.value(), form.taken) == ("73.13", []), "the place is not altered"
    form.box.set_value("73.13", "Kabupaten Wajo")
    assert form.box.text() == "pasar sentral", "reading anew does not take them away"
    form.box.setFocus()
    qtbot.wait(1)
    qtbot.keyClicks(form.box, "tem 5")
    assert (form.box.unknown_words, form.box.property("refused")) == ("", False)


def test_words_left_before_the_answer_wait_for_it(form: Form, qtbot: QtBot) -> None:
    settled: list[bool] = []
    form.box.settled.connect(lambda: settled.append(True))
    qtbot.keyClicks(form.box, "tem 5")
    form.other.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    assert form.box.is_waiting
    assert (form.box.text(), form.asked) == ("tem 5", ["tem 5"])
    form.box.commit()
    assert form.asked == ["tem 5"], "asked once"
    form.box.set_offers("tem 5", OFFERS)
    assert (form.box.value(), form.taken, settled) == (OFFERS[0].subject, [OFFERS[0].subject], [True])
    assert not form.box.is_waiting
    form.box.setFocus()
    qtbot.wait(1)
    qtbot.keyClicks(form.box, "entah")
    form.other.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
    form.box.set_offers("entah", [])
    assert (form.box.unknown_words, settled) == ("entah", [True, True])
    assert form.box.offers == []


def test_what_is_unfinished_can_be_kept_and_shown_again(form: Form, qtbot: QtBot) -> None:
    form.box.set_value("73.13", "Kabupaten Wajo")
    form.box.selectAll()
    qtbot.keyClicks(form.box, "pasar sentral")
    kept = form.box.state()
    form.box.forget()
    form.box.set_value("", "")
    assert (form.box.text(), form.box.value()) == ("", "")
    form.box.set_state(kept)
    assert (form.box.text(), form.box.value(), form.box.unknown_words) == ("pasar sentral", "73.13", "pasar sentral")
    form.box.set_state(["73.13", "Kabupaten Wajo", "Kabupaten Wajo"])
    assert (form.box.text(), form.box.unknown_words) == ("Kabupaten Wajo", "")


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
