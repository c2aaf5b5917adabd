# SPDX-License-Identifier: Apache-2.0
"""Clocks as the office sets them: hours, working time, days off; never over when something is written down late."""

from datetime import date

import pytest

from desk_app.domain import errors
from desk_app.domain.issue_clocks import CLOCKS, Clock, Pace
from desk_app.domain.issues import Severity
from desk_app.operations import change_settings, history, issue_deeds, issue_detail, issue_hours, issues
from desk_app.operations.desk import Desk
from tests.small_offices import NOW

HOUR, DAY = 3600, 86_400
MONTH_BEFORE = NOW - 33 * DAY
"""Thursday 11 January 2024, 13.00 WITA."""


def waits(desk: Desk, no: int) -> str:
    return str(issue_detail.issue(desk, no).row.waits)


def test_the_defaults_of_the_settings_are_those_of_the_clocks(wajo: Desk) -> None:
    assert issue_hours.clocks(wajo) == dict(CLOCKS)
    calendar = issue_hours.calendar(wajo)
    assert (calendar.before, calendar.after, calendar.opens, calendar.closes) == (3, 1, 480, 960)
    assert [calendar.works(date(2024, 1, day)) for day in (12, 13, 14, 15)] == [True, False, False, True]


def test_around_voting_day_the_clock_runs_in_the_night(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir", severity="tinggi")
    assert waits(wajo, no) == "jawaban pertama: 2 jam lagi"
    wajo.now = lambda: NOW + 12 * HOUR
    assert waits(wajo, no) == "jawaban pertama: lewat 10 jam"
    assert issue_detail.issue(wajo, no).row.overdue is not None


def test_weeks_before_nights_weekends_and_days_off_do_not_count(wajo: Desk) -> None:
    wajo.now = lambda: MONTH_BEFORE
    no = issues.new_issue(wajo, "Baliho roboh", severity="tinggi")
    wajo.now = lambda: MONTH_BEFORE + 12 * HOUR  # Friday, 01.00
    assert waits(wajo, no) == "jawaban pertama: 8 jam lagi"
    timing = issue_hours.timing(wajo, lambda day: day.isoweekday() <= 5 and day != date(2024, 1, 12))
    row = issue_detail.issue(wajo, no).row
    due = timing.deadline(row.severity, row.state, row.reported_at, row.reported_at, None)
    assert due is not None
    assert due.due == MONTH_BEFORE + 92 * HOUR  # Monday 09.00


def test_what_is_written_down_late_is_not_late(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir kemarin", severity="kritis", reported_at=NOW - DAY)
    row = issue_detail.issue(wajo, no).row
    assert (row.overdue, row.age_days, waits(wajo, no)) == (None, 1, "jawaban pertama: 60 menit lagi")
    issue_deeds.follow_up(wajo, no, "Perahu datang kemarin sore", at=NOW - 20 * HOUR)
    assert waits(wajo, no) == "kabar berikut: 2 jam lagi"


def test_the_second_clock_begins_with_every_word(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir", severity="kritis")
    wajo.now = lambda: NOW + HOUR
    issue_deeds.follow_up(wajo, no, "BPBD berangkat")
    wajo.now = lambda: NOW + 4 * HOUR
    assert waits(wajo, no) == "tanpa kabar: lewat 60 menit"
    issue_deeds.follow_up(wajo, no, "BPBD tiba")
    assert issue_detail.issue(wajo, no).row.overdue is None
    issue_deeds.close_issue(wajo, no, "Surut")
    assert issue_detail.issue(wajo, no).row.waits is None


def test_nothing_is_recorded_of_a_time_to_come(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir")
    with pytest.raises(errors.Refused, match="belum tiba"):
        issue_deeds.follow_up(wajo, no, "Besok", at=NOW + DAY)


def test_an_office_sets_its_own_hours_and_takes_them_back(wajo: Desk) -> None:
    issue_hours.set_hours(wajo, Pace.VOTING, Severity.HIGH, " 1/0,5")
    assert issue_hours.clocks(wajo)[Pace.VOTING, Severity.HIGH] == Clock(60, 30)
    no = issues.new_issue(wajo, "Banjir", severity="tinggi")
    assert waits(wajo, no) == "jawaban pertama: 60 menit lagi"
    history.undo(wajo)
    history.undo(wajo)
    assert issue_hours.clocks(wajo) == dict(CLOCKS)
    with pytest.raises(errors.Refused):
        issue_hours.set_hours(wajo, Pace.VOTING, Severity.HIGH, "empat")


def test_working_time_is_set_and_refused_in_words(wajo: Desk) -> None:
    issue_hours.set_working_time(wajo, voting_days="0/0", work_hours="07.30–24.00", work_days="1,2,6")
    calendar = issue_hours.calendar(wajo)
    assert (calendar.before, calendar.after, calendar.opens, calendar.closes) == (0, 0, 450, 1440)
    assert [calendar.works(date(2024, 1, day)) for day in (8, 10, 13)] == [True, False, True]
    for wrong in ({"voting_days": "tiga"}, {"work_hours": "16.00-08.00"}, {"work_hours": "8"}, {"work_days": "0 8"}):
        with pytest.raises(errors.Refused):
            issue_hours.set_working_time(wajo, **wrong)


def test_what_cannot_be_read_is_as_the_program_brings_it(wajo: Desk) -> None:
    change_settings.set_many(wajo, {"issue_hours_hari_h_tinggi": "segera", "issue_work_hours": "siang"})
    assert issue_hours.clocks(wajo) == dict(CLOCKS)
    assert issue_hours.calendar(wajo).opens == 480
