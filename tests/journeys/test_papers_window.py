# SPDX-License-Identifier: Apache-2.0
"""A clerk new to the program: from a fresh office to a daily report that is signed as it is, and sixty surat tugas."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pypdfium2
import pytest
from PySide6 import QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import change_settings, printing_register, signatories, teams
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.journeys import clerk
from tests.regency_offices import BELAWA, TEMPE
from ui import runner

Key = clerk.Key
MEMBERS = 60


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    """Sixty members in six teams; a Sekda whose name nobody has typed yet."""
    with regency_offices.make(tmp_path / "wajo") as made:
        change_settings.set_many(made, {"city": "Sengkang", "letterhead_address": "Jalan Rusa 17"})
        for place in range(6):
            team = teams.new_team(made, None, [TEMPE, BELAWA] if place == 0 else [TEMPE])
            for one in range(MEMBERS // 6):
                teams.new_member(made, f"Kepala Subbagian {place + 1}.{one + 1}", "Anggota", team=team)
        for row in signatories.signatories(made):
            signatories.delete_signatory(made, row.no)
        signatories.add_signatory(
            made, {"office": "Sekretaris Daerah", "form": "an", "on_behalf_of": "Bupati Wajo"}
        )
        yield made


def text_of(path: Path) -> str:
    opened = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in opened)
    finally:
        opened.close()


def test_a_daily_report_and_sixty_letters(
    wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    me = clerk.Clerk(wajo, lanes, qtbot)
    out = tmp_path / "naskah"
    out.mkdir()
    # The system's own dialogs are not the program's: they answer with the name that was proposed.
    monkeypatch.setattr(
        QtWidgets.QFileDialog,
        "getSaveFileName",
        lambda _over, _title, start, kinds: (str(out / Path(start).name), kinds),
    )
    monkeypatch.setattr(QtWidgets.QFileDialog, "getExistingDirectory", lambda *_asked: str(out / "surat"))

    # Laporan: the daily report by its name.
    page = me.go("reports")
    me.type("harian")
    me.press(Key.Key_Return)
    me.until(lambda: page.prepared is not None)
    assert page.prepared.report.key == "laporan-harian"

    # It says that the signatory has no name, and leads to where that is typed.
    link = next(
        one for one in page.remarks.findChildren(QtWidgets.QLabel) if "Nama belum diisi" in one.accessibleName()
    )
    me.tab_to(link)
    me.press(Key.Key_Tab)  # into the word itself
    me.press(Key.Key_Return)
    assert me.window.front == "settings"
    me.type("Ir. H. Contoh Sekda, M.Si.")
    me.press(Key.Key_Return)
    page = me.go("reports")
    me.until(lambda: page.prepared is not None and "Contoh Sekda" in page.prepared.signatory)

    # Final, then PDF, Word and the text for WhatsApp.
    me.click(page.final_button)
    me.until(lambda: page.notices.text != "")
    me.press(Key.Key_F6)
    me.press(Key.Key_Return)
    me.until(lambda: page.prepared is not None and page.prepared.issued is not None)
    for face in page.save_menu.actions()[:2]:
        face.trigger()
        me.settle()
    me.click(page.copy_button)
    me.until(lambda: "LAPORAN HARIAN" in QtGui.QGuiApplication.clipboard().text())
    me.until(lambda: len(list(out.glob("Laporan Harian*"))) == 2)
    [paper] = out.glob("*.pdf")
    said = text_of(paper)
    assert "a.n. BUPATI WAJO" in said
    assert "Ir. H. Contoh Sekda, M.Si." in said
    assert "KONSEP" not in said
    [letter] = out.glob("*.docx")
    assert "LAPORAN HARIAN" in [one.text for one in docx.Document(str(letter)).paragraphs]

    # Back to all papers; sixty surat tugas, one for each, into a folder.
    me.click(page.view.back)
    me.type("surat tugas")
    me.press(Key.Key_Return)
    me.until(lambda: page.prepared is not None and page.prepared.report.key == "surat-tugas")
    me.tab_to(page.view.several.each)
    me.press(Key.Key_Down)
    assert page.view.several.each.currentText() == "Satu surat setiap orang"
    me.click(page.view.several.save_all)
    me.until(lambda: len(list((out / "surat").glob("*.pdf"))) == MEMBERS)
    me.until(lambda: page.delivery.progress.isHidden())
    first = min((out / "surat").glob("*.pdf"))
    assert "Kepala Subbagian 1.1" in text_of(first)
    assert len(printing_register.lines(wajo)) == MEMBERS + 1
    me.leave()
