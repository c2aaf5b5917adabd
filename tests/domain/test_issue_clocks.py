# SPDX-License-Identifier: Apache-2.0
"""Two clocks: never over at the beginning, day and night around voting day, in working hours otherwise."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors, issue_clocks
from desk_app.domain.issue_clocks import Calendar, Clock, Pace, Waiting
from desk_app.domain.issues import Severity, State

HOUR = 3600
VOTING = date(2024, 2, 14)
WITA = 8 * HOUR


def weekdays(day: date) -> bool:
    return day.isoweekday() <= 5


CALENDAR = Calendar(WITA, VOTING, before=3, after=1, opens=8 * 60, closes=16 * 60, works=weekdays)


def at(text: str) -> int:
    """A moment by the clock of the office."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) - WITA


def told(moment: int) -> str:
    return datetime.fromtimestamp(moment + WITA, UTC).strftime("%Y-%m-%dT%H:%M")


@pytest.mark.parametrize(
    ("start", "hours", "due"),
    [
        ("2024-01-10T09:00", 4, "2024-01-10T13:00"),  # a Wednesday, in working hours
        ("2024-01-10T15:00", 4, "2024-01-11T11:00"),  # over the night
        ("2024-01-10T22:00", 4, "2024-01-11T12:00"),  # at night it has not begun
        ("2024-01-12T15:00", 4, "2024-01-15T11:00"),  # over a weekend
        ("2024-01-13T12:00", 1, "2024-01-15T09:00"),  # on a Saturday
        ("2024-01-10T09:00", 24, "2024-01-15T09:00"),  # three working days
        ("2024-02-13T22:00", 4, "2024-02-14T02:00"),  # the night before voting
        ("2024-02-09T15:00", 4, "2024-02-11T03:00"),  # Friday to the first day that runs day and night
        ("2024-02-15T22:00", 4, "2024-02-16T10:00"),  # the day after voting, then working hours
    ],
)
def test_when_running_time_has_passed(start: str, hours: int, due: str) -> None:
    assert told(CALENDAR.due(at(start), hours * 60)) == due


def test_a_day_off_does_not_count() -> None:
    off = {date(2024, 1, 11)}
    calendar = Calendar(WITA, VOTING, works=lambda day: weekdays(day) and day not in off)
    assert told(calendar.due(at("2024-01-10T15:00"), 120)) == "2024-01-12T09:00"


def test_where_no_day_is_worked_the_clock_still_runs() -> None:
    calendar = Calendar(WITA, VOTING, works=lambda _day: False)
    assert told(calendar.due(at("2024-05-10T15:00"), 120)) == "2024-05-10T17:00"


@given(
    start=st.integers(min_value=1_600_000_000, max_value=1_760_000_000),
    severity=st.sampled_from(Severity),
    said=st.booleans(),
)
def test_no_clock_is_over_when_it_begins_and_every_one_runs_out(start: int, severity: Severity, said: bool) -> None:
    last = start if said else None
    found = issue_clocks.deadline(severity, State.NEW, start, last, CALENDAR)
    assert found is not None
    assert not found.is_over(start)
    assert found.is_over(found.due + 1)
    assert not found.is_over(found.due)
    assert found.waiting is (Waiting.WORD if said else Waiting.FIRST)


@given(
    start=st.integers(min_value=1_600_000_000, max_value=1_760_000_000),
    minutes=st.integers(min_value=1, max_value=6000),
)
def test_more_time_is_never_over_earlier(start: int, minutes: int) -> None:
    assert start + minutes * 60 <= CALENDAR.due(start, minutes) <= CALENDAR.due(start, minutes + 1)


def test_the_pace_is_of_the_day_in_which_the_clock_began() -> None:
    assert CALENDAR.pace(at("2024-02-10T23:59")) is Pace.ORDINARY
    assert CALENDAR.pace(at("2024-02-11T00:00")) is Pace.VOTING
    assert CALENDAR.pace(at("2024-02-15T23:59")) is Pace.VOTING
    assert CALENDAR.pace(at("2024-02-16T00:00")) is Pace.ORDINARY


def test_silence_counts_from_the_last_word_only() -> None:
    begun, last = at("2024-02-13T07:00"), at("2024-02-13T12:00")
    found = issue_clocks.deadline(Severity.URGENT, State.CONVEYED, begun, last, CALENDAR)
    assert found is not None
    assert told(found.due) == "2024-02-13T14:00"


def test_what_is_closed_or_switched_off_waits_for_nothing() -> None:
    start = at("2024-02-13T07:00")
    assert issue_clocks.deadline(Severity.URGENT, State.DONE, start, None, CALENDAR) is None
    off = dict.fromkeys(issue_clocks.CLOCKS, Clock(0, 60))
    assert issue_clocks.deadline(Severity.URGENT, State.NEW, start, None, CALENDAR, off) is None
    assert issue_clocks.deadline(Severity.URGENT, State.NEW, start, start, CALENDAR, off) is not None


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2024-02-13T07:00", "jawaban pertama: 60 menit lagi"),
        ("2024-02-13T08:00", "jawaban pertama: 1 menit lagi"),
        ("2024-02-13T08:01", "jawaban pertama: lewat 1 menit"),
        ("2024-02-13T11:10", "jawaban pertama: lewat 3 jam"),
        ("2024-02-15T09:00", "jawaban pertama: lewat 2 hari"),
        ("2023-02-13T07:00", "jawaban pertama: 365 hari lagi"),
    ],
)
def test_in_words(now: str, words: str) -> None:
    found = issue_clocks.deadline(Severity.URGENT, State.NEW, at("2024-02-13T07:00"), None, CALENDAR)
    assert found is not None
    assert str(issue_clocks.told(found, at(now))) == words


def test_silence_in_words() -> None:
    last = at("2024-02-13T07:00")
    found = issue_clocks.deadline(Severity.URGENT, State.CONVEYED, last, last, CALENDAR)
    assert found is not None
    assert str(issue_clocks.told(found, last)) == "kabar berikut: 2 jam lagi"
    assert str(issue_clocks.told(found, last + 5 * HOUR)) == "tanpa kabar: lewat 3 jam"


@pytest.mark.parametrize(("text", "clock"), [("4/8", (240, 480)), (" 0,5 / 24 ", (30, 1440)), ("-/8", (0, 480))])
def test_hours_as_they_are_typed(text: str, clock: tuple[int, int]) -> None:
    assert issue_clocks.parse_hours(text) == Clock(*clock)
    assert issue_clocks.parse_hours(issue_clocks.write_hours(Clock(*clock))) == Clock(*clock)


@pytest.mark.parametrize("text", ["", "4", "a/b", "4/-1", "4/9999", "nan/4", "inf/2"])
def test_what_is_no_pair_of_hours(text: str) -> None:
    with pytest.raises(errors.Refused, match="batas waktu"):
        issue_clocks.parse_hours(text)


def test_every_severity_has_its_clocks() -> None:
    assert set(issue_clocks.CLOCKS) == {(pace, severity) for pace in Pace for severity in Severity}
    assert set(issue_clocks.PACE_LABELS) == set(Pace)
