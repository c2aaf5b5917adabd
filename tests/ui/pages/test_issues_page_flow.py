# SPDX-License-Identifier: Apache-2.0
"""An issue worked through by keys alone; its places, links and names; many at once; what is kept in confidence."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain.issues import State, Verb
from desk_app.operations import (
    attachments,
    issue_deeds,
    issue_detail,
    issue_identities,
    issue_register,
    issues,
    targets,
    teams,
)
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from tests import photographs, regency_offices
from tests.operators import at_the_keyboard
from tests.regency_offices import BELAWA_VILLAGE, MADDUKELLENG, TEMPE_VILLAGE, tps
from tests.small_offices import NOW
from tests.ui.pages import opened
from ui import runner
from ui.dialogs import paper_dialog
from ui.pages import issues_page
from ui.widgets import marks

STATION = tps(MADDUKELLENG, 5)
Key = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier
LEFT = QtCore.Qt.MouseButton.LeftButton
Open = Callable[..., issues_page.IssuesPage]
LONG = "Kelompok Penyelenggara Pemungutan Suara Desa Wetan Kulon Lor Kidul"


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


def test_the_whole_way_by_keys(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    issues.new_issue(wajo, "Lama", STATION)
    page = open_page()
    view, detail = page.register.table.view, page.register.detail
    view.setFocus()
    qtbot.keyClick(view, Key.Key_N)
    opened.settle(qtbot, lanes)
    new = page.register.new
    assert new.title.hasFocus()
    qtbot.keyClicks(new.title, "Gudang tergenang")
    qtbot.keyClick(new.title, Key.Key_Return, CTRL)
    opened.settle(qtbot, lanes)
    no = detail.no
    assert issue_detail.issue(wajo, no).title == "Gudang tergenang"
    for key, text, state in (
        (Key.Key_S, "Pindahkan kotak", State.NEW),
        (Key.Key_T, "BPBD datang", State.FOLLOWED_UP),
        (Key.Key_U, "Aman", State.DONE),
        (Key.Key_B, "Naik lagi", State.FOLLOWED_UP),
    ):
        page.register.show_issue(no)
        opened.settle(qtbot, lanes)
        view.setFocus()
        qtbot.keyClick(view, key)
        assert detail.verbs.said.hasFocus(), text
        qtbot.keyClicks(detail.verbs.said, text)
        qtbot.keyClick(detail.verbs.said, Key.Key_Return, CTRL)
        opened.settle(qtbot, lanes)
        assert issue_detail.issue(wajo, no).row.state is state
    found = issue_detail.issue(wajo, no)
    assert [one.verb for one in found.thread] == ["beri_saran", "catat_tindak_lanjut", "tutup", "buka_kembali"]


def test_a_letter_that_cannot_be_done_now_opens_nothing(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = issues.new_issue(wajo, "Lama", STATION)
    issue_deeds.close_issue(wajo, no, "Selesai")
    page = open_page()
    page.open(targets.Target(targets.Page.ISSUES, record=no))
    opened.settle(qtbot, lanes)
    view = page.register.table.view
    view.setFocus()
    qtbot.keyClick(view, Key.Key_K)
    qtbot.keyClick(view, Key.Key_S, CTRL)
    assert page.register.detail.verbs.sheet.isHidden()


def test_a_letter_s_number_and_day_are_recorded(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = issues.new_issue(wajo, "Gudang tergenang", STATION)
    page = open_page()
    verbs = page.register.detail.verbs
    verbs.pick(Verb.CONVEY)
    for field, text in ((verbs.addressee, "KPU"), (verbs.means, "surat"), (verbs.letter_number, "270/12")):
        field.setText(text)
    verbs.letter_date.setText("bukan tanggal")
    verbs.write()
    assert verbs.form.rows["letter_date"].refusal
    verbs.letter_date.setText("12-02-2024")
    verbs.write()
    opened.settle(qtbot, lanes)
    [entry] = issue_detail.issue(wajo, no).thread
    assert (entry.letter_number, entry.letter_date) == ("270/12", "2024-02-12")


def test_the_clock_stands_in_list_and_detail_and_sorts(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    slow = issues.new_issue(wajo, "Pelan", STATION, severity="rendah")
    fast = issues.new_issue(wajo, "Cepat", STATION, severity="kritis")
    middle = issues.new_issue(wajo, "Sedang", STATION, severity="tinggi")
    wajo.now = lambda: NOW + 4000
    page = open_page()
    page.register.table.view.sort_requested.emit("last", True)
    opened.settle(qtbot, lanes)
    lines = page.register.table.model.shown()
    assert [line.no for line in lines] == [fast, middle, slow]
    assert lines[0].waits == "jawaban pertama: lewat 6 menit"
    page.register.show_issue(fast)
    opened.settle(qtbot, lanes)
    assert page.register.detail.overdue.text() == "Jawaban pertama: lewat 6 menit"
    page.register.show_issue(slow)
    opened.settle(qtbot, lanes)
    assert page.register.detail.overdue.text().endswith("lagi")
    assert page.register.detail.overdue.property("role") == "muted"


def test_a_paperclip_and_a_lock_stand_in_the_list(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    no = issues.new_issue(wajo, "Kades Anu memihak", STATION, category="NET", confidential=True)
    path = tmp_path / "1.jpg"
    path.write_bytes(photographs.jpeg((32, 24)))
    attachments.add(wajo, no, path)
    issue_deeds.act(wajo, no, Verb.FOLLOW_UP, "Kades Anu dipanggil")
    page = open_page()
    table = page.register.table
    [line] = table.model.shown()
    assert line.last == "13-02 ada tindak lanjut"
    assert line.number == marks.Marked("WAJ-0001", "lampiran")
    assert isinstance(line.title, marks.Marked)
    assert line.title.mark == "rahasia"
    table.view.select_row(0)
    table.copy()
    copied = QtWidgets.QApplication.clipboard().text()
    assert "WAJ-0001" in copied
    assert "Anu" not in copied
    assert page.register.detail.sheet.form.rows["title"].field.value() == "Kades Anu memihak"


def test_an_operator_is_told_that_it_is_confidential(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no = issues.new_issue(wajo, "Kades Anu memihak", STATION, category="NET", confidential=True)
    issue_identities.write(wajo, no, reporter="Siti")
    with at_the_keyboard(wajo, Role.OPERATOR):
        page = open_page()
        detail = page.register.detail
        assert detail.veil.isVisible()
        assert not detail.sheet.form.isEnabled()
        assert not detail.parts.identity.isVisible()
        assert all(button.isHidden() for button in detail.verbs.buttons.values())
        assert not [one for one in detail.findChildren(QtWidgets.QLineEdit) if "Siti" in one.text()]


def test_names_are_shown_when_asked_for_and_put_away_with_the_issue(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    other = issues.new_issue(wajo, "Amplop lain", STATION, category="UNG")
    no = issues.new_issue(wajo, "Amplop", STATION, category="UNG")
    page = open_page()
    page.register.show_issue(no)
    opened.settle(qtbot, lanes)
    card = page.register.detail.parts.identity
    assert not card.form.isVisible()
    card.show_button.click()
    opened.settle(qtbot, lanes)
    field = card.form.rows["reporter"].field
    assert field.hasFocus() or card.form.isVisibleTo(page)
    field.setText("Siti")
    field.commit()
    opened.settle(qtbot, lanes)
    assert issue_identities.identity(wajo, no).reporter == "Siti"
    assert issue_detail.issue(wajo, no).row.confidential
    page.register.show_issue(other)
    opened.settle(qtbot, lanes)
    assert field.text() == ""
    assert not card.form.isVisible()


def test_places_are_typed_many_at_once(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no = issues.new_issue(wajo, "Banjir", STATION)
    page = open_page()
    card = page.register.detail.parts.places
    qtbot.keyClicks(card.typed, "1 maddu; entah 9")
    qtbot.keyClick(card.typed, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert [one.subject for one in issue_detail.issue(wajo, no).places] == [tps(MADDUKELLENG, 1)]
    assert card.typed.value() == "entah 9"
    assert "entah 9" in card.refusal.text()
    card.typed.setText(TEMPE_VILLAGE)
    card.all_button.click()
    opened.settle(qtbot, lanes)
    assert card.list.count() == 5
    assert "dan 5 tempat lain" in page.register.table.model.shown()[0].place
    card.list.setFocus()
    card.list.selectAll()
    qtbot.keyClick(card.list, Key.Key_Delete)
    opened.settle(qtbot, lanes)
    assert issue_detail.issue(wajo, no).places == ()
    card.typed.setText(tps(BELAWA_VILLAGE, 1))
    card.add()
    opened.settle(qtbot, lanes)
    assert "di luar wilayah" in card.refusal.text()


def test_linked_and_merged_from_the_page(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    flood = issues.new_issue(wajo, "Banjir", STATION)
    twin = issues.new_issue(wajo, "Banjir juga", STATION)
    no = issues.new_issue(wajo, "Kotak basah", STATION)
    page = open_page()
    page.register.show_issue(no)
    opened.settle(qtbot, lanes)
    card = page.register.detail.parts.links
    card.number.setText("waj-0009")
    card.link()
    opened.settle(qtbot, lanes)
    assert "waj-0009" in card.refusal.text()
    card.kind.set_value("sebab")
    card.number.setText("waj-0001")
    qtbot.keyClick(card.number, Key.Key_Return)
    opened.settle(qtbot, lanes)
    [link] = issue_detail.issue(wajo, no).links
    assert (link.other, link.kind) == (flood, "sebab")
    [button] = [one for one in card.findChildren(QtWidgets.QPushButton) if "WAJ-0001" in one.text()]
    button.click()
    opened.settle(qtbot, lanes)
    assert page.register.detail.no == flood
    card.number.setText("waj-0002")
    card.merge()
    opened.settle(qtbot, lanes)
    assert [one.no for one in issue_detail.issue(wajo, flood).merged] == [twin]


def test_many_are_chosen_and_done_at_once(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    numbers = [issues.new_issue(wajo, f"Masalah {place}", STATION) for place in range(3)]
    member = teams.new_member(wajo, LONG, "Anggota")
    issue_deeds.close_issue(wajo, numbers[0], "Selesai")
    page = open_page()
    register = page.register
    register.narrowing.counts.set_current("all")
    register.reload()
    opened.settle(qtbot, lanes)
    register.table.view.setFocus()
    register.table.view.select_row(0)
    opened.settle(qtbot, lanes)
    for _step in range(2):
        qtbot.keyClick(register.table.view, Key.Key_Down, SHIFT)
    opened.settle(qtbot, lanes)
    assert register.right.currentWidget() is register.batch
    assert register.batch.title.text() == "3 permasalahan dipilih"
    register.batch.said.setFocus()
    register.batch.said.set_value("Diteruskan ke grup")
    qtbot.keyClick(register.batch.said, Key.Key_Return, CTRL)
    opened.settle(qtbot, lanes)
    assert [len(issue_detail.issue(wajo, no).thread) for no in numbers] == [2, 1, 1]
    register.batch.step.set_value("convey")
    register.batch.step.committed.emit("convey")
    register.batch.addressee.setText("KPU")
    register.batch.write()
    opened.settle(qtbot, lanes)
    assert "WAJ-0001" in register.batch.refused.text()
    assert [issue_detail.issue(wajo, no).row.addressee for no in numbers] == ["", "KPU", "KPU"]
    register.batch.step.set_value("pic")
    register.batch.step.committed.emit("pic")
    register.batch.pic.set_value(member)
    register.batch.write()
    opened.settle(qtbot, lanes)
    assert {issue_detail.issue(wajo, no).row.pic for no in numbers} == {member}
    qtbot.keyClick(register.batch.pic, Key.Key_Escape)
    opened.settle(qtbot, lanes)
    assert register.right.currentWidget() is register.detail


def test_on_a_small_screen_many_are_chosen_and_worked_on(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    for title in ("Banjir", "Pagar roboh", "Kunci hilang"):
        issues.new_issue(wajo, title, STATION)
    page = open_page((911, 480))
    register = page.register
    assert register.split.is_narrow
    view = register.table.view

    def click(row: int, modifier: QtCore.Qt.KeyboardModifier) -> None:
        place = view.visualRect(view.model().index(row, 0)).center()
        qtbot.mouseClick(view.viewport(), LEFT, modifier, place)
        opened.settle(qtbot, lanes)

    click(0, CTRL)
    assert not register.together_button.isVisible()
    click(2, CTRL)
    assert view.isVisible()
    assert register.together_button.text() == "Kerjakan 2 …"
    qtbot.mouseClick(register.together_button, LEFT)
    assert register.batch.step.hasFocus()
    register.batch.closed.emit()
    opened.settle(qtbot, lanes)
    assert view.isVisible()
    assert not register.together_button.isVisible()
    click(1, QtCore.Qt.KeyboardModifier.NoModifier)
    assert register.detail.isVisible()
    assert page.window().focusWidget() is not page.new_button, "Enter would begin another issue"


def test_the_keyboard_is_in_the_list_when_those_chosen_were_closed(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    for title in ("Banjir", "Pagar roboh", "Kunci hilang"):
        issues.new_issue(wajo, title, STATION)
    page = open_page()
    register = page.register
    for row, modifier in ((0, QtCore.Qt.KeyboardModifier.NoModifier), (1, CTRL)):
        view = register.table.view
        place = view.visualRect(view.model().index(row, 0)).center()
        qtbot.mouseClick(view.viewport(), LEFT, modifier, place)
        opened.settle(qtbot, lanes)
    batch = register.batch
    batch.step.set_value("close")
    batch.step.committed.emit("close")
    batch.said.setFocus()
    qtbot.keyClicks(batch.said, "Sudah beres")
    qtbot.keyClick(batch.said, Key.Key_Return, CTRL)
    opened.settle(qtbot, lanes)
    qtbot.waitUntil(lambda: register.table.model.total == 1)
    qtbot.waitUntil(lambda: register.right.currentWidget() is register.detail)
    qtbot.waitUntil(lambda: page.window().focusWidget() is register.table.view)


def test_so_it_is_when_the_list_comes_after_the_issue(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = [issues.new_issue(wajo, title, STATION) for title in ("Banjir", "Pagar roboh", "Kunci hilang")]
    page = open_page()
    register = page.register
    register.table.view.selectRow(0)
    opened.settle(qtbot, lanes)
    flag = QtCore.QItemSelectionModel.SelectionFlag
    register.table.view.selectionModel().select(register.table.model.index(1, 0), flag.Select | flag.Rows)
    opened.settle(qtbot, lanes)
    assert register.right.currentWidget() is register.batch
    register.batch.said.setFocus()
    come, read_rows = threading.Event(), issue_register.issue_rows

    def late(*asked: object, **named: object) -> object:
        come.wait(20)
        return read_rows(*asked, **named)

    monkeypatch.setattr(issue_register, "issue_rows", late)
    for no in numbers[1:]:
        issue_deeds.act(wajo, no, Verb.CLOSE, said="Beres")
    qtbot.waitUntil(lambda: register.detail.no == numbers[2])
    qtbot.wait(200)
    assert register.right.currentWidget() is register.batch
    come.set()
    opened.settle(qtbot, lanes)
    assert register.right.currentWidget() is register.detail
    assert page.window().focusWidget() is register.table.view


def test_the_issue_that_is_on_its_way_comes_though_the_list_is_read_again(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    first, second = (issues.new_issue(wajo, title, STATION) for title in ("Banjir", "Pagar roboh"))
    register = open_page().register
    register.show_issue(first)
    opened.settle(qtbot, lanes)
    register.show_issue(second)
    register.reload()
    opened.settle(qtbot, lanes)
    assert register.detail.no == second
    register.show_issue(first)
    register.table.view.selectRow(0 if register.table.model.shown()[0].no == second else 1)
    opened.settle(qtbot, lanes)
    assert register.detail.no == second, "back to the row that is shown, while another one was on its way"


def test_whose_turn_it_is(open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    ours = issues.new_issue(wajo, "Kami", STATION)
    theirs = issues.new_issue(wajo, "Provinsi", STATION)
    issue_deeds.act(wajo, theirs, Verb.FORWARD)
    page = open_page()
    assert "1" in page.register.narrowing.counts.buttons["ours"].text()
    page.register.narrowing.counts.buttons["ours"].click()
    opened.settle(qtbot, lanes)
    assert [line.no for line in page.register.table.model.shown()] == [ours]
    page.register.show_issue(theirs)
    opened.settle(qtbot, lanes)
    assert "Provinsi" in page.register.detail.hands.text()


def test_a_laporan_khusus_is_one_click_away(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    issues.new_issue(wajo, "Gudang tergenang", STATION, severity="kritis")
    page = open_page()
    page.register.detail.report_button.click()
    opened.settle(qtbot, lanes)
    [dialog] = page.window().findChildren(paper_dialog.PaperDialog)
    qtbot.waitUntil(dialog.save.isEnabled)
    assert "Laporan Khusus WAJ-0001" in dialog.title.text()
    dialog.reject()


def test_names_of_sixty_letters_and_more_do_not_widen_the_page(
    open_page: Open, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    member = teams.new_member(wajo, LONG, "Anggota", person=LONG)
    one = issues.new_issue(wajo, LONG * 4, STATION, addressee=LONG, pic=member, further=[tps(MADDUKELLENG, 1)])
    other = issues.new_issue(wajo, LONG, STATION)
    page = open_page()
    page.register.detail.parts.links.number.setText("WAJ-0001")
    page.register.show_issue(other)
    opened.settle(qtbot, lanes)
    page.register.detail.parts.links.number.setText("WAJ-0001")
    page.register.detail.parts.links.link()
    opened.settle(qtbot, lanes)
    page.register.show_issue(one)
    opened.settle(qtbot, lanes)
    area = page.register.detail._area
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
