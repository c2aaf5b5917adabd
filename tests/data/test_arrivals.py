# SPDX-License-Identifier: Apache-2.0
"""Which transaction a moment of the clock means, also where the clock jumped."""

from collections.abc import Iterable

import pytest
import sqlalchemy
from hypothesis import given
from hypothesis import strategies as some

from desk_app.data import arrivals, schema


def found(times: Iterable[int], moment: int) -> int:
    engine = sqlalchemy.create_engine("sqlite://")
    with engine.begin() as connection:
        schema.arrival.create(connection)
        for no, at in enumerate(times, start=1):
            arrivals.add(connection, no, at, "edit", 1, "uji")
        return arrivals.at_moment(connection, moment)


@given(some.lists(some.integers(0, 50), max_size=12), some.integers(-1, 51))
def test_a_clock_that_only_goes_on_gives_the_last_one_by_then(times: list[int], moment: int) -> None:
    ordered = sorted(times)
    assert found(ordered, moment) == sum(at <= moment for at in ordered)


@pytest.mark.parametrize(
    ("times", "moment", "expected"),
    [
        # A flat battery: one save says 2001, and is not what the office knew on the third day.
        ([10, 20, 30, 32, 1, 40, 50], 25, 2),
        ([10, 20, 30, 32, 1, 40, 50], 40, 6),
        # A clock that was a year ahead for one save.
        ([10, 20, 999, 30, 40], 20, 2),
        ([10, 20, 999, 30, 40], 30, 4),
        ([10, 20, 999, 30, 40], 500, 5),
        # Set back by an hour: of two numbers that are as good the last.
        ([10, 20, 15], 17, 3),
    ],
)
def test_a_clock_that_jumped_puts_few_on_the_wrong_side(times: list[int], moment: int, expected: int) -> None:
    assert found(times, moment) == expected


def test_before_all_and_in_an_empty_database() -> None:
    assert found([10, 20], 9) == 0
    assert found([], 9) == 0
