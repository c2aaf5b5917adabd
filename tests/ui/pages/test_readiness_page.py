# SPDX-License-Identifier: Apache-2.0
"""Filling checklists as a clerk does: keys in, and what is in the database afterwards."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import answers, checklists, places, readiness
from desk_app.operations import answers as answering
from desk_app.operations import checklist_pages, elections, history, issues, offices, recaps, stations, targets, todo
from desk_app.operations.desk import Desk
from ui import bridge, runner
from ui.pages import readiness_page
from ui.pages.readiness_page import checking
from ui.widgets import answer_buttons, fields

TEMPE = "73.13.06.1003"
FIRST = f"{TEMPE}-001"
KEY = QtCore.Qt.Key
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    asked = offices.NewOffice("73.13", "pemilu-2024", "Siti", "rahasia")
    made = offices.create_office(tmp_path / "kantor", asked, key_memory=8 << 20).desk
    for number in range(1, 6):
        stations.create_station(made, TEMPE, number, {"dpt_male": 139, "dpt_female": 148, "site": "SDN 12"})
    stations.create_station(made, "73.13.07.1001", 1, {"dpt_male": 100, "dpt_female": 100})
    yield made
    made.close()


@pytest.fixture
def page(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> Iterator[readiness_page.ReadinessPage]:
    carrier = bridge.Bridge()
    desk.news.listen(lambda changed: carrier.announce(changed.flags))
    made = readiness_page.ReadinessPage(desk, lanes)
    carrier.changed.connect(lambda flags: made.refresh(flags & made.listens) if flags & made.listens else None)
    qtbot.addWidget(made)
    made.resize(1140, 620)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.refresh(frozenset())
    settle(made, lanes)
    yield made
    settle(made, lanes)


def settle(page: readiness_page.ReadinessPage, lanes: runner.Runner) -> None:
    for _ in range(3):
        lanes.wait_idle()
        QtWidgets.QApplication.processEvents()


def press(qtbot: QtBot, key: KEY, modifier: QtCore.Qt.KeyboardModifier = QtCore.Qt.KeyboardModifier.NoModifier) -> None:
    focus = QtWidgets.QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifier)


def type_(qtbot: QtBot, text: str) -> None:
    focus = QtWidgets.QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, text)


Open = Callable[..., None]


@pytest.fixture
def open_(page: readiness_page.ReadinessPage, lanes: runner.Runner) -> Open:
    def opened(subject: str = FIRST, phase: int | None = -1, **chosen: object) -> None:
        page.open(targets.Target(targets.Page.CHECKLIST, subject=subject, phase=phase, chosen=chosen))
        settle(page, lanes)

    return opened


def read(desk: Desk, subject: str = FIRST, phase: int = -1) -> dict[str, checklist_pages.PageItem]:
    return {item.code: item for item in checklist_pages.checklist_page(desk, subject, phase).items}


def test_a_whole_checklist_is_filled_by_keys_in_under_a_minute(
    page: readiness_page.ReadinessPage, open_: Open, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    open_()
    items = elections.page_items(elections.working_event(desk), "73.13", -1, places.Kind.TPS)
    assert len(items) >= 30
    begun = time.monotonic()
    page.sheet.focus_row(0)
    expected: dict[str, answers.AnswerValue] = {}
    marks = {"s": answers.Mark.DONE, "2": answers.Mark.NOT_YET, "0": answers.Mark.NOT_NEEDED, "1": answers.Mark.DONE}
    for place, item in enumerate(items):
        if item.kind is checklists.ItemKind.NUMBER:
            type_(qtbot, str(place + 1))
            expected[item.code] = place + 1
            press(qtbot, KEY.Key_Enter if place % 2 else KEY.Key_Down)
        else:
            key = list(marks)[place % len(marks)]
            type_(qtbot, key)
            expected[item.code] = marks[key]
    settle(page, lanes)
    assert time.monotonic() - begun < 20
    assert {code: item.value for code, item in read(desk).items()} == expected
    assert "tersimpan" in page.sheet.head.saved.text()
    assert page.sheet.head.progress.text() == "23 dari 23 terisi"


def test_too_few_is_said_beside_and_offers_the_issue(
    page: readiness_page.ReadinessPage, open_: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    open_()
    row = page.sheet.row_of("log.suara.ppwp")
    assert row is not None
    assert not row.below.issue.isVisible()
    page.sheet.focus_row(page.sheet.rows.index(row))
    type_(qtbot, "285")
    press(qtbot, KEY.Key_Down)
    settle(page, lanes)
    assert row.verdict.text == "kurang 8"
    assert row.below.issue.isVisible()
    with qtbot.waitSignal(page.navigate) as asked:
        press(qtbot, KEY.Key_Up)
        type_(qtbot, "m")
    key, target = asked.args
    assert key == "issues"
    assert target.subject == FIRST
    assert target.chosen == {"new": True, "item": "log.suara.ppwp"}


def test_too_large_a_number_is_refused_in_words_and_stays_to_be_put_right(
    page: readiness_page.ReadinessPage, open_: Open, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    open_()
    row = page.sheet.row_of("log.suara.ppwp")
    assert row is not None
    row.editor.setFocus()
    type_(qtbot, "12345678901")
    press(qtbot, KEY.Key_Return)
    settle(page, lanes)
    assert "12345678901 terlalu besar" in row.below.refusal.text()
    answering.set_answer(desk, FIRST, "log.segel", 1)
    settle(page, lanes)
    assert row.editor.text() == "12.345.678.901"
    assert "log.suara.ppwp" not in {code for code, item in read(desk).items() if item.value is not None}
    row.editor.setFocus()
    qtbot.wait(1)
    row.editor.selectAll()
    type_(qtbot, "293")
    press(qtbot, KEY.Key_Return)
    settle(page, lanes)
    assert not row.is_refused
    assert read(desk)["log.suara.ppwp"].value == 293
    row.editor.setFocus()
    qtbot.wait(1)
    row.editor.selectAll()
    type_(qtbot, "99999999999")
    press(qtbot, KEY.Key_Return)
    settle(page, lanes)
    open_("73.13.07.1001-001")
    assert not row.is_refused
    assert row.editor.text() == ""


def test_a_number_still_being_typed_is_saved_to_its_own_tps(
    page: readiness_page.ReadinessPage, open_: Open, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    open_()
    page.sheet.focus_row(0)
    type_(qtbot, "1")
    press(qtbot, KEY.Key_Down, CONTROL)
    settle(page, lanes)
    assert page.sheet.page is not None
    assert page.sheet.page.subject == f"{TEMPE}-002"
    code = page.sheet.rows[0].code
    assert read(desk)[code].value == 1
    assert read(desk, f"{TEMPE}-002")[code].value is None
    editor = page.sheet.rows[0].editor
    assert isinstance(editor, fields.NumberField)
    assert editor.text() == ""
    assert QtWidgets.QApplication.focusWidget() is editor


def test_not_needed_note_and_emptying(
    page: readiness_page.ReadinessPage, open_: Open, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    open_()
    page.sheet.focus_row(0)
    code = page.sheet.rows[0].code
    type_(qtbot, "t")
    settle(page, lanes)
    assert read(desk)[code].value is answers.Mark.NOT_NEEDED
    assert page.sheet.current_row() is page.sheet.rows[1]
    press(qtbot, KEY.Key_Up)
    type_(qtbot, "n")
    type_(qtbot, "menunggu KPU")
    press(qtbot, KEY.Key_Return)
    settle(page, lanes)
    assert read(desk)[code].note == "menunggu KPU"
    assert QtWidgets.QApplication.focusWidget() is page.sheet.rows[0].editor
    press(qtbot, KEY.Key_Delete)
    settle(page, lanes)
    assert read(desk)[code].value is None
    assert read(desk)[code].note == "menunggu KPU"


def test_the_mouse_answers_too(
    page: readiness_page.ReadinessPage, open_: Open, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    open_()
    row = page.sheet.row_of("tps.berdiri")
    assert row is not None
    assert isinstance(row.editor, answer_buttons.AnswerButtons)
    qtbot.mouseClick(row.editor, QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(20, 15))
    settle(page, lanes)
    assert read(desk)["tps.berdiri"].value is answers.Mark.DONE
    assert page.sheet.current_row() is row


def test_copy_down_fills_the_column_and_is_undone_as_one(
    page: readiness_page.ReadinessPage, open_: Open, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    open_(f"{TEMPE}-002", area=TEMPE)
    row = page.sheet.row_of("tps.berdiri")
    assert row is not None
    page.sheet.focus_row(page.sheet.rows.index(row))
    type_(qtbot, "s")
    settle(page, lanes)
    press(qtbot, KEY.Key_Up)
    press(qtbot, KEY.Key_D, CONTROL)
    settle(page, lanes)
    assert "3 tempat" in page.notices.text
    assert "3 masih kosong" in page.notices.text
    press(qtbot, KEY.Key_D, CONTROL)
    settle(page, lanes)
    done = answers.Mark.DONE
    values = [read(desk, f"{TEMPE}-{number:03d}")["tps.berdiri"].value for number in range(1, 6)]
    assert values == [None, done, done, done, done]
    assert read(desk, "73.13.07.1001-001")["tps.berdiri"].value is None
    history.undo(desk)
    values = [read(desk, f"{TEMPE}-{number:03d}")["tps.berdiri"].value for number in range(1, 6)]
    assert values == [None, done, None, None, None]


def test_followed_numbers_narrow_the_list(
    page: readiness_page.ReadinessPage, open_: Open, desk: Desk, lanes: runner.Runner
) -> None:
    assert len(page.list.table.model.ids) == 6
    answering.set_answer(desk, f"{TEMPE}-003", "tps.berdiri", "B")
    open_("", phase=-1, area="73.13.06", states=("masalah",))
    rows = stations.station_rows(desk, page.list.table.model.ids, phase=-1)
    assert [row.subject for row in rows if row is not None] == [f"{TEMPE}-003"]
    assert page.list.state.value() == readiness.Readiness.PROBLEM.value
    assert page.list.area.area == "73.13.06"
    open_("", phase=-1, subjects=(FIRST, "73.13.07.1001-001"))
    assert len(page.list.table.model.ids) == 2
    assert page.list.picked.isVisible()
    page.list.picked.click()
    settle(page, lanes)
    assert len(page.list.table.model.ids) == 6


def test_a_target_names_an_item_and_its_tps_stands_in_the_list(
    page: readiness_page.ReadinessPage, open_: Open, desk: Desk, lanes: runner.Runner
) -> None:
    other = "73.13.07.1001-001"
    open_("", phase=-1, area="73.13.06")
    assert len(page.list.table.model.ids) < 6
    open_(other, phase=-1, item="log.segel")
    assert page.sheet.current_row().code == "log.segel"
    assert page.sheet.has_focus()
    [row] = stations.station_rows(desk, [page.list.table.current_id()], phase=-1)
    assert row is not None
    assert row.subject == other
    assert page.list.area.area == ""
    open_(FIRST, phase=0, item="log.hujan@h")
    assert page.sheet.current_row().code == "log.hujan@h"
    open_(FIRST, phase=-1, item="tidak.ada")
    assert page.sheet.current_row().code == page.sheet.rows[0].code


def test_typing_in_the_search_line_finds_a_tps(
    page: readiness_page.ReadinessPage, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page.list.table.filter.setFocus()
    type_(qtbot, "tem 4")
    qtbot.waitUntil(lambda: len(page.list.table.model.ids) == 1)
    press(qtbot, KEY.Key_Down)
    press(qtbot, KEY.Key_Down)
    press(qtbot, KEY.Key_Return)
    settle(page, lanes)
    assert page.sheet.page is not None
    assert page.sheet.page.subject == f"{TEMPE}-004"
    assert page.sheet.has_focus()
    press(qtbot, KEY.Key_Escape)
    assert QtWidgets.QApplication.focusWidget() is page.list.table.view


def test_other_places_have_their_sheet(
    page: readiness_page.ReadinessPage, open_: Open, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    open_("73.13/gudang", phase=-3)
    assert page.checklist.shows == checking.PLACES
    row = page.sheet.row_of("gud.kering@h-3")
    assert row is not None
    page.sheet.focus_row(page.sheet.rows.index(row))
    type_(qtbot, "1")
    settle(page, lanes)
    assert read(desk, "73.13/gudang", -3)["gud.kering@h-3"].value is answers.Mark.DONE
    assert page.sheet.head.title.text() == "Gudang KPU · Kabupaten Wajo"


def test_recaps_are_entered_one_line_each_and_the_gap_is_shown(
    page: readiness_page.ReadinessPage, open_: Open, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    for number in range(1, 6):
        answering.set_answer(desk, f"{TEMPE}-{number:03d}", "tps.berdiri", "S")
    open_("", phase=-1, recap=True)
    panel = page.recaps.panel
    assert panel.table.show_row("73.13.06")
    panel.count.setFocus()
    type_(qtbot, "3")
    press(qtbot, KEY.Key_Return)
    assert "sumber" in panel.hint.text()
    panel.source.setFocus()
    type_(qtbot, "camat")
    press(qtbot, KEY.Key_Return)
    settle(page, lanes)
    heard = recaps.recap_list(desk)
    assert [(one.place, one.count, one.total, one.source) for one in heard] == [("73.13.06", 3, 5, "camat")]
    row = next(row for row in panel.table.model.shown() if row.code == "73.13.06")
    assert row.counted == 5
    assert "selisih 2" in str(row.basis)
    assert panel.table.current().code == "73.13.07"
    assert panel.source.value() == "camat"


def test_a_recap_above_its_total_is_refused_beside_the_line(
    page: readiness_page.ReadinessPage, open_: Open, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    open_("", phase=-1, recap=True)
    assert page.recaps.panel.table.show_row("73.13.06")
    page.recaps.panel.count.setFocus()
    type_(qtbot, "9")
    page.recaps.panel.source.set_value("camat")
    press(qtbot, KEY.Key_Return)
    settle(page, lanes)
    assert "lebih besar" in page.recaps.panel.hint.text()
    assert recaps.recap_list(desk) == []


def test_an_empty_office_says_what_comes_here(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    asked = offices.NewOffice("73.13", "pemilu-2024", "Siti", "rahasia")
    with offices.create_office(tmp_path / "baru", asked, key_memory=8 << 20).desk as desk:
        page = readiness_page.ReadinessPage(desk, lanes)
        qtbot.addWidget(page)
        page.show()
        page.refresh(frozenset())
        settle(page, lanes)
        with qtbot.waitSignal(page.navigate) as asked_for:
            button = page.list.none.button
            assert button is not None
            assert button.isVisible()
            button.click()
        assert asked_for.args[0] == "stations"


def test_the_page_fits_a_small_screen(page: readiness_page.ReadinessPage) -> None:
    assert page.minimumSizeHint().width() <= 911 - 52
    assert page.minimumSizeHint().height() <= 470 - 52


def test_a_number_of_older_answers_leads_to_how_complete_they_are(
    page: readiness_page.ReadinessPage, lanes: runner.Runner
) -> None:
    page.open(targets.Target(targets.Page.CHECKLIST, chosen={"complete": True}, phase=-1))
    settle(page, lanes)
    assert page.tabs.currentIndex() == readiness_page.COMPLETE
    assert page.complete.panel.isVisible()


def test_a_number_of_failures_leads_to_exactly_these(
    page: readiness_page.ReadinessPage, desk: Desk, lanes: runner.Runner
) -> None:
    for subject in (FIRST, f"{TEMPE}-002"):
        answering.set_answer(desk, subject, "tps.berdiri", "B")
    answering.set_answer(desk, "73.13.06/ppk", "pan.ppk@h-1", "0")
    issues.new_issue(desk, "Hujan", FIRST)
    waiting = [one for one in todo.todo(desk) if one.kind is todo.TodoKind.FAILURE]
    page.open(waiting[0].target)
    settle(page, lanes)
    assert waiting[0].count == len(page.list.table.model.ids) == 1
    assert page.list.state.currentText() == "Bermasalah, belum dicatat"
    page.open(waiting[1].target)
    settle(page, lanes)
    assert page.checklist.shows == checking.PLACES
    assert page.places.subjects() == ["73.13.06/ppk"]
    page.places.picked.click()
    assert len(page.places.subjects()) > 200
