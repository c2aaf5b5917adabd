# SPDX-License-Identifier: Apache-2.0
"""PSU and the like on their tab: several TPS noted by keys, moved by buttons, limits altered, copied as table T9."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.revotes import Kind, Limit, State
from desk_app.operations import issues, revote_limits, revote_register, revotes, targets, todo
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps
from tests.ui.pages import opened
from ui import runner
from ui.pages import issues_page

ONE, TWO = tps(MADDUKELLENG, 5), tps(TEMPE_VILLAGE, 1)
Key = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
Modifier = QtCore.Qt.KeyboardModifier
OpenTab = Callable[[], issues_page.IssuesPage]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.fixture
def open_page(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> OpenTab:
    def made() -> issues_page.IssuesPage:
        window = opened.show(qtbot, wajo, lanes, "issues", lambda: issues_page.IssuesPage(wajo, lanes))
        page = window.page("issues")
        assert isinstance(page, issues_page.IssuesPage)
        assert page.revotes is None, "built when it is first shown"
        page.tabs.setCurrentIndex(2)
        opened.settle(qtbot, lanes)
        return page

    return made


def panel_of(page: issues_page.IssuesPage) -> issues_page.revotes.RevotePanel:
    assert page.revotes is not None
    return page.revotes


def test_several_tps_are_noted_by_keys(open_page: OpenTab, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    panel = panel_of(open_page())
    panel.begin()
    new = panel.new
    assert new.place.hasFocus()
    for typed in ("maddu 5", "73.13.06.1003-001"):
        qtbot.wait(1)
        qtbot.keyClicks(new.place, typed)
        qtbot.waitUntil(lambda: bool(new.place.offers))
        qtbot.keyClick(new.place, Key.Key_Return)
        qtbot.waitUntil(lambda: not new.place.text())
    assert new.write_button.text() == "Catat untuk 2 TPS"
    qtbot.keyClicks(new.form.rows["cause"].field, "Kotak dibuka")
    qtbot.mouseClick(new.write_button, LEFT)
    opened.settle(qtbot, lanes)
    assert sorted(row.place for row in revote_register.rows(wajo)) == sorted([ONE, TWO])
    assert {row.cause for row in revote_register.rows(wajo)} == {"Kotak dibuka"}
    assert panel.table.model.total == 2
    assert panel.tally.text() == "PSU 2 (direkomendasikan 2)"
    assert panel.right.currentWidget() is panel.detail


def test_on_a_small_screen_a_click_shows_the_record(
    open_page: OpenTab, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    revotes.note(wajo, [ONE, TWO], Kind.REPEATED)
    page = open_page()
    panel = panel_of(page)
    page.window().resize(911, 480)
    opened.settle(qtbot, lanes)
    view = panel.table.view
    for row, modifier in ((0, Modifier.ControlModifier), (1, Modifier.ControlModifier)):
        qtbot.mouseClick(view.viewport(), LEFT, modifier, view.visualRect(view.model().index(row, 0)).center())
    assert view.isVisible()
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(0, 0)).center())
    opened.settle(qtbot, lanes)
    assert panel.detail.isVisible()
    assert not view.isVisible()


def test_a_region_is_refused_beside_it(open_page: OpenTab, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    panel = panel_of(open_page())
    panel.begin()
    panel.new.write()
    opened.settle(qtbot, lanes)
    assert "Pilih TPS" in panel.new.form.rows["place"].refusal
    panel.new.place.committed.emit("73.13.06")
    assert "bukan wilayah" in panel.new.form.rows["place"].refusal
    assert revote_register.rows(wajo) == []


def test_from_plan_to_day(open_page: OpenTab, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    [no] = revotes.note(wajo, [ONE], Kind.REPEATED)
    panel = panel_of(open_page())
    panel.table.view.select_row(0)
    opened.settle(qtbot, lanes)
    detail = panel.detail
    assert "11 hari lagi" in detail.days.text()
    assert "pengaturan kantor ini" in detail.days.text()
    qtbot.mouseClick(detail.buttons[State.HELD], LEFT)
    opened.settle(qtbot, lanes)
    assert "tanggal pelaksanaannya" in detail.form.form.rows["held_on"].refusal
    held = detail.form.field("held_on")
    qtbot.keyClicks(held, "20-02-2024")
    qtbot.mouseClick(detail.buttons[State.HELD], LEFT)
    opened.settle(qtbot, lanes)
    row = revote_register.record(wajo, no)
    assert (row.state, row.held_on) == ("dilaksanakan", "2024-02-20")
    assert detail.back_button.isVisible()
    users = detail.form.field("users")
    qtbot.keyClicks(users, "240")
    users.commit()
    opened.settle(qtbot, lanes)
    assert revote_register.record(wajo, no).users == 240
    qtbot.mouseClick(detail.back_button, LEFT)
    opened.settle(qtbot, lanes)
    assert revote_register.record(wajo, no).is_open


def test_all_that_are_chosen_at_once(open_page: OpenTab, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    revotes.note(wajo, [ONE, TWO], Kind.DELAYED)
    panel = panel_of(open_page())
    panel.table.view.select_row(0)
    opened.settle(qtbot, lanes)
    panel.table.view.selectAll()
    panel.detail.form.field("reason").setText("Sudah dilayani")
    qtbot.mouseClick(panel.detail.buttons[State.NOT_HELD], LEFT)
    opened.settle(qtbot, lanes)
    assert {row.state for row in revote_register.rows(wajo)} == {"tidak_dilaksanakan"}
    panel.table.view.selectAll()
    panel.table.view.setFocus()
    qtbot.keyClick(panel.table.view, Key.Key_Delete)
    opened.settle(qtbot, lanes)
    assert revote_register.rows(wajo) == []


def test_of_an_issue(open_page: OpenTab, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    issue = issues.new_issue(wajo, "Kotak dibuka sebelum waktunya", ONE, category="PEN")
    page = open_page()
    page.open(targets.Target(targets.Page.ISSUES, record=issue))
    opened.settle(qtbot, lanes)
    qtbot.mouseClick(page.register.detail.revote_button, LEFT)
    opened.settle(qtbot, lanes)
    panel = panel_of(page)
    assert panel.new.isVisible()
    assert "WAJ-0001" in panel.new.origin.text()
    panel.new.write()
    opened.settle(qtbot, lanes)
    [row] = revote_register.rows(wajo, issue=issue)
    assert (row.place, row.cause) == (ONE, "Kotak dibuka sebelum waktunya")
    page.open(targets.Target(targets.Page.ISSUES, chosen={"revote_record": row.no}))
    opened.settle(qtbot, lanes)
    assert panel.table.current().no == row.no
    qtbot.mouseClick(panel.detail.issue_button, LEFT)
    opened.settle(qtbot, lanes)
    assert page.tabs.currentWidget() is page.register
    assert page.register.detail.no == issue


def test_the_limit_is_a_setting_of_the_office(
    open_page: OpenTab, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    revotes.note(wajo, [ONE], Kind.DELAYED)
    panel = panel_of(open_page())
    assert panel.limits.words.text() == "Batas hari menurut pengaturan kantor: PSU 10."
    panel.limits.change.click()
    field = panel.limits.rows[Limit.DELAYED].field
    assert isinstance(field, QtWidgets.QLineEdit)
    qtbot.keyClicks(field, "tiga")
    qtbot.keyClick(field, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert "bukan jumlah hari" in panel.limits.rows[Limit.DELAYED].refusal
    field.selectAll()
    qtbot.keyClicks(field, "14")
    qtbot.keyClick(field, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert revote_limits.limits(wajo)[Limit.DELAYED] == 14
    assert "15 hari lagi" in panel.table.model.row(0).days


def test_those_that_are_late_are_shown_alone(
    open_page: OpenTab, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    revote_limits.set_limits(wajo, {Limit.DELAYED: ""})
    late = revotes.note(wajo, [ONE, TWO], Kind.REPEATED)
    revotes.note(wajo, [ONE], Kind.DELAYED)
    now = wajo.now()
    wajo.now = lambda: now + 30 * 24 * 3600
    page = open_page()
    panel = panel_of(page)
    assert len(panel.table.model.shown()) == 3
    assert not panel.all_button.isVisible()
    [waiting] = [one for one in todo.todo(wajo) if one.kind is todo.TodoKind.REVOTE]
    page.open(waiting.target)
    opened.settle(qtbot, lanes)
    assert sorted(line.no for line in panel.table.model.shown()) == sorted(late)
    assert len(late) == waiting.count
    assert panel.tally.text().startswith("Hanya yang lewat batas harinya · PSU 2")
    qtbot.mouseClick(panel.all_button, LEFT)
    opened.settle(qtbot, lanes)
    assert len(panel.table.model.shown()) == 3
    assert not panel.all_button.isVisible()


def test_table_t9_is_copied_and_saved(
    open_page: OpenTab, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    revotes.note(wajo, [ONE, TWO], Kind.REPEATED)
    panel = panel_of(open_page())
    qtbot.mouseClick(panel.copy_button, LEFT)
    opened.settle(qtbot, lanes)
    assert "*PSU*: 2 TPS (direkomendasikan 2)" in QtGui.QGuiApplication.clipboard().text()
    panel.save_as(tmp_path / "t9.xlsx")
    opened.settle(qtbot, lanes)
    assert (tmp_path / "t9.xlsx").stat().st_size > 1000


def test_one_race_alone_is_noted_and_altered(
    open_page: OpenTab, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    panel = panel_of(open_page())
    panel.begin()
    qtbot.keyClicks(panel.new.place, ONE)
    qtbot.waitUntil(lambda: bool(panel.new.place.offers))
    qtbot.keyClick(panel.new.place, Key.Key_Return)
    race = panel.new.form.rows["race"]
    assert race.isVisible()
    assert race.field.value() == ""
    race.field.setFocus()
    qtbot.keyClicks(race.field, "Presiden")
    panel.new.write_button.click()
    opened.settle(qtbot, lanes)
    [row] = revote_register.rows(wajo)
    assert row.what_label == "PSU PPWP"
    assert panel.detail.form.field("race").value() == "ppwp"
    panel.detail.form.field("race").set_value("")
    panel.detail.form.field("race").committed.emit("")
    opened.settle(qtbot, lanes)
    assert revote_register.rows(wajo)[0].race == ""
