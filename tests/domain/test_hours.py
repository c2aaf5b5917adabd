# SPDX-License-Identifier: Apache-2.0
"""Hours and days are read as they are typed in an office."""

from datetime import date, datetime, time

import pytest

from desk_app.domain import errors, hours

TODAY = date(2024, 2, 13)


@pytest.mark.parametrize(
    ("text", "read"),
    [("07.30", time(7, 30)), ("7:30", time(7, 30)), ("0730", time(7, 30)), ("7", time(7))],
)
def test_an_hour_is_read(text: str, read: time) -> None:
    assert hours.parse_hour(text) == read


@pytest.mark.parametrize("text", ["25.00", "7.61", "pagi", ""])
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(errors.Refused):
        hours.parse_hour(text)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("12-02-2024 07.30", datetime(2024, 2, 12, 7, 30)),
        ("12/2/24 7.30", datetime(2024, 2, 12, 7, 30)),
        ("12-02 pukul 07.30", datetime(2024, 2, 12, 7, 30)),
        ("12-02-2024", datetime(2024, 2, 12)),
        ("07.30", datetime(2024, 2, 13, 7, 30)),
    ],
)
def test_a_moment_is_read(text: str, read: datetime) -> None:
    assert hours.parse_moment(text, TODAY) == read


def test_empty_is_no_moment_and_a_wrong_day_is_refused() -> None:
    assert hours.parse_moment("  ", TODAY) is None
    with pytest.raises(errors.Refused):
        hours.parse_moment("31-02-2024 07.30", TODAY)


def test_what_is_written_is_read_again() -> None:
    moment = datetime(2024, 2, 12, 7, 5)
    assert hours.write_moment(moment) == "12-02-2024 07.05"
    assert hours.parse_moment(hours.write_moment(moment), TODAY) == moment
