# SPDX-License-Identifier: Apache-2.0
"""One item: no key is read two ways, and a part is made only when it has something to say."""

from dataclasses import replace

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import answers, checklists, words
from tests.ui.widgets import test_checklist_sheet as samples
from ui.widgets import answer_buttons, checklist_row, fields

KEY = QtCore.Qt.Key


def row_of(qtbot: QtBot, **changes: object) -> checklist_row.ItemRow:
    made = checklist_row.ItemRow(replace(samples.ITEM, **changes))  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("key", "mark"),
    [("s", answers.Mark.DONE), ("1", answers.Mark.DONE), ("b", answers.Mark.NOT_YET), ("2", answers.Mark.NOT_YET),
     ("t", answers.Mark.NOT_NEEDED), ("0", answers.Mark.NOT_NEEDED)],
)  # fmt: skip
def test_one_key_answers(app: QtWidgets.QApplication, qtbot: QtBot, key: str, mark: answers.Mark) -> None:
    row = row_of(qtbot, kind=checklists.ItemKind.YES_NO)
    with qtbot.waitSignal(row.answered) as told:
        qtbot.keyClicks(row.editor, key)
    assert told.args == ["a", mark]
    assert row.value() is mark


def test_digits_are_a_number_where_a_number_is_asked(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    row = row_of(qtbot)
    assert isinstance(row.editor, fields.NumberField)
    qtbot.keyClicks(row.editor, "s120b")
    with qtbot.waitSignal(row.answered) as told:
        row.commit()
    assert told.args == ["a", 120]


def test_not_needed_is_shown_in_a_number_item_and_can_be_taken_back(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    row = row_of(qtbot, value=answers.Mark.NOT_NEEDED)
    assert isinstance(row.editor, fields.NumberField)
    assert row.editor.placeholderText() == "tidak perlu"
    with qtbot.waitSignal(row.answered) as told:
        qtbot.keyClick(row.editor, KEY.Key_Backspace)
    assert told.args == ["a", None]


def test_the_chosen_answer_clicked_again_is_taken_back(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    row = row_of(qtbot, kind=checklists.ItemKind.YES_NO, value=answers.Mark.DONE)
    assert isinstance(row.editor, answer_buttons.AnswerButtons)
    with qtbot.waitSignal(row.answered) as told:
        qtbot.mouseClick(row.editor, QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(20, 15))
    assert told.args == ["a", None]


def test_what_is_needed_and_what_is_wrong(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    short = words.phrase("kurang {count}", count=8)
    row = row_of(qtbot, value=285, needed=293, unit="lembar", verdict=answers.Verdict.FAILED, judgement=short)
    assert row._needed.text() == "dari 293 lembar"
    assert row.verdict.text == "kurang 8"
    assert row.below.issue.text() == "Catat sebagai permasalahan"
    row.set_item(replace(row.item, assumed=True), "")
    assert row._needed.text() == "lazimnya 293 lembar"


def test_escape_gives_a_note_back_as_it_was(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    row = row_of(qtbot, note="lama")
    row.begin_note()
    with qtbot.assertNotEmitted(row.noted):
        qtbot.keyClicks(row.below.note, "!!")
        qtbot.keyClick(row.below.note, KEY.Key_Escape)
    assert row.below.note.text() == "lama"


def test_words_are_typed_as_words(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    """No letter is a key there: N begins no note, T is told as typed."""
    row = row_of(qtbot, kind=checklists.ItemKind.TEXT)
    assert isinstance(row.editor, fields.LineField)
    row.editor.setFocus()
    qtbot.keyClicks(row.editor, "Nyonya Temmu")
    with qtbot.waitSignal(row.answered) as told, qtbot.waitSignal(row.passed):
        qtbot.keyClick(row.editor, KEY.Key_Return)
    assert told.args == ["a", "Nyonya Temmu"]


def test_an_hour_is_shown_as_an_office_writes_it(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    row = row_of(qtbot, kind=checklists.ItemKind.MOMENT, value=answers.Written("2024-02-14 07:10"))
    assert isinstance(row.editor, fields.LineField)
    assert row.editor.text() == "14-02-2024 07.10"
    row.set_item(replace(row.item, value=answers.Mark.NOT_NEEDED), "")
    assert (row.editor.text(), row.editor.placeholderText()) == ("", "tidak perlu")


def test_a_digit_chooses_and_what_was_chosen_once_stays_to_be_seen(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    row = row_of(qtbot, kind=checklists.ItemKind.CHOICE, options=("Baik", "Basah"), value=answers.Written("Kering"))
    assert isinstance(row.editor, fields.ChoiceField)
    assert (row.editor.count(), row.editor.value()) == (4, "Kering")
    with qtbot.waitSignal(row.answered) as told, qtbot.waitSignal(row.stepped):
        qtbot.keyClick(row.editor, "2")
    assert told.args == ["a", answers.Written("Basah")]
    with qtbot.waitSignal(row.answered) as mark:
        qtbot.keyClick(row.editor, "t")
    assert mark.args == ["a", answers.Mark.NOT_NEEDED]
    with qtbot.assertNotEmitted(row.answered, wait=20):
        qtbot.keyClick(row.editor, "3")


def test_a_photo_is_asked_for(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    row = row_of(qtbot, kind=checklists.ItemKind.PHOTO)
    with qtbot.waitSignal(row.photo_wanted) as wanted, qtbot.assertNotEmitted(row.answered, wait=20):
        qtbot.keyClicks(row.editor, "s")
    assert wanted.args == ["a"]
    with qtbot.waitSignal(row.answered) as told:
        qtbot.keyClicks(row.editor, "b")
    assert told.args == ["a", answers.Mark.NOT_YET]


def test_enter_says_that_an_old_answer_still_holds(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    row = row_of(qtbot, kind=checklists.ItemKind.YES_NO, value=answers.Mark.DONE, again=True)
    assert row.verdict.text == "lihat lagi"
    with qtbot.waitSignal(row.answered) as told:
        qtbot.keyClick(row.editor, KEY.Key_Return)
    assert told.args == ["a", answers.Mark.DONE]
    row.set_item(replace(row.item, again=False), "")
    with qtbot.assertNotEmitted(row.answered, wait=20):
        qtbot.keyClick(row.editor, KEY.Key_Return)
