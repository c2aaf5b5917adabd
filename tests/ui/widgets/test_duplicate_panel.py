# SPDX-License-Identifier: Apache-2.0
"""Catatan ganda as a panel: two, many, none; what was said and how it is taken back."""

import dataclasses

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations.duplicate_words import Card, Doubt, Settled
from ui.widgets import duplicate_panel


def doubt(first: int, count: int = 2) -> Doubt:
    facts = (("Tempat", "TPS 001"),)
    cards = tuple(Card(no, f"TEM-{no:04d}", "Listrik padam", facts) for no in range(first, first + count))
    return Doubt(tuple(card.no for card in cards), "issue", "Permasalahan", cards, "Nomor sama", True, False)


def shown(
    qtbot: QtBot, waiting: list[Doubt], settled: list[Settled] | None = None, width: int = 1100
) -> duplicate_panel.DuplicatePanel:
    panel = duplicate_panel.DuplicatePanel()
    qtbot.addWidget(panel)
    panel.resize(width, 400)
    panel.show()
    panel.set_found(waiting, settled or [])
    return panel


def buttons(panel: QtWidgets.QWidget, words: str) -> list[QtWidgets.QPushButton]:
    QtWidgets.QApplication.processEvents()
    return [one for one in panel.findChildren(QtWidgets.QPushButton) if one.text() == words and one.isVisible()]


def test_two_are_merged_into_the_one_that_is_chosen(app: object, qtbot: QtBot) -> None:
    panel = shown(qtbot, [doubt(1), doubt(5)])
    with qtbot.waitSignal(panel.merge_wanted) as told:
        buttons(panel, "Gabungkan, pakai yang ini")[1].click()
    assert told.args == [doubt(1), 2, [1]]
    with qtbot.waitSignal(panel.apart_wanted) as told:
        buttons(panel, "Bukan ganda")[0].click()
    assert told.args == [doubt(1), [1, 2]]
    with qtbot.waitSignal(panel.open_wanted) as told:
        buttons(panel, "Buka")[0].click()
    assert told.args == ["issue", 1]
    assert buttons(panel, "Beri nomor baru") == []


def test_a_number_is_given_anew(app: object, qtbot: QtBot) -> None:
    asked = dataclasses.replace(doubt(1), merging=False, renumbering=True)
    panel = shown(qtbot, [asked])
    assert buttons(panel, "Gabungkan, pakai yang ini") == []
    with qtbot.waitSignal(panel.number_wanted) as told:
        buttons(panel, "Beri nomor baru")[1].click()
    assert told.args == [asked, 2]


def test_the_next_one_follows_when_one_is_settled(app: object, qtbot: QtBot) -> None:
    panel = shown(qtbot, [doubt(1), doubt(5), doubt(9)])
    panel.list.view.select_row(1)
    panel.set_found([doubt(1), doubt(9)], [Settled(6, True, "Permasalahan", "TEM-0006", "digabung ke TEM-0005")])
    assert panel._shown == doubt(9)
    panel.set_found([], [])
    assert panel._shown is None
    assert buttons(panel, "Bukan ganda") == []


def test_what_was_said_is_taken_back(app: object, qtbot: QtBot) -> None:
    merged = Settled(6, True, "Permasalahan", "TEM-0006", "digabung ke TEM-0005")
    apart = Settled(8, False, "Permasalahan", "TEM-0001 ⇄ TEM-0002", "bukan ganda")
    panel = shown(qtbot, [doubt(1)], [merged, apart])
    panel.counts.buttons["settled"].click()
    panel.settled.view.select_row(0)
    with qtbot.waitSignal(panel.back_wanted) as told:
        buttons(panel, "Pisahkan lagi")[0].click()
    assert told.args == [merged]
    panel.settled.view.select_row(1)
    with qtbot.waitSignal(panel.back_wanted) as told:
        buttons(panel, "Tanyakan lagi")[0].click()
    assert told.args == [apart]
    panel.show_waiting()
    assert panel._shown == doubt(1)


def test_on_a_small_screen_the_list_gives_way(app: object, qtbot: QtBot) -> None:
    panel = shown(qtbot, [doubt(1)], width=700)
    assert panel.list.isVisible()
    assert panel.minimumSizeHint().width() < 700
    panel._split.show_detail()
    assert not panel.list.isVisible()
    panel.show_waiting()
    assert panel.list.isVisible()
