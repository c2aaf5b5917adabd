# SPDX-License-Identifier: Apache-2.0
"""Tasks: late from the day after, never once they are closed; a state of a newer version is an open one."""

from datetime import date

import pytest

from desk_app.domain import tasks
from desk_app.domain.tasks import Timing

TODAY = date(2024, 2, 13)


@pytest.mark.parametrize(
    ("state", "due", "expected"),
    [
        ("terbuka", "2024-02-12", Timing.LATE),
        ("terbuka", "2024-02-13", Timing.TODAY),
        ("terbuka", "2024-02-14", Timing.AHEAD),
        ("terbuka", "", Timing.UNDATED),
        ("selesai", "2024-02-01", Timing.CLOSED),
        ("batal", "2024-02-01", Timing.CLOSED),
        ("ditangguhkan", "2024-02-01", Timing.LATE),
        ("", "2024-02-01", Timing.LATE),
    ],
)
def test_how_a_task_stands_towards_its_day(state: str, due: str, expected: Timing) -> None:
    assert tasks.timing(state, due, TODAY) is expected


def test_days_late_are_counted_from_the_day_after() -> None:
    assert [tasks.days_late(due, TODAY) for due in ("", "2024-02-14", "2024-02-13", "2024-02-12", "2024-01-13")] == [
        0, 0, 0, 1, 31,
    ]
