# SPDX-License-Identifier: Apache-2.0
"""One form at a time below the list; what is typed goes with its race, and what is removed elsewhere closes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.operations import candidates
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.ui.pages import opened
from ui import runner
from ui.pages import settings_page
from ui.pages.settings_page import candidate_forms, count_section

Key = QtCore.Qt.Key


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.fixture
def section(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> count_section.CountSection:
    window = opened.show(qtbot, wajo, lanes, "settings", lambda: settings_page.SettingsPage(wajo, lanes))
    page = window.page("settings")
    assert isinstance(page, settings_page.SettingsPage)
    page.open("count")
    opened.settle(qtbot, lanes)
    found = page.section("count")
    assert isinstance(found, count_section.CountSection)
    return found


def there(forms: candidate_forms.CandidateForms) -> list[str]:
    every = {"one": forms.one, "photos": forms.photos, "list": forms.list, "single": forms.single}
    return [name for name, part in every.items() if part.isVisible()]


def test_one_at_a_time_and_no_room_without_one(section: count_section.CountSection, qtbot: QtBot) -> None:
    forms = section.candidates.forms
    assert forms.isHidden()
    came: list[object] = []
    forms.opened.connect(came.append)
    forms.begin_new()
    assert there(forms) == ["one"]
    forms.begin_list()
    assert there(forms) == ["list"]
    forms.begin_single()
    assert there(forms) == ["single"]
    assert came == [forms.one, forms.list, forms.single]
    with qtbot.waitSignal(forms.closed):
        forms.close_all()
    assert (there(forms), forms.isHidden()) == ([], True)


def test_the_next_one_below_a_party(
    wajo: Desk, section: count_section.CountSection, qtbot: QtBot, lanes: runner.Runner
) -> None:
    candidates.put_list(wajo, "dpr", "3 Partai C")
    opened.settle(qtbot, lanes)
    card = section.candidates
    card.tabs.setCurrentIndex([race.code for race in card._shown.races].index("dpr"))
    card.forms.begin_new()
    assert card.forms.one.lines["code"].value() == "4"
    card.forms.one.lines["code"].setText("3.1")
    qtbot.keyClicks(card.forms.one.lines["name"], "Andi")
    qtbot.keyClick(card.forms.one.lines["name"], Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert [one.code for one in candidates.all_of(wajo)["dpr"]] == ["3", "3.1"]
    assert card.forms.one.lines["code"].value() == "3.2"


def test_what_is_typed_is_kept_when_another_race_is_shown(
    wajo: Desk, section: count_section.CountSection, qtbot: QtBot, lanes: runner.Runner
) -> None:
    candidates.put_list(wajo, "ppwp", "Andi")
    opened.settle(qtbot, lanes)
    card = section.candidates
    card.table.view.select_row(0)
    card.open()
    assert there(card.forms) == ["one", "photos"]
    card.forms.one.lines["name"].setText("Andi Baso")
    card.tabs.setCurrentIndex(1)
    opened.settle(qtbot, lanes)
    assert there(card.forms) == []
    assert [one.name for one in candidates.all_of(wajo)["ppwp"]] == ["Andi Baso"]


def test_one_that_is_removed_elsewhere_is_closed(
    wajo: Desk, section: count_section.CountSection, qtbot: QtBot, lanes: runner.Runner
) -> None:
    candidates.put_list(wajo, "ppwp", "Andi\nBudi")
    opened.settle(qtbot, lanes)
    card = section.candidates
    first, second = card.table.model.shown()
    card.open(second.one)
    candidates.edit(wajo, second.one.record, name="Budi Baso")
    opened.settle(qtbot, lanes)
    assert card.forms.one.lines["name"].value() == "Budi Baso"
    candidates.remove_records(wajo, "ppwp", [first.one.record])
    opened.settle(qtbot, lanes)
    assert there(card.forms) == ["one", "photos"]
    candidates.remove_records(wajo, "ppwp", [second.one.record])
    opened.settle(qtbot, lanes)
    assert there(card.forms) == []
