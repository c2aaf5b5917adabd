# SPDX-License-Identifier: Apache-2.0
"""Lembar pantau in the real window: typed by keys, saved at once, refused beside the cell, sent by WhatsApp."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import answers
from desk_app.operations import checklist_pages, history, recaps, settings, targets, watch_entry, watch_reports
from desk_app.operations.desk import Desk
from tests import small_offices, watch_days
from tests.ui.pages import opened
from ui import runner
from ui.pages import readiness_page
from ui.widgets import watch_grid

KEY = QtCore.Qt.Key
DISTRICT, VILLAGE = small_offices.DISTRICT, small_offices.VILLAGE
FIRST = watch_grid.FIRST


@pytest.fixture
def office(tmp_path: Path) -> Iterator[tuple[Desk, watch_days.Clock]]:
    desk, clock = watch_days.make(tmp_path / "kantor", "73.13")
    yield desk, clock
    desk.close()


@pytest.fixture
def page(
    office: tuple[Desk, watch_days.Clock], lanes: runner.Runner, qtbot: QtBot
) -> Iterator[readiness_page.ReadinessPage]:
    desk, _clock = office
    window = opened.show(qtbot, desk, lanes, "readiness", lambda: readiness_page.ReadinessPage(desk, lanes))
    made = window.page("readiness")
    assert isinstance(made, readiness_page.ReadinessPage)
    made.open(targets.Target(targets.Page.CHECKLIST, chosen={"watch": True}))
    opened.settle(qtbot, lanes)
    yield made
    opened.settle(qtbot, lanes)
    assert window.crashes == []


def keys(qtbot: QtBot, *pressed: KEY) -> None:
    for key in pressed:
        focus = QtWidgets.QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, key)


def test_figures_are_typed_from_cell_to_cell(
    page: readiness_page.ReadinessPage, office: tuple[Desk, watch_days.Clock], lanes: runner.Runner, qtbot: QtBot
) -> None:
    desk, _clock = office
    panel = page.watch.panel
    assert panel.grid.view.hasFocus()
    assert panel.clock.text() == "07.10 WITA · H"
    panel.source.setText("camat")
    keys(qtbot, KEY.Key_2, KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert [(one.place, one.count, one.source) for one in recaps.recap_list(desk)] == [(DISTRICT, 2, "camat")]
    assert panel.grid.sums.rows[0].cells[0].value == 2
    assert panel.title.text() == "Ditunggu 07.00: 0"
    panel.grid.view.go(DISTRICT, FIRST)
    keys(qtbot, KEY.Key_Space)
    opened.settle(qtbot, lanes)
    panel.grid.view.go(VILLAGE, FIRST)
    keys(qtbot, KEY.Key_Space)
    opened.settle(qtbot, lanes)
    panel.grid.view.go(f"{VILLAGE}-001", FIRST)
    keys(qtbot, KEY.Key_S, KEY.Key_B)
    opened.settle(qtbot, lanes)
    items = {line.code: line.value for line in checklist_pages.checklist_page(desk, f"{VILLAGE}-002", 0).items}
    assert items["har.buka"] is answers.Mark.NOT_YET
    history.undo(desk)
    opened.settle(qtbot, lanes)
    assert panel.grid.model.rows[3].cells[0].value is None, "what is undone is gone from the sheet"


def test_what_is_refused_stays_in_its_cell(
    page: readiness_page.ReadinessPage, office: tuple[Desk, watch_days.Clock], lanes: runner.Runner, qtbot: QtBot
) -> None:
    desk, _clock = office
    keys(qtbot, KEY.Key_9, KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert recaps.recap_list(desk) == []
    assert "lebih banyak dari TPS" in page.notices.text
    model = page.watch.panel.grid.model
    assert model.index(0, FIRST).data(QtCore.Qt.ItemDataRole.EditRole) == "9"
    page.watch.panel.grid.view.go(DISTRICT, FIRST)
    keys(qtbot, KEY.Key_F2)
    editor = QtWidgets.QApplication.focusWidget()
    assert isinstance(editor, QtWidgets.QLineEdit)
    assert editor.text() == "9"
    editor.setText("3")
    keys(qtbot, KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert [one.count for one in recaps.recap_list(desk)] == [3]


def test_what_another_writes_stands_there_by_itself(
    page: readiness_page.ReadinessPage, office: tuple[Desk, watch_days.Clock], lanes: runner.Runner, qtbot: QtBot
) -> None:
    desk, _clock = office
    watch_entry.enter(desk, VILLAGE, 0, "3", "lurah")
    opened.settle(qtbot, lanes)
    assert page.watch.panel.grid.model.rows[0].cells[0].value == 3


def test_the_message_goes_to_the_clipboard(
    page: readiness_page.ReadinessPage, office: tuple[Desk, watch_days.Clock], lanes: runner.Runner, qtbot: QtBot
) -> None:
    desk, _clock = office
    watch_entry.enter(desk, DISTRICT, 0, "3")
    page.watch.panel.message.click()
    opened.settle(qtbot, lanes)
    assert "07.00: 3 dari 3 TPS buka." in QtGui.QGuiApplication.clipboard().text()


def test_other_hours_are_a_setting(
    page: readiness_page.ReadinessPage, office: tuple[Desk, watch_days.Clock], lanes: runner.Runner, qtbot: QtBot
) -> None:
    desk, _clock = office
    panel = page.watch.panel
    panel.hours.click()
    opened.settle(qtbot, lanes)
    field = panel.editor.findChild(QtWidgets.QLineEdit)
    assert field.text().startswith("07 buka")
    field.setText("06 terbang")
    keys(qtbot, KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert panel.editor.isVisible()
    field.setText("08 buka, 14 selesai")
    keys(qtbot, KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert settings.get(desk, "watch_columns") == "08 buka, 14 selesai"
    assert panel.grid.model.columnCount() == FIRST + 2
    panel.minutes.setText("5")
    panel.minutes.commit()
    opened.settle(qtbot, lanes)
    assert len(watch_reports.rules(desk).columns) == 2
    assert watch_reports.rules(desk).late == 5


def test_before_voting_day_it_says_when_it_begins(
    office: tuple[Desk, watch_days.Clock], page: readiness_page.ReadinessPage, lanes: runner.Runner, qtbot: QtBot
) -> None:
    _desk, clock = office
    clock.set("12.00", 13)
    page.watch.read()
    opened.settle(qtbot, lanes)
    assert "14-02-2024" in page.watch.panel.hint.text()
    keys(qtbot, KEY.Key_3, KEY.Key_Return)
    opened.settle(qtbot, lanes)
    assert "diisi mulai pukul 06.30" in page.notices.text


def test_the_wall_is_asked_for(page: readiness_page.ReadinessPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wall_wanted):
        page.watch.panel.wall.click()


def test_the_tabs_stay_where_they_are_whichever_is_shown(
    page: readiness_page.ReadinessPage, lanes: runner.Runner, qtbot: QtBot
) -> None:
    left = set()
    for tab in range(page.tabs.count()):
        qtbot.mouseClick(page.tabs, QtCore.Qt.MouseButton.LeftButton, pos=page.tabs.tabRect(tab).center())
        opened.settle(qtbot, lanes)
        assert page.tabs.currentIndex() == tab
        left.add(page.tabs.mapTo(page, page.tabs.rect().topRight()).x())
    assert len(left) == 1
