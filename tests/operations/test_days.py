# SPDX-License-Identifier: Apache-2.0
"""Today is a day of the office's own zone, and so is H-n."""

from datetime import date

from desk_app.operations import days
from desk_app.operations.desk import Desk
from tests.small_offices import NOW


def test_today_changes_at_midnight_of_the_office(wajo: Desk) -> None:
    today = days.today(wajo)
    assert (today, days.day_words(wajo, today), days.phase(wajo)) == (date(2024, 2, 13), "H-1", -1)
    start, end = days.bounds(wajo, date(2024, 2, 13))
    assert (NOW - start, end - start) == (13 * 3600, 86_400)
    wajo.now = lambda: end - 1
    assert days.today(wajo) == date(2024, 2, 13)
    wajo.now = lambda: end
    assert (days.today(wajo), days.phase(wajo)) == (date(2024, 2, 14), 0)


def test_phases(wajo: Desk) -> None:
    assert days.phases(wajo) == (-7, -3, -1, 0, 1)
    assert days.local(wajo, NOW).strftime("%H.%M %Z") == "13.00 WITA"
