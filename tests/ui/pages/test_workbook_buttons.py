# SPDX-License-Identifier: Apache-2.0
"""Each list has its Excel button in the head: it follows the tab that is shown, and says what it did on its page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pytestqt.qtbot import QtBot

from desk_app.operations import issues
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.ui.pages import opened
from ui import runner
from ui.pages import activities_page, issues_page, logistics_page, readiness_page, teams_page
from ui.pages.stations_page import risk_tab
from ui.widgets import page

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


PAGES: dict[str, tuple[Callable[..., page.Page], list[tuple[str, ...]]]] = {
    "issues": (issues_page.IssuesPage, [("issues",), ("logbook",), ("revotes",)]),
    "teams": (teams_page.TeamsPage, [("members", "teams"), ("teams",), ("shifts",), ("decrees",)]),
    "activities": (
        activities_page.ActivitiesPage,
        [
            ("activities", "attendance", "visits", "campaign"),
            ("tasks",),
            ("indicator-values", "indicators"),
            ("contacts",),
            ("stages", "holidays"),
        ],
    ),
    "logistics": (logistics_page.LogisticsPage, [("stock",), ("shipments",), ()]),
    "readiness": (readiness_page.ReadinessPage, [("checklist@h-1",), (), ("watch",), ()]),
}


@pytest.mark.parametrize("key", PAGES)
def test_it_stands_for_the_list_that_is_shown(key: str, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    make, wanted = PAGES[key]
    window = opened.show(qtbot, wajo, lanes, key, lambda: make(wajo, lanes))
    shown: Any = window.page(key)
    opened.settle(qtbot, lanes)
    for place, keys in enumerate(wanted):
        shown.tabs.setCurrentIndex(place)
        opened.settle(qtbot, lanes)
        button = shown.excel_button
        assert (button.isVisible(), button.keys if keys else ()) == (bool(keys), keys)
    shown.tabs.setCurrentIndex(0)
    assert shown.excel_button.isVisible()


def test_what_was_saved_is_said_on_the_page(wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path) -> None:
    issues.new_issue(wajo, "Kotak basah")
    window = opened.show(qtbot, wajo, lanes, "issues", lambda: issues_page.IssuesPage(wajo, lanes))
    shown: Any = window.page("issues")
    opened.settle(qtbot, lanes)
    with qtbot.waitSignal(shown.excel_button.notices):
        shown.excel_button.save(tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0].max_row == 2
    assert shown.notices.text.endswith("a.xlsx · 1 baris")


def test_the_risk_of_the_tps_has_three(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    tab = risk_tab.RiskTab(wajo, lanes, lambda error: None)
    qtbot.addWidget(tab)
    assert tab.excel_button.keys == ("risk-ticks", "region-risk", "guards")
