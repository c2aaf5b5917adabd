# SPDX-License-Identifier: Apache-2.0
"""What was typed and not written is there again after the window was closed, and after the program was cut off."""

from pathlib import Path

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.operations import drafts, election_settings, issue_register, opening, settings
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
    qtbot.keyClicks(page.logbook.entry.text, "Hujan deras di")
    qtbot.waitUntil(lambda: [one.excerpt for one in drafts.drafts_of(desk)] == ["Hujan deras di"])
    page.logbook.entry.text.selectAll()
    qtbot.keyClick(page.logbook.entry.text, QtCore.Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: drafts.drafts_of(desk) == [])
    leave(made, qtbot)


def test_a_draft_is_not_filed_under_another_election(tmp_path: Path, lanes: runner.Runner, qtbot: QtBot) -> None:
    desk = offices.desk(tmp_path / "kantor")
    made, page = begin(desk, lanes, qtbot)
    before = settings.event_code(desk)
    page.begin_new()
    lanes.wait_idle()
    qtbot.keyClicks(page.register.new.title, "Spanduk roboh di")
    lanes.write(lambda: election_settings.choose(desk, "pilkada-2024"))
    qtbot.waitUntil(lambda: made.window.page("issues") is not page, timeout=20_000)
    other = made.window.page("issues")
    assert isinstance(other, issues_page.IssuesPage)
    lanes.wait_idle()
    other.begin_new()
    lanes.wait_idle()
    assert other.register.new.title.value() == ""
    assert not other.drafts_button.isVisible()
    qtbot.keyClicks(other.register.new.title, "Kotak suara basah")
    other.register.new.write()
    lanes.wait_idle()
    assert [one.title for one in issue_register.issue_rows(desk)] == ["Kotak suara basah"]
    assert [one.excerpt for one in drafts.drafts_of(desk, before)] == ["Spanduk roboh di"]
    leave(made, qtbot)
    made, page = begin(opening.open_office(tmp_path / "kantor", offices.PASSWORD), lanes, qtbot)
    name = next(one.name for one in election_settings.choices(made.desk) if one.code == before)
    qtbot.waitUntil(lambda: page.notices.text == f"1 draf belum disimpan pada {name}.")
    lanes.write(lambda: election_settings.choose(made.desk, before))
    qtbot.waitUntil(lambda: made.window.page("issues") is not page, timeout=20_000)
    back = made.window.page("issues")
    assert isinstance(back, issues_page.IssuesPage)
    qtbot.waitUntil(back.drafts_button.isVisible)
    back.begin_new()
    lanes.wait_idle()
    assert back.register.new.title.value() == "Spanduk roboh di"
    leave(made, qtbot)


def test_what_is_told_names_the_other_elections() -> None:
    assert drafting.words_of([], {}) == ""
    one = drafts.Draft("issues/log", "Buku Posko", {"text": "a"})
    assert drafting.words_of([one, one], {"Pilkada 2024": 3}) == (
        "2 draf belum disimpan sejak terakhir dibuka. 3 draf belum disimpan pada Pilkada 2024."
    )
