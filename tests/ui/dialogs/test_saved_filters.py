# SPDX-License-Identifier: Apache-2.0
"""The saved filters of a list: saved, picked, used at opening, forgotten; the button says which one is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import saved_filters as kept
from desk_app.operations.desk import Desk
from tests import small_offices
from tests.ui.pages import opened
from ui import runner
from ui.dialogs import saved_filters


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "office").desk as made:
        yield made


class Listed(QtWidgets.QWidget):
    """A list with a filter of one value."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__()
        self.shown: dict[str, object] = {"area": ""}
        self.failures: list[Exception] = []
        self.filters = saved_filters.SavedFilters(
            desk, lanes, self.failures.append, "issues", lambda: self.shown, self.show_kept, self
        )
        column = QtWidgets.QVBoxLayout(self)
        column.addWidget(self.filters.button)

    def show_kept(self, what: object) -> None:
        assert isinstance(what, dict)
        self.shown = dict(what)


def test_from_saving_to_forgetting(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = Listed(desk, lanes)
    qtbot.addWidget(page)
    page.filters.reload()
    opened.settle(qtbot, lanes)
    button = page.filters.button
    assert [action.text() for action in button.menu_of().actions()] == ["Simpan saringan ini …"]
    page.shown = {"area": "73.13.07"}
    page.filters.save(" Belawa ")
    opened.settle(qtbot, lanes)
    assert button.text() == "Belawa"
    page.shown = {"area": ""}
    page.filters.look()
    assert button.text() == "Saringan", "the list shows something else by now"
    page.filters.pick(button.offers[0].no)
    assert page.shown == {"area": "73.13.07"}
    button.menu_of().actions()[3].trigger()
    opened.settle(qtbot, lanes)
    assert [one.first for one in kept.filters(desk, "issues")] == [True]
    other = Listed(desk, lanes)
    qtbot.addWidget(other)
    other.filters.reload()
    opened.settle(qtbot, lanes)
    assert other.shown == {"area": "73.13.07"}, "used when the list is opened"
    assert other.filters.button.text() == "Belawa"
    button.menu_of().actions()[4].trigger()
    opened.settle(qtbot, lanes)
    assert kept.filters(desk, "issues") == ()
    assert button.text() == "Saringan"


def test_who_opens_it_with_a_filter_of_its_own_keeps_that(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no = kept.save(desk, "issues", "Belawa", {"area": "73.13.07"})
    kept.use_first(desk, "issues", no)
    page = Listed(desk, lanes)
    qtbot.addWidget(page)
    page.filters.reload()
    page.filters.let_go()
    opened.settle(qtbot, lanes)
    assert page.shown == {"area": ""}


def test_a_name_is_asked_for(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = Listed(desk, lanes)
    qtbot.addWidget(page)
    page.show()
    page.filters.button.ask_name()
    [dialog] = page.window().findChildren(QtWidgets.QInputDialog)
    dialog.setTextValue("  ")
    dialog.accept()
    opened.settle(qtbot, lanes)
    assert "nama" in str(page.failures[0])
