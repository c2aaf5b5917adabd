# SPDX-License-Identifier: Apache-2.0
"""Rounds of weighing and reading: one at a time, once more where it was asked meanwhile, and what ends one early."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk_app.base.progress import Steps
from desk_app.domain import errors
from desk_app.domain.counts.rights import Right
from desk_app.domain.words import N_
from desk_app.operations import count_board, count_keys, tally
from desk_app.operations.desk import Desk
from tests import counting_people, regency_offices
from ui import runner
from ui.pages.counts_page import part, weighing

RACE = counting_people.RACE
ONE, TWO = (regency_offices.tps(regency_offices.TEMPE_VILLAGE, number) for number in (1, 2))


class Tab(part.Part):
    """A tab that shows how many votes the first candidate has; None for who may not see them."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        self.failures: list[Exception] = []
        super().__init__(desk, lanes, self.failures.append)
        self.taken: list[int | None] = []
        self.steps: list[str] = []
        self.work: Callable[[], int | None] | None = self.votes
        self.rounds = weighing.Weighing(
            self, "test", [Right.TOTALS], look=lambda: self.work, take=self.taken.append, failed=self.failures.append
        )
        self.rounds.stepped.connect(self.steps.append)
        self.shown_at_end: list[list[int | None]] = []
        self.rounds.ended.connect(lambda: self.shown_at_end.append(list(self.taken)))

    def votes(self) -> int | None:
        if Right.TOTALS not in count_keys.rights(self.desk):
            return None
        found = count_board.totals(self.desk, RACE, "73.13").total.sums.get("v1")
        return found.value if found is not None else 0


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as made:
        counting_people.prepare(made)
        counting_people.copy(made, ONE, (80, 40, 50))
        yield made


@pytest.fixture
def tab(wajo: Desk, lanes: runner.Runner, qtbot: QtBot) -> Tab:
    made = Tab(wajo, lanes)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def gate(lanes: runner.Runner) -> Iterator[threading.Event]:
    """The lane of long work is busy until this is set."""
    opened = threading.Event()

    def wait() -> Steps[None]:
        opened.wait(20)
        yield from ()

    lanes.long(wait)
    yield opened
    opened.set()


def test_what_came_in_is_weighed_and_then_read(wajo: Desk, tab: Tab, lanes: runner.Runner) -> None:
    tab.rounds.weigh()
    lanes.wait_idle()
    assert tab.taken == [80]
    assert tab.steps == ["Menimbang salinan yang masuk: 0 dari 5", ""]
    counting_people.copy(wajo, TWO, (7, 40, 50))
    tab.rounds.read()
    lanes.wait_idle()
    assert tab.taken == [80, 80]
    tab.rounds.weigh()
    lanes.wait_idle()
    assert tab.taken == [80, 80, 87]
    assert tab.failures == []


def test_asked_many_times_meanwhile_it_goes_once_more(tab: Tab, lanes: runner.Runner, gate: threading.Event) -> None:
    for _time in range(4):
        tab.rounds.weigh()
    assert lanes.pending == 2  # what keeps the lane, and the round
    gate.set()
    lanes.wait_idle()
    assert tab.taken == [80, 80]


def test_a_reading_meanwhile_does_not_end_the_round(
    tab: Tab, lanes: runner.Runner, gate: threading.Event, qtbot: QtBot
) -> None:
    tab.rounds.weigh()
    tab.rounds.read()
    qtbot.waitUntil(lambda: len(tab.taken) == 1)
    assert tab.taken == [0]
    tab.work = None
    tab.rounds.read()
    tab.work = tab.votes
    tab.rounds.weigh()
    assert lanes.pending == 2
    gate.set()
    lanes.wait_idle()
    assert tab.taken == [0, 80, 80]
    assert tab.shown_at_end == [[0, 80], [0, 80, 80]]


def test_a_reading_while_the_round_reads_takes_its_place(tab: Tab, lanes: runner.Runner, qtbot: QtBot) -> None:
    let_on, begun = threading.Event(), threading.Event()

    def slow() -> int:
        begun.set()
        let_on.wait(20)
        return -1

    tab.work = slow
    tab.rounds.weigh()
    qtbot.waitUntil(begun.is_set)
    tab.work = tab.votes
    tab.rounds.read()
    qtbot.waitUntil(lambda: bool(tab.taken))
    tab.rounds.weigh()
    qtbot.waitUntil(lambda: len(tab.taken) == 2)
    let_on.set()
    lanes.wait_idle()
    assert tab.taken == [80, 80]


def test_the_key_is_put_away_meanwhile(wajo: Desk, tab: Tab, lanes: runner.Runner, gate: threading.Event) -> None:
    tab.rounds.weigh()
    with counting_people.somebody(wajo, "Sitti"):
        gate.set()
        lanes.wait_idle()
    assert tab.taken == [None]
    assert tab.failures == []
    tab.rounds.weigh()
    lanes.wait_idle()
    assert tab.taken == [None, 80]


def test_who_has_not_the_right_reads_and_weighs_nothing(
    wajo: Desk, tab: Tab, lanes: runner.Runner, gate: threading.Event, qtbot: QtBot
) -> None:
    with counting_people.somebody(wajo, "Sitti"):
        tab.rounds.weigh()
        qtbot.waitUntil(lambda: tab.taken == [None])
    assert lanes.pending == 1
    assert set(tab.steps) == {""}


def test_a_weighing_that_fails_is_told_and_the_next_one_goes(wajo: Desk, tab: Tab, lanes: runner.Runner) -> None:
    path = tally.path_of(wajo)
    path.mkdir()
    tab.rounds.weigh()
    lanes.wait_idle()
    assert len(tab.failures) == 1
    assert tab.taken == []
    path.rmdir()
    tab.rounds.weigh()
    lanes.wait_idle()
    assert tab.taken == [80]


def test_a_reading_that_fails_is_told_and_the_next_one_goes(tab: Tab, lanes: runner.Runner) -> None:
    refused = errors.Refused(N_("Tidak."))

    def fail() -> int:
        raise refused

    tab.work = fail
    tab.rounds.weigh()
    lanes.wait_idle()
    assert tab.failures == [refused]
    tab.work = tab.votes
    tab.rounds.weigh()
    lanes.wait_idle()
    assert tab.taken == [80]


def test_nothing_to_read_ends_the_round(tab: Tab, lanes: runner.Runner) -> None:
    tab.work = None
    tab.rounds.weigh()
    lanes.wait_idle()
    tab.work = tab.votes
    tab.rounds.weigh()
    lanes.wait_idle()
    assert tab.taken == [80]
