# SPDX-License-Identifier: Apache-2.0
"""Permasalahan and Buku Posko, driven by keys and mouse; the register says the same afterwards."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.issues import State, Verb
from desk_app.operations import (
    answers,
    attachments,
    issue_deeds,
    issue_detail,
    issue_register,
    issues,
    logbook,
    targets,
)
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.operations import carried_photos
from tests.regency_offices import MADDUKELLENG, TEMPE_VILLAGE, tps
from tests.small_offices import NOW
from tests.ui.pages import opened
from ui import runner
from ui.pages import issues_page

STATION = tps(MADDUKELLENG, 5)
Key = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
LEFT = QtCore.Qt.MouseButton.LeftButton
Open = Callable[..., issues_page.IssuesPage]


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.fixture
def open_page(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Open:
    def made(size: tuple[int, int] = (1366, 700)) -> issues_page.IssuesPage:
        window = opened.show(qtbot, wajo, lanes, "issues", lambda: issues_page.IssuesPage(wajo, lanes), size)
        found = window.page("issues")
        assert isinstance(found, issues_page.IssuesPage)
        return found

    return made


def listed(page: issues_page.IssuesPage) -> list[int]:
    return [line.no for line in page.register.table.model.shown()]


def test_one_line_and_a_typed_place_make_an_issue(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    qtbot.mouseClick(page.new_button, LEFT)
    opened.settle(qtbot, lanes)
    new = page.register.new
    assert new.title.hasFocus()
    assert new.place.text() == "Kabupaten Wajo"
    qtbot.keyClicks(new.title, "Surat suara PPWP kurang 8 lembar")
    qtbot.keyClick(new.title, Key.Key_Tab)
    assert new.place.hasFocus()
    qtbot.wait(1)
    qtbot.keyClicks(new.place, "maddu 5")
    qtbot.waitUntil(lambda: bool(new.place.offers))
    qtbot.keyClick(new.place, Key.Key_Return)
    assert new.place.value() == STATION
    new.severity.set_value("tinggi")
    qtbot.keyClick(new.place, Key.Key_Return, CTRL)
    opened.settle(qtbot, lanes)
    (row,) = issue_register.issue_rows(wajo)
    assert (row.number, row.place, row.title) == ("WAJ-0001", STATION, "Surat suara PPWP kurang 8 lembar")
    assert (row.severity.value, row.state) == ("tinggi", State.NEW)
    assert page.register.detail.no == row.no
    assert page.register.right.currentWidget() is page.register.detail
    assert listed(page) == [row.no]
    assert page.register.narrowing.counts.current() == "open"
    assert page.register.table.current().no == row.no


def test_enter_before_the_answer_takes_the_first_place(
    open_page: Open, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    page.begin_new()
    opened.settle(qtbot, lanes)
    place = page.register.new.place
    place.setFocus()
    qtbot.wait(1)
    qtbot.keyClicks(place, "maddu 5")
    qtbot.keyClick(place, Key.Key_Return)
    qtbot.waitUntil(lambda: place.value() == STATION)


def test_an_empty_title_is_refused_beside_it(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    page.begin_new()
    page.register.new.write()
    opened.settle(qtbot, lanes)
    assert "satu kalimat" in page.register.new.form.rows["title"].refusal
    assert issue_register.issue_rows(wajo) == []


def test_look_alikes_appear_while_typing_and_open(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    first = issues.new_issue(wajo, "Atap tenda bocor saat hujan", STATION)
    page = open_page()
    page.begin_new()
    opened.settle(qtbot, lanes)
    new = page.register.new
    assert not new.likes.isVisible()
    qtbot.keyClicks(new.title, "tenda bocor lagi")
    qtbot.waitUntil(new.likes.isVisible)
    button = new.likes.findChildren(QtWidgets.QPushButton)[0]
    assert "WAJ-0001" in button.text()
    button.click()
    opened.settle(qtbot, lanes)
    assert page.register.detail.no == first
    assert page.register.right.currentWidget() is page.register.detail
    qtbot.mouseClick(page.new_button, LEFT)
    opened.settle(qtbot, lanes)
    assert new.isVisible()
    assert new.title.value() == "tenda bocor lagi"
    new.give_up()
    assert new.title.value() == ""
    assert page.register.right.currentWidget() is page.register.detail


def test_a_failed_item_arrives_filled_in(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    answers.set_answer(wajo, STATION, "log.suara.ppwp", "285")
    page = open_page()
    page.open(targets.Target(targets.Page.ISSUES, STATION, chosen={"new": True, "item": "log.suara.ppwp"}))
    opened.settle(qtbot, lanes)
    new = page.register.new
    assert new.title.value() == "Surat suara PPWP: kurang 8"
    assert (new.place.value(), new.category.value()) == (STATION, "LOG")
    assert "285 dari 293" in new.drafted.text()
    qtbot.mouseClick(new.add_button, LEFT)
    opened.settle(qtbot, lanes)
    found = issue_detail.issue(wajo, page.register.detail.no)
    assert (found.item, found.stage) == ("log.suara.ppwp", "H-1")
    assert "285 dari 293" in found.description
    page.open(targets.Target(targets.Page.ISSUES, STATION, chosen={"new": True, "item": "log.suara.ppwp"}))
    opened.settle(qtbot, lanes)
    new.write()
    opened.settle(qtbot, lanes)
    assert "WAJ-0001" in new.form.rows["title"].refusal
    assert len(issue_register.issue_rows(wajo)) == 1


def test_the_checklist_item_of_an_issue_is_one_click_away(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    answers.set_answer(wajo, STATION, "log.hujan@h", "B")
    no = issues.issue_from_answer(wajo, STATION, "log.hujan@h")
    page = open_page()
    page.open(targets.Target(targets.Page.ISSUES, record=no))
    opened.settle(qtbot, lanes)
    with qtbot.waitSignal(page.navigate) as told:
        qtbot.mouseClick(page.register.detail.item_button, LEFT)
    key, target = told.args
    assert key == "readiness"
    assert (target.subject, target.phase, target.chosen) == (STATION, 0, {"item": "log.hujan@h"})


def test_what_concerns_people_is_kept_confidential(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = open_page()
    page.begin_new()
    opened.settle(qtbot, lanes)
    new = page.register.new
    new.category.set_value("NET")
    new.category.committed.emit("NET")
    assert new.confidential.isChecked()
    assert "dugaan" in new.hint.text()
    qtbot.keyClicks(new.title, "Dugaan kades memihak")
    new.write()
    opened.settle(qtbot, lanes)
    assert issue_register.issue_rows(wajo)[0].confidential
    assert page.register.detail.lock.isVisible()


def test_fields_are_saved_when_they_are_left(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = issues.new_issue(wajo, "Atap bocor", STATION)
    page = open_page()
    detail = page.register.detail
    assert detail.no == no
    for name, text in (
        ("description", "Air masuk ke bilik"),
        ("advice", "Pasang terpal"),
        ("happened_at", "12-02-2024 07.30"),
    ):
        field = detail.sheet.form.rows[name].field
        field.setFocus()
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Key.Key_Tab)
    severity = detail.sheet.form.rows["severity"].field
    severity.setFocus()
    qtbot.keyClick(severity, Key.Key_Down)
    opened.settle(qtbot, lanes)
    found = issue_detail.issue(wajo, no)
    assert (found.description, found.advice) == ("Air masuk ke bilik", "Pasang terpal")
    assert found.row.severity.value == "tinggi"
    assert NOW - found.happened_at == 29 * 3600 + 1800
    moment = detail.sheet.form.rows["happened_at"]
    moment.field.setFocus()
    moment.field.selectAll()
    qtbot.keyClicks(moment.field, "kemarin")
    qtbot.keyClick(moment.field, Key.Key_Tab)
    assert "bukan jam" in moment.refusal


def test_the_place_of_an_issue_is_typed_anew(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = issues.new_issue(wajo, "Atap bocor", STATION)
    page = open_page()
    place = page.register.detail.sheet.place
    place.setFocus()
    qtbot.wait(1)
    qtbot.keyClicks(place, "tem 2")
    qtbot.waitUntil(lambda: bool(place.offers))
    other = place.offers[0].subject
    assert other.startswith("73.13.06.")
    assert other != STATION
    qtbot.keyClick(place, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert issue_detail.issue(wajo, no).row.place == other
    place.selectAll()
    qtbot.keyClicks(place, "pasar sentral lama")
    qtbot.keyClick(place, Key.Key_Tab)
    opened.settle(qtbot, lanes)
    assert issue_detail.issue(wajo, no).row.place == other
    row = page.register.detail.sheet.form.rows["place"]
    assert (place.text(), row.refusal[:20]) == ("pasar sentral lama", "“pasar sentral lama”")
    issues.edit_issue(wajo, no, impact="dua TPS")
    opened.settle(qtbot, lanes)
    assert place.text() == "pasar sentral lama", "reading anew does not take the words away"
    assert row.refusal


def test_the_verbs_of_a_desk_make_the_thread(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = issues.new_issue(wajo, "Listrik padam", STATION)
    page = open_page()
    verbs = page.register.detail.verbs
    qtbot.mouseClick(verbs.buttons[Verb.CONVEY], LEFT)
    assert verbs.addressee.hasFocus()
    verbs.write()
    opened.settle(qtbot, lanes)
    assert verbs.form.rows["addressee"].refusal
    qtbot.keyClicks(verbs.addressee, "PLN")
    qtbot.keyClicks(verbs.means, "WA")
    qtbot.keyClick(verbs.means, Key.Key_Return, CTRL)
    opened.settle(qtbot, lanes)
    assert issue_detail.issue(wajo, no).row.state is State.CONVEYED
    assert page.notices.text == "Penyampaian tercatat."
    assert "Andi · disampaikan kepada PLN (WA)" in page.register.detail.thread_card.times._entries[0].who
    assert not verbs.sheet.isVisible()
    qtbot.mouseClick(verbs.buttons[Verb.FOLLOW_UP], LEFT)
    qtbot.keyClicks(verbs.said, "Petugas PLN tiba, menyala pukul 12.10")
    verbs.at.setText("13-02-2024 12.15")
    verbs.by.setText("PLN ULP Sengkang")
    qtbot.mouseClick(verbs.done, LEFT)
    opened.settle(qtbot, lanes)
    qtbot.mouseClick(verbs.buttons[Verb.CLOSE], LEFT)
    qtbot.keyClicks(verbs.said, "Listrik normal")
    qtbot.mouseClick(verbs.done, LEFT)
    opened.settle(qtbot, lanes)
    found = issue_detail.issue(wajo, no)
    assert [one.verb for one in found.thread] == [Verb.FOLLOW_UP, Verb.CONVEY, Verb.CLOSE]
    assert (found.thread[0].by, found.thread[0].at) == ("PLN ULP Sengkang", NOW - 2700)
    assert (found.row.state, found.row.addressee, found.conveyed_by) == (State.DONE, "PLN", "WA")
    assert (found.outcome, found.closed_at) == ("Listrik normal", NOW)
    assert "Listrik normal" in page.register.detail.outcome.text()
    assert verbs.buttons[Verb.REOPEN].isVisible()
    assert not verbs.buttons[Verb.CLOSE].isVisible()
    assert len(page.register.detail.thread_card.times._entries) == 3


def test_reopening_wants_a_reason(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no = issues.new_issue(wajo, "Listrik padam", STATION)
    issue_deeds.close_issue(wajo, no, "normal")
    page = open_page()
    page.open(targets.Target(targets.Page.ISSUES, record=no))
    opened.settle(qtbot, lanes)
    verbs = page.register.detail.verbs
    verbs.pick(Verb.REOPEN)
    verbs.write()
    opened.settle(qtbot, lanes)
    assert "alasan" in verbs.form.rows["said"].refusal
    assert issue_detail.issue(wajo, no).row.state is State.DONE


def test_an_issue_that_comes_back_into_the_list_is_the_chosen_one(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    other = issues.new_issue(wajo, "Spanduk roboh", STATION)
    no = issues.new_issue(wajo, "Listrik padam", STATION)
    page = open_page()
    page.open(targets.Target(targets.Page.ISSUES, record=no))
    opened.settle(qtbot, lanes)
    issue_deeds.close_issue(wajo, no, "normal")
    opened.settle(qtbot, lanes)
    assert listed(page) == [other]
    assert page.register.detail.no == no
    issue_deeds.reopen(wajo, no, "padam lagi")
    opened.settle(qtbot, lanes)
    assert page.register.narrowing.counts.current() == "open"
    assert page.register.table.current().no == no


def test_what_is_asked_of_every_issue_is_seen_at_once(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = issues.new_issue(wajo, "Sungai meluap", STATION, severity="kritis")
    issue_deeds.follow_up(wajo, no, "BPBD berangkat")
    page = open_page()
    view, model = page.register.table.view, page.register.table.model
    heads = view.horizontalHeader()
    for at, column in enumerate(model.columns):
        right = heads.sectionViewportPosition(at) + heads.sectionSize(at)
        is_seen = not heads.isSectionHidden(at) and right <= view.viewport().width()
        assert is_seen is (column.key in ("number", "title", "severity", "state", "last")), column.key
    shown = [model.index(0, at).data() for at in range(5)]
    assert shown[0] == "WAJ-0001\nhari ini"
    assert "Sungai meluap\nTPS 005 · Kel. Maddukelleng" in shown
    page.register.table.view.select_row(0)
    page.register.table.copy()
    head, line = QtWidgets.QApplication.clipboard().text().splitlines()
    assert head.split("\t")[:4] == ["Nomor", "Umur", "Permasalahan", "Tempat"]
    assert line.split("\t")[:4] == ["WAJ-0001", "hari ini", "Sungai meluap", "TPS 005 · Kel. Maddukelleng"]


def test_counts_narrow_the_list(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    low = issues.new_issue(wajo, "Spanduk roboh", STATION, severity="rendah")
    urgent = issues.new_issue(wajo, "Banjir setinggi lutut", tps(TEMPE_VILLAGE, 1), severity="kritis")
    done = issues.new_issue(wajo, "Kunci hilang", STATION)
    issue_deeds.close_issue(wajo, done, "ketemu")
    page = open_page()
    bar = page.register.narrowing.counts
    assert listed(page) == [urgent, low]
    assert bar.buttons["open"].text() == "Terbuka 2"
    qtbot.mouseClick(bar.buttons["urgent"], LEFT)
    opened.settle(qtbot, lanes)
    assert listed(page) == [urgent]
    qtbot.mouseClick(bar.buttons["all"], LEFT)
    opened.settle(qtbot, lanes)
    assert set(listed(page)) == {urgent, low, done}
    page.open(targets.Target(targets.Page.ISSUES, chosen={"area": STATION, "open_only": True}))
    opened.settle(qtbot, lanes)
    assert listed(page) == [low]
    assert page.register.narrowing.clear_button.isVisible()
    qtbot.mouseClick(page.register.narrowing.clear_button, LEFT)
    opened.settle(qtbot, lanes)
    assert listed(page) == [urgent, low]
    page.register.narrowing.state.set_value("selesai")
    page.register.narrowing.state.committed.emit("selesai")
    opened.settle(qtbot, lanes)
    assert listed(page) == [done]


def test_a_filter_that_was_kept_shows_all_its_parts_again(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    flood = issues.new_issue(wajo, "Banjir", STATION, category="CUA", severity="tinggi")
    damp = issues.new_issue(wajo, "Kotak basah", STATION, category="LOG")
    dry = issues.new_issue(wajo, "Sudah surut", tps(TEMPE_VILLAGE, 1), category="CUA")
    issue_deeds.close_issue(wajo, dry, "surut")
    page = open_page()
    narrowing = page.register.narrowing
    for field, code in ((narrowing.category, "CUA"), (narrowing.state, "baru")):
        field.set_value(code)
        field.committed.emit(code)
    page.register.table.filter.setText("banjir")
    kept = narrowing.kept_filter()
    qtbot.mouseClick(narrowing.clear_button, LEFT)
    opened.settle(qtbot, lanes)
    assert len(listed(page)) == 2
    narrowing.show_kept(kept)
    opened.settle(qtbot, lanes)
    assert listed(page) == [flood]
    assert (narrowing.category.value(), narrowing.state.value()) == ("CUA", "baru")
    assert page.register.table.filter.text() == "banjir"
    narrowing.show_kept({"category": "KATEGORI-BARU", "quick": "entah"})
    opened.settle(qtbot, lanes)
    assert narrowing.category.value() == ""
    assert set(listed(page)) == {flood, dry, damp}


def test_the_mark_over_an_issue_is_that_of_its_row(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = issues.new_issue(wajo, "Banjir", STATION)
    page = open_page()
    [line] = page.register.table.model.shown()
    assert line.state.mark == "belum"
    assert page.register.detail.state.value().mark == "belum"
    issue_deeds.act(wajo, no, Verb.FOLLOW_UP, "Pompa dikirim")
    page.register.reload()
    opened.settle(qtbot, lanes)
    [line] = page.register.table.model.shown()
    assert (line.state.mark, page.register.detail.state.value().mark) == ("belum_lengkap", "belum_lengkap")


def test_typing_filters_and_headings_sort_by_gravity(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    for title, severity in (("Satu", "sedang"), ("Dua", "kritis"), ("Tiga", "rendah"), ("Empat", "tinggi")):
        issues.new_issue(wajo, title, STATION, severity=severity)
    page = open_page()
    table = page.register.table
    place = [column.key for column in table.model.columns].index("severity")
    table.view.horizontalHeader().sectionClicked.emit(place)
    opened.settle(qtbot, lanes)
    assert [line.title for line in table.model.shown()] == ["Dua", "Empat", "Satu", "Tiga"]
    qtbot.keyClicks(table.filter, "tiga")
    qtbot.waitUntil(lambda: [line.title for line in table.model.shown()] == ["Tiga"])


def test_an_issue_outside_the_list_is_shown_all_the_same(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = issues.new_issue(wajo, "Kunci hilang", STATION)
    issue_deeds.close_issue(wajo, no, "ketemu")
    page = open_page()
    assert listed(page) == []
    page.open(targets.Target(targets.Page.ISSUES, record=no))
    opened.settle(qtbot, lanes)
    assert page.register.detail.no == no
    assert listed(page) == [no]


def test_a_followed_number_shows_an_issue_of_its_list(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    grave = issues.new_issue(wajo, "Banjir di gudang", STATION, severity="sangat_mendesak")
    other = issues.new_issue(wajo, "Kunci hilang", STATION)
    page = open_page()
    page.open(targets.Target(targets.Page.ISSUES, record=other))
    opened.settle(qtbot, lanes)
    page.open(targets.Target(targets.Page.ISSUES, chosen={"open_only": True, "severities": ("sangat_mendesak",)}))
    opened.settle(qtbot, lanes)
    assert listed(page) == [grave]
    assert page.register.detail.no == grave


def test_an_issue_that_is_being_written_is_not_covered(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    issues.new_issue(wajo, "Banjir di gudang", STATION)
    issues.new_issue(wajo, "Kunci hilang", STATION)
    page = open_page()
    page.open(targets.Target(targets.Page.ISSUES, STATION, chosen={"new": True, "item": "log.suara.ppwp"}))
    page.register.table.view.select_row(1)
    opened.settle(qtbot, lanes)
    assert page.register.right.currentWidget() is page.register.new
    line = page.register.table.view.visualRect(page.register.table.model.index(0, 0)).center()
    qtbot.mouseClick(page.register.table.view.viewport(), LEFT, pos=line)
    opened.settle(qtbot, lanes)
    assert page.register.right.currentWidget() is page.register.detail


def test_a_deleted_issue_comes_back_by_the_notice(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    issues.new_issue(wajo, "Salah ketik", STATION)
    page = open_page()
    qtbot.mouseClick(page.register.detail.delete_button, LEFT)
    opened.settle(qtbot, lanes)
    assert issue_register.issue_rows(wajo) == []
    assert page.register.detail.no == 0
    page.notices._button.click()
    opened.settle(qtbot, lanes)
    assert [row.title for row in issue_register.issue_rows(wajo)] == ["Salah ketik"]


def test_the_history_of_an_issue_opens(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = issues.new_issue(wajo, "Atap bocor", STATION)
    issues.edit_issue(wajo, no, title="Atap TPS bocor")
    page = open_page()
    qtbot.mouseClick(page.register.detail.history_button, LEFT)
    opened.settle(qtbot, lanes)
    (dialog,) = page.window().findChildren(QtWidgets.QDialog)
    assert dialog.isVisible()
    assert any("Atap TPS bocor" in label.text() for label in dialog.findChildren(QtWidgets.QLabel))
    dialog.close()


def test_an_issue_is_copied_for_whatsapp(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    issues.new_issue(wajo, "Kades memihak", STATION, category="NET", confidential=True, reporter="Ketua KPPS")
    page = open_page()
    qtbot.mouseClick(page.register.detail.copy_button, LEFT)
    opened.settle(qtbot, lanes)
    text = QtWidgets.QApplication.clipboard().text()
    assert "*Dirahasiakan (Netralitas" in text
    assert "memihak" not in text
    assert "Ketua KPPS" not in text
    assert "disalin" in page.notices.text.casefold()


def book(page: issues_page.IssuesPage, lanes: runner.Runner, qtbot: QtBot) -> issues_page.posko_book.LogbookPanel:
    page.tabs.setCurrentWidget(page.logbook)
    opened.settle(qtbot, lanes)
    return page.logbook


def test_a_line_is_saved_by_enter_and_the_next_begins(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    panel = book(open_page(), lanes, qtbot)
    assert panel.entry.from_.hasFocus()
    assert panel.entry.hour.text() == "13-02-2024 13.00"
    for sender, text in (("Camat Tempe", "Logistik tiba di PPK"), ("Polsek Belawa", "Situasi aman")):
        qtbot.keyClicks(panel.entry.from_, sender)
        qtbot.keyClicks(panel.entry.text, text)
        qtbot.keyClick(panel.entry.text, Key.Key_Return)
        opened.settle(qtbot, lanes)
        assert panel.entry.from_.hasFocus()
        assert panel.entry.text.text() == ""
    assert [(line.sender, line.text, line.at) for line in logbook.lines(wajo)] == [
        ("Polsek Belawa", "Situasi aman", NOW),
        ("Camat Tempe", "Logistik tiba di PPK", NOW),
    ]
    qtbot.keyClick(panel.entry.from_, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert panel.entry.rows["text"].refusal
    assert len(logbook.lines(wajo)) == 2


def test_the_hour_of_a_line_may_be_typed(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    panel = book(open_page(), lanes, qtbot)
    panel.entry.hour.selectAll()
    qtbot.keyClicks(panel.entry.hour, "10.30")
    qtbot.keyClicks(panel.entry.text, "Hujan deras")
    qtbot.keyClick(panel.entry.text, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert logbook.lines(wajo)[0].at == NOW - 9000
    qtbot.keyClicks(panel.entry.text, "Banjir")
    panel.entry.hour.setText("siang")
    panel.entry.write()
    assert "bukan jam" in panel.entry.rows["hour"].refusal


def test_a_line_is_altered_deleted_and_promoted(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    logbook.add_line(wajo, "Pagar roboh", "Camat Tempe", "Diteruskan ke Satpol PP", STATION)
    page = open_page()
    panel = book(page, lanes, qtbot)
    assert not panel.promote_button.isEnabled()
    panel.table.view.select_row(0)
    qtbot.keyClick(panel.table.view, Key.Key_Return)
    assert panel.entry.text.hasFocus()
    assert panel.entry.text.cursorPosition() == len("Pagar roboh"), "what is added goes behind what stands there"
    panel.entry.text.selectAll()
    qtbot.keyClicks(panel.entry.text, "Pagar TPS roboh")
    qtbot.keyClick(panel.entry.text, Key.Key_Return)
    opened.settle(qtbot, lanes)
    (line,) = logbook.lines(wajo)
    assert (line.text, line.at, line.place) == ("Pagar TPS roboh", NOW, STATION)
    panel.table.view.select_row(0)
    qtbot.mouseClick(panel.promote_button, LEFT)
    opened.settle(qtbot, lanes)
    (line,) = logbook.lines(wajo)
    assert page.tabs.currentWidget() is page.register
    assert page.register.detail.no == line.issue
    assert page.register.table.view.hasFocus()  # a letter goes on with it; Enter leads nowhere else
    assert issue_detail.issue(wajo, line.issue).row.title == "Pagar TPS roboh"
    page.tabs.setCurrentWidget(panel)
    opened.settle(qtbot, lanes)
    panel.table.view.select_row(0)
    assert panel.promote_button.text() == "Buka permasalahan"
    panel.promote()
    opened.settle(qtbot, lanes)
    assert page.tabs.currentWidget() is page.register
    assert len(issue_register.issue_rows(wajo)) == 1
    page.tabs.setCurrentWidget(panel)
    panel.table.view.setFocus()
    qtbot.keyClick(panel.table.view, Key.Key_Delete)
    opened.settle(qtbot, lanes)
    assert logbook.lines(wajo) == []


def test_the_book_is_reached_by_a_target(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = logbook.add_line(wajo, "Pagar roboh")
    page = open_page()
    page.open(targets.Target(targets.Page.LOGBOOK, record=no))
    opened.settle(qtbot, lanes)
    assert page.tabs.currentWidget() is page.logbook
    line = page.logbook.table.current()
    assert line is not None
    assert line.no == no


def test_a_small_screen_holds_both_tabs(open_page: Open, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = open_page(size=(911, 470))
    book(page, lanes, qtbot)
    assert (page.window().width(), page.window().height()) == (911, 470)
    assert page.minimumSizeHint().width() <= 911


def test_photos_of_an_issue_follow_it_and_its_news(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    first, second = issues.new_issue(wajo, "Banjir", STATION), issues.new_issue(wajo, "Listrik padam", STATION)
    carried_photos.attach(wajo, first, 2)
    page = open_page()
    page.open(targets.Target(targets.Page.ISSUES, record=first))
    opened.settle(qtbot, lanes)
    card = page.register.detail.attached
    assert [tile.picture is not None for tile in card.strip.tiles.values()] == [True, True]
    carried_photos.attach(wajo, first, 1, first=9)  # as another hand, or a package, would
    opened.settle(qtbot, lanes)
    assert len(card.strip.tiles) == 3
    page.open(targets.Target(targets.Page.ISSUES, record=second))
    opened.settle(qtbot, lanes)
    assert card.strip.tiles == {}
    QtGui.QGuiApplication.clipboard().setImage(_blue())
    description = page.register.detail.sheet.form.rows["description"].field
    qtbot.keyClick(description, Key.Key_V, CTRL)
    opened.settle(qtbot, lanes)
    [one] = attachments.of_record(wajo, second)
    assert one.name.startswith("Tempelan")
    assert list(card.strip.tiles) == [one.no]


def _blue() -> QtGui.QImage:
    image = QtGui.QImage(60, 40, QtGui.QImage.Format.Format_RGB888)
    image.fill(QtGui.QColor(0, 0, 255))
    return image


def test_a_click_on_the_current_row_brings_its_issue_and_what_was_begun_stays(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    first = issues.new_issue(wajo, "Atap tenda bocor saat hujan", STATION)
    page = open_page()
    assert page.register.detail.no == first
    page.begin_new()
    opened.settle(qtbot, lanes)
    new, view = page.register.new, page.register.table.view
    qtbot.keyClicks(new.title, "listrik padam")
    place = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    opened.settle(qtbot, lanes)
    assert page.register.right.currentWidget() is page.register.detail
    qtbot.mouseClick(page.new_button, LEFT)
    opened.settle(qtbot, lanes)
    assert new.isVisible()
    assert new.title.value() == "listrik padam"
    new.give_up()
