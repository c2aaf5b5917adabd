# SPDX-License-Identifier: Apache-2.0
"""An office in its window: head, foot, undo by keyboard, handbook, lock, other colours, backup when it closes."""

from pathlib import Path

from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.base import text
from desk_app.operations import backups, change_settings, office_identity, opening, settings, stations
from desk_app.operations.desk import BACKUPS, Desk
from tests import acquainted
from tests.ui import offices
from ui import theme
from ui.start import session


def test_the_head_tells_office_election_and_operator(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    head = opened.window.head
    assert head.office.text() == "Desk Pemilu Kabupaten Wajo"
    assert head.event_name.text().startswith("Pemilu 2024 · 14-02-2024 · H")
    assert head.operator.text() == "Operator 1"
    opened.lanes.write(lambda: office_identity.rename(desk, name="Desk Wajo"))
    qtbot.waitUntil(lambda: head.office.text() == "Desk Wajo")
    qtbot.waitUntil(lambda: opened.window.windowTitle() == "Desk Wajo")


def test_undo_and_redo_say_what_they_do(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    window = opened.window
    assert not window.actions_.undo.isEnabled()
    opened.lanes.write(lambda: stations.create_station(desk, "73.13.06.1001", 5, {"dpt_male": 100}))
    qtbot.waitUntil(lambda: "TPS" in window.actions_.undo.text())
    qtbot.keyClick(window, QtCore.Qt.Key.Key_Z, QtCore.Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stations.count_stations(desk) == 0)
    qtbot.waitUntil(lambda: window.page("settings").notices.text.startswith("Dibatalkan"))
    qtbot.waitUntil(window.actions_.redo.isEnabled)
    assert "TPS" in window.actions_.redo.text()
    qtbot.keyClick(window, QtCore.Qt.Key.Key_Y, QtCore.Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: stations.count_stations(desk) == 1)
    qtbot.waitUntil(lambda: window.page("settings").notices.text.startswith("Diulangi"))


def test_the_foot_tells_saved_unsent_and_backup(
    opened: session.Session, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    foot = opened.window.foot
    with offices.desk(tmp_path / "provinsi", "73") as province:
        acquainted.introduce(province, desk)
    opened.foot.look()
    qtbot.waitUntil(lambda: foot.unsent.text().startswith("belum dikirim ke provinsi: "), timeout=5000)
    qtbot.waitUntil(lambda: foot.backup.text() == "belum ada backup")
    opened.lanes.write(lambda: stations.create_station(desk, "73.13.06.1001", 5))
    qtbot.waitUntil(lambda: foot.saved.text() == "tersimpan baru saja")
    opened.foot.back_up()
    qtbot.waitUntil(lambda: foot.backup.text().startswith("backup terakhir pukul"), timeout=10_000)
    qtbot.waitUntil(lambda: foot.work.text() == "")
    assert len(backups.backups_of(desk.folder / BACKUPS)) == 1
    foot.backup_followed.emit()
    page = opened.window.page("settings")
    assert page.list.currentItem().text() == "Backup"  # type: ignore[attr-defined]


def test_search_finds_a_station(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    stations.create_station(desk, "73.13.06.1001", 5)
    box = opened.window.head.search
    opened.window.actions_.find.trigger()
    qtbot.keyClicks(box, "tem 5")
    qtbot.waitUntil(lambda: any(hit.title.startswith("TPS 005") for hit in box.hits), timeout=5000)
    assert box.hits[0].page == "checklist"
    box.clear()


def test_f1_opens_the_chapter_and_its_links(opened: session.Session, qtbot: QtBot) -> None:
    opened.window.actions_.help.trigger()
    assert opened.handbook.isVisible()
    assert opened.handbook.title.text() == "Pengaturan"
    opened.handbook.chapter_wanted.emit("exchange")
    assert opened.handbook.title.text() == "Kirim & Terima"


def test_other_colours_at_once(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    opened.lanes.write(lambda: change_settings.set_many(desk, {"theme": "dark"}))
    qtbot.waitUntil(lambda: theme.tokens().dark)
    opened.lanes.write(lambda: change_settings.set_many(desk, {"theme": "light"}))
    qtbot.waitUntil(lambda: not theme.tokens().dark)


def test_another_language_comes_with_another_window(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    notices = opened.window.page("settings").notices
    opened.lanes.write(lambda: change_settings.set_many(desk, {"language": "en"}))
    qtbot.waitUntil(lambda: notices.text != "")
    said = "Bahasa berganti setelah jendela dibuka lagi."
    assert notices.text == f"{said} · {text.said_in('en', said)}"
    assert text.said_in("en", said) != said
    assert text.language() == "id", "not half a window in each"
    notices.clear()
    opened.lanes.write(lambda: change_settings.set_many(desk, {"language": "id"}))
    opened.lanes.wait_idle()
    qtbot.wait(20)
    assert notices.text == "", "nothing changes"
    opened.lanes.write(lambda: change_settings.set_many(desk, {"language": "en"}))
    qtbot.waitUntil(lambda: notices.text != "")
    with qtbot.waitSignal(opened.ended):
        notices._button.click()
    lanes = opened.lanes
    again = session.Session(desk, lanes)
    try:
        assert text.language() == "en"
        with qtbot.waitSignal(again.ended, timeout=20_000):
            again.leave(session.Leaving.QUIT)
    finally:
        text.use_language("id")


def test_the_foot_tells_of_a_backup_that_was_asked_for(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    foot = opened.window.foot
    qtbot.waitUntil(lambda: foot.backup.text() == "belum ada backup", timeout=5000)
    opened.window.go("settings", "backup")
    section = opened.window.page("settings").section("backup")  # type: ignore[attr-defined]
    section.make_button.click()
    qtbot.waitUntil(lambda: foot.backup.text().startswith("backup terakhir pukul"), timeout=10_000)
    qtbot.waitUntil(lambda: section.table.model.total == 1)


def test_closing_makes_a_backup_and_closes_the_office(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    heard: list[frozenset[str]] = []
    opened.news.changed.connect(heard.append)
    with qtbot.waitSignal(opened.ended, timeout=20_000) as told:
        opened.window.close()
    qtbot.wait(20)
    assert told.args == [session.Leaving.QUIT]
    assert not any("backup" in flags for flags in heard), "no page reads a closed office"
    (made,) = backups.backups_of(desk.folder / BACKUPS)
    assert (made.ok, made.reason) == (True, "exit")
    opening.open_office(desk.folder, offices.PASSWORD).close()


def test_the_same_office_in_a_new_window(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.ended) as told:
        opened.leave(session.Leaving.AGAIN)
    assert told.args == [session.Leaving.AGAIN]
    assert settings.get(desk, "paper") == "F4", "the office is open still"


def test_the_menu_of_the_operator_locks(opened: session.Session, qtbot: QtBot) -> None:
    actions = {action.text(): action for action in opened.window.head.operator_menu.actions()}
    actions["Kunci layar"].trigger()
    assert opened.lock.isVisible()
    opened.lock.password.setText(offices.PASSWORD)
    with qtbot.waitSignal(opened.lock.unlocked, timeout=10_000):
        opened.lock.button.click()


def test_it_fits_a_small_screen(opened: session.Session) -> None:
    least = opened.window.minimumSizeHint()
    assert least.width() <= 911
    assert least.height() <= 470
