# SPDX-License-Identifier: Apache-2.0
"""What cannot be undone is refused in words, what is out is asked about, and the button of an undo brings it back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.base.progress import finish
from desk_app.operations import history, papers, printing, sending, stations
from desk_app.operations.desk import Desk
from tests import acquainted, small_offices
from ui.dialogs import undo_notice
from ui.start import session

SENT = "sudah dikirim ke kantor lain"


def test_the_words_name_act_and_record(desk: Desk) -> None:
    stations.create_station(desk, "73.13.06.1001", 5)
    group = history.next_undo(desk)
    assert group is not None
    said = undo_notice.words(desk, group)
    assert said.startswith(group.label)
    assert "TPS 005" in said
    assert "73.13" not in said


def test_nothing_to_undo_is_told(opened: session.Session, qtbot: QtBot) -> None:
    opened.window.undo_wanted.emit()
    notices = opened.window.page("settings").notices
    qtbot.waitUntil(lambda: notices.text == "Tidak ada yang dapat dibatalkan.")


def test_the_button_of_an_undo_brings_it_back(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    stations.create_station(desk, "73.13.06.1001", 5)
    opened.window.undo_wanted.emit()
    notices = opened.window.page("settings").notices
    qtbot.waitUntil(lambda: notices.text.startswith("Dibatalkan"))
    notices._button.click()
    qtbot.waitUntil(lambda: stations.count_stations(desk) == 1)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def make_and_send(desk: Desk, stick: Path) -> None:
    """A TPS, and a package for the province in which it goes."""
    stations.create_station(desk, "73.13.06.1001", 5)
    with small_offices.make(stick.parent / "provinsi", "73", stations=0).desk as province:
        acquainted.introduce(province, desk)
    finish(sending.send(desk, "73", stick))


def test_what_was_sent_is_asked_about_first(opened: session.Session, desk: Desk, qtbot: QtBot, stick: Path) -> None:
    make_and_send(desk, stick)
    window, notices = opened.window, opened.window.page("settings").notices
    qtbot.waitUntil(lambda: window.actions_.undo.text().endswith("sudah dikirim"))
    window.undo_wanted.emit()
    qtbot.waitUntil(lambda: SENT in notices.text)
    assert "TPS 005" in notices.text
    assert notices._button.text() == "Tetap batalkan"
    assert stations.count_stations(desk) == 1
    notices._button.click()
    qtbot.waitUntil(lambda: notices.text.startswith("Dibatalkan"))
    assert notices.text.endswith("Perbaikannya ikut dalam kiriman berikutnya.")
    assert stations.count_stations(desk) == 0


def test_what_was_printed_is_asked_about_first(opened: session.Session, desk: Desk, qtbot: QtBot) -> None:
    stations.create_station(desk, "73.13.06.1001", 5)
    printing.issue(desk, printing.make(desk, papers.Asked()))
    window, notices = opened.window, opened.window.page("settings").notices
    qtbot.waitUntil(lambda: window.actions_.undo.text().endswith("sudah tercetak"))
    window.undo_wanted.emit()
    qtbot.waitUntil(lambda: "sudah tercetak" in notices.text)
    notices._button.click()
    qtbot.waitUntil(lambda: notices.text.startswith("Dibatalkan"))
    assert "kiriman" not in notices.text


def test_the_button_does_nothing_else_than_what_was_asked(
    opened: session.Session, desk: Desk, qtbot: QtBot, stick: Path
) -> None:
    make_and_send(desk, stick)
    notices = opened.window.page("settings").notices
    opened.window.undo_wanted.emit()
    qtbot.waitUntil(lambda: SENT in notices.text)
    stations.create_station(desk, "73.13.06.1001", 6)
    notices._button.click()
    qtbot.waitUntil(lambda: "ada isian yang lebih baru" in notices.text)
    assert stations.count_stations(desk) == 2


def test_what_is_brought_back_after_its_undo_was_sent_goes_as_a_correction(
    opened: session.Session, desk: Desk, qtbot: QtBot, stick: Path
) -> None:
    make_and_send(desk, stick)
    history.undo(desk, even_if_sent=True)
    finish(sending.send(desk, "73", stick))
    notices = opened.window.page("settings").notices
    opened.window.redo_wanted.emit()
    qtbot.waitUntil(lambda: notices.text.startswith("Diulangi"))
    assert notices.text.endswith("Perbaikannya ikut dalam kiriman berikutnya.")
    assert stations.count_stations(desk) == 1
