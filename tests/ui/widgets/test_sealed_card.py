# SPDX-License-Identifier: Apache-2.0
"""Why no sums stand on the board, and what can be done about it."""

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.counts.rights import Right
from desk_app.domain.words import Phrase
from desk_app.operations import count_keys
from ui.widgets import sealed_card

ENTER = frozenset({Right.ENTER})
ANDI = (1, "Andi", frozenset({Right.TOTALS}))


@pytest.fixture
def card(app: QtWidgets.QApplication, qtbot: QtBot) -> sealed_card.SealedCard:
    made = sealed_card.SealedCard()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("access", "refused", "said", "opens", "sets_up"),
    [
        (count_keys.Access(ENTER, False, False, (), ()), None, "belum disiapkan", False, True),
        (count_keys.Access(ENTER, False, False, (), ()), Phrase("Bukan di sini."), "Bukan di sini.", False, False),
        (count_keys.Access(ENTER, True, False, ("A", "B"), ()), None, "A dan B membukanya bersama.", True, False),
        (count_keys.Access(ENTER, True, False, (), (ANDI,)), None, "Yang boleh melihatnya: Andi.", False, False),
        (count_keys.Access(ENTER, True, True, (), ()), None, "Belum ada akun yang boleh", False, False),
    ],
)
def test_it_says_why_and_offers_what_helps(
    card: sealed_card.SealedCard,
    access: count_keys.Access,
    refused: Phrase | None,
    said: str,
    opens: bool,
    sets_up: bool,
) -> None:
    card.show_access(access, refused)
    assert said in card.line.words
    assert card.open_button.isHidden() is not opens
    assert card.setup_button.isHidden() is not sets_up
    assert not card.isHidden()


def test_it_is_gone_for_who_sees_totals(card: sealed_card.SealedCard) -> None:
    card.show_access(count_keys.Access(frozenset({Right.TOTALS}), True, True, (), (ANDI,)))
    assert card.isHidden()
