# SPDX-License-Identifier: Apache-2.0
"""What cannot be undone is refused in words, and the button of an undo brings it back."""

from pytestqt.qtbot import QtBot

from desk_app.operations import history, stations
from desk_app.operations.desk import Desk
from ui.start import session, undoing


def test_the_words_name_act_and_record(desk: Desk) -> None:
    stations.create_station(desk, "73.13.06.1001", 5)
    group = history.next_undo(desk)
    assert group is not None
    said = undoing.words(desk, group)
    assert said.startswith(group.label)
    assert "TPS 005" in said
    assert "73.13" not in said


def test_nothing_to_undo_is_told(opened: session.Session, qtbot: QtBot) -> None:
    opened.window.undo_wanted.emit()
    notices = opened.window.page("settings").notices
    qtbot.waitUntil(lambda: notices.text == "Tidak ada yang dapat dibatalkan.")


def test_the_button_of_an_undo_brings_it_back(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    stations.create_station(desk, "73.13.06.1001", 5)
    opened.window.undo_wanted.emit()
    notices = opened.window.page("settings").notices
    qtbot.waitUntil(lambda: notices.text.startswith("Dibatalkan"))
    notices._button.click()
    qtbot.waitUntil(lambda: stations.count_stations(desk) == 1)
