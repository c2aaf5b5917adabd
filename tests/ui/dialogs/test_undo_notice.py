# SPDX-License-Identifier: Apache-2.0
"""What a deletion took out comes back by the notice: asked about first where it was sent, and nothing newer with it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6 import QtCore
from pytestqt.qtbot import QtBot

from desk_app.domain import errors
from desk_app.operations import issue_register, issues
from tests import two_offices
from tests.small_offices import NOW
from ui import runner
from ui.dialogs import undo_notice
from ui.widgets import notice


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


class Page(QtCore.QObject):
    """What is told, and what failed."""

    def __init__(self, two: two_offices.Two, lanes: runner.Runner) -> None:
        super().__init__()
        self.lanes = lanes
        self.told: list[notice.Notice] = []
        self.failures: list[Exception] = []
        self.undo = undo_notice.UndoNotice(two.tempe, lanes, self.told.append, self)

    def settle(self, qtbot: QtBot) -> None:
        for _turn in range(3):
            self.lanes.wait_idle()
            qtbot.wait(5)

    def press(self, qtbot: QtBot, words: str) -> None:
        said = self.told.pop()
        assert said.action_words == words
        assert said.action is not None
        said.action()
        self.settle(qtbot)


@pytest.fixture
def page(two: two_offices.Two, lanes: runner.Runner) -> Page:
    return Page(two, lanes)


def titles(two: two_offices.Two) -> list[str]:
    return [row.title for row in issue_register.issue_rows(two.tempe)]


def delete(two: two_offices.Two, page: Page, qtbot: QtBot, done: Callable[[], object] | None = None) -> None:
    no = issues.new_issue(two.tempe, "Padam", two_offices.FIRST)
    page.undo.take_out(lambda: issues.delete_issue(two.tempe, no), "Dihapus.", page.failures.append, done)
    page.settle(qtbot)
    assert titles(two) == []


def test_the_button_brings_back(two: two_offices.Two, page: Page, qtbot: QtBot) -> None:
    done: list[int] = []
    delete(two, page, qtbot, lambda: done.append(len(page.told)))
    assert done == [0]
    assert page.told[-1].words == "Dihapus."
    page.press(qtbot, "Batalkan")
    assert titles(two) == ["Padam"]
    assert page.told[-1].words.startswith("Dibatalkan: Permasalahan dihapus")
    page.press(qtbot, "Ulangi")
    assert titles(two) == []


def test_what_was_sent_meanwhile_is_asked_about(two: two_offices.Two, page: Page, qtbot: QtBot) -> None:
    delete(two, page, qtbot)
    batalkan = page.told[-1]
    two.send(two.tempe, two.kabupaten)
    page.press(qtbot, "Batalkan")
    assert titles(two) == []
    asked = page.told[-1]
    assert asked.tone is notice.Tone.WARNING
    assert "sudah dikirim ke kantor lain" in asked.words
    page.press(qtbot, "Tetap batalkan")
    assert titles(two) == ["Padam"]
    assert page.told[-1].words.endswith("Perbaikannya ikut dalam kiriman berikutnya.")
    assert batalkan.action is not None
    batalkan.action()
    page.settle(qtbot)
    assert page.told[-1].tone is notice.Tone.REFUSED


def test_nothing_newer_is_taken_back(two: two_offices.Two, page: Page, qtbot: QtBot) -> None:
    delete(two, page, qtbot)
    issues.new_issue(two.tempe, "Lain", two_offices.SECOND)
    page.press(qtbot, "Batalkan")
    assert "ada isian yang lebih baru" in page.told[-1].words
    assert titles(two) == ["Lain"]


def test_what_cannot_be_taken_out_is_told_where_it_failed(two: two_offices.Two, page: Page, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise errors.Refused("tidak boleh {at}", at=NOW)

    page.undo.take_out(refuse, "Dihapus.", page.failures.append)
    page.settle(qtbot)
    assert page.told == []
    assert isinstance(page.failures[0], errors.Refused)
