# SPDX-License-Identifier: Apache-2.0
"""Kirim & Terima as a clerk uses it: sends, receives, compares a code, settles what differs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.base import progress
from desk_app.domain import answers as rules
from desk_app.operations import (
    alarm_words,
    answers,
    authority_root,
    backups,
    change_settings,
    clarification,
    days,
    disagreements,
    history,
    intake,
    issues,
    joining,
    parcel_register,
    ready_offices,
    receiving,
    targets,
    trust,
    vouching,
)
from desk_app.operations.desk import Desk
from tests import acquainted, two_offices
from ui import bridge, runner
from ui.dialogs import ask_dialog, copy_dialog, hear_dialog, paper_dialog, undone_dialog
from ui.pages import exchange_page
from ui.widgets import drive_picker, notice

LEFT = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def shown(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> exchange_page.ExchangePage:
    """The page as the window shows it: it hears what changes, and no flashdisk is plugged in."""
    page = exchange_page.ExchangePage(desk, lanes)
    qtbot.addWidget(page)
    for drives in (page.send.drives, page.receive.drives, page.prepare.drives):
        drives._look = list
    carrier = bridge.Bridge(page)
    desk.news.listen(lambda news: carrier.announce(news.flags))
    carrier.changed.connect(lambda flags: page.refresh(flags & page.listens) if flags & page.listens else None)
    page.resize(1100, 600)
    page.show()
    page.refresh(frozenset())
    settle(lanes)
    return page


def settle(lanes: runner.Runner) -> None:
    """Wait until what was asked is delivered, and what that asks for in turn."""
    for _ in range(6):
        lanes.wait_idle()
        QtWidgets.QApplication.processEvents()
    assert lanes.pending == 0


def words_of(widget: QtWidgets.QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QtWidgets.QLabel))


def click(qtbot: QtBot, button: QtWidgets.QAbstractButton, lanes: runner.Runner) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, LEFT)
    settle(lanes)


def test_sending_ends_with_the_flashdisk_may_be_taken_out(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
    page = shown(two.tempe, lanes, qtbot)
    assert "1 dari 1 TPS" in page.ways.send_words.text()
    click(qtbot, page.ways.send, lanes)
    assert not page.send.button.isEnabled()
    page.send.drives.set_folder(two.stick)
    click(qtbot, page.send.button, lanes)
    assert page.send.large.text() == "Flashdisk boleh dicabut"
    assert page.send.large.isVisible()
    [entry] = [one for one in parcel_register.entries(two.tempe) if one.number == 2]
    assert entry.code in words_of(page.send)
    assert (two.stick / "DESK" / entry.file).exists()
    assert entry.code in page.send.handover()
    click(qtbot, page.send._finish, lanes)
    assert page.register.isVisible()
    assert page.window().focusWidget() is page.ways.send
    assert [row.number for row in page.register.table.model.shown() if row.sent] == [2, 1]


def test_a_full_folder_refuses_beside_its_cause(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(two.tempe, lanes, qtbot)
    click(qtbot, page.ways.send, lanes)
    gone = tmp_path / "dicabut"
    gone.mkdir()
    page.send.offices.tick("73.13")
    page.send.drives.set_folder(gone)
    gone.rmdir()
    click(qtbot, page.send.button, lanes)
    assert page.notices.text.startswith("Flashdisk dicabut sebelum selesai ditulis.")
    assert page.send.button.isEnabled()


def test_receiving_previews_backs_up_and_gives_a_receipt(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
    two.send(two.tempe, two.kabupaten)
    page = shown(two.kabupaten, lanes, qtbot)
    click(qtbot, page.ways.receive, lanes)
    page.receive.drives.set_folder(two.stick)
    settle(lanes)
    [card] = page.receive.cards
    assert card.is_chosen
    assert "1 isian kesiapan baru" in words_of(card)
    assert "Kode cocok" in words_of(card)
    [line] = page.receive.lines.model.shown()
    assert (line.title, line.before, line.after) == ("TPS 001 · Kel. Tempe", "(kosong)", "Sudah")
    click(qtbot, page.receive.button, lanes)
    assert page.receive.result.large.text() == "Data sudah masuk"
    assert "Backup ke-1" in words_of(page.receive)
    spoken = parcel_register.spoken_receipt(two.kabupaten, card.offered.package)
    assert f"Bacakan lewat telepon: {spoken}" in words_of(page.receive)
    assert f"Tanda terima: {spoken}" in page.receive.result.text
    assert "1 isian kesiapan baru" in page.receive.result.text
    assert len(backups.backups_of(two.kabupaten.folder / "backup")) == 1
    assert "kiriman ke-2 dari Desk Pemilu Kecamatan Tempe" in page.ways.receive_words.text()


def test_the_receipt_goes_back_on_the_same_stick_with_one_button(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
    two.kabupaten.now = lambda: two_offices.NOW + 60
    two.send(two.tempe, two.kabupaten)
    page = shown(two.kabupaten, lanes, qtbot)
    click(qtbot, page.ways.receive, lanes)
    page.receive.drives.set_folder(two.stick)
    settle(lanes)
    click(qtbot, page.receive.button, lanes)
    click(qtbot, page.receive.result.back_button, lanes)
    assert page.send.isVisible()
    assert [one.place for one in page.send.offices.chosen()] == ["73.13.06"]
    assert page.send.drives.value() == two.stick
    click(qtbot, page.send.button, lanes)
    assert page.send.is_done
    assert "tanda terima saja" in words_of(page.send)
    page.hide()
    page.show()
    assert page.stack.currentIndex() == 0, "what was sent before is not taken for what is sent now"
    there = shown(two.tempe, lanes, qtbot)
    click(qtbot, there.ways.receive, lanes)
    there.receive.drives.set_folder(two.stick)
    settle(lanes)
    assert "Tanda terima: Desk Pemilu Kabupaten Wajo sudah menerima kiriman" in words_of(there.receive)
    click(qtbot, there.receive.button, lanes)
    assert there.receive.result.back_button.isHidden(), "a receipt is not answered by a receipt"


def test_a_new_sender_wants_his_code_compared(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    with two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        vouching.accept(belawa, trust.roots_of(two.kabupaten), trust.request_of(two.kabupaten.identity))
        trust.hear_of(belawa, *trust.known_to(two.kabupaten, "73.13.07"))
        two.send(belawa, two.kabupaten)
        code = intake.own_code(belawa)
    page = shown(two.kabupaten, lanes, qtbot)
    click(qtbot, page.ways.receive, lanes)
    page.receive.drives.set_folder(two.stick)
    settle(lanes)
    [card] = page.receive.cards
    assert code in words_of(card)
    assert card.compared is not None
    card.box.click()
    assert not card.is_chosen
    assert not page.receive.button.isEnabled()
    card.compared.click()
    assert card.is_chosen
    click(qtbot, page.receive.button, lanes)
    assert page.receive.result.large.text() == "Data sudah masuk"


def test_nothing_on_the_stick_is_said(two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = shown(two.kabupaten, lanes, qtbot)
    click(qtbot, page.ways.receive, lanes)
    page.receive.drives.set_folder(two.stick)
    settle(lanes)
    assert page.receive.empty.title.text() == "Tidak ada kiriman di sini"
    assert not page.receive.button.isVisible()
    qtbot.keyClick(page, QtCore.Qt.Key.Key_Escape)
    assert page.ways.isVisible()


def test_damage_alone_is_never_called_nothing_to_do(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    path = two.send(two.tempe, two.kabupaten)
    path.write_bytes(path.read_bytes()[:-40])
    (path.parent / "kosong.desk").touch()
    page = shown(two.kabupaten, lanes, qtbot)
    click(qtbot, page.ways.receive, lanes)
    page.receive.drives.set_folder(two.stick)
    settle(lanes)
    assert page.receive.why_not.text().startswith("2 berkas tidak dapat dipakai")
    assert not page.receive.button.isEnabled()
    assert "terpotong" in words_of(page.receive)
    assert "kosong.desk kosong" in words_of(page.receive)


def test_a_file_of_any_name_can_be_chosen(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    sent = two.send(two.tempe, two.kabupaten).rename(tmp_path / "kiriman dari pak camat.bin")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8")
    page = shown(two.kabupaten, lanes, qtbot)
    click(qtbot, page.ways.receive, lanes)
    page.receive.look_at([sent, tmp_path / "foto.jpg"])
    settle(lanes)
    assert [card.is_chosen for card in page.receive.cards] == [True, False]
    assert "foto.jpg bukan kiriman Desk" in words_of(page.receive.cards[1])


def test_what_is_for_another_office_is_carried_with_one_button(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    with two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        acquainted.introduce(two.kabupaten, belawa)
        two.send(two.tempe, two.kabupaten)
        page = shown(belawa, lanes, qtbot)
        click(qtbot, page.ways.receive, lanes)
        page.receive.drives.set_folder(two.stick)
        settle(lanes)
        assert "Dibawa untuk Desk Pemilu Kabupaten Wajo" in words_of(page.receive)
        assert page.receive.button.text() == "Bawa titipan"
        click(qtbot, page.receive.button, lanes)
        assert page.receive.result.large.text() == "Sudah dicatat"
        assert [path.suffix for path in (belawa.folder / "relay").iterdir()] == [".desk"]


def test_a_request_is_taken_once_its_code_was_compared(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    with two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        joining.write_request(belawa, two.stick)
        code = intake.own_code(belawa)
    page = shown(two.kabupaten, lanes, qtbot)
    click(qtbot, page.ways.receive, lanes)
    page.receive.drives.set_folder(two.stick)
    settle(lanes)
    [card] = page.receive.cards
    assert page.receive.why_not.text() == "Cocokkan dahulu kode kantor yang baru."
    assert code in words_of(card)
    assert card.compared is not None
    card.compared.click()
    click(qtbot, page.receive.button, lanes)
    assert "Desk Pemilu Kecamatan Belawa sudah terdaftar" in words_of(page.receive)
    assert [one.place for one in joining.offices(two.kabupaten)] == ["73.13", "73.13.06", "73.13.07"]


def test_blocks_of_the_paper_are_typed_before_votes_come_in(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    change_settings.set_many(two.kabupaten, {"paper_check": "always"})
    two.send(two.tempe, two.kabupaten)
    page = shown(two.kabupaten, lanes, qtbot)
    click(qtbot, page.ways.receive, lanes)
    page.receive.drives.set_folder(two.stick)
    settle(lanes)
    [card] = page.receive.cards
    assert page.receive.why_not.text() == "Ketik dahulu blok kode dari berita acara serah terima."
    blocks = card.offered.paper_code.split("-")
    assert card.paper is not None
    for number, field in card.paper.fields.items():
        qtbot.keyClicks(field, blocks[number - 1])
    click(qtbot, page.receive.button, lanes)
    assert page.receive.result.large.text() == "Data sudah masuk"


def test_a_receipt_stays_when_the_stick_is_pulled(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    two.send(two.tempe, two.kabupaten)
    page = shown(two.kabupaten, lanes, qtbot)
    click(qtbot, page.ways.receive, lanes)
    page.receive.drives.set_folder(two.stick)
    settle(lanes)
    click(qtbot, page.receive.button, lanes)
    page.receive.drives.set_folder(tmp_path)
    settle(lanes)
    assert page.receive.result.large.isVisible()


def test_a_disagreement_is_settled_with_one_click(two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot) -> None:
    two.disagree()
    two.carry(two.tempe, two.kabupaten)
    page = shown(two.kabupaten, lanes, qtbot)
    page.open(targets.Target(targets.Page.EXCHANGE, subject=two_offices.FIRST))
    settle(lanes)
    assert page.tabs.tabText(1) == "Data berbeda (2)"
    use = [
        one
        for one in page.disputes.findChildren(QtWidgets.QPushButton)
        if one.accessibleName() == "Pakai yang ini: Sudah" and one.isVisible()
    ]
    click(qtbot, use[0], lanes)
    assert [one.field for one in clarification.waiting(two.kabupaten)] == ["quantity"]
    assert page.tabs.tabText(1) == "Data berbeda (1)"
    assert "Sudah diklarifikasi" in page.notices.text


def test_after_a_decision_the_next_one_is_in_front_and_the_reason_is_kept(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    two.disagree()
    two.carry(two.tempe, two.kabupaten)
    page = shown(two.kabupaten, lanes, qtbot)
    page.open(targets.Target(targets.Page.EXCHANGE, subject=two_offices.FIRST))
    settle(lanes)
    assert page.disputes._basis is not None
    qtbot.keyClicks(page.disputes._basis, "dilihat di PPK")
    use = [
        one
        for one in page.disputes.findChildren(QtWidgets.QPushButton)
        if one.accessibleName().startswith("Pakai yang ini") and one.isVisible()
    ]
    click(qtbot, use[0], lanes)
    [left] = clarification.waiting(two.kabupaten)
    assert [one.key for one in page.disputes._shown] == [left.key]
    assert page.disputes.basis == ""
    today = days.today(two.kabupaten)
    [decided] = disagreements.decided_on(two.kabupaten, today)
    assert decided.basis == "dilihat di PPK"


def test_many_are_settled_with_what_one_office_said_and_undone_at_once(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    two.disagree()
    two.carry(two.tempe, two.kabupaten)
    page = shown(two.kabupaten, lanes, qtbot)
    page.open(targets.Target(targets.Page.EXCHANGE, chosen={"show": "disagreements"}))
    settle(lanes)
    page.disputes.list.view.selectAll()
    settle(lanes)
    assert "2 data berbeda dipilih" in words_of(page.disputes)
    all_ = next(
        one
        for one in page.disputes.findChildren(QtWidgets.QPushButton)
        if one.text() == "Pakai semua dari Desk Pemilu Kecamatan Tempe (2)" and one.isVisible()
    )
    click(qtbot, all_, lanes)
    assert clarification.waiting(two.kabupaten) == []
    assert page.tabs.tabText(1) == "Data berbeda"
    assert "2 data diklarifikasi" in page.notices.text
    history.undo(two.kabupaten)
    settle(lanes)
    assert disagreements.count(two.kabupaten) == len(clarification.waiting(two.kabupaten)) == 2
    assert page.tabs.tabText(1) == "Data berbeda (2)"


def test_the_berita_acara_of_the_day_is_one_click_away(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = shown(two.kabupaten, lanes, qtbot)
    with qtbot.waitSignal(page.navigate) as asked:
        page.disputes.record_wanted.emit()
    assert asked.args[0] == "reports"
    assert asked.args[1].chosen == {"report": "clarification"}


def test_the_right_number_is_typed(two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot) -> None:
    two.disagree()
    two.carry(two.tempe, two.kabupaten)
    page = shown(two.kabupaten, lanes, qtbot)
    page.open(targets.Target(targets.Page.EXCHANGE, subject=two_offices.SECOND))
    settle(lanes)
    field = next(
        one
        for one in page.disputes.findChildren(QtWidgets.QLineEdit)
        if one.accessibleName().startswith("Keduanya salah") and one.isVisible()
    )
    qtbot.keyClicks(field, "6")
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Return)
    settle(lanes)
    assert [one.field for one in clarification.waiting(two.kabupaten)] == ["choice"]


def test_a_gap_is_told_above_the_register(two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot) -> None:
    answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
    two.send(two.tempe, two.kabupaten)
    answers.set_answers(two.tempe, [(two_offices.SECOND, two_offices.YES_NO, rules.Mark.DONE, None)])
    two.carry(two.tempe, two.kabupaten)
    page = shown(two.kabupaten, lanes, qtbot)
    assert page.register.gaps.text == ""
    assert "kiriman ke-2 dari Desk Pemilu Kecamatan Tempe" in page.register.harmless.words
    assert page.register.harmless.isVisible()


def select(page: exchange_page.ExchangePage, lanes: runner.Runner, *, sent: bool, number: int) -> None:
    row = next(row for row in page.register.table.model.shown() if row.sent is sent and row.number == number)
    page.register.table.show_row(row.id)
    settle(lanes)


def button(page: exchange_page.ExchangePage, words: str) -> QtWidgets.QPushButton:
    found = page.register.detail.findChildren(QtWidgets.QPushButton)
    return next(one for one in found if one.text().startswith(words) and one.isVisible())


def test_a_receipt_by_phone_goes_from_one_window_to_the_other(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
    two.carry(two.tempe, two.kabupaten)
    there = shown(two.kabupaten, lanes, qtbot)
    select(there, lanes, sent=False, number=2)
    click(qtbot, button(there, "Bacakan tanda terima"), lanes)
    [said] = there.register.findChildren(hear_dialog.SayDialog)
    assert said.code.text().startswith("0002-")
    here = shown(two.tempe, lanes, qtbot)
    select(here, lanes, sent=True, number=2)
    assert "belum ada kabar" in words_of(here.register.detail)
    click(qtbot, button(here, "Catat tanda terima"), lanes)
    [heard] = here.register.findChildren(hear_dialog.HearDialog)
    heard.code.setText("0002-AAAA-BBBB")
    click(qtbot, heard.button, lanes)
    assert "tidak cocok" in heard.rows.rows["code"].refusal
    heard.code.setText(said.code.text())
    click(qtbot, heard.button, lanes)
    [row] = [row for row in here.register.table.model.shown() if row.sent and row.number == 2]
    assert row.state == "✓✓ diterima"
    said.reject()


def test_a_whole_import_is_taken_back_and_what_stays_is_listed(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    number = two_offices.NUMBER
    answers.set_answers(two.tempe, [(two_offices.FIRST, number, 1, None), (two_offices.SECOND, number, 2, None)])
    two.carry(two.tempe, two.kabupaten)
    answers.set_answers(two.kabupaten, [(two_offices.SECOND, number, 3, None)])
    page = shown(two.kabupaten, lanes, qtbot)
    select(page, lanes, sent=False, number=2)
    click(qtbot, button(page, "Batalkan penerimaan"), lanes)
    [asked] = page.register.findChildren(ask_dialog.AskDialog)
    click(qtbot, asked.yes, lanes)
    [told] = page.register.findChildren(undone_dialog.UndoneDialog)
    assert told.words.text().startswith("1 isian dikembalikan.")
    [left] = told.list.model.shown()
    assert left.title.startswith("TPS 002")
    assert left.why == "sudah diubah sesudahnya"
    told.accept()
    [row] = [row for row in page.register.table.model.shown() if not row.sent and row.number == 2]
    assert row.state == "dibatalkan"


def test_a_package_is_written_again_to_another_stick_and_saved_as_a_file(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    two.send(two.tempe, two.kabupaten)
    page = shown(two.tempe, lanes, qtbot)
    select(page, lanes, sent=True, number=2)
    click(qtbot, button(page, "Tulis lagi"), lanes)
    [copy] = page.findChildren(copy_dialog.CopyDialog)
    copy.drives._look = list
    other = tmp_path / "flashdisk kedua"
    other.mkdir()
    copy.drives.set_folder(other)
    settle(lanes)
    click(qtbot, copy.write, lanes)
    assert copy.large.isVisible()
    assert [path.name for path in (other / "DESK").iterdir()] == [path.name for path in (two.stick / "DESK").iterdir()]
    copy.save_in(other)
    settle(lanes)
    assert "Lampirkan pada WhatsApp" in copy.notices.text
    assert len(list(other.glob("*.desk"))) == 1
    copy.reject()


def test_data_leaves_as_files_for_whatsapp(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
    page = shown(two.tempe, lanes, qtbot)
    click(qtbot, page.ways.send, lanes)
    assert page.send.as_files.isEnabled()
    page.send.save_in(tmp_path)
    settle(lanes)
    assert page.send.large.text() == "Berkas siap dilampirkan"
    [path] = tmp_path.glob("*.desk")
    assert path.name in words_of(page.send)
    click(qtbot, page.send._finish, lanes)
    click(qtbot, page.ways.send, lanes)
    assert page.send.why_not.text().startswith("Semua isian sudah dikirim.")
    assert not page.send.as_files.isEnabled()


def test_who_has_not_sent_is_named_with_a_list_to_call(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = shown(two.kabupaten, lanes, qtbot)
    assert page.register.silence.text.startswith("Belum mengirim sejak kemarin: ")
    assert "dan 9 lainnya" in page.register.silence.text
    with qtbot.waitSignal(page.navigate) as asked:
        page.register.silence._button.click()
    key, target = asked.args
    assert (key, target.chosen) == ("reports", {"report": "call-list"})


def test_the_register_is_copied_with_headings(two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = shown(two.kabupaten, lanes, qtbot)
    view = page.register.table.view
    view.selectAll()
    qtbot.keyClick(view, QtCore.Qt.Key.Key_C, QtCore.Qt.KeyboardModifier.ControlModifier)
    lines = QtGui.QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Waktu\tArah\tKantor")
    assert len(lines) == 3


def test_a_place_in_dispute_can_be_opened(two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot) -> None:
    two.disagree()
    two.carry(two.tempe, two.kabupaten)
    page = shown(two.kabupaten, lanes, qtbot)
    page.open(targets.Target(targets.Page.EXCHANGE, subject=two_offices.FIRST))
    settle(lanes)
    link = next(
        one
        for one in page.disputes.findChildren(QtWidgets.QPushButton)
        if one.text() == "Buka tempatnya" and one.isVisible()
    )
    with qtbot.waitSignal(page.navigate) as asked:
        qtbot.mouseClick(link, LEFT)
    key, target = asked.args
    assert key == "readiness"
    assert target.subject == two_offices.FIRST


def test_ready_files_are_made_for_many_and_their_slips_lead_to_paper(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = shown(two.kabupaten, lanes, qtbot)
    page.open(targets.Target(targets.Page.EXCHANGE, chosen={"show": "offices"}))
    lanes.wait_idle()
    click(qtbot, page.offices.prepare, lanes)
    assert page.subtitle.text() == "Siapkan paket kecamatan"
    page.prepare.drives.set_folder(two.stick)
    assert not page.prepare.button.isEnabled()
    click(qtbot, page.prepare.all, lanes)
    chosen = [row.row.place for row in page.prepare.rows if row.box.isChecked()]
    assert len(chosen) == 13
    assert "73.13.06" not in chosen
    for row in page.prepare.rows[2:]:
        row.box.setChecked(False)
    click(qtbot, page.prepare.button, lanes)
    assert page.prepare.large.text() == "2 berkas siap sudah dibuat"
    made = [row for row in ready_offices.listing(two.kabupaten) if row.word]
    assert len(made) == 2
    assert all(row.word in words_of(page.prepare) for row in made)
    assert len(list((two.stick / "DESK").iterdir())) == 2
    click(qtbot, page.prepare._print, lanes)
    [paper] = page.prepare.findChildren(paper_dialog.PaperDialog)
    qtbot.waitUntil(paper.print.isEnabled, timeout=20_000)
    assert "Slip" in paper.title.text()
    paper.reject()
    page.prepare.start()
    settle(lanes)
    assert page.prepare.again.text() == "Cetak lagi slip yang belum dipakai (2)"


def test_a_lost_laptop_is_withdrawn_after_a_question_and_a_new_file_is_made(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = shown(two.kabupaten, lanes, qtbot)
    page.open(targets.Target(targets.Page.EXCHANGE, chosen={"show": "offices"}))
    lanes.wait_idle()
    page.offices.show_place("73.13.06")
    settle(lanes)
    replace = next(
        one for one in page.offices.findChildren(QtWidgets.QPushButton) if one.text() == "Laptop pengganti …"
    )
    click(qtbot, replace, lanes)
    [asked] = page.offices.findChildren(ask_dialog.AskDialog)
    assert "tetap berlaku" in asked.words.text()
    asked.reject()
    settle(lanes)
    assert all(one.valid for one in joining.offices(two.kabupaten))
    click(qtbot, replace, lanes)
    asked = page.offices.findChildren(ask_dialog.AskDialog)[-1]
    click(qtbot, asked.yes, lanes)
    assert [one.valid for one in joining.offices(two.kabupaten) if one.place == "73.13.06"] == [False]
    assert page.prepare.isVisible()
    assert [row.row.place for row in page.prepare.rows if row.box.isChecked()] == ["73.13.06"]


def test_the_spare_key_is_forgotten_once_its_sheet_is_in_hand(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(two.kabupaten, lanes, qtbot)
    page.open(targets.Target(targets.Page.EXCHANGE, chosen={"show": "offices"}))
    lanes.wait_idle()
    click(qtbot, page.offices.spare, lanes)
    [paper] = page.offices.findChildren(paper_dialog.PaperDialog)
    qtbot.waitUntil(paper.print.isEnabled, timeout=20_000)
    paper.save_to(tmp_path / "kunci.pdf")
    settle(lanes)
    assert page.offices.findChildren(ask_dialog.AskDialog) == [], "it may still be printed"
    paper.reject()
    [asked] = page.offices.findChildren(ask_dialog.AskDialog)
    click(qtbot, asked.yes, lanes)
    assert authority_root.spare_sheet(two.kabupaten) is None
    assert page.offices.spare.isHidden()
    assert page.offices.renew.isVisible()


def test_a_kecamatan_prepares_its_second_computer(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot
) -> None:
    page = shown(two.tempe, lanes, qtbot)
    page.open(targets.Target(targets.Page.EXCHANGE, chosen={"show": "offices"}))
    lanes.wait_idle()
    assert page.offices.key.isHidden()
    click(qtbot, page.offices.prepare, lanes)
    page.prepare.drives.set_folder(two.stick)
    click(qtbot, page.prepare.button, lanes)
    assert page.prepare.large.text() == "1 berkas siap sudah dibuat"


def test_an_alarm_is_a_sentence_on_the_page_until_it_was_read(
    two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    with two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        acquainted.introduce(two.kabupaten, belawa)
        sent = two.send(belawa, two.kabupaten)
        joining.withdraw(two.kabupaten, intake.own_code(belawa))
        issues.new_issue(belawa, "Sesudah dicabut", "73.13.07")
        sent = two.send(belawa, two.kabupaten)
    progress.finish(receiving.receive(two.kabupaten, [sent]))
    page = shown(two.kabupaten, lanes, qtbot)
    assert page.alarms.isVisible()
    assert "pendaftarannya sudah dicabut" in words_of(page.alarms)
    read = next(one for one in page.alarms.findChildren(QtWidgets.QPushButton) if one.text() == "Sudah dibaca")
    click(qtbot, read, lanes)
    assert page.alarms.isHidden()


def test_the_page_fits_a_small_screen(two: two_offices.Two, lanes: runner.Runner, qtbot: QtBot) -> None:
    page = shown(two.kabupaten, lanes, qtbot)
    fits(page)
    # Everything that can stand above a table or under a choice, in long words.
    words = "Satu kantor sangat panjang namanya di kecamatan yang juga panjang namanya. " * 4
    page.alarms.set_alarms([alarm_words.Alarm(no, "13-02-2024 10.00", words) for no in (2, 1)])
    for bar in (page.register.gaps, page.register.silence, page.notices):
        bar.tell(notice.Notice(words, notice.Tone.WARNING, "Daftar telepon …", page.refresh, stays=True))
    page.register.harmless.tell("info", "muted", words)
    page.register.harmless.show()
    stick = drive_picker.Drive(Path("/media/A"), "A", 1 << 30, 1 << 30, True, words)
    for drives in (page.send.drives, page.prepare.drives, page.receive.drives):
        drives.set_drives([stick])
    fits(page)


def fits(page: exchange_page.ExchangePage) -> None:
    for part, tab in ((0, 0), (0, 1), (0, 2), (1, 0), (2, 0), (3, 0)):
        page.stack.setCurrentIndex(part)
        page.tabs.setCurrentIndex(tab)
        page.resize(911, 470)
        QtWidgets.QApplication.processEvents()
        smallest = page.minimumSizeHint()
        assert smallest.width() <= 911, (part, tab)
        assert smallest.height() <= 470, (part, tab)
        assert (page.width(), page.height()) == (911, 470), (part, tab)
