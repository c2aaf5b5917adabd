# SPDX-License-Identifier: Apache-2.0
"""The first screen: figures that can be followed, what waits, the map, the register of reports, nihil."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.base import text
from desk_app.domain import readiness
from desk_app.operations import answers as answering
from desk_app.operations import daily_reports, days, issues, offices, stations, targets
from desk_app.operations.desk import Desk
from tests.ui.pages import opened
from ui import runner
from ui.pages import home_page

TEMPE = "73.13.06.1003"
LEFT = QtCore.Qt.MouseButton.LeftButton
H1 = 1_707_789_600
"""13 February 2024, 10.00 in the zone of Wajo."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    asked = offices.NewOffice("73.13", "pemilu-2024", "Siti", "rahasia")
    made = offices.create_office(tmp_path / "kantor", asked, key_memory=8 << 20, now=lambda: H1).desk
    yield made
    made.close()


@pytest.fixture
def filled(desk: Desk) -> Desk:
    for number in range(1, 4):
        stations.create_station(desk, TEMPE, number, {"dpt_male": 139, "dpt_female": 148})
    stations.create_station(desk, "73.13.07.1001", 1, {"dpt_male": 100, "dpt_female": 100})
    answering.set_answer(desk, f"{TEMPE}-001", "tps.berdiri", "B")
    answering.set_answer(desk, f"{TEMPE}-002", "tps.berdiri", "S")
    return desk


def show(qtbot: QtBot, desk: Desk, lanes: runner.Runner) -> tuple[opened.Window, home_page.HomePage]:
    window = opened.show(qtbot, desk, lanes, "home", lambda: home_page.HomePage(desk, lanes))
    page = window.page("home")
    assert isinstance(page, home_page.HomePage)
    return window, page


def last(window: opened.Window) -> tuple[str, targets.Target]:
    key, target = window.gone[-1]
    assert isinstance(target, targets.Target)
    return key, target


def click_cell(qtbot: QtBot, page: home_page.HomePage, row: int, key: str) -> None:
    place = [column.key for column in page.table.model.columns].index(key)
    box = page.table.view.visualRect(page.table.model.index(row, place))
    qtbot.mouseClick(page.table.view.viewport(), LEFT, pos=box.center())


def test_the_table_gives_figures_and_their_sum(filled: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    _window, page = show(qtbot, filled, lanes)
    assert page.table.model.rowCount() == 14
    total = page.table.sums.row(0)
    assert (total.stations, total.dpt, total.problem, total.incomplete, total.not_yet) == (4, 1061, 1, 1, 2)
    assert "4 TPS" in page.subtitle.text()


def test_the_sum_is_named_in_the_language_of_the_window(filled: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    text.use_language("en")
    try:
        _window, page = show(qtbot, filled, lanes)
        assert page.table.sums.row(0).name == "Total"
    finally:
        text.use_language("id")


def test_a_figure_leads_to_its_list(filled: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    window, page = show(qtbot, filled, lanes)
    row = next(at for at in range(14) if page.table.model.row(at).code == "73.13.06")
    click_cell(qtbot, page, row, "problem")
    key, target = last(window)
    assert key == "readiness"
    assert target.chosen == {"area": "73.13.06", "states": (readiness.Readiness.PROBLEM,)}
    assert target.phase == -1
    click_cell(qtbot, page, row, "stations")
    assert last(window)[0] == "stations"
    qtbot.keyClick(page.table.sum_view, QtCore.Qt.Key.Key_Tab)
    page.table.sum_view.setCurrentIndex(page.table.sums.index(0, 4))
    qtbot.keyClick(page.table.sum_view, QtCore.Qt.Key.Key_Return)
    assert last(window)[1].chosen == {"area": "", "states": (readiness.Readiness.READY,)}


def test_another_phase_has_its_own_figures(filled: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    _window, page = show(qtbot, filled, lanes)
    assert page.phases.value() == "-1"
    page.phases.pick("-7")
    opened.settle(qtbot, lanes)
    assert page.table.sums.row(0).not_yet == 4
    page.phases.pick("-7")
    assert page.phases.value() == "-7"


def test_what_is_typed_elsewhere_is_shown_at_once(filled: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    _window, page = show(qtbot, filled, lanes)
    answering.set_answer(filled, f"{TEMPE}-003", "tps.berdiri", "B")
    opened.settle(qtbot, lanes)
    assert page.table.sums.row(0).problem == 2


def test_the_table_is_copied_with_headings(filled: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    _window, page = show(qtbot, filled, lanes)
    qtbot.keyClick(page.table.view, QtCore.Qt.Key.Key_C, QtCore.Qt.KeyboardModifier.ControlModifier)
    lines = QtGui.QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 16
    assert lines[0].split("\t")[:4] == ["Wilayah", "Desa", "TPS", "DPT"]
    assert lines[-1].split("\t")[:4] == ["Jumlah", "190", "4", "1061"]


def test_the_map_opens_a_tps_and_a_selection(filled: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    window, page = show(qtbot, filled, lanes)
    page.tabs.setCurrentIndex(home_page.MAP)
    opened.settle(qtbot, lanes)
    squares = page.mosaic.mosaic
    squares.setFocus()
    for key in ("Right", "Right", "Return"):
        qtbot.keyClick(squares, getattr(QtCore.Qt.Key, f"Key_{key}"))
    assert last(window)[1].subject.startswith(TEMPE)
    squares.selected.emit([0, 1])
    assert last(window)[1].chosen == {"subjects": (f"{TEMPE}-001", f"{TEMPE}-002")}
    assert page._tip(0).startswith("TPS 001")
    assert page._tip(0).endswith("Ada masalah")


def test_what_waits_leads_to_where_it_is_done(filled: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    issues.new_issue(filled, "Banjir di gudang", TEMPE, severity="sangat_mendesak")
    daily_reports.note_received(filled, "73.13.07", "WhatsApp")  # from then on the others are waited for
    window, page = show(qtbot, filled, lanes)
    assert "sangat mendesak" in page.todo.buttons[0].text()
    page.todo.buttons[0].setFocus()
    qtbot.keyClick(page.todo.buttons[0], QtCore.Qt.Key.Key_Return)
    assert last(window)[0] == "issues"
    silent = next(button for button in page.todo.buttons if "belum mengirim" in button.text())
    qtbot.mouseClick(silent, LEFT)
    opened.settle(qtbot, lanes)
    assert page.tabs.currentIndex() == home_page.REPORTS
    assert page.incoming.isVisible()
    assert silent.text() == "13 kecamatan belum mengirim sejak kemarin"
    assert page.incoming.panel is not None
    assert len(page.incoming.panel.model.shown()) == 13
    page.note_received("73.13.06", 5, "WhatsApp", nihil=False)
    opened.settle(qtbot, lanes)
    assert len(page.incoming.panel.model.shown()) == 12
    assert any(button.text() == "12 kecamatan belum mengirim sejak kemarin" for button in page.todo.buttons)
    page.incoming.picked.click()
    assert len(page.incoming.panel.model.shown()) == 14


def test_open_issues_by_severity(filled: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    issues.new_issue(filled, "Banjir", TEMPE, severity="tinggi")
    window, page = show(qtbot, filled, lanes)
    assert page.issues.head.text() == "Permasalahan terbuka: 1"
    qtbot.mouseClick(page.issues.bars, LEFT, pos=QtCore.QPoint(60, 30))
    assert last(window)[1].chosen == {"open_only": True, "severities": ("tinggi",)}
    qtbot.mouseClick(page.issues.head, LEFT)
    assert last(window)[1].chosen == {"open_only": True}


def test_lapor_nihil_in_one_click(filled: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    _window, page = show(qtbot, filled, lanes)
    qtbot.mouseClick(page.report.nihil, LEFT)
    opened.settle(qtbot, lanes)
    found = daily_reports.report(filled)
    assert found.nihil
    assert found.finished
    assert not page.report.nihil.isVisible()
    assert "NIHIL" in page.notices.text


def test_nihil_beside_issues_asks_once_more(filled: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    issues.new_issue(filled, "Banjir", TEMPE)
    _window, page = show(qtbot, filled, lanes)
    qtbot.mouseClick(page.report.nihil, LEFT)
    opened.settle(qtbot, lanes)
    assert not daily_reports.report(filled).finished
    button = next(one for one in page.notices.findChildren(QtWidgets.QPushButton) if one.isVisible())
    assert button.text() == "Tetap lapor NIHIL"
    qtbot.mouseClick(button, LEFT)
    opened.settle(qtbot, lanes)
    assert daily_reports.report(filled).nihil


def test_the_register_of_reports_takes_what_came_by_another_way(
    filled: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    _window, page = show(qtbot, filled, lanes)
    page.tabs.setCurrentIndex(home_page.REPORTS)
    opened.settle(qtbot, lanes)
    register = page.incoming.register
    assert register is not None
    assert len(register.rows) == 14
    assert register.days[-1].words == "H-1"
    page.note_received("73.13.06", len(register.days) - 1, "WhatsApp", nihil=True)
    opened.settle(qtbot, lanes)
    today = daily_reports.report(filled, days.today(filled), "73.13.06")
    assert today.nihil
    assert page.incoming.panel is not None
    row = next(row for row in page.incoming.panel.model.shown() if row.place == "73.13.06")
    assert str(getattr(row, f"day{len(register.days) - 1}")) == "nihil ✓"


def test_first_run_says_what_to_do_first(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    window, page = show(qtbot, desk, lanes)
    assert page.first.isVisible()
    assert page.first.button is not None
    qtbot.mouseClick(page.first.button, LEFT)
    assert last(window)[0] == "stations"
    stations.create_station(desk, TEMPE, 1, {"dpt_male": 1, "dpt_female": 2})
    opened.settle(qtbot, lanes)
    assert not page.first.isVisible()
    assert page.table.sums.row(0).stations == 1


def test_the_page_fits_a_small_screen(filled: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    window, page = show(qtbot, filled, lanes)
    assert page.minimumSizeHint().width() <= 911 - 52
    assert page.minimumSizeHint().height() <= 470 - 52
    window.resize(911, 470)
    opened.settle(qtbot, lanes)
    assert page.todo.mapTo(page, QtCore.QPoint()).y() < page.table.mapTo(page, QtCore.QPoint()).y()
