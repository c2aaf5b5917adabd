# SPDX-License-Identifier: Apache-2.0
"""Laporan in the window: what is typed is kept and printed, NIHIL is one click, what is final is registered."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import daily_reports, issues, printing, signatories, targets, teams
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.small_offices import NOW
from ui import bridge, runner
from ui.pages import reports_page


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        signatories.add_signatory(made, {"office": "Sekretaris Daerah", "person": "Ir. Contoh, M.Si."})
        yield made


@pytest.fixture
def page(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> reports_page.ReportsPage:
    """The page in a window of the usual size, with its first paper shown."""
    made = reports_page.ReportsPage(desk, lanes)
    qtbot.addWidget(made)
    news = bridge.Bridge(made)
    news.changed.connect(lambda flags: made.refresh(flags) if flags & made.listens else None)
    desk.news.listen(lambda changed: news.announce(changed.flags))
    made.resize(1160, 620)
    made.show()
    made.refresh(frozenset())
    made.open(targets.Target(targets.Page.REPORTS, chosen={"report": printing.DAILY}))
    settle(made, qtbot)
    return made


def settle(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    """Let the page make what it was asked for."""
    qtbot.wait(200)
    page._runner.wait_idle()
    qtbot.wait(200)
    page._runner.wait_idle()


def click(button: QtWidgets.QAbstractButton, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, QtCore.Qt.MouseButton.LeftButton)


def code(page: reports_page.ReportsPage) -> str:
    assert page.prepared is not None
    return page.prepared.code


def test_the_paper_of_today_stands_beside_its_settings(page: reports_page.ReportsPage, desk: Desk) -> None:
    assert page.preview.pages > 0
    assert page.subtitle.text().endswith(code(page))
    assert page.options.day.value() == date(2024, 2, 13)
    assert page.options.signatory.currentText() == "SEKRETARIS DAERAH – Ir. Contoh, M.Si."
    assert page.options.addressed_to.value() == "Gubernur Sulawesi Selatan"
    assert printing.printed(desk) == []


def test_to_whom_it_goes_is_read_in_full(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    page.resize(1150, 620)  # 1366 less the rail and the margins
    qtbot.wait(20)
    field = page.options.addressed_to
    margins = field.textMargins().left() + field.textMargins().right() + 8
    assert field.fontMetrics().horizontalAdvance("Gubernur Sulawesi Selatan") + margins < field.width()


def test_words_are_kept_when_the_field_is_left_and_stand_on_the_paper(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot
) -> None:
    before = code(page)
    page.options.situation.setFocus()
    qtbot.keyClicks(page.options.situation, "Hujan di utara.")
    qtbot.keyClick(page.options.situation, QtCore.Qt.Key.Key_Tab)
    page.options.number.setFocus()
    qtbot.keyClicks(page.options.number, "100/7")
    page.options.paper.setFocus()
    settle(page, qtbot)
    kept = daily_reports.report(desk)
    assert (kept.situation, kept.number) == ("Hujan di utara.", "100/7")
    assert code(page) != before
    assert page.prepared is not None
    assert "Hujan di utara." in page.prepared.text()
    assert page.prepared.number == "100/7"


def test_another_sheet_signatory_and_kecamatan(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    page.options.paper.setFocus()
    qtbot.keyClick(page.options.paper, QtCore.Qt.Key.Key_Up)
    qtbot.keyClick(page.options.signatory, QtCore.Qt.Key.Key_End)
    settle(page, qtbot)
    assert page.prepared is not None
    assert page.prepared.document.page.paper.code == "A4"
    assert page.prepared.signatory == ""
    step = page.options.area.steps[0]
    step.setFocus()
    for _step in range(step.findText("Kecamatan Tempe")):
        qtbot.keyClick(step, QtCore.Qt.Key.Key_Down)
    settle(page, qtbot)
    assert page.prepared.title.endswith("Kecamatan Tempe")
    assert page.options.form.rows["situation"].isHidden()
    assert not page.nihil_button.isEnabled()


def test_nihil_is_one_click_and_can_be_taken_back(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    click(page.nihil_button, qtbot)
    settle(page, qtbot)
    assert daily_reports.report(desk).nihil
    assert "NIHIL" in page.notices.text
    assert page.prepared is not None
    assert "*NIHIL*" in page.prepared.text()
    assert page.nihil_button.text() == "Batalkan NIHIL"
    click(page.nihil_button, qtbot)
    settle(page, qtbot)
    assert not daily_reports.report(desk).nihil


def test_nihil_beside_an_issue_of_the_day_is_refused_in_words(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot
) -> None:
    issues.new_issue(desk, "Tinta kurang", reported_at=NOW - 60)
    click(page.nihil_button, qtbot)
    settle(page, qtbot)
    assert "1 permasalahan" in page.notices.text
    assert not daily_reports.report(desk).finished


def test_a_paper_that_cannot_be_made_says_why(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    daily_reports.report_nihil(desk)
    issues.new_issue(desk, "Terjadi juga", reported_at=NOW - 60)
    settle(page, qtbot)
    assert page.prepared is None
    assert page.view.stack.currentWidget() is page.view.refusal
    assert "NIHIL" in page.view.refusal.words.text()
    assert not page.print_button.isEnabled()


def test_text_for_whatsapp(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    click(page.copy_button, qtbot)
    settle(page, qtbot)
    assert page.prepared is not None
    assert QtGui.QGuiApplication.clipboard().text() == page.prepared.text()


def finalise(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    click(page.final_button, qtbot)
    click(page.notices.findChild(QtWidgets.QPushButton), qtbot)
    settle(page, qtbot)


def test_a_draft_is_saved_as_one_and_changes_nothing(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    before = code(page)
    assert page._shown is not None
    page.delivery.save(page._shown, tmp_path / "laporan")
    settle(page, qtbot)
    with pypdfium2.PdfDocument(tmp_path / "laporan.pdf") as file:
        said = file[0].get_textpage().get_text_range()
    assert "KONSEP" in said
    assert before in said
    assert code(page) == before
    assert page.subtitle.text() == f"Konsep · kode {before}"
    assert "belum final" in page.notices.text
    assert printing.printed(desk) == []
    assert not daily_reports.report(desk).finished


def test_making_a_paper_final_is_an_act_that_says_so_and_screen_and_file_carry_one_code(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    before = code(page)
    click(page.final_button, qtbot)
    assert before in page.notices.text
    assert "SEKRETARIS DAERAH" in page.notices.text
    assert printing.printed(desk) == []
    finalise(page, qtbot)
    [row] = printing.printed(desk)
    assert "Catat pengiriman …" in [button.text() for button in page.notices.findChildren(QtWidgets.QPushButton)]
    assert (row.code, row.signatory) == (before, "SEKRETARIS DAERAH – Ir. Contoh, M.Si.")
    assert daily_reports.report(desk).finished
    assert page.subtitle.text() == f"Final · kode {before}"
    assert page.final_button.isHidden()
    paper = page._shown
    assert paper is not None
    page.delivery.save(paper, tmp_path / "laporan")
    settle(page, qtbot)
    assert (tmp_path / "laporan.pdf").read_bytes() == paper.prepared.pdf() == paper.pdf
    with pypdfium2.PdfDocument(tmp_path / "laporan.pdf") as file:
        said = file[0].get_textpage().get_text_range()
    assert before in said
    assert "KONSEP" not in said
    assert [line.code for line in printing.printed(desk)] == [before]
    page.open(targets.Target(targets.Page.REPORTS, record=row.no))
    settle(page, qtbot)
    line = page.register.current()
    assert line is not None
    assert line.no == row.no
    assert page.register.isVisible()
    assert [line.code for line in page.register.table.model.shown()] == [before]
    page.delivery.save(paper, tmp_path / "tidak" / "ada.pdf")
    settle(page, qtbot)
    assert "tidak dapat ditulis" in page.notices.text


def test_what_was_altered_before_the_answer_is_not_made_final_unseen(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot
) -> None:
    click(page.final_button, qtbot)
    daily_reports.write_report(desk, situation="Hujan.")
    settle(page, qtbot)
    click(page.notices.findChild(QtWidgets.QPushButton), qtbot)
    settle(page, qtbot)
    assert printing.printed(desk) == []
    assert code(page) in page.notices.text


def test_a_change_after_the_final_paper_is_said_and_leads_to_the_register(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot
) -> None:
    before = code(page)
    finalise(page, qtbot)
    daily_reports.write_report(desk, situation="Hujan.")
    settle(page, qtbot)
    assert page.subtitle.text() == f"Konsep · kode {code(page)}"
    assert not page.final_button.isHidden()
    [line] = [line for line in page.remarks.lines if before in line.words]
    assert line.target == targets.Target(targets.Page.REPORTS, record=printing.printed(desk)[0].no)


def test_the_structure_of_the_teams_is_made_final_too(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    page.open(targets.Target(targets.Page.REPORTS, chosen={"report": printing.TEAM_STRUCTURE}))
    settle(page, qtbot)
    finalise(page, qtbot)
    assert page.subtitle.text().startswith("Final")
    assert not daily_reports.report(desk).finished


def test_printing_through_the_dialog_of_the_system(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "cetak.pdf"

    def accept() -> None:
        dialog = QtWidgets.QApplication.activeModalWidget()
        if not isinstance(dialog, QtPrintSupport.QPrintDialog):
            QtCore.QTimer.singleShot(50, accept)
            return
        printer = dialog.printer()
        printer.setOutputFormat(QtPrintSupport.QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        printer.setResolution(72)
        QtWidgets.QDialog.done(dialog, QtWidgets.QDialog.DialogCode.Accepted)

    QtCore.QTimer.singleShot(50, accept)
    click(page.print_button, qtbot)
    qtbot.waitUntil(lambda: "dikirim ke pencetak" in page.notices.text, timeout=10_000)
    settle(page, qtbot)
    assert out.read_bytes().startswith(b"%PDF")
    assert "sebagai konsep" in page.notices.text
    assert printing.printed(desk) == []
    assert page.delivery.progress.isHidden()


def test_a_foreign_name_is_said_before_the_paper_leaves(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    daily_reports.write_report(desk, situation="Bupati Soppeng hadir.")
    settle(page, qtbot)
    assert page.remarks.lines[0].grave
    page.save_menu.actions()[0].trigger()
    assert "Soppeng" in page.notices.text
    assert printing.printed(desk) == []


def test_a_remark_leads_to_where_it_is_put_right(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    line = next(line for line in page.remarks.lines if line.target is not None)
    with qtbot.waitSignal(page.navigate) as told:
        page.remarks.followed.emit(line.target)
    assert told.args == ["settings", line.target]


def test_the_other_paper_by_its_card_and_by_a_target(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    click(page.view.back, qtbot)
    assert page.shelf.isVisible()
    assert page.print_button.isHidden()
    card = next(card for card in page.gallery.board.cards if card.card.key == printing.TEAM_STRUCTURE)
    click(card, qtbot)
    settle(page, qtbot)
    assert page.view.isVisible()
    assert page.prepared is not None
    assert page.prepared.report.key == printing.TEAM_STRUCTURE
    assert page.options.form.rows["day"].isHidden()
    assert page.nihil_button.isHidden()
    page.open(targets.Target(targets.Page.REPORTS, chosen={"report": "daily_report", "day": "2024-02-12"}))
    settle(page, qtbot)
    assert (page.prepared.report.key, page.prepared.day) == (printing.DAILY, date(2024, 2, 12))
    assert page.gallery.key == printing.DAILY
    assert page.options.day.value() == date(2024, 2, 12)


def test_no_larger_than_a_small_screen(page: reports_page.ReportsPage) -> None:
    least = page.minimumSizeHint()
    assert least.width() <= 911
    assert least.height() <= 470


def ask(page: reports_page.ReportsPage, qtbot: QtBot, report: str) -> None:
    page.open(targets.Target(targets.Page.REPORTS, chosen={"report": report}))
    settle(page, qtbot)


def test_the_record_of_clarification_has_a_day_and_a_number(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    ask(page, qtbot, printing.CLARIFICATION)
    assert page.prepared is not None
    assert page.prepared.title.startswith("Berita Acara Klarifikasi Data")
    rows = page.options.form.rows
    assert [rows[name].isHidden() for name in ("day", "number", "signatory", "situation", "phase")] == [
        False,
        False,
        False,
        True,
        True,
    ]
    assert not page.options.date_open.isHidden()
    page.options.number.setFocus()
    qtbot.keyClicks(page.options.number, "7/BA")
    page.options.paper.setFocus()
    settle(page, qtbot)
    assert page.prepared.number == "7/BA"
    assert daily_reports.report(page._desk).number == ""


def test_the_call_list_is_not_signed(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    ask(page, qtbot, printing.CALL_LIST)
    assert page.prepared is not None
    assert page.prepared.signatory == ""
    rows = page.options.form.rows
    assert all(rows[name].isHidden() for name in ("day", "number", "signatory"))
    ask(page, qtbot, printing.TEAM_STRUCTURE)
    assert not rows["signatory"].isHidden()


def test_a_letter_is_about_the_team_that_is_chosen(
    page: reports_page.ReportsPage, desk: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    for number in (1, 2):
        team = teams.new_team(desk, number)
        teams.new_member(desk, "Camat", team=team, person=f"Pegawai {number}")
    page.open(targets.Target(targets.Page.REPORTS, chosen={"report": printing.ASSIGNMENT}))
    settle(page, qtbot)
    assert page.prepared is not None
    assert "Seluruh Anggota" in page.prepared.title
    record = page.options.record
    record.setFocus()
    for _step in range(record.findText("Tim II")):
        qtbot.keyClick(record, QtCore.Qt.Key.Key_Down)
    settle(page, qtbot)
    assert page.prepared is not None
    assert page.prepared.title.startswith("Surat Tugas Tim II")
    assert "Pegawai 2" in page.prepared.text()
    assert page.options.signatory.currentText().startswith("Menurut aturan")
    page.open(targets.Target(targets.Page.REPORTS, chosen={"report": "notula"}))
    settle(page, qtbot)
    assert page.prepared is None
    assert record.value() is None
    assert not page.options.form.rows["record"].isHidden()
    assert "halaman Kegiatan" in page.options.form.rows["record"].hint
    page.open(targets.Target(targets.Page.REPORTS, chosen={"report": printing.DAILY}))
    settle(page, qtbot)
    assert page.options.form.rows["record"].isHidden()
