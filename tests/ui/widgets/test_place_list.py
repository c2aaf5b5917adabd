# SPDX-License-Identifier: Apache-2.0
"""Other places: stepped through in the order shown."""

from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import places, readiness
from desk_app.operations import checklist_pages
from ui.widgets import place_list


def place(subject: str) -> checklist_pages.WatchedPlace:
    state = readiness.Readiness.NOT_YET
    return checklist_pages.WatchedPlace(subject, f"PPK {subject}", places.Kind.PPK, state, 0, 7, 0)


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
