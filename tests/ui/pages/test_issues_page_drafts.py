# SPDX-License-Identifier: Apache-2.0
"""Nothing typed into the forms of Permasalahan and Buku Posko is lost: not by another row, verb, item, or a typo."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.issues import Verb
from desk_app.operations import answers, issue_detail, issue_register, issues, logbook, targets
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.regency_offices import BELAWA_VILLAGE, MADDUKELLENG, tps
from tests.ui.pages import opened
from ui import runner
from ui.pages import issues_page

STATION, OTHER = tps(MADDUKELLENG, 5), tps(BELAWA_VILLAGE, 2)
Key = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
Open = Callable[[], issues_page.IssuesPage]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.fixture
def open_page(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Open:
    def made() -> issues_page.IssuesPage:
        window = opened.show(qtbot, wajo, lanes, "issues", lambda: issues_page.IssuesPage(wajo, lanes))
        found = window.page("issues")
        assert isinstance(found, issues_page.IssuesPage)
        return found

    return made


def pick(page: issues_page.IssuesPage, no: int, lanes: runner.Runner, qtbot: QtBot) -> None:
    """Click an issue in the list."""
    table = page.register.table
    row = [line.no for line in table.model.shown()].index(no)
    spot = table.view.visualRect(table.model.index(row, 0)).center()
    qtbot.mouseClick(table.view.viewport(), LEFT, pos=spot)
    opened.settle(qtbot, lanes)


def begin_new(page: issues_page.IssuesPage, lanes: runner.Runner, qtbot: QtBot, item: str = "") -> None:
    if item:
        page.open(targets.Target(targets.Page.ISSUES, STATION, chosen={"new": True, "item": item}))
    else:
        qtbot.mouseClick(page.new_button, LEFT)
    opened.settle(qtbot, lanes)


def book(page: issues_page.IssuesPage, lanes: runner.Runner, qtbot: QtBot) -> issues_page.posko_book.LogbookPanel:
    page.tabs.setCurrentWidget(page.logbook)
    opened.settle(qtbot, lanes)
    return page.logbook


def test_a_follow_up_waits_while_one_looks_at_another_issue(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    first = issues.new_issue(wajo, "Listrik padam", STATION)
    second = issues.new_issue(wajo, "Jalan tergenang", OTHER)
    page = open_page()
    pick(page, first, lanes, qtbot)
    verbs = page.register.detail.verbs
    qtbot.mouseClick(verbs.buttons[Verb.FOLLOW_UP], LEFT)
    qtbot.keyClicks(verbs.said, "PLN berangkat pukul 12")
    pick(page, second, lanes, qtbot)
    assert not verbs.sheet.isVisible()
    assert page.drafts_button.isVisible()
    pick(page, first, lanes, qtbot)
    assert (verbs.sheet.isVisible(), verbs.said.value()) == (True, "PLN berangkat pukul 12")
    assert page.drafts_button.isHidden()
    qtbot.mouseClick(verbs.done, LEFT)
    opened.settle(qtbot, lanes)
    assert [one.text for one in issue_detail.issue(wajo, first).thread] == ["PLN berangkat pukul 12"]
    assert issue_detail.issue(wajo, second).thread == ()
    pick(page, second, lanes, qtbot)
    pick(page, first, lanes, qtbot)
    assert not verbs.sheet.isVisible(), "what is written is no draft"


def test_a_follow_up_waits_while_one_picks_another_verb(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    issues.new_issue(wajo, "Listrik padam", STATION)
    page = open_page()
    verbs = page.register.detail.verbs
    verbs.pick(Verb.FOLLOW_UP)
    qtbot.keyClicks(verbs.said, "PLN berangkat")
    qtbot.mouseClick(verbs.buttons[Verb.ADVISE], LEFT)
    assert verbs.said.value() == ""
    (action,) = page.drafts_button.choices.actions()
    assert action.text() == "Catat tindak lanjut · WAJ-0001: “PLN berangkat”"
    page.drafts_button.wanted.emit(page.drafts.waiting()[0].key)
    opened.settle(qtbot, lanes)
    assert (verbs.said.value(), verbs.said.hasFocus()) == ("PLN berangkat", True)


def test_what_is_given_up_can_be_brought_back(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = issues.new_issue(wajo, "Listrik padam", STATION)
    other = issues.new_issue(wajo, "Jalan tergenang", OTHER)
    page = open_page()
    pick(page, no, lanes, qtbot)
    verbs = page.register.detail.verbs
    verbs.pick(Verb.FOLLOW_UP)
    qtbot.keyClicks(verbs.said, "PLN berangkat")
    qtbot.keyClick(verbs.said, Key.Key_Escape)
    assert not verbs.sheet.isVisible()
    assert page.notices.text == "Draf dibuang: PLN berangkat"
    assert page.drafts.waiting() == []
    pick(page, other, lanes, qtbot)
    page.notices._button.click()
    opened.settle(qtbot, lanes)
    assert page.register.detail.no == no
    assert verbs.said.value() == "PLN berangkat"


def test_the_keyboard_does_not_land_on_a_way_out_after_a_verb(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    answers.set_answer(wajo, STATION, "log.suara.ppwp", "285")
    issues.issue_from_answer(wajo, STATION, item="log.suara.ppwp", title="Surat suara kurang 8")
    page = open_page()
    detail = page.register.detail
    assert detail.item_button.isVisible()
    for verb, said in ((Verb.FOLLOW_UP, "diminta"), (Verb.CLOSE, "sudah diterima"), (Verb.REOPEN, "kurang lagi")):
        detail.verbs.pick(verb)
        qtbot.keyClicks(detail.verbs.said, said)
        detail.verbs.write()
        opened.settle(qtbot, lanes)
        focus = QtWidgets.QApplication.focusWidget()
        assert focus in detail.verbs.buttons.values(), (verb, focus)
        assert focus is not None
        assert focus.isVisible()


def test_an_issue_that_is_begun_waits_while_another_is(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    for item in ("log.suara.ppwp", "log.suara.dpr"):
        answers.set_answer(wajo, STATION, item, "285")
    page = open_page()
    new = page.register.new
    begin_new(page, lanes, qtbot)
    qtbot.keyClicks(new.title, "Spanduk roboh di")
    begin_new(page, lanes, qtbot, "log.suara.ppwp")
    assert new.title.value() == "Surat suara PPWP: kurang 8"
    assert page.drafts_button.isVisible()
    qtbot.keyClicks(new.title, "Surat suara PPWP kurang delapan")
    begin_new(page, lanes, qtbot, "log.suara.dpr")
    assert new.title.value().startswith("Surat suara DPR")
    begin_new(page, lanes, qtbot, "log.suara.ppwp")
    assert new.title.value() == "Surat suara PPWP kurang delapan"
    new.write()
    opened.settle(qtbot, lanes)
    assert [row.title for row in issue_register.issue_rows(wajo)] == ["Surat suara PPWP kurang delapan"]
    begin_new(page, lanes, qtbot)
    assert new.title.value() == "Spanduk roboh di"
    assert (new.place.value(), new.place.text()) == ("73.13", "Kabupaten Wajo")
    cancel = next(one for one in new.findChildren(QtWidgets.QPushButton) if one.text() == "Batal")
    qtbot.mouseClick(cancel, LEFT)
    assert page.notices.text == "Draf dibuang: Spanduk roboh di"
    begin_new(page, lanes, qtbot)
    assert new.title.value() == ""


def test_half_a_line_of_the_book_waits_while_another_is_altered(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    logbook.add_line(wajo, "Pagar roboh", "Camat Tempe", "Diteruskan ke Satpol PP", STATION)
    page = open_page()
    panel = book(page, lanes, qtbot)
    qtbot.keyClicks(panel.entry.text, "Hujan deras di")
    panel.table.view.select_row(0)
    qtbot.mouseClick(panel.edit_button, LEFT)
    assert (panel.entry.from_.value(), panel.entry.text.value()) == ("Camat Tempe", "Pagar roboh")
    assert page.drafts_button.text() == "1 draf"
    qtbot.keyClicks(panel.entry.text, "!")
    qtbot.keyClick(panel.entry.text, Key.Key_Escape)
    typed = (panel.entry.from_.value(), panel.entry.text.value())
    assert typed == ("", "Hujan deras di"), "Esc leaves the line as it was"
    assert panel.entry.draft_line.isVisible()
    assert logbook.lines(wajo)[0].text == "Pagar roboh"
    page.tabs.setCurrentWidget(page.register)
    book(page, lanes, qtbot)
    assert panel.entry.text.value() == "Hujan deras di"
    qtbot.keyClicks(panel.entry.text, " Belawa")
    qtbot.keyClick(panel.entry.text, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert [line.text for line in logbook.lines(wajo)] == ["Hujan deras di Belawa", "Pagar roboh"]
    assert (panel.entry.text.value(), page.drafts.waiting()) == ("", [])


def test_esc_does_nothing_to_a_line_that_is_begun(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    panel = book(open_page(), lanes, qtbot)
    qtbot.keyClicks(panel.entry.text, "Hujan")
    qtbot.keyClick(panel.entry.text, Key.Key_Escape)
    assert panel.entry.text.value() == "Hujan"


def test_a_place_that_is_not_known_is_not_lost_nor_left_out(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    panel = book(open_page(), lanes, qtbot)
    qtbot.keyClicks(panel.entry.text, "Listrik padam")
    panel.entry.place.setFocus()
    qtbot.wait(1)
    qtbot.keyClicks(panel.entry.place, "pasar sentral lama")
    qtbot.keyClick(panel.entry.place, Key.Key_Tab)
    opened.settle(qtbot, lanes)
    assert panel.entry.place.text() == "pasar sentral lama"
    assert "tidak ditemukan" in panel.entry.rows["place"].refusal
    assert "tulis di Isi" in panel.entry.rows["place"].refusal
    qtbot.keyClick(panel.entry.text, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert logbook.lines(wajo) == [], "not written without its place"
    assert panel.entry.place.hasFocus()
    qtbot.wait(1)
    qtbot.keyClicks(panel.entry.place, "maddu 5")
    qtbot.keyClick(panel.entry.text, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert [(line.text, line.place) for line in logbook.lines(wajo)] == [("Listrik padam", STATION)]
    assert panel.entry.rows["place"].refusal == ""


def test_an_unknown_place_waits_with_its_issue(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    first = issues.new_issue(wajo, "Listrik padam", STATION)
    second = issues.new_issue(wajo, "Jalan tergenang", OTHER)
    page = open_page()
    pick(page, first, lanes, qtbot)
    detail = page.register.detail
    detail.sheet.place.setFocus()
    qtbot.wait(1)
    qtbot.keyClicks(detail.sheet.place, "pasar sentral lama")
    pick(page, second, lanes, qtbot)
    assert "Belawa" in detail.sheet.place.text()
    assert detail.sheet.form.rows["place"].refusal == ""
    pick(page, first, lanes, qtbot)
    assert detail.sheet.place.text() == "pasar sentral lama"
    assert detail.sheet.form.rows["place"].refusal
    qtbot.keyClick(detail.sheet.place, Key.Key_Escape)
    opened.settle(qtbot, lanes)
    assert "Maddukelleng" in detail.sheet.place.text()
    pick(page, second, lanes, qtbot)
    pick(page, first, lanes, qtbot)
    assert "Maddukelleng" in detail.sheet.place.text()


def test_an_issue_over_several_tps_is_typed_at_once_and_its_draft_kept(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    begin_new(page, lanes, qtbot)
    new = page.register.new
    qtbot.keyClicks(new.title, "Surat suara kurang")
    qtbot.keyClicks(new.further, "73.13.06.1003-001; antah berantah")
    qtbot.waitUntil(lambda: "Belum dikenali: antah berantah" in new.form.rows["further"].hint)
    assert new.form.rows["further"].hint.startswith("1 tempat lain: ")
    qtbot.mouseClick(new.add_button, LEFT)
    opened.settle(qtbot, lanes)
    assert "antah berantah" in new.form.rows["further"].refusal
    assert issue_register.issue_rows(wajo) == []
    new.further.setPlainText(f"73.13.06.1003-001; {OTHER}")
    held = page.drafts.first("issues/new")
    assert held is not None
    assert held.values["further"] == f"73.13.06.1003-001; {OTHER}"
    qtbot.mouseClick(new.add_button, LEFT)
    opened.settle(qtbot, lanes)
    [row] = issue_register.issue_rows(wajo)
    found = issue_detail.issue(wajo, row.no)
    assert {one.subject for one in found.places} >= {"73.13.06.1003-001", OTHER}
    assert page.drafts.first("issues/new") is None
    begin_new(page, lanes, qtbot)
    assert new.further.value() == ""
    assert not new.form.rows["further"].hint
