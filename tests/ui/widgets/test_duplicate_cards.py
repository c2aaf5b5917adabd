# SPDX-License-Identifier: Apache-2.0
"""Cards of records that look like one: what differs stands out, and of more than two some may be left out."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations.duplicate_words import Card, Doubt
from ui.widgets import duplicate_cards


def shown(qtbot: QtBot, count: int, *, long: bool = False) -> duplicate_cards.DuplicateCards:
    text = "Surat suara kurang " * (40 if long else 1)
    cards = tuple(
        Card(no, f"TEM-{no:04d}", text[:300].strip(), (("Tempat", "TPS 001"), ("Uraian", f"{text}{no}")))
        for no in range(1, count + 1)
    )
    key = tuple(range(1, count + 1))
    made = duplicate_cards.DuplicateCards(Doubt(key, "issue", "Permasalahan", cards, "Sama", True, False))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def roles(made: QtWidgets.QWidget, begin: str) -> set[str]:
    return {one.property("role") for one in made.findChildren(QtWidgets.QLabel) if one.text().startswith(begin)}


def test_what_differs_stands_out(app: object, qtbot: QtBot) -> None:
    made = shown(qtbot, 2)
    assert roles(made, "Tempat") == {"muted"}
    assert roles(made, "Uraian") == {"strong"}
    assert made.included() == [1, 2]
    assert not any(box.isVisible() for box in made.findChildren(QtWidgets.QCheckBox))


def test_of_three_one_may_be_left_out(app: object, qtbot: QtBot) -> None:
    made = shown(qtbot, 3)
    boxes = made.findChildren(QtWidgets.QCheckBox)
    keepers = [one for one in made.findChildren(QtWidgets.QPushButton) if one.text().startswith("Gabungkan")]
    boxes[1].click()
    assert made.included() == [1, 3]
    assert [one.isEnabled() for one in keepers] == [True, False, True]
    with qtbot.waitSignal(made.kept) as told:
        keepers[2].click()
    assert told.args == [3, [1]]
    boxes[0].click()
    assert not any(one.isEnabled() for one in keepers)


def test_long_words_are_cut_and_wrap(app: object, qtbot: QtBot) -> None:
    made = shown(qtbot, 2, long=True)
    told = [one.text() for one in made.findChildren(QtWidgets.QLabel) if one.text().startswith("Uraian")]
    assert all(text.endswith("…") and len(text) < 420 for text in told)
    assert made.minimumSizeHint().width() < 600
