# SPDX-License-Identifier: Apache-2.0
"""The cards of a gallery: as many abreast as there is room, and the arrow keys know which is beside and below."""

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from ui.widgets import paper_board, paper_card

CARDS = [paper_card.Card(f"{number}", f"Naskah {number}", "Isi.", "A" if number < 5 else "B") for number in range(9)]


@pytest.fixture
def board(app: QtWidgets.QApplication, qtbot: QtBot) -> paper_board.PaperBoard:
    made = paper_board.PaperBoard(CARDS)
    qtbot.addWidget(made)
    made.resize(3 * (paper_card.LEAST + 10), 900)
    made.show()
    return made


def press(board: paper_board.PaperBoard, qtbot: QtBot, *keys: str) -> str:
    for key in keys:
        focus = board.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, getattr(QtCore.Qt.Key, f"Key_{key}"))
    focus = board.focusWidget()
    assert isinstance(focus, paper_card.PaperCard)
    return focus.card.key


def test_as_many_abreast_as_there_is_room(board: paper_board.PaperBoard) -> None:
    tops = [card.y() for card in board.shown]
    assert len(set(tops[:3])) == 1
    assert tops[3] > tops[2]
    assert board.shown[5].x() == 0
    board.resize(paper_card.LEAST + 5, 900)
    assert {card.x() for card in board.shown} == {0}
    assert board.minimumHeight() > 9 * paper_card.HEIGHT


def test_arrows_go_along_and_across_the_rows(board: paper_board.PaperBoard, qtbot: QtBot) -> None:
    board.go_to_first()
    assert press(board, qtbot, "Right", "Right") == "2"
    assert press(board, qtbot, "Down") == "4"
    assert press(board, qtbot, "Down") == "6"
    assert press(board, qtbot, "End", "Right") == "8"
    assert press(board, qtbot, "Down") == "8"
    assert press(board, qtbot, "Home", "Left") == "0"


def test_up_from_the_first_row_and_letters_are_for_the_search(board: paper_board.PaperBoard, qtbot: QtBot) -> None:
    board.go_to_first()
    with qtbot.waitSignal(board.typed) as told:
        press(board, qtbot, "Up")
    assert told.args == [""]
    with qtbot.waitSignal(board.typed) as told:
        press(board, qtbot, "R")
    assert told.args == ["r"]


def test_one_card_alone_is_a_stop_of_tab(board: paper_board.PaperBoard) -> None:
    stops = [card for card in board.cards if card.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus]
    assert stops == [board.shown[0]]
    board.search("naskah 7")
    assert [card.card.key for card in board.shown] == ["7"]
    assert board.shown[0].focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus
