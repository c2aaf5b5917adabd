# SPDX-License-Identifier: Apache-2.0
"""Catatan ganda in the window: from the home page's line to the list, merged, undone, renumbered, separated again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import records
from desk_app.operations import duplicates, history, issue_register, issues, search, targets, todo
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import regency_offices
from tests.ui.pages import opened
from ui import runner
from ui.pages import exchange_page, issues_page

STATION = regency_offices.tps(regency_offices.TEMPE_VILLAGE, 1)


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def make(desk: Desk, *titles: str) -> list[int]:
    return [issues.new_issue(desk, title, STATION, category="LIS") for title in titles]


def opened_tab(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> exchange_page.ExchangePage:
    window = opened.show(qtbot, wajo, lanes, "exchange", lambda: exchange_page.ExchangePage(wajo, lanes))
    page = window.page("exchange")
    assert isinstance(page, exchange_page.ExchangePage)
    page.open(next(line.target for line in todo.todo(wajo) if line.kind is todo.TodoKind.DUPLICATE))
    opened.settle(qtbot, lanes)
    return page


def press(page: QtWidgets.QWidget, words: str, lanes: runner.Runner, qtbot: QtBot, at: int = 0) -> None:
    opened.settle(qtbot, lanes)
    found = [one for one in page.findChildren(QtWidgets.QPushButton) if one.text() == words and one.isVisible()]
    found[at].click()
    opened.settle(qtbot, lanes)


def tab_words(page: exchange_page.ExchangePage) -> str:
    return page.tabs.tabText(page.tabs.currentIndex())


def test_the_line_of_the_home_page_leads_to_it_and_it_is_merged(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    one, other = make(wajo, "Listrik padam", "Padam listrik total")
    page = opened_tab(wajo, lanes, qtbot)
    assert page.duplicates.isVisible()
    assert tab_words(page) == "Catatan ganda (1)"
    press(page, "Gabungkan, pakai yang ini", lanes, qtbot, at=1)
    assert duplicates.kept(wajo, one) == other
    assert tab_words(page) == "Catatan ganda"
    assert page.notices.text.startswith("Digabung.")
    history.undo(wajo)
    opened.settle(qtbot, lanes)
    assert tab_words(page) == "Catatan ganda (1)"
    history.redo(wajo)
    opened.settle(qtbot, lanes)
    page.duplicates.counts.buttons["settled"].click()
    page.duplicates.settled.view.select_row(0)
    press(page, "Pisahkan lagi", lanes, qtbot)
    assert duplicates.kept(wajo, one) == one


def test_two_that_are_two(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    make(wajo, "Listrik padam", "Padam listrik total")
    page = opened_tab(wajo, lanes, qtbot)
    press(page, "Bukan ganda", lanes, qtbot)
    assert duplicates.count(wajo) == 0
    page.duplicates.counts.buttons["settled"].click()
    page.duplicates.settled.view.select_row(0)
    press(page, "Tanyakan lagi", lanes, qtbot)
    assert duplicates.count(wajo) == 1


def test_a_number_twice(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    one, other = make(wajo, "Listrik padam", "Atap bocor")
    transact(wajo, "x", lambda unit: unit.set(records.ISSUE, other, {"number": "WAJ-0001"}))
    page = opened_tab(wajo, lanes, qtbot)
    press(page, "Beri nomor baru", lanes, qtbot, at=1)
    assert "Nomor baru: WAJ-0002" in page.notices.text
    assert {row.no: row.number for row in issue_register.issue_rows(wajo)} == {one: "WAJ-0001", other: "WAJ-0002"}


def test_a_record_is_opened_and_its_history_shown(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    one, _other = make(wajo, "Listrik padam", "Padam listrik total")
    page = opened_tab(wajo, lanes, qtbot)
    press(page, "Buka", lanes, qtbot)
    window = page.window()
    assert isinstance(window, opened.Window)
    [(key, target)] = window.gone
    assert (key, target) == ("issues", targets.Target(targets.Page.ISSUES, record=one))
    press(page, "Riwayat", lanes, qtbot)
    assert window.findChildren(QtWidgets.QDialog)


def test_a_merged_issue_is_opened_by_its_own_number(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    one, other, _third = make(wajo, "Listrik padam", "Padam listrik total", "Atap bocor")
    duplicates.merge(wajo, one, [other])
    window = opened.show(qtbot, wajo, lanes, "issues", lambda: issues_page.IssuesPage(wajo, lanes))
    page = window.page("issues")
    assert isinstance(page, issues_page.IssuesPage)
    [hit] = search.search(wajo, "WAJ-0002")
    page.open(hit.target)
    opened.settle(qtbot, lanes)
    detail = page.register.detail
    assert detail.no == one
    assert page.register.table.current().no == one
    assert "termasuk WAJ-0002" in detail.meta.text()
    press(detail, "Pisahkan lagi", lanes, qtbot)
    assert duplicates.kept(wajo, other) == other
    assert detail._merged_card.isHidden()
