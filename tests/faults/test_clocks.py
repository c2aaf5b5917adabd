# SPDX-License-Identifier: Apache-2.0
"""Clocks that are wrong, that jump, of other zones: they decide nothing; one that cannot be right is told."""

import locale
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_app.base.progress import finish
from desk_app.operations import (
    answers,
    clocks,
    disagreements,
    history,
    issue_deeds,
    issues,
    receiving,
    sending,
    stations,
)
from tests.faults import at_hand
from tests.faults.at_hand import FIRST, NUMBER, SECOND, YES_NO, Offices
from tests.small_offices import NOW

CLOCKS = {
    "1969": -86_400,
    "1980": 315_532_800,
    "2009": 1_230_768_000,
    "the last second of 32 bits": 2_147_483_647,
    "after it": 2_147_483_649,
    "2099": 4_070_908_800,
    "36812": 1_099_500_000_000,
}
Seen = dict[str, Any]


def play(folder: Path, prepared: at_hand.Prepared, clock: Callable[[], int]) -> Seen:
    """A day of Tempe and the kabupaten, with this clock at Tempe; what both show in the end."""
    folder.mkdir()
    offices = at_hand.Offices(prepared, folder)
    tempe, kabupaten = offices.tempe, offices.kabupaten
    tempe.now = clock
    answers.set_answers(tempe, [(FIRST, NUMBER, 5, "a"), (SECOND, NUMBER, 2, None), (SECOND, YES_NO, "S", None)])
    answers.set_answer(kabupaten, FIRST, NUMBER, "4")
    no = issues.new_issue(tempe, "Banjir", FIRST[:13])
    issue_deeds.follow_up(tempe, no, "ditinjau")
    offices.carry(tempe, kabupaten)
    stations.edit_station(kabupaten, SECOND, {"site": "SDN 7"})
    stations.edit_station(tempe, SECOND, {"site": "SDN 8"})
    answers.set_answer(tempe, SECOND, NUMBER, "3")
    history.undo(tempe, even_if_sent=True)
    issues.delete_issue(tempe, no)
    for _ in range(2):
        offices.carry(kabupaten, tempe)
        offices.carry(tempe, kabupaten)
    seen = {name: look(desk) for name, desk in offices.opened.items()}
    assert not at_hand.faults(tempe)
    assert not at_hand.faults(kabupaten)
    offices.close()
    return seen


def look(desk: Any) -> Seen:
    with desk.reading() as connection:
        rows = {
            "answers": "SELECT subject, item, choice, quantity, note, alive FROM answer ORDER BY subject, item",
            "stations": "SELECT village, number, site, dpt_male, alive FROM station ORDER BY village, number",
            "issues": "SELECT number, title, state, alive FROM issue ORDER BY number",
            "readiness": "SELECT subject, phase, state FROM readiness ORDER BY subject, phase",
        }
        found: Seen = {
            name: [tuple(row) for row in connection.exec_driver_sql(query)] for name, query in rows.items()}
    found["disputes"] = sorted(
        (one.title, one.field, one.shown, tuple(sorted(str(side.value) for side in one.sides)))
        for one in disagreements.open_ones(desk))
    return found


@pytest.fixture(scope="module")
def expected(prepared: at_hand.Prepared, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """What is shown where every clock is right."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("right clocks")
        patch.setenv("DESK_HOME", str(folder / "home"))
        seen = play(folder / "offices", prepared, lambda: NOW)
    assert seen["tempe"]["disputes"]
    assert seen["tempe"]["disputes"] == seen["kabupaten"]["disputes"]
    return seen


@pytest.mark.parametrize("clock", CLOCKS.values(), ids=CLOCKS)
def test_86_a_clock_that_is_years_off(
    prepared: at_hand.Prepared, tmp_path: Path, expected: Seen, clock: int
) -> None:
    """§23 no. 86: the same is shown, the same disagrees, and the same value is on top."""
    assert play(tmp_path / "offices", prepared, lambda: clock) == expected


def test_87_a_clock_that_jumps_back_during_work(prepared: at_hand.Prepared, tmp_path: Path, expected: Seen) -> None:
    """§23 no. 87: each time it is asked it is three days earlier."""
    moment = NOW

    def backwards() -> int:
        nonlocal moment
        moment -= 3 * 86_400
        return moment

    assert play(tmp_path / "offices", prepared, backwards) == expected


@pytest.fixture(params=["America/New_York", "Asia/Jayapura", "Australia/Lord_Howe", "nonsense"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer of another zone, with summer time, in a language that counts twelve hours."""
    monkeypatch.setenv("TZ", request.param)
    if hasattr(time, "tzset"):
        time.tzset()
    before = locale.setlocale(locale.LC_ALL)
    for name in ("en_US.UTF-8", "C.UTF-8"):
        try:
            locale.setlocale(locale.LC_ALL, name)
            break
        except locale.Error:
            continue
    yield
    locale.setlocale(locale.LC_ALL, before)
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


@pytest.mark.usefixtures("zone")
def test_88_another_zone_summer_time_and_twelve_hours(
    prepared: at_hand.Prepared, tmp_path: Path, expected: Seen
) -> None:
    """§23 no. 88: the computer's settings change neither what is held nor what is shown."""
    os.environ["DESK_HOME"] = str(tmp_path / "home")
    # 31 March 2024, 1.30 in the morning of Central Europe: that hour does not exist there.
    assert play(tmp_path / "offices", prepared, lambda: 1_711_848_600) == expected


def test_89_a_clock_behind_what_it_said_itself(offices: Offices) -> None:
    """§23 no. 89: a warning with the office's name, and nothing else."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "1")
    assert offices.carry(offices.tempe, offices.kabupaten).clock == 0
    offices.tempe.now = lambda: NOW - 9 * 86_400
    answers.set_answer(offices.tempe, FIRST, NUMBER, "2")
    sent = finish(sending.send(offices.tempe, "73.13", offices.stick))
    looked = receiving.preview(offices.kabupaten, sent.files[0])
    [outcome] = finish(receiving.receive(offices.kabupaten, sent.files))
    assert (outcome.changes, outcome.aside, outcome.apart) == (1, (), ())
    assert looked.clock == outcome.clock == NOW - 9 * 86_400
    [doubt] = clocks.doubts(offices.kabupaten)
    assert doubt.office == offices.tempe.identity.name
    assert "terlalu lambat" in doubt.words or "mundur" in doubt.words
    assert at_hand.value(offices.kabupaten, FIRST) == 2
