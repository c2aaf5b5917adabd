# SPDX-License-Identifier: Apache-2.0
"""A pasted chat is worked through by keys: accepted, skipped, altered, asked about; then written, and once only."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.operations import checklist_pages, history, issue_register, logbook, recaps
from desk_app.operations.chat_proposals import Becomes
from desk_app.operations.desk import Desk
from tests import regency_offices
from tests.regency_offices import BELAWA, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps
from tests.ui.pages import opened
from ui import runner
from ui.pages import issues_page
from ui.pages.issues_page import pasted, posko_book

STATION = tps(MADDUKELLENG, 5)
Key = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
Paste = Callable[[str], posko_book.LogbookPanel]
CHAT = """[07.10, 14/2/2024] Camat Tempe: TPS 005 Maddukelleng buka 07.10
[07.14, 14/2/2024] Camat Tempe: Tempe 5/6 buka 07.30 camat
[07.18, 14/2/2024] Budi: tps 5 tempe sudah buka
[07.20, 14/2/2024] Camat Belawa: kotak basah di tps 1 kel belawa
[07.21, 14/2/2024] Budi: terima kasih"""


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.fixture
def paste(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Paste:
    """Opens the book and presses the button over a chat that was copied."""

    def pressed(text: str) -> posko_book.LogbookPanel:
        window = opened.show(qtbot, wajo, lanes, "issues", lambda: issues_page.IssuesPage(wajo, lanes))
        page = window.page("issues")
        assert isinstance(page, issues_page.IssuesPage)
        page.tabs.setCurrentWidget(page.logbook)
        opened.settle(qtbot, lanes)
        QtWidgets.QApplication.clipboard().setText(text)
        qtbot.mouseClick(page.paste_button, QtCore.Qt.MouseButton.LeftButton)
        opened.settle(qtbot, lanes)
        return page.logbook

    return pressed


def row(panel: posko_book.LogbookPanel, at: int) -> pasted.Line:
    found = panel.pasted.table.model.row(at)
    assert isinstance(found, pasted.Line)
    return found


def test_all_that_is_clear_with_two_keys(paste: Paste, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    panel = paste(CHAT)
    assert panel.pasted.isVisible()
    assert not panel.entry.isVisible()
    assert logbook.lines(wajo) == []
    assert [row(panel, at).accepted for at in range(5)] == [None, None, None, None, False], "thanks are skipped"
    assert panel.pasted.clear_button.hasFocus()
    assert panel.pasted.clear_button.text() == "Terima semua yang jelas (3)"
    qtbot.keyClick(panel.pasted.clear_button, Key.Key_Space)
    assert panel.pasted.accept_button.text() == "Catat 3 baris"
    assert panel.pasted.table.current() == row(panel, 2), "on to what is not clear"
    qtbot.keyClick(panel.pasted.table.view, Key.Key_Return, CTRL)
    opened.settle(qtbot, lanes)
    assert [line.became for line in logbook.lines(wajo)] == ["permasalahan", "rekap", "isian"]
    assert [(one.count, one.total) for one in recaps.recap_list(wajo, TEMPE)] == [(5, 6)]
    assert [issue.title for issue in issue_register.issue_rows(wajo)] == ["kotak basah di tps 1 kel belawa"]
    assert panel.pasted.isVisible(), "one line still waits"
    assert [line.text for line in panel.pasted.table.model.rows()] == ["tps 5 tempe sudah buka"]
    history.undo(wajo)
    assert logbook.lines(wajo) == []


def test_each_line_by_keys(paste: Paste, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    panel = paste(CHAT)
    view = panel.pasted.table.view
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.keyClick(view, Key.Key_Delete)
    assert [row(panel, at).accepted for at in (0, 1, 2)] == [True, False, None]
    qtbot.keyClick(view, Key.Key_Return)
    assert row(panel, 2).accepted is None
    assert panel.pasted.line.rows["place"].refusal == "Pilih TPS-nya."
    view.setFocus()
    qtbot.keyClick(view, Key.Key_2)
    opened.settle(qtbot, lanes)
    assert row(panel, 2).proposal.places == (STATION,)
    qtbot.keyClick(view, Key.Key_Return)
    assert row(panel, 2).accepted is True
    qtbot.keyClick(view, Key.Key_B)
    opened.settle(qtbot, lanes)
    assert row(panel, 3).proposal.becomes is Becomes.LINE
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.keyClick(view, Key.Key_Return, CTRL)
    opened.settle(qtbot, lanes)
    assert [(line.text, line.became) for line in logbook.lines(wajo)] == [
        ("kotak basah di tps 1 kel belawa", "baris"),
        ("tps 5 tempe sudah buka", "isian"),
        ("TPS 005 Maddukelleng buka 07.10", "isian"),
    ]
    assert issue_register.issue_rows(wajo) == []
    assert not panel.pasted.isVisible()
    assert panel.entry.from_.hasFocus()


def test_a_line_is_altered_below(paste: Paste, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    panel = paste("[07.12, 14/2/2024] Camat Belawa: 2 tps blm buka")
    line = panel.pasted.line
    assert "dikurangi" in line.why.text()
    panel.pasted.table.view.setFocus()
    qtbot.keyClick(panel.pasted.table.view, Key.Key_F2)
    assert line.place.hasFocus()
    qtbot.keyClicks(line.place, "maddu 5")
    qtbot.waitUntil(lambda: bool(line.place.offers))
    qtbot.keyClick(line.place, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert row(panel, 0).proposal.places == (STATION,)
    line.becomes.set_value(Becomes.ANSWER)
    line.becomes.committed.emit(Becomes.ANSWER)
    opened.settle(qtbot, lanes)
    line.value.set_value("not_yet")
    line.value.committed.emit("not_yet")
    opened.settle(qtbot, lanes)
    panel.pasted.table.view.setFocus()
    qtbot.keyClick(panel.pasted.table.view, Key.Key_Return)
    panel.pasted.write()
    opened.settle(qtbot, lanes)
    page = checklist_pages.checklist_page(wajo, STATION, phase=0)
    assert [item.value for item in page.items if item.code == "har.buka"] == ["not_yet"]
    assert recaps.recap_list(wajo, BELAWA) == []


def test_the_same_chat_again_is_known(paste: Paste, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    panel = paste(CHAT)
    panel.pasted.accept_clear()
    panel.pasted.write()
    opened.settle(qtbot, lanes)
    panel.paste()
    opened.settle(qtbot, lanes)
    assert [row(panel, at).accepted for at in range(5)] == [False, False, None, False, False]
    assert row(panel, 0).sure.text == "sudah ada"
    qtbot.mouseClick(panel.pasted.cancel_button, QtCore.Qt.MouseButton.LeftButton)
    assert panel.table.isVisible()
    assert panel.entry.isVisible()
    assert len(logbook.lines(wajo)) == 3


def test_nothing_to_read_says_so(paste: Paste) -> None:
    panel = paste("[07.12, 14/2/2024] Camat: <Media omitted>\n[07.12, 14/2/2024] Camat: This message was deleted")
    assert panel.pasted.table.model.total == 0
    assert "1 pesan berisi gambar" in panel.pasted.words.text()
    assert not panel.pasted.accept_button.isEnabled()


def test_two_thousand_lines_are_shown_and_worked_through(
    paste: Paste, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    chat = "\n".join(
        f"[{7 + at // 60 % 12:02d}.{at % 60:02d}, 14/2/2024] Camat {at}: TPS {1 + at % 3} kel tempe buka, kabar {at}"
        for at in range(2000)
    )
    panel = paste(chat)
    qtbot.waitUntil(lambda: panel.pasted.table.model.total == 2000, timeout=20_000)
    panel.pasted.accept_clear()
    assert panel.pasted.accept_button.text() == "Catat 2000 baris"
    panel.pasted.write()
    qtbot.waitUntil(lambda: not panel.pasted.isVisible(), timeout=60_000)
    assert len(logbook.lines(wajo, limit=3000)) == 2000
    page = checklist_pages.checklist_page(wajo, tps(TEMPE_VILLAGE, 1), phase=0)
    assert [item.value for item in page.items if item.code == "har.buka"] == ["done"]
