# SPDX-License-Identifier: Apache-2.0
"""The register of final papers in the window: the kept file, sendings, scans, a code from a paper, odd numbers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import (
    attachments,
    change_settings,
    daily_reports,
    days,
    paper_numbers,
    papers,
    printing,
    printing_register,
    signatories,
)
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.ui import many_pages
from ui import bridge, runner
from ui.dialogs import kept_paper_dialog
from ui.pages import reports_page


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        signatories.add_signatory(made, {"office": "Sekretaris Daerah", "person": "Ir. Contoh, M.Si."})
        yield made


@pytest.fixture
def page(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> reports_page.ReportsPage:
    made = reports_page.ReportsPage(desk, lanes)
    qtbot.addWidget(made)
    news = bridge.Bridge(made)
    news.changed.connect(lambda flags: made.refresh(flags) if flags & made.listens else None)
    desk.news.listen(lambda changed: news.announce(changed.flags))
    made.resize(1160, 620)
    made.tabs.setCurrentIndex(1)
    made.show()
    made.refresh(frozenset())
    settle(made, qtbot)
    return made


def settle(page: reports_page.ReportsPage, qtbot: QtBot) -> None:
    for _turn in range(3):
        qtbot.wait(100)
        page._runner.wait_idle()


def issued(desk: Desk, **asked: object) -> tuple[int, papers.Prepared]:
    made = printing.make(desk, papers.Asked(**asked))  # type: ignore[arg-type]
    return printing.issue(desk, made.final()), made


def click(button: QtWidgets.QAbstractButton, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, QtCore.Qt.MouseButton.LeftButton)


def dialog(qtbot: QtBot) -> kept_paper_dialog.KeptPaperDialog:
    """The dialog that has been opened."""

    def found() -> list[QtWidgets.QWidget]:
        return [
            one
            for one in QtWidgets.QApplication.topLevelWidgets()
            if isinstance(one, kept_paper_dialog.KeptPaperDialog) and one.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(found()))
    [made] = found()
    assert isinstance(made, kept_paper_dialog.KeptPaperDialog)
    return made


def test_nothing_yet(page: reports_page.ReportsPage) -> None:
    assert page.register.detail.isHidden()
    assert page.register.series_button.isHidden()
    assert page.register.table.model.total == 0


def test_the_very_file_is_opened(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    no, made = issued(desk)
    settle(page, qtbot)
    click(page.register.detail.open_button, qtbot)
    opened = dialog(qtbot)
    opened.save_to(tmp_path / "a.pdf")
    settle(page, qtbot)
    assert (tmp_path / "a.pdf").read_bytes() == made.final().pdf() == printing_register.kept_pdf(desk, no)
    assert opened.preview.pages > 0
    opened.close()


def test_made_again_from_what_was_known_then(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    _no, made = issued(desk)
    daily_reports.write_report(desk, situation="Hujan sesudahnya.")
    settle(page, qtbot)
    click(page.register.detail.again_button, qtbot)
    opened = dialog(qtbot)
    assert made.code in page.notices.text
    assert page.register.detail.progress.isHidden()
    assert opened._data == made.final().pdf()
    opened.close()


def test_a_sending_is_noted_and_taken_back(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    no, _made = issued(desk)
    settle(page, qtbot)
    panel = page.register.detail.sendings
    click(panel.note, qtbot)
    assert panel.form.isVisible()
    panel.means.setCurrentText("SRIKANDI")
    panel.moment.setText("nanti")
    click(panel.keep, qtbot)
    assert panel.form.rows["moment"].refusal
    assert printing_register.line(desk, no).sent == ()
    panel.moment.setText("12.05")
    qtbot.keyClicks(panel.recipient, "Gubernur Sulawesi Selatan")
    qtbot.keyClicks(panel.proof, "agenda 214")
    click(panel.keep, qtbot)
    settle(page, qtbot)
    [sent] = printing_register.line(desk, no).sent
    assert (sent.means, sent.recipient, sent.proof) == ("SRIKANDI", "Gubernur Sulawesi Selatan", "agenda 214")
    assert (sent.by, f"{days.local(desk, sent.at):%H.%M}") == ("Andi", "12.05")
    assert daily_reports.report(desk).sent_by == "SRIKANDI"
    assert not panel.form.isVisible()
    line = page.register.current()
    assert line is not None
    assert line.sent == "13-02 12.05 SRIKANDI"
    [words] = [one.text() for one in panel.findChildren(QtWidgets.QLabel) if "agenda 214" in one.text()]
    assert words.startswith("Dikirim 13-02-2024 pukul 12.05 lewat SRIKANDI oleh Andi")
    proof = panel.show_proof(sent.no)
    path = tmp_path / "chat.pdf"
    path.write_bytes(many_pages.pdf(1))
    proof.strip.give([path])
    settle(page, qtbot)
    assert [one.name for one in attachments.of_record(desk, sent.no)] == ["chat.pdf"]
    assert "(1)" in proof.title.text()
    proof.window().close()
    panel._remove(sent.no)
    settle(page, qtbot)
    assert printing_register.line(desk, no).sent == ()


def test_the_scan_of_the_signed_sheet_is_attached(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    no, made = issued(desk)
    settle(page, qtbot)
    path = tmp_path / "pindaian.pdf"
    path.write_bytes(made.pdf())
    page.register.detail.scan.strip.give([path])
    settle(page, qtbot)
    assert [one.name for one in attachments.of_record(desk, no)] == ["pindaian.pdf"]
    assert "(1)" in page.register.detail.scan.title.text()


def test_a_replaced_paper_leads_to_the_one_that_counts(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot
) -> None:
    first, before = issued(desk)
    daily_reports.write_report(desk, situation="Hujan.")
    last, _made = issued(desk)
    page.register.show_paper(first)
    settle(page, qtbot)
    line = page.register.current()
    assert line is not None
    assert (line.no, line.state) == (first, "diganti")
    click(page.register.detail.other_button, qtbot)
    settle(page, qtbot)
    line = page.register.current()
    assert line is not None
    assert line.no == last
    qtbot.keyClicks(page.register.code, before.code.lower().replace("-", " "))
    qtbot.keyClick(page.register.code, QtCore.Qt.Key.Key_Return)
    settle(page, qtbot)
    assert "digantikan" in page.register.answer.text
    line = page.register.current()
    assert line is not None
    assert line.no == first


def test_another_signatory_at_the_last_minute(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    first, before = issued(desk, number="7/BA")
    daily_reports.write_report(desk, situation="Hujan sesudahnya.")
    plh = signatories.add_signatory(desk, {"office": "Plh. Sekretaris Daerah", "person": "Dra. Lain, M.M."})
    settle(page, qtbot)
    detail = page.register.detail
    click(detail.anew_button, qtbot)
    settle(page, qtbot)
    assert detail.anew.number.text() == before.number
    detail.anew.signatory.set_value(plh)
    click(detail.anew.keep, qtbot)
    settle(page, qtbot)
    line = page.register.current()
    assert line is not None
    assert (line.line.paper.replaces, line.number) == (first, before.number)
    assert "Dra. Lain" in line.signatory
    assert line.line.paper.as_of == printing_register.line(desk, first).paper.as_of
    assert detail.anew.isHidden()
    page.register.show_paper(first)
    settle(page, qtbot)
    assert detail.anew_button.isHidden()


@pytest.mark.parametrize("typed", ["ABCD", "2222-2222-2222-2222"])
def test_a_code_that_is_none_is_refused_in_words(
    page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot, typed: str
) -> None:
    issued(desk)
    settle(page, qtbot)
    page.register.code.setText(typed)
    click(page.register.check_button, qtbot)
    settle(page, qtbot)
    assert page.register.answer.text
    assert "terbitan terakhir" not in page.register.answer.text


def test_odd_numbers_are_told_and_one_is_dropped(page: reports_page.ReportsPage, desk: Desk, qtbot: QtBot) -> None:
    change_settings.set_many(desk, {"paper_number_way": "own", "paper_number_pattern": "{urut}/BKBP"})
    day = days.today(desk)
    paper_numbers.give(desk, "kesiapan", day, "Kesiapan TPS Kabupaten Wajo")
    paper_numbers.give(desk, "kesiapan", day, "Lain", 4)
    settle(page, qtbot)
    assert page.register.series_button.text() == "Nomor naskah: 4 perlu dilihat"
    page.register.series_button.setChecked(True)
    panel = page.register.series
    assert panel.isVisible()
    panel.table.show_row(("kesiapan", 2024, 2))
    assert panel.drop.isHidden()
    panel.table.show_row(("kesiapan", 2024, 4))
    assert not panel.drop.isHidden()
    click(panel.drop, qtbot)
    settle(page, qtbot)
    assert "mengapa" in page.notices.text.casefold()
    qtbot.keyClicks(panel.reason, "Salah ketik")
    click(panel.drop, qtbot)
    settle(page, qtbot)
    told = [entry.words.params.get("reason") for one in paper_numbers.every_series(desk) for entry in one.odd]
    assert "Salah ketik" in told


