# SPDX-License-Identifier: Apache-2.0
"""The clocks of issues as the office has set them: hours by severity and pace, working hours, days off."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from desk_app.domain import errors, hours, issue_clocks, issues, words
from desk_app.operations import change_settings, days, elections, holidays, settings
from desk_app.operations.desk import Desk

N_ = words.N_
T = TypeVar("T")
Pace = issue_clocks.Pace
Clock = issue_clocks.Clock
Deadline = issue_clocks.Deadline


@dataclass(frozen=True, slots=True)
class Timing:
    """The clocks of one moment: what an issue with these columns waits for."""

    now: int
    calendar: issue_clocks.Calendar
    clocks: Mapping[tuple[Pace, issues.Severity], Clock]

    def deadline(
        self,
        severity: issues.Severity,
        state: issues.State,
        reported: int | None,
        recorded: int | None,
        last_word: int | None,
    ) -> Deadline | None:
        """Until when an issue waits. What was written down late has been here since then only."""
        begun = max(reported or 0, recorded or 0)
        if not begun:
            return None
        heard = None if last_word is None else max(min(last_word, self.now), begun if recorded else last_word)
        return issue_clocks.deadline(severity, state, begun, heard, self.calendar, self.clocks)


def timing(desk: Desk, works: Callable[[date], bool] | None = None) -> Timing:
    """The clocks as they are set now; `works` tells which days are worked, by default the weekdays of the settings
    without the office's days off."""
    return Timing(desk.now(), calendar(desk, works), clocks(desk))


def clocks(desk: Desk) -> dict[tuple[Pace, issues.Severity], Clock]:
    """Hours by pace and severity: the office's own, else the program's."""
    found = dict(issue_clocks.CLOCKS)
    for pace, severity in found:
        try:
            found[pace, severity] = issue_clocks.parse_hours(settings.get(desk, hours_setting(pace, severity)))
        except errors.Refused:
            continue  # what a newer version wrote otherwise
    return found


def calendar(desk: Desk, works: Callable[[date], bool] | None = None) -> issue_clocks.Calendar:
    """When clocks run at this office."""
    before, after = _set(desk, "issue_voting_days", _voting_days)
    opens, closes = _set(desk, "issue_work_hours", _work_hours)
    worked = _set(desk, "issue_work_days", _weekdays)
    off = holidays.days_off(desk) if works is None else frozenset()
    ahead = days.local(desk, desk.now()).utcoffset() or timedelta()
    return issue_clocks.Calendar(
        offset=round(ahead.total_seconds()),
        voting_day=elections.working_event(desk).voting_day,
        before=before,
        after=after,
        opens=opens,
        closes=closes,
        works=works or (lambda day: day.isoweekday() in worked and day not in off),
    )


def hours_setting(pace: Pace, severity: issues.Severity) -> str:
    """The name of the setting with the hours of a severity."""
    return f"issue_hours_{pace.value}_{severity.value}"


def set_hours(desk: Desk, pace: Pace, severity: issues.Severity, text: str) -> None:
    """Set the hours of a severity as "4/8". Raises Refused for what is no such pair."""
    change_settings.set_many(
        desk, {hours_setting(pace, severity): issue_clocks.write_hours(issue_clocks.parse_hours(text))}
    )


def set_working_time(desk: Desk, *, voting_days: str = "", work_hours: str = "", work_days: str = "") -> None:
    """Set which days around voting day run day and night ("3/1"), working hours ("08.00-16.00"), weekdays ("1 2 3").

    Empty ones stay. Raises Refused for what cannot be read.
    """
    told: dict[str, str] = {}
    if voting_days:
        before, after = _voting_days(voting_days)
        told["issue_voting_days"] = f"{before}/{after}"
    if work_hours:
        opens, closes = _work_hours(work_hours)
        told["issue_work_hours"] = "-".join(f"{at // 60:02d}.{at % 60:02d}" for at in (opens, closes))
    if work_days:
        told["issue_work_days"] = " ".join(str(day) for day in sorted(_weekdays(work_days)))
    if told:
        change_settings.set_many(desk, told)


def _set(desk: Desk, name: str, reading: Callable[[str], T]) -> T:
    """A setting as it is read; where it cannot be, what the program brings along."""
    try:
        return reading(settings.get(desk, name))
    except errors.Refused:
        return reading(settings.DEFAULTS[name])


def _voting_days(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"\s*(\d{1,2})\s*/\s*(\d{1,2})\s*", text, re.ASCII)
    if match is None:
        raise errors.Refused(N_("“{text}” bukan jumlah hari. Tulis seperti 3/1: H-3 sampai H+1."), text=text)
    return int(match[1]), int(match[2])


def _work_hours(text: str) -> tuple[int, int]:
    opens, _dash, closes = text.replace("–", "-").partition("-")
    found = _minute(opens), _minute(closes)
    if not found[0] < found[1]:
        raise errors.Refused(N_("“{text}” bukan jam kerja. Tulis seperti 08.00-16.00."), text=text)
    return found


def _minute(text: str) -> int:
    if text.strip().replace(":", ".") == "24.00":
        return 24 * 60
    at = hours.parse_hour(text)
    return at.hour * 60 + at.minute


def _weekdays(text: str) -> frozenset[int]:
    parts = text.replace(",", " ").split()
    if not parts or not set(parts) <= set("1234567"):
        raise errors.Refused(N_("“{text}” bukan hari kerja. Tulis seperti 1 2 3 4 5: Senin sampai Jumat."), text=text)
    return frozenset(int(part) for part in parts)
