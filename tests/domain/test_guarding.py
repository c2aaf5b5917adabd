# SPDX-License-Identifier: Apache-2.0
"""Patterns Polri-TPS-Linmas: read, written, added up exactly and rounded up once."""

import pytest

from desk_app.domain import errors, guarding
from desk_app.domain.guarding import Needed, Pattern
from desk_app.domain.risk import RiskClass


@pytest.mark.parametrize("typed", ["2-4-6", " 2 - 4 - 6 ", "2:4:6", "2/4/6", "2 4 6"])
def test_a_pattern_as_typed(typed: str) -> None:
    assert guarding.parse(typed) == Pattern(2, 4, 6)
    assert str(guarding.parse(typed)) == "2-4-6"


def test_none_and_what_is_none() -> None:
    assert guarding.parse("  ") is None
    for wrong in ("2-4", "2-4-6-8", "dua", "2-0-6", "-2-4-6"):
        with pytest.raises(errors.Refused):
            guarding.parse(wrong)
    with pytest.raises(errors.Refused, match="kurang dari 0"):
        guarding.pattern(-1, 2, 3)


def test_the_example_is_of_2019_and_says_so() -> None:
    assert {one: str(made) for one, made in guarding.EXAMPLE.items()} == {
        RiskClass.LOW: "2-4-6",
        RiskClass.AT_RISK: "4-2-8",
        RiskClass.HIGH: "6-2-8",
    }
    assert (guarding.EXAMPLE_YEAR, "2019" in guarding.EXAMPLE_SOURCE) == (2019, True)


def test_people_are_added_up_exactly_and_rounded_up_once() -> None:
    held = guarding.Sum()
    for _station in range(5):
        held.add(Pattern(2, 4, 6))
    assert held.needed == Needed(3, 8)
    held.add(Pattern(1, 3, 0), 3)
    assert held.needed == Needed(4, 8)
    held.add(None, 7)
    assert (held.needed, held.stations, held.without) == (Needed(4, 8), 15, 7)


def test_a_third_three_times_is_one() -> None:
    held = guarding.Sum()
    held.add(Pattern(1, 3, 1), 3)
    assert held.needed == Needed(1, 1)


def test_who_is_missing() -> None:
    assert guarding.shortfall(10, 7) == 3
    assert guarding.shortfall(10, 12) == 0
    assert guarding.shortfall(10, None) is None
    assert guarding.total([Needed(1, 2), Needed(3, 4)]) == Needed(4, 6)
