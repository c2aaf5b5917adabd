# SPDX-License-Identifier: Apache-2.0
"""The number of a paper form: Enter takes it, leaving asks for nothing, the next stands ready."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import form_box, place_box

RETURN = QtCore.Qt.Key.Key_Return
OFFER = place_box.Offer("73.13.06.1001-005", "TPS 005 · Kel. Siengkang")


@pytest.fixture
def box(app: QtWidgets.QApplication, qtbot: QtBot) -> Iterator[form_box.FormBox]:
    whole = QtWidgets.QWidget()
    column = QtWidgets.QVBoxLayout(whole)
    made = form_box.FormBox()
    column.addWidget(made)
    column.addWidget(QtWidgets.QLineEdit())
    qtbot.addWidget(whole)
    whole.show()
    whole.activateWindow()
    qtbot.waitUntil(whole.isActiveWindow)
    made.searched.connect(lambda text: made.set_offers(text, [OFFER] if text == "7313061001005" else []))
    yield made
    whole.hide()


def test_enter_wants_the_form_and_empties_the_box_for_the_next(box: form_box.FormBox, qtbot: QtBot) -> None:
    box.setFocus()
    for _turn in range(2):
        qtbot.keyClicks(box, "7313061001005")
        with qtbot.waitSignal(box.wanted) as told:
            qtbot.keyClick(box, RETURN)
        assert told.args == [OFFER.subject]
        assert box.text() == ""


def test_what_is_offered_is_taken_by_enter_only(box: form_box.FormBox, qtbot: QtBot) -> None:
    box.offer("7313061001005")
    assert box.hasFocus()
    with qtbot.assertNotEmitted(box.wanted):
        box.nextInFocusChain().setFocus()
    assert box.text() == ""
    box.offer("7313061001005")
    with qtbot.waitSignal(box.wanted):
        qtbot.keyClick(box, RETURN)


def test_a_number_that_is_no_form_stays_marked(box: form_box.FormBox, qtbot: QtBot) -> None:
    box.setFocus()
    qtbot.keyClicks(box, "123")
    with qtbot.assertNotEmitted(box.wanted):
        qtbot.keyClick(box, RETURN)
    assert box.unknown_words == "123"
