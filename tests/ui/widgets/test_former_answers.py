# SPDX-License-Identifier: Apache-2.0
"""Answers to questions that are asked no longer: shown with their version, hidden where there is none."""

from pytestqt.qtbot import QtBot

from desk_app.domain import words
from desk_app.operations import checklist_pages
from ui.widgets import former_answers


def test_a_line_each(app: object, qtbot: QtBot) -> None:
    made = former_answers.FormerAnswers()
    qtbot.addWidget(made)
    assert made.isHidden()
    made.set_answers([checklist_pages.FormerAnswer("a", "Genset", words.phrase("Ada"), "dipinjam", 2, 0)])
    assert not made.isHidden()
    assert made.text.text() == "Genset: Ada (dipinjam) · sampai versi 2"
    made.set_answers(())
    assert made.isHidden()
