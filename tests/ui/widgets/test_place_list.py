# SPDX-License-Identifier: Apache-2.0
"""Other places: stepped through in the order shown."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import places, readiness
from desk_app.operations import places_watched
from ui.widgets import place_list


def place(subject: str, failed: int = 0, issues: int = 0) -> places_watched.WatchedPlace:
    state = readiness.Readiness.NOT_YET
    return places_watched.WatchedPlace(subject, f"PPK {subject}", places.Kind.PPK, state, 0, 7, issues, failed)


def test_stepping_and_showing(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = place_list.PlaceList()
    qtbot.addWidget(made)
    made.set_rows([place("a"), place("b")])
    with qtbot.waitSignal(made.chosen) as told:
        assert made.step(1) == "a"
    assert told.args == ["a"]
    assert made.step(1) == "b"
    assert made.step(1) is None
    with qtbot.assertNotEmitted(made.chosen):
        assert made.show_subject("a")
    assert not made.show_subject("z")
    assert made.subjects() == ["a", "b"]


def test_only_what_failed_without_an_issue(app: QtWidgets.QApplication, qtbot: QtBot) -> None:
    made = place_list.PlaceList()
    qtbot.addWidget(made)
    made.show()
    made.set_rows([place("a"), place("b", failed=1), place("c", failed=1), place("d", failed=1, issues=1)])
    made.show_unrecorded(True)
    assert made.subjects() == ["b", "c"]
    assert made.table.count.text() == "2 tempat"
    made.show_subject("b")
    made.set_rows([place("a"), place("b", failed=1, issues=1), place("c", failed=1, issues=1)])
    assert made.subjects() == ["b"], "what somebody is filling in does not go from under his hands"
    made.show_unrecorded(True)
    assert made.subjects() == []
    assert made._nothing.isVisible()
    made.picked.click()
    assert made.subjects() == ["a", "b", "c"]
    assert not made.picked.isVisible()
