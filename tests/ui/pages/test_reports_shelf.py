# SPDX-License-Identifier: Apache-2.0
"""Laporan, from all papers to one and to several: the gallery, what a paper asks, its faces, letters all at once."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import (
    change_settings,
    days,
    paper_batch,
    paper_words,
    papers,
    printing,
    settings,
    signatories,
    stations,
    targets,
    teams,
)
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.small_offices import NOW
from ui import runner
from ui.pages import reports_page
from ui.widgets import paper_printer, remembered

CLOCK = [NOW]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    CLOCK[0] = NOW
    with regency_offices.make(tmp_path / "wajo", now=lambda: CLOCK[0]) as made:
        signatories.add_signatory(made, {"office": "Sekretaris Daerah", "person": "Ir. Contoh, M.Si."})
        yield made


@pytest.fixture
def page(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> reports_page.ReportsPage:
    """The page as it is first shown: all papers."""
    made = reports_page.ReportsPage(desk, lanes)
    qtbot.addWidget(made)
    made.resize(1160, 620)
    made.show()
    made.refresh(frozenset())
    settle(made, qtbot)
    return made


def settle(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    """Let the page make what it was asked for."""
    for _turn in range(3):
        qtbot.wait(150)
        page._runner.wait_idle()


def choose(page: reports_page.ReportsPage, qtbot: QtBot, key: str) -> papers.Prepared:
    page.show_all()
    card = next(card for card in page.gallery.board.shown if card.card.key == key)
    qtbot.mouseClick(card, QtCore.Qt.MouseButton.LeftButton)
    settle(page, qtbot)
    assert page.prepared is not None, page.view.refusal.words.text()
    return page.prepared


def pick(field: QtWidgets.QComboBox, qtbot: QtBot, words: str) -> None:
    """Choose by keys, as a clerk does."""
    place = field.findText(words)
    assert place >= 0, [field.itemText(at) for at in range(field.count())]
    field.setFocus()
    while field.currentIndex() != place:
        key = QtCore.Qt.Key.Key_Down if field.currentIndex() < place else QtCore.Qt.Key.Key_Up
        qtbot.keyClick(field, key)


def test_all_papers_first_and_only_what_can_be_done(page: reports_page.ReportsPage) -> None:
    assert page.shelf.isVisible()
    for button in (page.print_button, page.save_button, page.copy_button, page.final_button, page.nihil_button):
        assert button.isHidden()
    drawn = [card.card.key for card in page.gallery.board.shown if card.picture is not None]
    in_sight = page.gallery.area.viewport().height()
    assert printing.DAILY in drawn
    assert len(drawn) < len(page.gallery.board.shown)
    assert all(card.y() < in_sight for card in page.gallery.board.shown if card.card.key in drawn)


def test_typed_words_and_enter_lead_to_a_paper(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    page.gallery.filter.setFocus()
    qtbot.keyClicks(page.gallery.filter, "rawan")
    qtbot.keyClick(page.gallery.filter, QtCore.Qt.Key.Key_Return)
    settle(page, qtbot)
    assert page.prepared is not None
    assert page.prepared.report.key == "tps-rawan"
    assert page.view.isVisible()
    assert remembered.get("papers/recent")[0] == "tps-rawan"
    qtbot.keyClick(page.view.back, QtCore.Qt.Key.Key_Left, QtCore.Qt.KeyboardModifier.AltModifier)
    assert page.shelf.isVisible()


def test_a_paper_keeps_its_settings_while_another_is_open(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    choose(page, qtbot, "kesiapan")
    pick(page.options.area.steps[0], qtbot, "Kecamatan Tempe")
    settle(page, qtbot)
    pick(page.options.area.steps[1], qtbot, "Kel. Maddukelleng")
    settle(page, qtbot)
    assert page.prepared is not None
    assert page.prepared.title.endswith("Kelurahan Maddukelleng")
    choose(page, qtbot, "data-umum")
    assert page.options.area.value() == ""
    assert choose(page, qtbot, "kesiapan").title.endswith("Kelurahan Maddukelleng")
    assert page.options.area.value() == regency_offices.MADDUKELLENG


def test_hours_of_the_situation(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    choose(page, qtbot, "laporan-situasi")
    pick(page.options.hour, qtbot, "13.00")
    settle(page, qtbot)
    assert page.prepared is not None
    assert "pukul 13.00" in page.prepared.title


def test_a_form_for_one_tps_is_not_made_final(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    stack = choose(page, qtbot, "formulir-tps")
    assert stack.forms is not None
    assert page.final_button.isHidden()
    assert page.preview.pages == stack.forms.count == len(regency_offices.STATIONS)
    pick(page.options.area.steps[0], qtbot, "Kecamatan Tempe")
    settle(page, qtbot)
    pick(page.options.area.steps[1], qtbot, "Kel. Maddukelleng")
    settle(page, qtbot)
    pick(page.options.area.steps[2], qtbot, "TPS 005")
    settle(page, qtbot)
    assert page.prepared is not None
    assert page.prepared.forms is not None
    assert page.prepared.forms.count == 1
    assert page.subtitle.text() == "Formulir, tidak dijadikan final"


def test_words_of_the_monthly_report_are_kept(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    choose(page, qtbot, "laporan-bulanan")
    field = page.options.form.rows["part conclusion"].field
    field.setFocus()
    qtbot.keyClicks(field, "Tahapan berjalan.")
    qtbot.keyClick(field, QtCore.Qt.Key.Key_Tab)
    settle(page, qtbot)
    page.refresh(frozenset({"paper_words"}))
    settle(page, qtbot)
    assert paper_words.written(desk, "laporan-bulanan", days.today(desk)).text("conclusion") == "Tahapan berjalan."
    assert page.prepared is not None
    assert "Tahapan berjalan." in page.prepared.text()


def test_data_of_a_past_moment(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    before = choose(page, qtbot, "data-umum")
    CLOCK[0] = NOW + 7200
    stations.create_station(desk, regency_offices.TEMPE_VILLAGE, 9, {"dpt_male": 100, "dpt_female": 100})
    page.refresh(frozenset({"station"}))
    settle(page, qtbot)
    assert page.prepared is not None
    assert page.prepared.figures != before.figures
    page.options.moment.setFocus()
    qtbot.keyClicks(page.options.moment, "13-02-2024 13.30")
    page.options.paper.setFocus()
    settle(page, qtbot)
    assert page.prepared is not None
    assert page.prepared.figures == before.figures
    assert "13.30" in page.prepared.text()
    page.options.moment.setFocus()
    page.options.moment.clear()
    page.options.paper.setFocus()
    settle(page, qtbot)
    assert page.prepared.figures != before.figures


def test_each_face_is_saved(page: reports_page.ReportsPage, qtbot: QtBot, tmp_path: Path) -> None:
    choose(page, qtbot, "daftar-tps")
    assert page._shown is not None
    for ending in printing.FACES:
        page.delivery.save(page._shown, tmp_path / f"tps{ending}")
    settle(page, qtbot)
    assert (tmp_path / "tps.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "tps.docx").read_bytes().startswith(b"PK")
    assert openpyxl.load_workbook(tmp_path / "tps.xlsx").active.max_row > len(regency_offices.STATIONS)
    assert "DAFTAR TPS" in (tmp_path / "tps.txt").read_text().upper()
    assert [action.isEnabled() for action in page.save_menu.actions()] == [True] * 4


def test_several_papers_into_a_folder(
    page: reports_page.ReportsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "naskah"
    target.mkdir()
    monkeypatch.setattr(page.delivery, "ask_folder", lambda: target)
    page.shelf.several.setChecked(True)
    for key in ("data-umum", "notula", printing.DAILY):
        card = next(card for card in page.gallery.board.shown if card.card.key == key)
        qtbot.mouseClick(card, QtCore.Qt.MouseButton.LeftButton)
    page.shelf.faces[".xlsx"].setChecked(True)
    assert page.gallery.ticks == [printing.DAILY, "data-umum", "notula"]
    page.shelf.save.click()
    settle(page, qtbot)
    assert page.shelf.bar.isHidden()
    assert sorted(path.suffix for path in target.glob("*.*")) == [".pdf", ".pdf", ".xlsx", ".xlsx"]
    assert "4 berkas" in page.notices.text
    assert "Notula rapat: " in page.notices.text
    [path] = target.glob("Data umum*.pdf")
    with pypdfium2.PdfDocument(path) as file:
        assert "KONSEP" in file[0].get_textpage().get_text_range()


def letters(desk: Desk) -> papers.Asked:
    for number in (1, 2, 3):
        team = teams.new_team(desk, number)
        for member in range(2):
            teams.new_member(desk, "Staf", team=team, person=f"Pegawai {number}{member}")
    return papers.Asked(printing.ASSIGNMENT)


def test_all_letters_at_once_to_the_printer(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = letters(desk)
    printer = QtPrintSupport.QPrinter(QtPrintSupport.QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QtPrintSupport.QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "surat.pdf"))
    monkeypatch.setattr(paper_printer, "ask", lambda *_args, **_named: printer)
    choose(page, qtbot, printing.ASSIGNMENT)
    assert page.view.several.isVisibleTo(page.view)
    page.delivery.print_several(asked, paper_batch.Each.PERSON, final=True)
    settle(page, qtbot)
    assert "6 surat" in page.notices.text
    with pypdfium2.PdfDocument(tmp_path / "surat.pdf") as file:
        assert len(file) >= 6
    assert len(printing.printed(desk)) == 6
    assert page.delivery.progress.isHidden()


def test_all_letters_at_once_into_a_folder_can_be_stopped(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = letters(desk)
    target = tmp_path / "surat"
    monkeypatch.setattr(page.delivery, "ask_folder", lambda: target)
    page.delivery.save_several(asked, paper_batch.Each.TEAM, final=False)
    settle(page, qtbot)
    assert len(list(target.glob("*.pdf"))) == 3
    assert printing.printed(desk) == []
    page.delivery.save_several(asked, paper_batch.Each.PERSON, final=False)
    page.delivery.progress.cancelled.emit()
    settle(page, qtbot)
    assert "Dihentikan" in page.notices.text
    assert page.delivery.progress.isHidden()


def test_a_number_of_the_own_sequence(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    change_settings.set_many(desk, {"paper_number_way": "own", "paper_number_pattern": "{urut:3}/BKBP/{tahun}"})
    choose(page, qtbot, "kesiapan")
    assert not page.options.next_number.isHidden()
    page.options.next_number.click()
    settle(page, qtbot)
    assert page.prepared is not None
    assert page.prepared.number == "001/BKBP/2024"
    assert page.options.number.value() == "001/BKBP/2024"
    assert page.options.next_number.isHidden()


def test_a_final_paper_takes_its_number_by_itself(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    change_settings.set_many(desk, {"paper_number_way": "own", "paper_number_pattern": "{urut:3}/BKBP"})
    choose(page, qtbot, "kesiapan")
    assert page._shown is not None
    page.delivery.make_final(page._shown)
    settle(page, qtbot)
    assert [line.number for line in printing.printed(desk)] == ["001/BKBP"]
    assert "001/BKBP" in page.notices.text


def test_a_target_names_a_paper_all_of_them_or_the_register(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    page.open(targets.Target(targets.Page.REPORTS, subject="73.13.06", chosen={"report": "lembar-kecamatan"}))
    settle(page, qtbot)
    assert page.prepared is not None
    assert page.prepared.title == "Lembar Kecamatan Tempe"
    page.open(targets.Target(targets.Page.REPORTS, chosen={"show": "register"}))
    assert page.register.isVisible()
    page.open(targets.Target(targets.Page.REPORTS, chosen={"show": "papers"}))
    assert page.tabs.currentWidget() is page.papers
    assert page.shelf.isVisible()


def test_to_whom_a_note_goes_is_no_setting(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    choose(page, qtbot, "nota-dinas")
    page.options.addressed_to.setFocus()
    qtbot.keyClicks(page.options.addressed_to, "Asisten I")
    page.options.paper.setFocus()
    settle(page, qtbot)
    assert page.prepared is not None
    assert "Asisten I" in page.prepared.text()
    assert settings.get(desk, "addressed_to") == ""


def test_a_letter_about_a_member_is_opened_from_elsewhere(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot
) -> None:
    letters(desk)
    member = teams.structure(desk).members[3]
    chosen = {"report": printing.ASSIGNMENT}
    page.open(targets.Target(targets.Page.REPORTS, record=member.no, chosen=chosen))
    settle(page, qtbot)
    assert page.prepared is not None
    assert page.options.record.value() == member.no
    assert member.person in page.prepared.text()
    assert page.tabs.currentWidget() is page.papers


def test_how_many_letters_there_will_be(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    choose(page, qtbot, printing.ASSIGNMENT)
    assert page.view.several.words.text() == "Tidak ada surat yang perlu dicetak."
    assert not page.view.several.save_all.isEnabled()
    letters(desk)
    page.refresh(frozenset({"member"}))
    settle(page, qtbot)
    assert "menjadi 3 surat" in page.view.several.words.text()
    page.view.several.each.setFocus()
    qtbot.keyClick(page.view.several.each, QtCore.Qt.Key.Key_Down)
    assert "menjadi 6 surat" in page.view.several.words.text()
    assert page.view.several.print_all.isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_nature_of_a_letter_is_typed(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    choose(page, qtbot, "nota-dinas")
    assert page.options.nature.isVisible()
    page.options.nature.setFocus()
    qtbot.keyClicks(page.options.nature, "Segera")
    qtbot.keyClick(page.options.nature, QtCore.Qt.Key.Key_Return)
    settle(page, qtbot)
    assert page.prepared is not None
    assert page.prepared.asked.nature == "Segera"
    assert "Sifat: Segera" in page.prepared.text()
    choose(page, qtbot, "kesiapan")
    assert not page.options.nature.isVisible()


def test_a_saved_paper_shows_the_way_to_its_folder(
    page: reports_page.ReportsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[QtCore.QUrl] = []
    monkeypatch.setattr(QtGui.QDesktopServices, "openUrl", gone.append)
    choose(page, qtbot, "kesiapan")
    assert page._shown is not None
    page.delivery.save(page._shown, tmp_path / "kesiapan.pdf")
    settle(page, qtbot)
    button = next(one for one in page.notices.findChildren(QtWidgets.QPushButton) if one.text() == "Buka folder")
    qtbot.mouseClick(button, QtCore.Qt.MouseButton.LeftButton)
    assert [Path(one.toLocalFile()) for one in gone] == [tmp_path]
