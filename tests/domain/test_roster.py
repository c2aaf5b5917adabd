# SPDX-License-Identifier: Apache-2.0
"""Shifts over midnight, holes of the posko, lanes, hours as they are typed."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors, roster
from desk_app.domain.roster import Span

MONDAY = date(2024, 2, 12)
START = MONDAY.toordinal() * roster.DAY

spans = st.builds(lambda start, length: Span(START + start, START + start + length), st.integers(0, 5000),
                  st.integers(1, 2000))


def at(hour: int, day: int = 0) -> int:
    return START + day * roster.DAY + hour * 60


def test_a_shift_that_ends_no_later_than_it_starts_goes_past_midnight() -> None:
    assert roster.span(MONDAY, 7 * 60, 15 * 60) == Span(at(7), at(15))
    night = roster.span(MONDAY, 19 * 60, 7 * 60)
    assert night == Span(at(19), at(7, 1))
    assert roster.span(MONDAY, 0, 0).minutes == roster.DAY
    assert roster.cut(night, date(2024, 2, 13)) == Span(at(0, 1), at(7, 1))
    assert roster.cut(night, date(2024, 2, 14)) is None


def test_a_week_begins_on_monday() -> None:
    assert roster.week(date(2024, 2, 18)) == roster.week(MONDAY)
    assert [day.day for day in roster.week(date(2024, 2, 14))] == [12, 13, 14, 15, 16, 17, 18]


def test_a_clock_gone_wrong_finds_a_week() -> None:
    for day in (date.min, date.max, date(9999, 12, 30)):
        found = roster.week(day)
        assert len(found) == 7
        assert found[0] - timedelta(days=1) < found[-1] < found[-1] + timedelta(days=1)


def test_holes_between_shifts_and_over_midnight() -> None:
    shifts = [roster.span(MONDAY, 7 * 60, 15 * 60), roster.span(MONDAY, 19 * 60, 5 * 60)]
    open_ = roster.open_hours(MONDAY, date(2024, 2, 13), 0, 0)
    assert roster.holes(open_, shifts) == [
        Span(at(0), at(7)), Span(at(15), at(19)), Span(at(5, 1), at(0, 2)),
    ]
    by_day = roster.open_hours(MONDAY, MONDAY, 7 * 60, 22 * 60)
    assert roster.holes(by_day, shifts) == [Span(at(15), at(19))]
    assert roster.open_hours(date(2024, 2, 13), MONDAY, 0, 0) == []


@given(st.lists(spans, max_size=6), st.lists(spans, max_size=6))
def test_each_minute_is_a_hole_or_filled_or_closed(open_: list[Span], shifts: list[Span]) -> None:
    def minutes(of: list[Span]) -> set[int]:
        return {minute for one in of for minute in range(one.start, one.end)}

    assert minutes(roster.holes(open_, shifts)) == minutes(open_) - minutes(shifts)


@given(st.lists(spans, max_size=8))
def test_what_meets_stands_in_different_lanes(of: list[Span]) -> None:
    ordered = sorted(of)
    lanes = roster.lanes(ordered)
    for one, lane in zip(ordered, lanes, strict=True):
        others = [other for other, its in zip(ordered, lanes, strict=True) if its == lane and other is not one]
        assert not any(one.meets(other) for other in others)
    if ordered:
        most = max(sum(one.start <= minute.start < one.end for one in ordered) for minute in ordered)
        assert max(lanes) + 1 == most


@pytest.mark.parametrize(
    ("typed", "minutes"), [("07.30", 450), ("7:30", 450), ("7", 420), ("0730", 450), ("24.00", 1440), ("00.00", 0)]
)
def test_hours_as_they_are_typed(typed: str, minutes: int) -> None:
    assert roster.read_hour(typed) == minutes
    assert roster.read_hour(roster.write_hour(minutes)) == minutes


@pytest.mark.parametrize("typed", ["", "25", "7.60", "24.01", "pagi", "7.3", "²"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(errors.Refused, match="bukan jam"):
        roster.read_hour(typed)


def test_midnight_as_an_end() -> None:
    assert roster.clock(at(0, 1)) == "00.00"
    assert roster.clock(at(0, 1), as_end=True) == "24.00"
    assert roster.write_hours(19 * 60, 7 * 60) == "19.00–07.00"
