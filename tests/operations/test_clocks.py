# SPDX-License-Identifier: Apache-2.0
"""A clock that cannot be right is told with the office's name; a slow stick is no fault; all against us: it is ours."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.operations import answers, clocks, receiving, sending, todo
from desk_app.operations.clocks import DAY, HOUR, Why
from desk_app.operations.desk import Desk
from tests import acquainted, regency_offices, two_offices
from tests.small_offices import NOW

YEAR = 365 * DAY


@pytest.mark.parametrize(
    ("clock", "after", "earlier", "found"),
    [
        (NOW, None, None, None),
        (NOW + 25 * HOUR, None, None, None),
        (NOW + 27 * HOUR, None, None, (Why.AHEAD, 27 * HOUR)),
        (NOW - 30 * DAY, None, None, None),
        (NOW - 17 * YEAR, None, None, (Why.BEHIND, 17 * YEAR)),
        (NOW - 3 * DAY, NOW - DAY, None, (Why.BEHIND, 2 * DAY)),
        (NOW - 3 * DAY, NOW - 4 * DAY, None, None),
        (NOW - 3 * DAY, None, NOW - DAY, (Why.BACK, 2 * DAY)),
        (NOW - 3 * DAY, None, NOW + 9 * YEAR, None),
    ],
    ids=["right", "zone", "ahead", "slow stick", "1/1/2007", "behind what it had", "had before", "back", "mended"],
)
def test_what_cannot_be(clock: int, after: int | None, earlier: int | None, found: object) -> None:
    assert clocks.judge(clock, NOW, after, earlier) == found


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (27 * HOUR, "27 jam"),
        (3 * DAY, "3 hari"),
        (61 * DAY, "2 bulan"),
        (17 * YEAR + 5 * DAY, "17 tahun"),
    ],
)
def test_how_long(seconds: int, said: str) -> None:
    assert clocks.lasting(seconds) == said


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def test_an_office_whose_battery_is_dead_is_named_until_its_clock_is_mended(two: two_offices.Two) -> None:
    assert clocks.doubts(two.kabupaten) == []
    two.tempe.now = lambda: NOW - 17 * YEAR
    outcome = two.carry(two.tempe, two.kabupaten)
    assert outcome.clock == NOW - 17 * YEAR
    [found] = clocks.doubts(two.kabupaten)
    assert (found.place, found.why) == ("73.13.06", Why.BEHIND)
    assert found.words == "Jam komputer Desk Pemilu Kecamatan Tempe tampak salah: 17 tahun terlalu lambat."
    [line] = [one for one in todo.todo(two.kabupaten) if one.kind is todo.TodoKind.CLOCK]
    assert line.words == found.words
    two.tempe.now = lambda: NOW + HOUR
    assert two.carry(two.tempe, two.kabupaten).clock == 0
    assert clocks.doubts(two.kabupaten) == []


def test_a_package_that_lay_for_weeks_is_no_fault(two: two_offices.Two) -> None:
    path = two.send(two.tempe, two.kabupaten)
    two.kabupaten.now = lambda: NOW + 20 * DAY
    [outcome] = finish(receiving.receive(two.kabupaten, [path]))
    assert outcome.clock == 0
    assert clocks.doubts(two.kabupaten) == []


def test_an_office_that_had_our_package_before_it_was_made_is_found_out(two: two_offices.Two) -> None:
    """Three days are a slow stick; but the package tells that ours of today was there already."""
    answers.set_answer(two.kabupaten, two_offices.FIRST, two_offices.NUMBER, 3)
    two.carry(two.kabupaten, two.tempe)
    two.tempe.now = lambda: NOW - 3 * DAY
    outcome = two.carry(two.tempe, two.kabupaten)
    assert outcome.clock == NOW - 3 * DAY
    [found] = clocks.doubts(two.kabupaten)
    assert (found.why, found.off) == (Why.BEHIND, 3 * DAY)


def test_our_own_clock_that_went_back_is_told(two: two_offices.Two) -> None:
    assert clocks.own(two.kabupaten) is None
    two.kabupaten.now = lambda: NOW - 15 * YEAR
    found = clocks.own(two.kabupaten)
    assert found is not None
    assert found.words == "Jam komputer ini mundur 15 tahun sejak isian terakhir. Periksa tanggal dan jam komputer."


@pytest.fixture
def four(tmp_path: Path) -> Iterator[tuple[Desk, list[Desk], Path]]:
    """A kabupaten and three of its kecamatan."""
    stick = tmp_path / "stick"
    stick.mkdir()
    with ExitStack() as stack:
        wajo = stack.enter_context(regency_offices.make(tmp_path / "wajo"))
        below = [
            stack.enter_context(two_offices.kecamatan(tmp_path / place, place))
            for place in ("73.13.06", "73.13.07", "73.13.08")
        ]
        acquainted.introduce(wajo, *below)
        yield wajo, below, stick


@pytest.mark.parametrize(("off", "word"), [(9 * YEAR, "terlalu cepat"), (-2 * YEAR, "terlalu lambat")])
def test_where_the_others_agree_it_is_our_clock(
    four: tuple[Desk, list[Desk], Path], off: int, word: str
) -> None:
    wajo, below, stick = four
    wajo.now = lambda: NOW + off
    sent = [finish(sending.send(one, "73.13", stick)).files[0] for one in below]
    finish(receiving.receive(wajo, sent[:1]))
    assert len(clocks.doubts(wajo)) == 1
    finish(receiving.receive(wajo, sent[1:]))
    found = clocks.own(wajo)
    assert found is not None
    assert word in found.words
    assert len(found.offices) == 3
    assert clocks.doubts(wajo) == []


def test_one_office_among_others_is_the_one_that_is_wrong(four: tuple[Desk, list[Desk], Path]) -> None:
    wajo, below, stick = four
    below[0].now = lambda: NOW + 9 * YEAR
    below[1].now = lambda: NOW + 9 * YEAR + DAY
    sent = [finish(sending.send(one, "73.13", stick)).files[0] for one in below]
    finish(receiving.receive(wajo, [sent[0], sent[2]]))
    assert clocks.own(wajo) is None
    assert [one.place for one in clocks.doubts(wajo)] == ["73.13.06"]
    # Two against one: they may as well be right.
    finish(receiving.receive(wajo, [sent[1]]))
    assert clocks.own(wajo) is not None
