# SPDX-License-Identifier: Apache-2.0
"""An office that a later version of the program wrote, in the window: read everywhere, written nowhere, and told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from desk_app.data import schema
from desk_app.operations import issue_register, issues, opening, stations, targets
from desk_app.operations.desk import DATABASE, Desk
from tests.ui import offices
from tests.ui.pages.opened import settle
from ui import errors, runner
from ui.start import page_list, session

WORDS = "Hanya dapat dibaca"
TPS = "73.13.06.1001-005"


@pytest.fixture
def newer(tmp_path: Path) -> Iterator[Desk]:
    """The office, with two issues that look like one, as a later version left it."""
    folder = tmp_path / "kantor"
    with offices.desk(folder) as desk:
        stations.create_station(desk, "73.13.06.1001", 5)
        for _ in range(2):
            issues.new_issue(desk, "Listrik padam", TPS, category="LIS")
        key = desk.data_key
    connection = driver.connect(str(folder / DATABASE))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    with opening.open_office(folder, offices.PASSWORD) as desk:
        yield desk


@pytest.fixture
def opened(newer: Desk, lanes: runner.Runner, qtbot: QtBot) -> Iterator[session.Session]:
    troubles = errors.Troubles()
    crashes: list[object] = []
    troubles.crashed.connect(crashes.append)
    lanes.trouble.connect(troubles.take)
    made = session.Session(newer, lanes, troubles)
    made.show()
    qtbot.waitExposed(made.window)
    yield made
    ended: list[object] = []
    made.ended.connect(ended.append)
    made.leave(session.Leaving.QUIT)
    qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
    assert crashes == []


def test_every_page_is_read_and_says_so(opened: session.Session, lanes: runner.Runner, qtbot: QtBot) -> None:
    for key, _title, _icon, _where in page_list.PAGES:
        opened.window.go(key)
        settle(qtbot, lanes)
        page = opened.window.page(key)
        assert WORDS in page.standing.text
        assert page.standing.isVisible()
    register = opened.window.page("issues").register  # type: ignore[attr-defined]
    assert register.table.model.total == 2


def test_whatever_would_write_is_refused_in_words(
    opened: session.Session, newer: Desk, lanes: runner.Runner, qtbot: QtBot
) -> None:
    before = (newer.folder / DATABASE).read_bytes()
    window = opened.window
    window.go("issues")
    settle(qtbot, lanes)
    page = window.page("issues")
    page.register.show_issue(issue_register.issue_rows(newer)[0].no)  # type: ignore[attr-defined]
    settle(qtbot, lanes)
    page.register.detail.delete()  # type: ignore[attr-defined]
    settle(qtbot, lanes)
    assert "versi program yang lebih baru" in page.notices.text
    page.register.begin_new()  # type: ignore[attr-defined]
    qtbot.keyClicks(page.register.new.title, "Atap bocor")  # type: ignore[attr-defined]
    settle(qtbot, lanes)
    page.notices.clear()
    window.undo_wanted.emit()
    settle(qtbot, lanes)
    assert "versi program yang lebih baru" in page.notices.text
    window.go("exchange", targets.Target(targets.Page.EXCHANGE, chosen={"show": "duplicates"}))
    settle(qtbot, lanes)
    exchange = window.page("exchange")
    exchange.duplicates._split.show_detail()  # type: ignore[attr-defined]
    settle(qtbot, lanes)
    merge = [
        one
        for one in exchange.findChildren(QtWidgets.QPushButton)
        if one.text() == "Gabungkan, pakai yang ini" and one.isVisible()
    ]
    merge[0].click()
    settle(qtbot, lanes)
    assert "versi program yang lebih baru" in exchange.notices.text
    assert len(issue_register.issue_rows(newer)) == 2
    assert (newer.folder / DATABASE).read_bytes() == before
