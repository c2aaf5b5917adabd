# SPDX-License-Identifier: Apache-2.0
"""Settings are saved when a field is left, refused under their field, and seen in the database afterwards."""

import base64
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.domain import people
from desk_app.operations import (
    accounts,
    backups,
    elections,
    level_words,
    opening,
    settings,
    signatories,
    targets,
)
from desk_app.operations.desk import BACKUPS, Desk
from desk_app.pictures import arms
from tests.ui import offices
from ui import bridge, runner
from ui.pages import settings_page
from ui.pages.settings_page import page as page_module
from ui.widgets import fields, notice

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class Shown:
    """The page in a window, hearing what is written."""

    def __init__(self, desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
        self.page = settings_page.SettingsPage(desk, lanes)
        self.news = bridge.Bridge()
        self.news.changed.connect(self.page.refresh)
        desk.news.listen(lambda changed: self.news.announce(changed.flags))
        qtbot.addWidget(self.page)
        self.page.resize(1100, 640)
        self.page.show()

    def section(self, key: str) -> page_module.section.Section:
        self.page.open(key)
        return self.page.section(key)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with offices.desk(tmp_path / "kantor") as made:
        yield made


@pytest.fixture
def shown(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> Shown:
    made = Shown(desk, lanes, qtbot)
    lanes.wait_idle()
    return made


def type_into(field: QtWidgets.QLineEdit, words: str, qtbot: QtBot) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Return)


def pick(field: fields.ChoiceField, value: object) -> None:
    field.set_value(value)
    field.activated.emit(field.currentIndex())


def test_name_city_and_zone(shown: Shown, desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    made = shown.section("office")
    assert isinstance(made, page_module.office_section.OfficeSection)
    assert made.name.value() == "Desk Pemilu Kabupaten Wajo"
    assert "73.13" in made.place.text()
    type_into(made.name, "Desk Wajo", qtbot)
    type_into(made.city, "Sengkang", qtbot)
    pick(made.zone, "WIB")
    lanes.wait_idle()
    assert desk.identity.name == "Desk Wajo"
    assert settings.get(desk, "city") == "Sengkang"
    assert settings.zone(desk) == "WIB"
    type_into(made.name, " ", qtbot)
    row = made.form.rows["name"]
    qtbot.waitUntil(lambda: "tidak boleh kosong" in row.refusal)
    assert desk.identity.name == "Desk Wajo"


def test_a_noun_of_the_region(shown: Shown, desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    made = shown.section("office")
    assert isinstance(made, page_module.office_section.OfficeSection)
    assert made.nouns["district"].placeholderText() == "Kecamatan"
    type_into(made.nouns["district"], "Distrik", qtbot)
    lanes.wait_idle()
    assert level_words.words_of(desk).district == "Distrik"


def test_the_election_of_a_kabupaten(shown: Shown, desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    made = shown.section("election")
    assert isinstance(made, page_module.election_section.ElectionSection)
    lanes.wait_idle()
    assert (made.voters.value(), made.reserve.text()) == (300, "2")
    type_into(made.voters, "500", qtbot)
    type_into(made.reserve, "2,55", qtbot)
    assert "satu angka" in made.form.rows["reserve"].refusal
    type_into(made.reserve, "2,5", qtbot)
    made.day.setDate(QtCore.QDate(2024, 2, 24))
    made.day.editingFinished.emit()
    lanes.wait_idle()
    event = elections.working_event(desk)
    assert (event.max_voters, event.reserve_per_mille, event.voting_day) == (500, 25, date(2024, 2, 24))
    pick(made.choice, "pilkada-2024")
    qtbot.waitUntil(lambda: made.voters.value() == 600)
    assert settings.event_code(desk) == "pilkada-2024"


def test_a_kabupaten_makes_another_election(
    shown: Shown, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    made = shown.section("election")
    assert isinstance(made, page_module.election_section.ElectionSection)
    made.new_day.set_value(date(2025, 4, 19))
    qtbot.keyClicks(made.new_name, "Pemungutan Suara Ulang")
    made.make_button.click()
    qtbot.waitUntil(lambda: made.choice.value() == "pilkada-2025-04-19")
    event = elections.working_event(desk)
    assert (event.name, event.max_voters) == ("Pemungutan Suara Ulang", 600)
    made.make_button.click()
    qtbot.waitUntil(lambda: "sudah ada" in made.new.rows["new_name"].refusal)


def test_a_kecamatan_only_reads_the_election(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    with offices.desk(tmp_path / "tempe", "73.13.06") as desk:
        made = Shown(desk, lanes, qtbot).section("election")
        assert isinstance(made, page_module.election_section.ElectionSection)
        lanes.wait_idle()
        assert not made.voters.isEnabled()
        assert not made.day.isEnabled()
        assert "kabupaten/kota" in made.remark.text()


def test_pictures_of_the_letterhead(shown: Shown, desk: Desk, lanes: runner.Runner, tmp_path: Path) -> None:
    made = shown.section("letterhead")
    assert isinstance(made, page_module.letterhead_section.LetterheadSection)
    (tmp_path / "lambang.png").write_bytes(PNG)
    (tmp_path / "lambang.gif").write_bytes(b"GIF89a")
    made.arms.chosen.emit(tmp_path / "lambang.png")
    lanes.wait_idle()
    assert settings.picture(desk, "arms") == arms.made(PNG)
    made.arms.chosen.emit(tmp_path / "lambang.gif")
    lanes.wait_idle()
    assert "PNG, JPEG, atau SVG" in shown.page.notices.text
    assert settings.picture(desk, "arms") == arms.made(PNG)
    made.arms.removed.emit()
    lanes.wait_idle()
    assert settings.picture(desk, "arms") is None


def test_the_form_of_the_signatory_is_in_sight(shown: Shown, desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    signatories.add_signatory(desk, {"office": "Sekretaris Daerah"})
    made = shown.section("letterhead")
    assert isinstance(made, page_module.letterhead_section.LetterheadSection)
    lanes.wait_idle()
    qtbot.waitUntil(lambda: made.signer.isVisible())
    qtbot.wait(20)
    lower = made.signer.mapTo(shown.page, QtCore.QPoint(0, made.signer.height())).y()
    assert lower < shown.page.height()


def test_every_section_fits_the_smallest_window(shown: Shown, desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    """911 logical pixels are 1366 at 150 %, and the folded rail takes some of them."""
    signatories.add_signatory(desk, {"office": "Sekretaris Daerah"})
    for key, *_rest in page_module.SECTIONS:
        shown.section(key)
        lanes.wait_idle()
        qtbot.wait(10)
        assert shown.page.minimumSizeHint().width() <= 850, key
    shown.page.resize(850, 420)
    made = shown.section("letterhead")
    assert isinstance(made, page_module.letterhead_section.LetterheadSection)
    qtbot.waitUntil(made.signer.isVisible)
    assert shown.page.width() == 850
    qtbot.waitUntil(lambda: made.signer.paper.mapTo(made.signer, QtCore.QPoint()).y() > made.signer.rows.height())


def test_signatories(shown: Shown, desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    made = shown.section("letterhead")
    assert isinstance(made, page_module.letterhead_section.LetterheadSection)
    lanes.wait_idle()
    made.add_button.click()
    qtbot.waitUntil(made.signer.isVisible)
    lines = made.signer.lines
    type_into(lines["office"], "Kepala Badan Kesbangpol", qtbot)
    type_into(lines["person"], "Nama Pejabat, M.Si.", qtbot)
    type_into(lines["valid_from"], "1/2/2024", qtbot)
    type_into(lines["valid_to"], "besok", qtbot)
    assert "13-02-2024" in made.signer.rows.rows["valid_to"].refusal
    pick(made.signer.kind, people.Form.ACTING.value)
    lanes.wait_idle()
    (row,) = signatories.signatories(desk)
    assert (row.office, row.person, row.form) == ("Kepala Badan Kesbangpol", "Nama Pejabat, M.Si.", people.Form.ACTING)
    assert (row.valid_from, row.valid_to) == (date(2024, 2, 1), None)
    qtbot.waitUntil(lambda: "Plt. KEPALA BADAN KESBANGPOL" in made.signer.paper.text())
    signatories.add_signatory(desk, {"office": "Sekretaris Daerah"})
    made.signer.moved.emit(row.no, 1)
    lanes.wait_idle()
    assert [one.office for one in signatories.signatories(desk)] == ["Sekretaris Daerah", "Kepala Badan Kesbangpol"]
    made.signer.removed.emit(row.no)
    lanes.wait_idle()
    assert [one.office for one in signatories.signatories(desk)] == ["Sekretaris Daerah"]


def test_a_new_operator_can_open(shown: Shown, desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    made = shown.section("accounts")
    assert isinstance(made, page_module.accounts_section.AccountsSection)
    lanes.wait_idle()
    assert not made.remove_button.isEnabled(), "one does not remove oneself"
    assert not made.add_button.isEnabled()
    made.new_name.setText("operator 1")
    made.new_passwords.first.setText("dua-dua")
    made.new_passwords.second.setText("dua-dua")
    made.add_button.click()
    lanes.wait_idle()
    assert "Sudah ada operator" in made.new_form.rows["name"].refusal
    made.new_name.setText("Operator 2")
    made.add_button.click()
    lanes.wait_idle()
    assert [one.name for one in accounts.accounts(desk)] == ["Operator 1", "Operator 2"]
    assert made.new_passwords.first.text() == ""
    made.table.show_row(2)
    pick(made.role, accounts.Role.LEADER)
    lanes.wait_idle()
    assert accounts.accounts(desk)[1].role is accounts.Role.LEADER
    made.table.show_row(1)
    pick(made.role, accounts.Role.OPERATOR)
    lanes.wait_idle()
    assert "paling sedikit satu admin" in shown.page.notices.text
    assert made.role.value() is accounts.Role.ADMIN
    folder = desk.folder
    desk.close()
    opening.open_office(folder, "dua-dua", name="Operator 2").close()


def test_a_new_recovery_sheet(shown: Shown, desk: Desk, lanes: runner.Runner) -> None:
    made = shown.section("accounts")
    assert isinstance(made, page_module.accounts_section.AccountsSection)
    lanes.wait_idle()
    made.write(lambda: accounts.renew_recovery_sheet(desk, key_memory=offices.MEMORY), made.show_sheet)
    lanes.wait_idle()
    assert not made.sheet.isHidden()
    secret = made.sheet.code.text()
    made.sheet.written.setChecked(True)
    assert made.sheet.isHidden()
    folder = desk.folder
    desk.close()
    accounts.open_with_sheet(folder, secret, "Operator 1", "baru", key_memory=offices.MEMORY).close()


def test_a_backup_now_and_the_second_place(shown: Shown, desk: Desk, lanes: runner.Runner, tmp_path: Path) -> None:
    made = shown.section("backup")
    assert isinstance(made, page_module.backup_section.BackupSection)
    (tmp_path / "flashdisk").mkdir()
    made.set_second(tmp_path / "flashdisk")
    lanes.wait_idle()
    made.make_button.click()
    assert not made.make_button.isEnabled()
    lanes.wait_idle()
    assert [one.ok for one in backups.backups_of(desk.folder / BACKUPS)] == [True]
    assert len(list((tmp_path / "flashdisk").rglob("desk.db"))) == 1
    assert "sudah diperiksa" in shown.page.notices.text
    assert not made.restore_button.isEnabled()
    made.table.show_row(1)
    assert made.restore_button.isEnabled()
    made.set_second(tmp_path / "dicabut")
    lanes.wait_idle()
    made.make_button.click()
    lanes.wait_idle()
    assert "Backup di komputer ini sudah aman" in shown.page.notices.text


def test_colours_and_what_the_program_is(shown: Shown, desk: Desk, lanes: runner.Runner) -> None:
    made = shown.section("display")
    assert isinstance(made, page_module.display_section.DisplaySection)
    pick(made.theme, "dark")
    lanes.wait_idle()
    assert settings.get(desk, "theme") == "dark"
    about = shown.section("about")
    assert isinstance(about, page_module.about_section.AboutSection)
    lanes.wait_idle()
    assert {"Versi", "SQLite", "Kode isi data"} <= {line.name for line in about.lines}
    event = next(line.value for line in about.lines if line.name == "Pemilihan")
    assert event == "Pemilihan Umum Tahun 2024 · 14-02-2024"
    about.check_button.click()
    lanes.wait_idle()
    assert about.found.text().startswith("Data utuh.")
    assert about.check_button.isEnabled()


def test_a_target_opens_a_section(shown: Shown) -> None:
    for key, words, *_rest in page_module.SECTIONS:
        shown.page.open(targets.Target(targets.Page.SETTINGS, chosen={"section": key}))
        assert shown.page.list.currentItem().text() == words
    shown.page.open("entah")
    assert shown.page.list.currentItem().text() == "Tentang"


def test_it_fits_a_small_screen(shown: Shown, lanes: runner.Runner) -> None:
    for key, *_rest in page_module.SECTIONS:
        shown.page.open(key)
    lanes.wait_idle()
    least = shown.page.minimumSizeHint()
    assert least.width() <= 859, "911 less the folded rail"
    assert least.height() <= 390


def test_a_bug_is_not_told_as_a_refusal(shown: Shown) -> None:
    with pytest.raises(ZeroDivisionError):
        shown.section("office").failed(ZeroDivisionError())
    shown.section("office").say("Sudah.", notice.Tone.DONE)
    assert shown.page.notices.text == "Sudah."


def test_the_shared_folder_is_chosen_and_done_without(
    shown: Shown, desk: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    made = shown.section("exchange")
    lanes.wait_idle()
    assert not made.folder.clear.isVisible()
    made.folder.chosen.emit(str(tmp_path))
    qtbot.waitUntil(lambda: settings.get(desk, "shared_folder") == str(tmp_path))
    assert made.folder.line.text() == str(tmp_path)
    made.folder.clear.click()
    qtbot.waitUntil(lambda: settings.get(desk, "shared_folder") == "")
    lanes.wait_idle()


def test_the_words_of_a_surat_tugas_and_who_signs_it(
    shown: Shown, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    made = shown.section("letters")
    assert isinstance(made, page_module.letters_section.LettersSection)
    lanes.wait_idle()
    title = made.form.rows["assignment_title"].field
    assert title.value() == "Surat Tugas"
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Surat Perintah Tugas")
    qtbot.keyClick(title, QtCore.Qt.Key.Key_Tab)
    lanes.wait_idle()
    assert settings.get(desk, "assignment_title") == "Surat Perintah Tugas"
    rule = made.form.rows["assignment_signers"]
    for typed, kept in (("Camat", ""), ("Camat = Bupati", "Camat = Bupati")):
        rule.field.setFocus()
        rule.field.selectAll()
        qtbot.keyClicks(rule.field, typed)
        title.setFocus()
        lanes.wait_idle()
        assert settings.get(desk, "assignment_signers") == kept
        assert bool(rule.refusal) is (kept != typed)
