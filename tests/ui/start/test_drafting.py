# SPDX-License-Identifier: Apache-2.0
"""What was typed and not written is there again after the window was closed, and after the program was cut off."""

from pathlib import Path

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.operations import drafts, opening
from desk_app.operations.desk import Desk
from tests.ui import offices
from ui import errors, runner
from ui.pages import issues_page
from ui.start import drafting, session


def begin(desk: Desk, lanes: runner.Runner, qtbot: QtBot) -> tuple[session.Session, issues_page.IssuesPage]:
    made = session.Session(desk, lanes, errors.Troubles(), first_page="issues")
    made.show()
    qtbot.waitExposed(made.window)
    lanes.wait_idle()
    page = made.window.page("issues")
    assert isinstance(page, issues_page.IssuesPage)
    return made, page


def leave(made: session.Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(made.ended, timeout=20_000):
        made.window.close()


def test_a_window_that_is_closed_keeps_what_was_begun(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    made, page = begin(offices.desk(tmp_path / "kantor"), lanes, qtbot)
    page.begin_new()
    lanes.wait_idle()
    qtbot.keyClicks(page.register.new.title, "Spanduk roboh di")
    leave(made, qtbot)
    made, page = begin(opening.open_office(tmp_path / "kantor", offices.PASSWORD), lanes, qtbot)
    qtbot.waitUntil(lambda: page.notices.text == "1 draf belum disimpan sejak terakhir dibuka.")
    assert page.drafts_button.isVisible()
    page.begin_new()
    lanes.wait_idle()
    assert page.register.new.title.value() == "Spanduk roboh di"
    page.register.new.write()
    lanes.wait_idle()
    leave(made, qtbot)
    with opening.open_office(tmp_path / "kantor", offices.PASSWORD) as again:
        assert drafts.drafts_of(again) == []


def test_what_is_typed_is_kept_while_one_types(
    tmp_path: Path, lanes: runner.Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = offices.desk(tmp_path / "kantor")
    made, page = begin(desk, lanes, qtbot)
    page.drafts._pause.setInterval(20)
    page.tabs.setCurrentWidget(page.logbook)
    qtbot.keyClicks(page.logbook.text, "Hujan deras di")
    qtbot.waitUntil(lambda: [one.excerpt for one in drafts.drafts_of(desk)] == ["Hujan deras di"])
    page.logbook.text.selectAll()
    qtbot.keyClick(page.logbook.text, QtCore.Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: drafts.drafts_of(desk) == [])
    leave(made, qtbot)


def test_an_office_without_drafts_says_nothing() -> None:
    assert drafting.words_of([]) == ""
