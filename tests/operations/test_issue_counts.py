# SPDX-License-Identifier: Apache-2.0
"""The figures of the register, day by day."""

import pytest

from desk_app.domain.issues import Severity, State
from desk_app.operations import issue_counts
from desk_app.operations.desk import Desk
from tests import three_issues
from tests.regency_offices import BELAWA


@pytest.fixture
def numbers(wajo: Desk) -> tuple[int, int, int]:
    return three_issues.written(wajo)


def test_figures(wajo: Desk, numbers: tuple[int, ...]) -> None:
    figures = issue_counts.counts(wajo, last_days=3)
    assert (figures.open, figures.total, figures.overdue) == (2, 3, 0)
    assert figures.by_state == {State.NEW: 1, State.CONVEYED: 1, State.UNFOUNDED: 1}
    assert figures.by_severity == {Severity.URGENT: 1, Severity.LOW: 1}
    assert [(day.reported, day.closed, day.open) for day in figures.per_day] == [(1, 0, 1), (1, 0, 2), (1, 1, 2)]
    assert issue_counts.counts(wajo, BELAWA).total == 1
