# SPDX-License-Identifier: Apache-2.0
"""The number pad in the C.HASIL: on, back, emptied, pasted, taken back; nothing typed ahead is lost."""

from collections.abc import Callable

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.counts import lines, rules
from tests.ui.widgets.test_count_fields import form
from ui.widgets import count_form

KEY = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
PAD = QtCore.Qt.KeyboardModifier.KeypadModifier
Made = Callable[..., count_form.CountForm]


@pytest.fixture
def made(app: QtWidgets.QApplication, qtbot: QtBot) -> Made:
    def make(lines_: tuple[lines.Line, ...] | None = None, width: int = 800, **given: object) -> count_form.CountForm:
        one = count_form.CountForm()
        qtbot.addWidget(one)
        one.resize(width, 400)
        one.set_form(lines_ or form(brief=True), {}, **given)  # type: ignore[arg-type]
        one.show()
        one.activateWindow()
        one.setFocus()
        qtbot.waitUntil(one.hasFocus)
        return one

    return make


def type_(qtbot: QtBot, one: count_form.CountForm, digits: str, *keys: QtCore.Qt.Key) -> None:
    for digit in digits:
        qtbot.keyClick(one, digit, PAD)
    for key in keys:
        qtbot.keyClick(one, key, PAD)


def test_enter_and_plus_go_on_minus_goes_back(made: Made, qtbot: QtBot) -> None:
    one = made()
    type_(qtbot, one, "290", KEY.Key_Enter)
    type_(qtbot, one, "200", KEY.Key_Plus)
    assert one.fields.at == "transferred_j"
    type_(qtbot, one, "", KEY.Key_Minus)
    assert one.fields.at == "registered_j"
    type_(qtbot, one, "201", KEY.Key_Up)
    assert one.fields.at == "dpt_j"
    type_(qtbot, one, "", KEY.Key_Down, KEY.Key_Tab)
    assert one.fields.at == "transferred_j"
    assert one.figures() == {"dpt_j": 290, "registered_j": 201}


def test_the_last_enter_ends_the_form(made: Made, qtbot: QtBot) -> None:
    one = made()
    ended: list[bool] = []
    one.finished.connect(lambda: ended.append(True))
    for _line in range(len(form(brief=True))):
        assert not ended
        type_(qtbot, one, "1", KEY.Key_Return)
    assert ended == [True]
    assert len(one.figures()) == len(form(brief=True))


def test_the_first_digit_replaces_the_next_ones_add(made: Made, qtbot: QtBot) -> None:
    one = made()
    type_(qtbot, one, "12", KEY.Key_Plus, KEY.Key_Minus)
    type_(qtbot, one, "3")
    type_(qtbot, one, "4")
    assert one.figures() == {"dpt_j": 34}
    type_(qtbot, one, "", KEY.Key_Backspace)
    assert one.figures() == {"dpt_j": 3}
    type_(qtbot, one, "", KEY.Key_Asterisk)
    assert one.figures() == {}


def test_what_is_no_figure_is_refused_in_words(made: Made, qtbot: QtBot) -> None:
    one = made()
    type_(qtbot, one, "99999")
    assert not one.refusal
    type_(qtbot, one, "9")
    assert one.figures() == {"dpt_j": 99_999}
    assert "99.999" in one.refusal
    qtbot.keyClick(one, "x")
    assert "Hanya angka" in one.refusal
    type_(qtbot, one, "1", KEY.Key_Enter)
    assert not one.refusal
    for typed in "1.234":
        qtbot.keyClick(one, typed)
    assert one.figures()["registered_j"] == 1234


def test_escape_and_ctrl_z_take_back_what_is_typed_in_the_field(made: Made, qtbot: QtBot) -> None:
    one = made()
    left: list[bool] = []
    one.left.connect(lambda: left.append(True))
    type_(qtbot, one, "12", KEY.Key_Plus, KEY.Key_Minus)
    type_(qtbot, one, "9")
    qtbot.keyClick(one, KEY.Key_Z, CTRL)
    assert one.figures() == {"dpt_j": 12}
    type_(qtbot, one, "7", KEY.Key_Escape)
    assert (one.figures(), left) == ({"dpt_j": 12}, [])
    type_(qtbot, one, "", KEY.Key_Escape)
    assert left == [True]


def test_keys_before_the_next_form_wait_for_it(made: Made, qtbot: QtBot) -> None:
    one = made()
    type_(qtbot, one, "5")
    one.wait()
    type_(qtbot, one, "27", KEY.Key_Enter)
    type_(qtbot, one, "31")
    assert one.figures() == {"dpt_j": 5}
    one.set_form(form(brief=True), {})
    one.go_on()
    assert one.figures() == {"dpt_j": 27, "registered_j": 31}
    one.wait()
    type_(qtbot, one, "4")
    one.give_up()
    type_(qtbot, one, "2")
    assert one.figures()["registered_j"] == 312


def test_keys_for_a_second_form_wait_for_that(made: Made, qtbot: QtBot) -> None:
    one = made()
    one.finished.connect(one.wait)
    for round_ in (1, 2):
        for _line in form(brief=True):
            type_(qtbot, one, str(round_), KEY.Key_Enter)
    assert set(one.figures().values()) == {1}
    one.set_form(form(brief=True), {})
    one.go_on()
    assert set(one.figures().values()) == {2}


def test_a_column_is_pasted(made: Made, qtbot: QtBot) -> None:
    one = made()
    QtGui.QGuiApplication.clipboard().setText("1.290\n200\n3\n")
    qtbot.keyClick(one, KEY.Key_V, CTRL)
    assert one.figures() == {"dpt_j": 1290, "registered_j": 200, "transferred_j": 3}
    QtGui.QGuiApplication.clipboard().setText("100000")
    qtbot.keyClick(one, KEY.Key_V, CTRL)
    assert "99.999" in one.refusal


def test_what_is_only_read_takes_no_digit(made: Made, qtbot: QtBot) -> None:
    one = made(read_only=True)
    type_(qtbot, one, "7", KEY.Key_Enter)
    assert one.figures() == {}
    assert one.fields.at == "registered_j"


def test_a_click_chooses_a_field_and_leaving_says_so(made: Made, qtbot: QtBot) -> None:
    one = made(form())
    told: list[bool] = []
    one.committed.connect(lambda: told.append(True))
    shape = one._shape()
    place = shape.box(1, one._tops[2]).center()
    qtbot.mouseClick(one.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=place)
    assert one.fields.at == "transferred_p"
    one.clearFocus()
    assert told == [True]


@pytest.mark.parametrize("width", [800, 430])
def test_what_does_not_hold_stands_beside_its_line(made: Made, qtbot: QtBot, width: int) -> None:
    one = made(form(), width)
    one.set_form(form(), {"valid": 210, "invalid": 6, "total": 217})
    one.go_to("total")
    before = one.grab().toImage()
    one.set_findings(rules.live(form(), one.figures()))
    found = one.finding()
    assert found is not None
    assert found.rule is rules.Rule.V04
    assert "216" in one.accessibleDescription()
    assert "Kesalahan" in one.accessibleDescription()
    assert one.grab().toImage() != before
    one.go_to("valid")
    assert one.finding() is None


def test_a_long_form_follows_the_keys(made: Made, qtbot: QtBot) -> None:
    one = made(form(60))
    qtbot.keyClick(one, KEY.Key_End)
    assert one.fields.at == "total"
    bar = one.verticalScrollBar()
    assert bar.value() > bar.maximum() - 40
    qtbot.keyClick(one, KEY.Key_Home)
    assert bar.value() == 0


def test_another_form_takes_larger_figures(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    one = count_form.CountForm(most=9_999_999)
    qtbot.addWidget(one)
    one.set_form(form(brief=True), {})
    qtbot.keyClicks(one, "39120045")
    assert one.figures() == {"dpt_j": 3_912_004}
    assert one.refusal == "Paling banyak 9.999.999."


def test_figures_that_come_meanwhile_leave_the_field_that_is_typed_into(made: Made, qtbot: QtBot) -> None:
    one = made()
    type_(qtbot, one, "12")
    at = one.fields.at
    one.renew({at: 999, "registered_j": 7})
    type_(qtbot, one, "5")
    assert one.figures() == {at: 125, "registered_j": 7}
    type_(qtbot, one, "", KEY.Key_Enter)
    one.renew({at: 125, "registered_j": 8})
    assert one.fields.at == "registered_j"
    type_(qtbot, one, "3")
    assert one.figures()["registered_j"] == 3
    type_(qtbot, one, "", KEY.Key_Escape)
    assert one.figures()["registered_j"] == 8
