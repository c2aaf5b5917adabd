# SPDX-License-Identifier: Apache-2.0
"""What has left the office: by a seal and a package that may hold it, or by a paper that was issued since."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.data import arrivals, gone_out
from desk_app.operations import answers, change_settings, history, papers, printing
from desk_app.operations.desk import Desk
from tests import regency_offices, two_offices
from tests.two_offices import FIRST, NUMBER, Two


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def last(desk: Desk) -> int:
    with desk.reading() as connection:
        return arrivals.latest(connection)


def is_sent(desk: Desk, arrival: int) -> bool:
    with desk.reading() as connection:
        return gone_out.sent(connection, arrival)


def is_printed(desk: Desk, arrival: int) -> bool:
    with desk.reading() as connection:
        return gone_out.printed(connection, arrival)


def test_what_a_package_holds_is_sent_and_what_came_after_is_not(two: Two) -> None:
    answers.set_answer(two.tempe, FIRST, NUMBER, "1")
    before = last(two.tempe)
    assert not is_sent(two.tempe, before)
    two.send(two.tempe, two.kabupaten)
    answers.set_answer(two.tempe, FIRST, NUMBER, "2")
    assert is_sent(two.tempe, before)
    assert not is_sent(two.tempe, last(two.tempe))


def test_what_no_package_may_hold_is_not_sent(two: Two) -> None:
    """Settings are the office's own, and nothing of Belawa goes to Tempe, though a seal covers both."""
    change_settings.set_many(two.kabupaten, {"paper": "A4"})
    own = last(two.kabupaten)
    answers.set_answer(two.kabupaten, regency_offices.tps(regency_offices.BELAWA_VILLAGE, 1), NUMBER, "1")
    elsewhere = last(two.kabupaten)
    answers.set_answer(two.kabupaten, FIRST, NUMBER, "1")
    two.send(two.kabupaten, two.tempe)
    assert [is_sent(two.kabupaten, one) for one in (own, elsewhere, last(two.kabupaten))] == [False, False, True]


def test_a_step_back_and_forth_is_out_as_the_last_of_it_that_went(two: Two) -> None:
    desk = two.tempe
    answers.set_answer(desk, FIRST, NUMBER, "1")
    edit = last(desk)
    two.send(desk, two.kabupaten)
    history.undo(desk, even_if_sent=True)
    undone = last(desk)
    assert not is_sent(desk, undone), "outside stands the answer"
    history.redo(desk)
    assert is_sent(desk, last(desk)), "outside stands what the redo made"
    history.undo(desk, even_if_sent=True)
    two.send(desk, two.kabupaten)
    assert is_sent(desk, last(desk)), "outside stands what the undo made"
    history.redo(desk)
    assert not is_sent(desk, last(desk))
    assert is_sent(desk, edit)


def test_a_paper_shows_what_was_there_before_it_was_made(wajo: Desk) -> None:
    answers.set_answer(wajo, FIRST, NUMBER, "1")
    before = last(wajo)
    made = printing.make(wajo, papers.Asked())
    answers.set_answer(wajo, FIRST, NUMBER, "2")
    after = last(wajo)
    assert not is_printed(wajo, before), "a draft is no paper"
    printing.issue(wajo, made)
    assert is_printed(wajo, before)
    assert not is_printed(wajo, after)
