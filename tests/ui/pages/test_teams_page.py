# SPDX-License-Identifier: Apache-2.0
"""Tim & Penugasan as a clerk uses it: makes a team, orders and replaces members, ticks the matrix."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import (
    history,
    targets,
    tasks,
    team_changes,
    team_decrees,
    team_handovers,
    team_leave,
    team_phones,
    team_roster,
    teams,
)
from desk_app.operations.desk import Desk
from tests import regency_offices, small_offices, two_offices
from ui import bridge, runner, theme
from ui.dialogs import ask_dialog, history_dialog
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
    role, office = panel.new.form.field("role"), panel.new.form.field("office")
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
    qtbot.keyClick(panel.new.form.field("office"), KEYS.Key_Return)
    settle(lanes)
    assert panel.new.form.form.rows["office"].refusal == "Isi jabatan anggota tim."
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
    qtbot.keyClicks(panel.new.form.field("person"), "Hj. Sitti Aminah")
    qtbot.mouseClick(panel.new.confirm, LEFT)
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
    assert page.tabs.tabText(1) == "Tim && wilayah (13 kosong)"
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
    page.show_tab("decrees")
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
    role = panel.new.form.field("role")
    assert role.hasFocus()
    assert role.selectedText() == "Anggota"
    qtbot.keyClicks(role, "Sekretaris")
    assert role.text() == "Sekretaris"
    office = panel.new.form.field("office")
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


def test_the_letter_of_a_member_and_of_a_team_is_one_click_away(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no, members = with_team(wajo)
    police = teams.new_member(wajo, "Kasat", team=no, unit="Polres Wajo")
    head = teams.new_member(wajo, "Bupati Wajo", "Pembina")
    page = opened(wajo, no, lanes, qtbot)
    panel = page.sheet.members
    for member, key, words in (
        (members[1], "surat-tugas", "Surat tugas"), (police, "permohonan-personel", "Surat permohonan personel"),
    ):
        panel.table.show_member(member)
        settle(lanes)
        assert panel.paper_button.text() == words
        with qtbot.waitSignal(page.navigate) as asked:
            qtbot.mouseClick(panel.paper_button, LEFT)
        assert asked.args == ["reports", targets.Target(targets.Page.REPORTS, record=member, chosen={"report": key})]
    with qtbot.waitSignal(page.navigate) as asked:
        qtbot.mouseClick(page.sheet.paper_button, LEFT)
    assert asked.args[1] == targets.Target(targets.Page.REPORTS, record=no, chosen={"report": "surat-tugas"})
    page.open(targets.Target(targets.Page.TEAMS, record=head))
    settle(lanes)
    assert panel.table.current() is not None
    assert panel.paper_button.isHidden()
    assert page.sheet.paper_button.isHidden()


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
        qtbot.keyClicks(panel.new.form.field(name), text)
    page.groups.show_row(("team", other))
    settle(lanes)
    assert page.sheet.key == ("team", other)
    assert panel.asking.isHidden()
    assert page.drafts_button.isVisible()
    qtbot.mouseClick(panel.add_button, LEFT)
    assert panel.new.form.field("office").text() == ""
    page.drafts_button.wanted.emit(page.drafts.waiting()[0].key)
    settle(lanes)
    assert page.sheet.key == ("team", no)
    values = panel.new.form.values()
    assert (values["office"], values["person"], values["unit"]) == ("Danramil Tempe", "Kapten Amir", "Kodim 1406/Wajo")
    qtbot.mouseClick(panel.new.confirm, LEFT)
    settle(lanes)
    assert "Danramil Tempe" in offices(wajo, no)
    assert page.drafts.waiting() == []
    panel.table.show_member(members[1])
    qtbot.mouseClick(panel.replace_button, LEFT)
    qtbot.keyClicks(panel.new.form.field("person"), "Hj. Sitti")
    page.groups.show_row(("team", other))
    settle(lanes)
    page.drafts_button.wanted.emit(page.drafts.waiting()[0].key)
    settle(lanes)
    assert page.sheet.key == ("team", no)
    assert panel.new.form.field("person").text() == "Hj. Sitti"
    assert panel.new.form.field("office").text() == "Camat Tempe"
    qtbot.keyClick(panel.new.form.field("person"), KEYS.Key_Escape)
    assert panel.asking.isHidden()
    assert page.notices.text == "Draf dibuang: Hj. Sitti"


def test_a_replacement_from_a_day_takes_tasks_and_piket_along(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, members = with_team(wajo)
    tasks.new_task(wajo, "Cek gudang", member=members[1])
    [shift] = team_roster.new_shift(wajo, "2024-02-16", 420, 900, member=members[1])
    page = opened(wajo, no, lanes, qtbot)
    panel = page.sheet.members
    panel.table.show_member(members[1])
    qtbot.mouseClick(panel.replace_button, LEFT)
    settle(lanes)
    assert "1 tugas yang belum selesai, 1 piket mendatang, 0 permasalahan" in panel.new.burden.text()
    qtbot.keyClicks(panel.new.form.field("person"), "Hj. Sitti")
    qtbot.keyClicks(panel.new.form.field("on"), "15022024")
    qtbot.keyClicks(panel.new.form.field("reason"), "mutasi")
    qtbot.keyClick(panel.new.form.field("reason"), KEYS.Key_Return)
    settle(lanes)
    assert "1 tugas, 1 piket, 0 permasalahan" in page.notices.text
    old = next(one for one in teams.team(wajo, no).members if one.replaced)
    assert (old.person, old.replaced_on, old.reason) == ("H. Baso", "2024-02-15", "mutasi")
    assert [(one.no, one.name) for one in team_roster.shifts(wajo)] == [(shift, "Hj. Sitti")]
    assert "H. Baso (sampai sebelum 15-02-2024, diganti Hj. Sitti, mutasi)" in panel.table.former.text()


def test_phone_service_and_period_of_a_member(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, members = with_team(wajo)
    team_phones.set_phone(wajo, members[0], "0812 1111")
    page = opened(wajo, no, lanes, qtbot)
    panel = page.sheet.members
    panel.table.show_member(members[0])
    settle(lanes)
    assert panel.one.field("phone").text() == "0812 1111"
    leave(panel.one.field("phone"), "0813 2222", qtbot, lanes)
    assert team_phones.phone(wajo, members[0]) == "0813 2222"
    leave(panel.one.field("phone"), "nanti", qtbot, lanes)
    assert "bukan nomor telepon" in panel.one.form.rows["phone"].refusal
    leave(panel.one.field("period_from"), "12-02-2024", qtbot, lanes)
    service = panel.one.field("service")
    service.setFocus()
    qtbot.keyClick(service, KEYS.Key_Down)
    qtbot.keyClick(service, KEYS.Key_Down)
    settle(lanes)
    held = next(one for one in teams.team(wajo, no).present if one.no == members[0])
    assert (held.period_from, held.service) == ("2024-02-12", "pppk")
    panel.table.show_member(members[1])
    settle(lanes)
    assert panel.one.field("phone").text() == ""


def test_a_leave_clashes_with_the_roster_and_the_list_leads_there(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no, members = with_team(wajo)
    [shift] = team_roster.new_shift(wajo, "2024-02-14", 420, 900, member=members[1])
    page = opened(wajo, no, lanes, qtbot)
    assert page.clashes.isHidden()
    panel = page.sheet.members
    panel.table.show_member(members[1])
    settle(lanes)
    qtbot.keyClicks(panel.leaves.first, "14022024")
    qtbot.keyClick(panel.leaves.first, KEYS.Key_Return)
    settle(lanes)
    assert page.clashes.head.words == "1 bentrok: H. Baso piket 14-02-2024 07.00–15.00, tetapi cuti 14-02-2024"
    qtbot.mouseClick(page.clashes.toggle, LEFT)
    button = next(one for one in page.clashes.findChildren(QtWidgets.QPushButton) if one is not page.clashes.toggle)
    qtbot.mouseClick(button, LEFT)
    settle(lanes)
    assert page.roster.isVisible()
    assert page.roster.week.current is not None
    assert page.roster.week.current.no == shift
    assert page.roster.shift.one.field("member").text() == "H. Baso · Camat Tempe"
    page.show_tab("structure")
    removal = panel.leaves.findChildren(QtWidgets.QPushButton)
    qtbot.mouseClick(next(one for one in removal if "Hapus" in one.accessibleName()), LEFT)
    settle(lanes)
    assert page.clashes.isHidden()
    assert team_leave.leaves(wajo) == []


def test_on_a_small_screen_the_hand_overs_are_one_click_away(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = shown(wajo, lanes, qtbot)
    page.show_tab("roster")
    settle(lanes)
    tab = page.roster
    assert not tab.handover_button.isVisible()
    page.window().resize(911, 480)
    settle(lanes)
    assert tab.handover_button.isVisible()
    assert not tab.handovers.isVisible()
    tab.handover_button.click()
    assert tab.handovers.new_button.hasFocus()


def test_the_roster_is_filled_copied_and_mended(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    _no, members = with_team(wajo)
    page = shown(wajo, lanes, qtbot)
    page.show_tab("roster")
    settle(lanes)
    tab = page.roster
    assert tab.title.text() == "12-02-2024 – 18-02-2024"
    assert tab.holes.text() == "Belum ada piket pada minggu ini."
    qtbot.mouseClick(tab.new_button, LEFT)
    field = tab.shift.fresh.field("member")
    qtbot.keyClicks(field, "baso")
    qtbot.keyClick(field, KEYS.Key_Return)
    qtbot.keyClicks(tab.shift.fresh.field("until"), "15022024")
    qtbot.keyClick(tab.shift.fresh.field("until"), KEYS.Key_Return)
    settle(lanes)
    assert [(one.day.day, one.hours, one.member) for one in team_roster.shifts(wajo)] == [
        (day, "07.00–15.00", members[1]) for day in (13, 14, 15)
    ]
    assert tab.week.current is not None
    assert tab.week.current.day.day == 13
    assert "jam tanpa petugas" in tab.holes.text()
    qtbot.keyClicks(tab.hours, "07.00-15.00")
    tab.hours.commit()
    settle(lanes)
    assert tab.holes.isHidden()
    qtbot.mouseClick(tab.after, LEFT)
    settle(lanes)
    assert tab.title.text() == "19-02-2024 – 25-02-2024"
    qtbot.mouseClick(tab.copy_week, LEFT)
    settle(lanes)
    assert page.notices.text == "3 piket disalin."
    assert len(team_roster.shifts(wajo)) == 6
    qtbot.mouseClick(tab.copy_text, LEFT)
    settle(lanes)
    assert "*Selasa, 20-02-2024*\n07.00–15.00 H. Baso" in QtGui.QGuiApplication.clipboard().text()
    qtbot.keyClick(tab.week, KEYS.Key_Right)
    assert tab.shift.one.isVisible()
    note = tab.shift.one.field("note")
    qtbot.keyClicks(note, "bawa HT")
    note.commit()
    settle(lanes)
    assert [one.note for one in team_roster.shifts(wajo, "2024-02-20", "2024-02-20")] == ["bawa HT"]
    qtbot.mouseClick(tab.shift.remove_button, LEFT)
    settle(lanes)
    assert len(team_roster.shifts(wajo)) == 5
    page.notices._act()
    settle(lanes)
    assert len(team_roster.shifts(wajo)) == 6


def test_a_shift_without_anybody_is_refused_under_its_field(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = shown(wajo, lanes, qtbot)
    page.open(targets.Target(targets.Page.TEAMS, chosen={"show": "roster", "day": "2024-03-01"}))
    settle(lanes)
    tab = page.roster
    assert tab.title.text() == "26-02-2024 – 03-03-2024"
    qtbot.mouseClick(tab.new_button, LEFT)
    qtbot.mouseClick(tab.shift.confirm, LEFT)
    settle(lanes)
    assert tab.shift.fresh.form.rows["member"].refusal == "Pilih petugas piket."
    assert team_roster.shifts(wajo) == []
    qtbot.mouseClick(tab.now, LEFT)
    settle(lanes)
    assert tab.title.text() == "12-02-2024 – 18-02-2024"


def test_a_handover_is_written_with_what_is_open(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    team_roster.new_shift(wajo, "2024-02-13", 420, 900, person="Ani")
    tasks.new_task(wajo, "Cek genset")
    page = shown(wajo, lanes, qtbot)
    page.show_tab("roster")
    settle(lanes)
    panel = page.roster.handovers
    qtbot.mouseClick(panel.new_button, LEFT)
    settle(lanes)
    assert panel.form.rows["matters"].field.value() == "- Cek genset"
    qtbot.keyClicks(panel.form.rows["text"].field, "Kunci di laci")
    page.show_tab("structure")
    assert page.drafts_button.isVisible()
    page.drafts_button.wanted.emit(page.drafts.waiting()[0].key)
    settle(lanes)
    assert panel.form.rows["text"].field.value() == "Kunci di laci"
    qtbot.mouseClick(panel.confirm, LEFT)
    settle(lanes)
    [note] = team_handovers.handovers(wajo)
    assert (note.handing, note.text, note.matters) == ("Ani (07.00–15.00)", "Kunci di laci", "- Cek genset")
    assert page.drafts.waiting() == []
    assert panel.asking.isHidden()


def test_an_amending_decree_and_its_scan(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    decree = teams.new_decree(wajo, number="10/2024", date="2024-01-05", subject="Desk")
    page = shown(wajo, lanes, qtbot)
    page.open(targets.Target(targets.Page.TEAMS, record=decree, chosen={"show": "decrees"}))
    settle(lanes)
    assert page.decree_tab.isVisible()
    assert page.decree_tab.attached.isVisible()
    qtbot.mouseClick(page.decrees.amend_button, LEFT)
    settle(lanes)
    [standing] = team_decrees.standing(wajo)
    assert (standing.decree.no, len(standing.amendments)) == (decree, 1)
    assert page.decrees.form.record == standing.amendments[0].no
    leave(page.decrees.form.field("number"), "77/2024", qtbot, lanes)
    assert "10/2024 dengan 1 perubahan, terakhir 77/2024" in page.decrees.standing.text()
    page.decrees.list.show_row(decree)
    qtbot.mouseClick(page.decrees.remove_button, LEFT)
    settle(lanes)
    assert "masih menjadi dasar" in page.notices.text


def test_five_functions_and_a_text_for_a_chat(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, _members = with_team(wajo)
    page = opened(wajo, no, lanes, qtbot)
    qtbot.mouseClick(page.sheet.functions, LEFT)
    settle(lanes)
    assert len(teams.team(wajo, no).duty.splitlines()) == 5
    assert not page.sheet.functions.isVisible()
    qtbot.mouseClick(page.sheet.copy_button, LEFT)
    settle(lanes)
    assert QtGui.QGuiApplication.clipboard().text().startswith("*Tim VIII*\nTempe\n1. Kepala Badan Kesbangpol")


def test_at_a_kecamatan_teams_are_read_and_its_own_roster_is_kept(
    tmp_path: Path, lanes: runner.Runner, qtbot: QtBot
) -> None:
    with small_offices.make(tmp_path / "tempe").desk as tempe:
        page = shown(tempe, lanes, qtbot)
        assert page.new_team.isHidden()
        page.show_tab("roster")
        settle(lanes)
        qtbot.mouseClick(page.roster.new_button, LEFT)
        qtbot.keyClicks(page.roster.shift.fresh.field("member"), "Operator Tempe")
        qtbot.mouseClick(page.roster.shift.confirm, LEFT)
        settle(lanes)
        assert [one.name for one in team_roster.shifts(tempe)] == ["Operator Tempe"]


def test_the_filter_finds_a_person_among_all_groups(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    _no, members = with_team(wajo)
    other = teams.new_team(wajo, 9)
    teams.new_member(wajo, "Lurah Siengkang", team=other, person="Nurhayati")
    page = shown(wajo, lanes, qtbot)
    page.groups.filter.setText("baso")
    page.groups.filter._tell()
    settle(lanes)
    assert [one.name for one in page.groups.model.shown()] == ["Tim VIII · Tempe"]
    current = page.sheet.members.table.current()
    assert current is not None
    assert current.no == members[1]
    page.groups.filter.setText("nurhayati siengkang")
    page.groups.filter._tell()
    settle(lanes)
    assert page.sheet.key == ("team", other)


def test_what_is_left_with_one_who_was_replaced_is_handed_over_by_one_click(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    old = teams.new_member(wajo, "Camat Tempe", person="Baso")
    team_changes.replace_member(wajo, old, person="Sitti")
    task = tasks.new_task(wajo, "Kirim kotak", member=old)
    page = shown(wajo, lanes, qtbot)
    assert not page.succession.isHidden()
    page.open(targets.Target(targets.Page.TEAMS, record=old, chosen={"show": "succession"}))
    [button] = page.succession.findChildren(QtWidgets.QPushButton)
    qtbot.mouseClick(button, LEFT)
    settle(lanes)
    assert tasks.task(wajo, task).who == "Camat Tempe, Sitti"
    assert page.succession.isHidden()


def test_a_member_written_by_mistake_is_asked_about_and_taken_out_whole(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    no, members = with_team(wajo)
    page = opened(wajo, no, lanes, qtbot)
    panel = page.sheet.members
    panel.table.show_member(members[1])

    def asked() -> ask_dialog.AskDialog:
        panel.mistake_button.setFocus()
        qtbot.keyClick(panel.mistake_button, KEYS.Key_Space)
        return next(one for one in page.window().findChildren(ask_dialog.AskDialog) if one.isVisible())

    dialog = asked()
    assert "Ganti anggota" in dialog.words.text()
    qtbot.keyClick(dialog, KEYS.Key_Return)
    settle(lanes)
    assert [one.no for one in teams.team(wajo, no).present] == members, "Enter leaves all as it is"
    asked().yes.click()
    settle(lanes)
    assert [one.no for one in teams.team(wajo, no).present] == [members[0], members[2]]
    assert panel.table.former.isHidden(), "no name is kept of him"
    page.notices._act()
    settle(lanes)
    assert [one.no for one in teams.team(wajo, no).present] == members


def test_a_leave_is_mended_in_its_place(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, members = with_team(wajo)
    team_leave.new_leave(wajo, members[1], "2024-02-14", "2024-02-15")
    page = opened(wajo, no, lanes, qtbot)
    panel = page.sheet.members
    panel.table.show_member(members[1])
    settle(lanes)
    leaves = panel.leaves
    button = next(
        one for one in leaves.findChildren(QtWidgets.QPushButton) if one.accessibleName().startswith("Ubah")
    )
    qtbot.mouseClick(button, LEFT)
    leaves.last.selectAll()
    qtbot.keyClicks(leaves.last, "13022024")
    qtbot.keyClick(leaves.last, KEYS.Key_Return)
    settle(lanes)
    assert page.notices.text == "Tanggal akhir lebih awal daripada tanggal mulai."
    assert leaves.last.value() == "2024-02-13", "what was typed stays to be put right"
    leaves.last.selectAll()
    qtbot.keyClicks(leaves.last, "18022024")
    qtbot.keyClick(leaves.last, KEYS.Key_Return)
    settle(lanes)
    [one] = team_leave.leaves(wajo)
    assert (one.first, one.last, one.reason) == ("2024-02-14", "2024-02-18", "cuti")
    assert leaves.add_button.text() == "Catat"
    history.undo(wajo)
    assert [one.last for one in team_leave.leaves(wajo)] == ["2024-02-15"]


def test_a_handover_is_mended(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    team_handovers.new_handover(wajo, "Kunci di lcai", matters="- genset")
    page = shown(wajo, lanes, qtbot)
    page.show_tab("roster")
    settle(lanes)
    panel = page.roster.handovers
    button = next(one for one in panel.findChildren(QtWidgets.QPushButton) if one.accessibleName().startswith("Ubah"))
    qtbot.mouseClick(button, LEFT)
    settle(lanes)
    field = panel.form.rows["text"].field
    assert field.value() == "Kunci di lcai"
    field.selectAll()
    qtbot.keyClicks(field, "Kunci di laci")
    qtbot.mouseClick(panel.confirm, LEFT)
    settle(lanes)
    [one] = team_handovers.handovers(wajo)
    assert (one.text, one.matters) == ("Kunci di laci", "- genset")
    assert panel.asking.isHidden()
    history.undo(wajo)
    assert [one.text for one in team_handovers.handovers(wajo)] == ["Kunci di lcai"]


def test_all_teams_go_to_a_chat(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no, _members = with_team(wajo)
    page = opened(wajo, no, lanes, qtbot)
    page.structure.copy_button.click()
    settle(lanes)
    text = QtGui.QGuiApplication.clipboard().text()
    assert text.startswith(f"*{wajo.identity.name}*")
    assert "*Tim VIII*\nTempe\n" in text


def test_a_province_sends_its_teams_to_kabupaten_and_kota(
    tmp_path: Path, lanes: runner.Runner, qtbot: QtBot
) -> None:
    with small_offices.make(tmp_path / "sulsel", "73", stations=0).desk as province:
        no = teams.new_team(province, 1)
        page = opened(province, no, lanes, qtbot)
        titles = {one.key: (one.title, one.hint) for one in page.groups.view.columns}
        assert titles["districts"] == ("Kab/Kota", "Kabupaten/Kota")
        assert page.sheet.districts.summary.text().endswith("kabupaten/kota")
