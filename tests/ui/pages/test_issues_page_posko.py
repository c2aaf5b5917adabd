# SPDX-License-Identifier: Apache-2.0
"""The Buku Posko beside its list: one line whole, photos pasted and dropped, its history, a day as text and sheet."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui
from pytestqt.qtbot import QtBot

from desk_app.operations import attachments, chat_intake, chat_proposals, issue_register, logbook
from desk_app.operations.desk import Desk
from desk_app.workbooks import reading
from tests import regency_offices
from tests.regency_offices import MADDUKELLENG, tps
from tests.small_offices import NOW
from tests.ui.pages import opened
from ui import runner
from ui.dialogs import history_dialog, paper_dialog
from ui.pages import issues_page
from ui.pages.issues_page import posko_book
from ui.widgets import picture_catcher

STATION = tps(MADDUKELLENG, 5)
Key = QtCore.Qt.Key
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        yield made


@pytest.fixture
def open_book(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Callable[[], posko_book.LogbookPanel]:
    def made() -> posko_book.LogbookPanel:
        window = opened.show(qtbot, wajo, lanes, "issues", lambda: issues_page.IssuesPage(wajo, lanes))
        page = window.page("issues")
        assert isinstance(page, issues_page.IssuesPage)
        page.tabs.setCurrentWidget(page.logbook)
        opened.settle(qtbot, lanes)
        return page.logbook

    return made


OpenBook = Callable[[], posko_book.LogbookPanel]


def blue() -> QtGui.QImage:
    image = QtGui.QImage(60, 40, QtGui.QImage.Format.Format_RGB888)
    image.fill(QtGui.QColor(0, 0, 255))
    return image


def test_a_line_is_shown_whole(open_book: OpenBook, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    [one] = chat_intake.read(wajo, "[07.10, 13/2/2024] Camat: perahu\nbelum berangkat").proposals
    chat_intake.accept(wajo, [chat_proposals.settled(wajo, one, text="Perahu tertahan")])
    panel = open_book()
    assert panel.line.nothing.isVisible()
    panel.table.view.select_row(0)
    opened.settle(qtbot, lanes)
    assert panel.line.text.text() == "Perahu tertahan"
    assert panel.line.original.text() == "Aslinya: perahu\nbelum berangkat"
    assert panel.line.became.text().endswith("baris buku")


def test_a_picture_is_pasted_onto_a_line(open_book: OpenBook, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    no = logbook.add_line(wajo, "Pohon tumbang")
    panel = open_book()
    panel.table.view.select_row(0)
    panel.table.view.setFocus()
    QtGui.QGuiApplication.clipboard().setImage(blue())
    qtbot.keyClick(panel.table.view, Key.Key_V, CTRL)
    opened.settle(qtbot, lanes)
    assert len(attachments.of_record(wajo, no)) == 1
    assert panel.table.model.row(0).photos == "1"
    assert len(panel.line.attached.strip.tiles) == 1


def test_a_file_is_dropped_onto_a_line(
    open_book: OpenBook, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    old, new = logbook.add_line(wajo, "Lama", at=NOW - 60), logbook.add_line(wajo, "Baru")
    file = tmp_path / "foto.png"
    blue().save(str(file))
    panel = open_book()
    assert [line.no for line in panel.table.model.shown()] == [new, old]
    panel.table.view.select_row(0)
    data = QtCore.QMimeData()
    data.setUrls([QtCore.QUrl.fromLocalFile(str(file))])
    place = panel.table.view.visualRect(panel.table.model.index(1, 0)).center()
    drop = QtGui.QDropEvent(
        QtCore.QPointF(place),
        QtCore.Qt.DropAction.CopyAction,
        data,
        QtCore.Qt.MouseButton.LeftButton,
        QtCore.Qt.KeyboardModifier.NoModifier,
    )
    # Without a drag of the system Qt delivers no drop: it is handed to who waits for it.
    [catcher] = panel.table.view.viewport().findChildren(picture_catcher.PictureCatcher)
    assert catcher.eventFilter(panel.table.view.viewport(), drop)
    opened.settle(qtbot, lanes)
    assert [len(attachments.of_record(wajo, no)) for no in (old, new)] == [1, 0]


def test_a_picture_waits_for_the_line_that_is_typed(
    open_book: OpenBook, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    panel = open_book()
    QtGui.QGuiApplication.clipboard().setImage(blue())
    qtbot.keyClick(panel.entry.text, Key.Key_V, CTRL)
    assert panel.entry.pictures.isVisible()
    assert panel.entry.pictures.text() == "1 foto ikut baris ini"
    qtbot.keyClicks(panel.entry.text, "Pohon tumbang")
    qtbot.keyClick(panel.entry.text, Key.Key_Return)
    opened.settle(qtbot, lanes)
    [line] = logbook.lines(wajo)
    assert len(attachments.of_record(wajo, line.no)) == 1
    assert not panel.entry.pictures.isVisible()
    qtbot.keyClick(panel.entry.text, Key.Key_V, CTRL)
    qtbot.mouseClick(panel.entry.pictures, QtCore.Qt.MouseButton.LeftButton)
    qtbot.keyClicks(panel.entry.text, "Tanpa foto")
    qtbot.keyClick(panel.entry.text, Key.Key_Return)
    opened.settle(qtbot, lanes)
    assert attachments.of_record(wajo, logbook.lines(wajo)[0].no) == ()


def test_promoted_and_its_history_by_keys(open_book: OpenBook, wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> None:
    logbook.add_line(wajo, "Pagar roboh", place=STATION)
    panel = open_book()
    panel.table.view.select_row(0)
    panel.table.view.setFocus()
    qtbot.keyClick(panel.table.view, Key.Key_F3)
    opened.settle(qtbot, lanes)
    [dialog] = panel.window().findChildren(history_dialog.HistoryDialog)
    assert dialog.isVisible()
    dialog.close()
    panel.window().activateWindow()
    qtbot.waitUntil(panel.window().isActiveWindow)
    panel.table.view.setFocus()
    qtbot.keyClick(panel.table.view, Key.Key_M)
    opened.settle(qtbot, lanes)
    assert [row.place for row in issue_register.issue_rows(wajo)] == [STATION]


def test_on_a_small_screen_a_line_is_shown_by_its_button(
    open_book: OpenBook, wajo: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    logbook.add_line(wajo, "Pagar roboh", place=STATION)
    panel = open_book()
    assert not panel.show_button.isVisible()
    panel.window().resize(911, 480)
    opened.settle(qtbot, lanes)
    assert panel.show_button.isVisible()
    panel.table.view.select_row(0)
    panel.show_button.click()
    assert panel.line.text.isVisible()
    assert not panel.table.isVisible()


def test_one_day_alone_and_as_it_leaves(
    open_book: OpenBook, wajo: Desk, lanes: runner.Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    logbook.add_line(wajo, "Kemarin", "A", at=NOW - 86_400)
    logbook.add_line(wajo, "Hari ini", "B")
    panel = open_book()
    assert [panel.day.itemText(at) for at in range(panel.day.count())] == [
        "Semua hari",
        "13-02-2024 (H-1)",
        "12-02-2024 (H-2)",
    ]
    panel.day.set_value("2024-02-12")
    panel.day.committed.emit("2024-02-12")
    opened.settle(qtbot, lanes)
    assert [line.text for line in panel.table.model.shown()] == ["Kemarin"]
    assert [action.text() for action in panel.outputs.menu(panel).actions()] == [
        "Salin satu hari untuk WA", "Cetak satu hari …", "Simpan Excel …",
    ]  # fmt: skip
    panel.outputs.ask_paper()
    opened.settle(qtbot, lanes)
    [dialog] = panel.window().findChildren(paper_dialog.PaperDialog)
    qtbot.waitUntil(lambda: "12 Februari 2024" in dialog.title.text(), timeout=20_000)
    dialog.close()
    panel.outputs.copy_day()
    opened.settle(qtbot, lanes)
    assert "13.00 *A* Kemarin" in QtGui.QGuiApplication.clipboard().text()
    panel.outputs.save_as(tmp_path / "buku.xlsx")
    opened.settle(qtbot, lanes)
    rows = reading.read_sheet(tmp_path / "buku.xlsx").rows
    assert [row[3] for row in rows] == ["Isi", "Kemarin"]
