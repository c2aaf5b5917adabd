# SPDX-License-Identifier: Apache-2.0
"""What of the count waits stands in the list: differing copies for who verifies, and in the evening what is not in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain.counts.rights import Right
from desk_app.operations import count_keys, tally, todo, todo_counts
from desk_app.operations.desk import Desk
from tests import counted_offices, regency_offices
from tests.operations.test_count_board import FIRST, SECOND, copy, figures, second
from tests.small_offices import NOW

HOUR = 3600


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        yield desk


def test_copies_that_differ_wait_for_who_verifies(wajo: Desk) -> None:
    counted_offices.hold(wajo)
    copy(wajo, SECOND, (1, 2, 3))
    second(wajo, SECOND, figures(wajo, SECOND, (1, 2, 4)))
    assert todo_counts.waiting(wajo) == []
    finish(tally.refresh(wajo))
    [line] = todo_counts.waiting(wajo)
    assert (line.words, line.count) == ("1 salinan hasil TPS berbeda, menunggu klarifikasi", 1)
    assert line.target.chosen == {"show": "noted", "rule": "disputed", "race": "ppwp"}
    assert line in todo.todo(wajo)
    count_keys.grant(wajo, 1, [Right.TOTALS])
    assert todo_counts.waiting(wajo) == []


def test_what_is_not_in_is_told_from_the_evening_where_copying_has_begun(wajo: Desk) -> None:
    wajo.now = lambda: NOW + (24 + 8) * HOUR  # voting day, 21.00
    assert todo_counts.waiting(wajo) == []
    copy(wajo, FIRST)
    [line] = todo_counts.waiting(wajo)
    assert (line.words, line.count) == ("8 TPS belum masuk hasil suaranya (PPWP)", 8)
    assert line.target.chosen == {"show": "missing", "race": "ppwp"}
    wajo.now = lambda: NOW + (24 + 6) * HOUR  # 19.00
    assert todo_counts.waiting(wajo) == []
    wajo.now = lambda: NOW + 24 * 9 * HOUR
    assert todo_counts.waiting(wajo) == []
