# SPDX-License-Identifier: Apache-2.0
"""Tim & Penugasan as a clerk uses it: makes a team, orders and replaces members, ticks the matrix."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import history, targets, teams
from desk_app.operations.desk import Desk
from tests import regency_offices, two_offices
from ui import bridge, runner, theme
from ui.dialogs import history_dialog
from ui.pages import teams_page

# The windowless platform says this of the list of proposals under a field.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

LEFT = QtCore.Qt.MouseButton.LeftButton
KEYS = QtCore.Qt.Key
ALT = QtCore.Qt.KeyboardModifier.AltModifier
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


def shown(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> teams_page.TeamsPage:
    """The page as the window shows it: it hears what changes."""
    page = teams_page.TeamsPage(desk, lanes)
    qtbot.addWidget(page)
    carrier = bridge.Bridge(page)
    desk.news.listen(lambda news: carrier.announce(news.flags))
    carrier.changed.connect(lambda flags: page.refresh(flags & page.listens) if flags & page.listens else None)
    page.resize(1100, 600)
    page.show()
    page.activateWindow()
    page.refresh(frozenset())
    settle(lanes)
    return page


def settle(lanes: runner.Runner) -> None:
    """Wait until what was asked is delivered, and what that asks for in turn."""
    for _ in range(6):
        lanes.wait_idle()
        QtWidgets.QApplication.processEvents()
    assert lanes.pending == 0


def with_team(desk: Desk) -> tuple[int, list[int]]:
    """Tim VIII with three members."""
    no = teams.new_team(desk, 8, [regency_offices.TEMPE])
    members = [
        teams.new_member(desk, "Kepala Badan Kesbangpol", "Ketua Tim", team=no, nip="198501012010011001"),
        teams.new_member(desk, "Camat Tempe", "Anggota", team=no, person="H. Baso"),
        teams.new_member(desk, "Lurah", "Anggota", team=no),
    ]
    return no, members


def opened(desk: Desk, no: int, lanes: runner.Runner, qtbot: QtBot) -> teams_page.TeamsPage:
    page = shown(desk, lanes, qtbot)
    page.open(targets.Target(targets.Page.TEAMS, record=no))
    settle(lanes)
    return page


def leave(field: QtWidgets.QLineEdit, text: str, qtbot: QtBot, lanes: runner.Runner) -> None:
    """Type in place of what stands in a field, and leave it."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    field.commit()  # type: ignore[attr-defined]
    settle(lanes)


def offices(desk: Desk, no: int) -> list[str]:
    return [one.office for one in teams.team(desk, no).present]


def test_an_empty_office_offers_the_first_team(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = shown(wajo, lanes, qtbot)
    assert page.subtitle.text() == "0 tim · 0 anggota"
    assert page.sheet.title.text() == "Pimpinan desk"
    qtbot.mouseClick(page.new_team, LEFT)
    settle(lanes)
    [team] = teams.teams(wajo)
    assert team.number == 1
    assert page.sheet.title.text() == "Tim I"
    assert page.sheet.key == ("team", team.no)


def test_fields_of_a_team_are_saved_when_they_are_left(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, _members = with_team(wajo)
    teams.new_team(wajo, 3)
    page = opened(wajo, no, lanes, qtbot)
    leave(page.sheet.team.field("name"), "Monitoring", qtbot, lanes)
    leave(page.sheet.team.field("number"), "ix", qtbot, lanes)
    leave(page.sheet.team.field("period_from"), "8/1/2024", qtbot, lanes)
    team = teams.team(wajo, no)
    assert (team.number, team.name, team.period_from) == (9, "Monitoring", "2024-01-08")
    assert page.sheet.team.field("period_from").text() == "08-01-2024"
    assert page.sheet.team.field("number").text() == "IX"
    leave(page.sheet.team.field("number"), "III", qtbot, lanes)
    assert page.sheet.team.form.rows["number"].refusal == "Tim III sudah ada."
    assert teams.team(wajo, no).number == 9


def test_a_member_is_added_by_keyboard_and_stands_by_protocol(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, _members = with_team(wajo)
    page = opened(wajo, no, lanes, qtbot)
    panel = page.sheet.members
    qtbot.mouseClick(panel.add_button, LEFT)
    role, office = panel.fresh.field("role"), panel.fresh.field("office")
    role.clear()
    qtbot.keyClicks(role, "Ketua Tim")
    qtbot.keyClicks(office, "Kepala Bagian Pemerintahan")
    qtbot.keyClick(office, KEYS.Key_Return)
    settle(lanes)
    assert offices(wajo, no) == ["Kepala Badan Kesbangpol", "Kepala Bagian Pemerintahan", "Camat Tempe", "Lurah"]
    assert panel.asking.isHidden()
    current = panel.table.current()
    assert current is not None
    assert current.office == "Kepala Bagian Pemerintahan"


def test_a_member_without_office_is_refused_under_the_field(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, _members = with_team(wajo)
    page = opened(wajo, no, lanes, qtbot)
    panel = page.sheet.members
    qtbot.mouseClick(panel.add_button, LEFT)
    qtbot.keyClick(panel.fresh.field("office"), KEYS.Key_Return)
    settle(lanes)
    assert panel.fresh.form.rows["office"].refusal == "Isi jabatan anggota tim."
    assert len(offices(wajo, no)) == 3


def test_alt_and_arrows_alter_the_order(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, members = with_team(wajo)
    page = opened(wajo, no, lanes, qtbot)
    table = page.sheet.members.table
    table.show_member(members[2])
    qtbot.keyClick(table.view, KEYS.Key_Up, ALT)
    settle(lanes)
    assert offices(wajo, no) == ["Kepala Badan Kesbangpol", "Lurah", "Camat Tempe"]
    qtbot.keyClick(table.view, KEYS.Key_Up, ALT)
    qtbot.keyClick(table.view, KEYS.Key_Up, ALT)
    settle(lanes)
    assert offices(wajo, no)[0] == "Lurah"
    qtbot.keyClick(table.view, KEYS.Key_Down, ALT)
    settle(lanes)
    assert offices(wajo, no)[:2] == ["Kepala Badan Kesbangpol", "Lurah"]
    history.undo(wajo)
    assert offices(wajo, no)[0] == "Lurah"


def test_a_replaced_member_keeps_his_name_beside_the_new_one(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, members = with_team(wajo)
    page = opened(wajo, no, lanes, qtbot)
    panel = page.sheet.members
    panel.table.show_member(members[1])
    qtbot.mouseClick(panel.replace_button, LEFT)
    qtbot.keyClicks(panel.fresh.field("person"), "Hj. Sitti Aminah")
    qtbot.mouseClick(panel._confirm, LEFT)
    settle(lanes)
    held = teams.team(wajo, no)
    assert [one.person for one in held.members if one.replaced] == ["H. Baso"]
    new = next(one for one in held.present if one.person)
    assert (new.person, new.office, new.role) == ("Hj. Sitti Aminah", "Camat Tempe", "Anggota")
    assert "H. Baso" in panel.table.former.text()


def test_the_whole_number_is_shown_in_the_form_only(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, members = with_team(wajo)
    page = opened(wajo, no, lanes, qtbot)
    page.sheet.members.table.show_member(members[0])
    settle(lanes)
    field = page.sheet.members.one.field("nip")
    assert field.text() == "198501012010011001"
    leave(page.sheet.members.one.field("person"), "Dr. Andi, M.Si.", qtbot, lanes)
    assert field.text() == "198501012010011001"
    assert teams.member_number(wajo, members[0]) == "198501012010011001"
    leave(field, "123", qtbot, lanes)
    assert "18 angka" in page.notices.text
    assert teams.member_number(wajo, members[0]) == "123"


def test_what_is_typed_goes_to_the_member_it_was_typed_for(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, members = with_team(wajo)
    page = opened(wajo, no, lanes, qtbot)
    panel = page.sheet.members
    panel.table.show_member(members[0])
    settle(lanes)
    qtbot.keyClicks(panel.one.field("person"), "Andi")
    panel.table.show_member(members[2])
    settle(lanes)
    people = {one.no: one.person for one in teams.team(wajo, no).present}
    assert (people[members[0]], people[members[2]]) == ("Andi", "")


def test_a_tick_adds_a_kecamatan(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, _members = with_team(wajo)
    other = teams.new_team(wajo, 9, [regency_offices.BELAWA])
    page = opened(wajo, no, lanes, qtbot)
    box = page.sheet.districts.boxes[regency_offices.BELAWA]
    assert box.text() == "Belawa (IX)"
    box.click()
    settle(lanes)
    assert teams.team(wajo, no).districts == (regency_offices.TEMPE, regency_offices.BELAWA)
    assert teams.matrix(wajo).doubles == (regency_offices.BELAWA,)
    assert teams.team(wajo, other).districts == (regency_offices.BELAWA,)


def test_the_matrix_shows_holes_and_doubles_and_ticks_by_space(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no, _members = with_team(wajo)
    page = shown(wajo, lanes, qtbot)
    page.tabs.setCurrentWidget(page.matrix)
    assert page.tabs.tabText(1) == "Matriks wilayah (13 kosong)"
    assert "Belawa" in page.matrix.words.text()
    row = next(at for at, one in enumerate(page.matrix.model.matrix.rows) if one.code == regency_offices.BELAWA)
    view = page.matrix.view
    view.setFocus()
    view.setCurrentIndex(page.matrix.model.index(row, 1))
    qtbot.keyClick(view, KEYS.Key_Space)
    settle(lanes)
    assert teams.team(wajo, no).districts == (regency_offices.TEMPE, regency_offices.BELAWA)
    place = view.visualRect(page.matrix.model.index(row, 1)).center()
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    settle(lanes)
    assert teams.team(wajo, no).districts == (regency_offices.TEMPE,)
    qtbot.keyClick(view, KEYS.Key_C, CONTROL)
    lines = QtGui.QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Kecamatan\tVIII\tKeadaan"
    assert "Tempe\t✓\tLengkap" in lines


def test_a_section_and_a_decree_are_made_and_named(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = shown(wajo, lanes, qtbot)
    qtbot.mouseClick(page.new_section, LEFT)
    settle(lanes)
    leave(page.sheet.section.field("name"), "Bidang Data", qtbot, lanes)
    page.tabs.setCurrentWidget(page.decrees)
    qtbot.mouseClick(page.decrees.new_button, LEFT)
    settle(lanes)
    leave(page.decrees.form.field("number"), "100.3/45/2024", qtbot, lanes)
    held = teams.structure(wajo)
    assert [one.name for one in held.sections] == ["Bidang Data"]
    assert [one.number for one in held.decrees] == ["100.3/45/2024"]
    page.tabs.setCurrentIndex(0)
    choice = page.sheet.section.field("decree")
    choice.setFocus()
    qtbot.keyClick(choice, KEYS.Key_Down)
    settle(lanes)
    assert teams.structure(wajo).sections[0].decree == held.decrees[0].no


def test_a_deleted_team_comes_back_by_undo(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, _members = with_team(wajo)
    page = opened(wajo, no, lanes, qtbot)
    qtbot.mouseClick(page.sheet.delete, LEFT)
    settle(lanes)
    assert teams.teams(wajo) == []
    assert page.sheet.title.text() == "Pimpinan desk"
    history.undo(wajo)
    settle(lanes)
    assert offices(wajo, no) == ["Kepala Badan Kesbangpol", "Camat Tempe", "Lurah"]
    assert page.groups.model.total == 2


def test_what_was_taken_out_comes_back_by_the_notice(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, members = with_team(wajo)
    page = opened(wajo, no, lanes, qtbot)
    page.sheet.members.table.show_member(members[1])
    qtbot.mouseClick(page.sheet.members.remove_button, LEFT)
    settle(lanes)
    assert page.notices.text == "H. Baso dikeluarkan."
    page.notices._act()
    settle(lanes)
    assert offices(wajo, no) == ["Kepala Badan Kesbangpol", "Camat Tempe", "Lurah"]
    qtbot.mouseClick(page.sheet.delete, LEFT)
    settle(lanes)
    assert page.notices.text == "Tim VIII dihapus bersama anggota dan wilayahnya."
    teams.new_team(wajo, 9)
    page.notices._act()
    settle(lanes)
    assert "ada isian yang lebih baru" in page.notices.text
    assert [team.number for team in teams.teams(wajo)] == [9]


def test_the_history_of_a_team_a_member_and_a_decree(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, _members = with_team(wajo)
    decree = teams.new_decree(wajo, number="300/12")
    page = opened(wajo, no, lanes, qtbot)
    page.sheet.members.table.view.select_row(1)
    page.decrees.list.show_row(decree)
    seen = []
    for tab, button in (
        (0, page.sheet.history_button),
        (0, page.sheet.members.history_button),
        (2, page.decrees.history_button),
    ):
        page.tabs.setCurrentIndex(tab)
        qtbot.mouseClick(button, LEFT)
        settle(lanes)
        dialog = page.window().findChild(history_dialog.HistoryDialog)
        seen.append((dialog.entries[-1].text.splitlines()[0], "\n".join(one.text for one in dialog.entries)))
        dialog.accept()
        dialog.setParent(None)
    assert [first for first, _all in seen] == ["Dibuat"] * 3
    for (_first, said), words in zip(seen, ("Tim VIII", "H. Baso", "300/12"), strict=True):
        assert words in said
    page.groups.view.select_row(0)
    settle(lanes)
    assert not page.sheet.history_button.isVisible()


def test_enter_adds_a_member_and_the_keyboard_stays_with_the_members(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no, _members = with_team(wajo)
    page = opened(wajo, no, lanes, qtbot)
    panel = page.sheet.members
    qtbot.mouseClick(panel.add_button, LEFT)
    role = panel.fresh.field("role")
    assert role.hasFocus()
    assert role.selectedText() == "Anggota"
    qtbot.keyClicks(role, "Sekretaris")
    assert role.text() == "Sekretaris"
    office = panel.fresh.field("office")
    office.setFocus()
    qtbot.keyClicks(office, "Danramil")
    qtbot.keyClick(office, KEYS.Key_Return)
    settle(lanes)
    assert "Danramil" in offices(wajo, no)
    assert panel.add_button.hasFocus()
    assert page.sheet.team.field("number").selectedText() == ""


def test_the_leader_is_who_heads_a_group_and_is_read_in_full(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    teams.new_member(wajo, "Bupati Wajo", "Pembina")
    teams.new_member(wajo, "Sekretaris Daerah", "Ketua")
    no = teams.new_team(wajo, 3)
    teams.new_member(wajo, "Kepala Dinas Komunikasi, Informatika, dan Statistik", "Ketua Tim", team=no)
    page = shown(wajo, lanes, qtbot)
    page.resize(1138, 600)
    qtbot.wait(20)
    model, view = page.groups.model, page.groups.view
    assert model.index(0, 0).data() == "Pimpinan desk\nSekretaris Daerah"
    said = model.index(1, 0).data().splitlines()[1]
    metrics = QtGui.QFontMetrics(theme.font(theme.SMALL))
    assert metrics.horizontalAdvance(said) <= view.columnWidth(0) - 16


def test_a_kecamatan_reads_and_is_told_why(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    with two_offices.opened(tmp_path) as two:
        no, members = with_team(two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        [team] = teams.teams(two.tempe)
        page = opened(two.tempe, team.no, lanes, qtbot)
        assert "diatur oleh kantor kabupaten" in page.standing.text
        assert page.sheet.title.text() == "Tim VIII"
        assert not page.new_team.isVisible()
        assert not page.sheet.delete.isVisible()
        assert not page.sheet.members.add_button.isVisible()
        page.sheet.members.table.view.select_row(0)
        assert not page.sheet.members.remove_button.isVisible()
        assert page.sheet.members.history_button.isVisible()
        assert page.sheet.team.field("name").isReadOnly()
        assert not page.sheet.districts.boxes[regency_offices.TEMPE].isEnabled()
        table = page.sheet.members.table
        table.view.select_row(2)
        qtbot.keyClick(table.view, KEYS.Key_Up, ALT)
        page.tabs.setCurrentWidget(page.matrix)
        page.matrix.view.setCurrentIndex(page.matrix.model.index(0, 1))
        qtbot.keyClick(page.matrix.view, KEYS.Key_Space)
        settle(lanes)
        assert offices(two.tempe, team.no) == offices(two.kabupaten, no)
        assert len(members) == 3


def test_a_member_that_was_found_stands_in_his_team(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    _no, members = with_team(wajo)
    head = teams.new_member(wajo, "Bupati Wajo", "Pembina")
    page = teams_page.TeamsPage(wajo, lanes)
    qtbot.addWidget(page)
    page.refresh(frozenset())
    page.open(targets.Target(targets.Page.TEAMS, record=members[1]))
    settle(lanes)
    current = page.sheet.members.table.current()
    assert current is not None
    assert (page.sheet.title.text(), current.office) == ("Tim VIII", "Camat Tempe")
    page.open(targets.Target(targets.Page.TEAMS, record=head))
    settle(lanes)
    assert page.sheet.title.text() == "Pimpinan desk"


def test_printing_leads_to_the_reports(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = shown(wajo, lanes, qtbot)
    with qtbot.waitSignal(page.navigate) as asked:
        qtbot.mouseClick(page.print_button, LEFT)
    assert asked.args[0] == "reports"
    assert asked.args[1].chosen == {"report": "susunan-tim"}


def test_the_page_fits_a_small_screen(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, _members = with_team(wajo)
    page = opened(wajo, no, lanes, qtbot)
    assert page.minimumSizeHint().width() <= 911
    assert page.minimumSizeHint().height() <= 470


def test_a_member_that_is_begun_waits_while_one_looks_at_another_team(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no, members = with_team(wajo)
    other = teams.new_team(wajo, 9)
    page = opened(wajo, no, lanes, qtbot)
    panel = page.sheet.members
    qtbot.mouseClick(panel.add_button, LEFT)
    for name, text in (("office", "Danramil Tempe"), ("person", "Kapten Amir"), ("unit", "Kodim 1406/Wajo")):
        qtbot.keyClicks(panel.fresh.field(name), text)
    page.groups.show_row(("team", other))
    settle(lanes)
    assert page.sheet.key == ("team", other)
    assert panel.asking.isHidden()
    assert page.drafts_button.isVisible()
    qtbot.mouseClick(panel.add_button, LEFT)
    assert panel.fresh.field("office").text() == ""
    page.drafts_button.wanted.emit(page.drafts.waiting()[0].key)
    settle(lanes)
    assert page.sheet.key == ("team", no)
    values = panel.fresh.values()
    assert (values["office"], values["person"], values["unit"]) == ("Danramil Tempe", "Kapten Amir", "Kodim 1406/Wajo")
    qtbot.mouseClick(panel._confirm, LEFT)
    settle(lanes)
    assert "Danramil Tempe" in offices(wajo, no)
    assert page.drafts.waiting() == []
    panel.table.show_member(members[1])
    qtbot.mouseClick(panel.replace_button, LEFT)
    qtbot.keyClicks(panel.fresh.field("person"), "Hj. Sitti")
    page.groups.show_row(("team", other))
    settle(lanes)
    page.drafts_button.wanted.emit(page.drafts.waiting()[0].key)
    settle(lanes)
    assert page.sheet.key == ("team", no)
    assert (panel.fresh.field("person").text(), panel.fresh.field("office").text()) == ("Hj. Sitti", "Camat Tempe")
    qtbot.keyClick(panel.fresh.field("person"), KEYS.Key_Escape)
    assert panel.asking.isHidden()
    assert page.notices.text == "Draf dibuang: Hj. Sitti"
