# SPDX-License-Identifier: Apache-2.0
"""Numbers go by the days, and one that was given stays whatever is written later."""

from hypothesis import given
from hypothesis import strategies as some

from desk_app.domain.report_numbers import Numbered, numbers

DAYS = [f"2024-02-{day:02d}" for day in range(1, 9)]


def test_by_the_days_while_nothing_is_finished() -> None:
    held = [Numbered("2024-02-12", 0, False), Numbered("2024-02-11", 0, False)]
    assert numbers(held, "2024-02-13") == {"2024-02-11": 1, "2024-02-12": 2, "2024-02-13": 3}
    assert numbers([], "2024-02-13") == {"2024-02-13": 1}


def test_a_report_of_an_earlier_day_gets_the_next_free_number() -> None:
    held = [Numbered("2024-02-13", 1, True)]
    assert numbers(held, "2024-02-12") == {"2024-02-13": 1, "2024-02-12": 2}
    held.append(Numbered("2024-02-12", 2, True))
    assert numbers(held, "2024-02-14", "2024-02-11") == {
        "2024-02-11": 3, "2024-02-12": 2, "2024-02-13": 1, "2024-02-14": 4,
    }  # fmt: skip


def test_a_number_that_is_still_free_is_used() -> None:
    held = [Numbered("2024-02-12", 0, False), Numbered("2024-02-13", 2, True)]
    assert numbers(held)["2024-02-12"] == 1


def test_reports_finished_before_numbers_were_kept_come_before_drafts() -> None:
    held = [Numbered("2024-02-11", 0, False), Numbered("2024-02-12", 0, True), Numbered("2024-02-13", 2, True)]
    assert numbers(held) == {"2024-02-11": 1, "2024-02-12": 3, "2024-02-13": 2}


@given(some.permutations(DAYS))
def test_in_whatever_order_they_are_finished_no_number_moves_or_stands_twice(order: list[str]) -> None:
    held: dict[str, Numbered] = {}
    for day in order:
        given_now = numbers(held.values(), day)
        assert all(given_now[one.day] == one.given for one in held.values())
        held[day] = Numbered(day, given_now[day], True)
    assert len({one.given for one in held.values()}) == len(DAYS)
