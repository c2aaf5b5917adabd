# SPDX-License-Identifier: Apache-2.0
"""Figures of the issue register: by state and severity, overdue ones, and the last days one by one."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.data import issue_list
from desk_app.domain import issues
from desk_app.operations import days, issue_hours, issue_register, settings
from desk_app.operations.desk import Desk


@dataclass(frozen=True, slots=True)
class DayCount:
    """One day of the small chart: reported on it, closed on it, and still open at its end."""

    day: date
    reported: int
    closed: int
    open: int


@dataclass(frozen=True, slots=True)
class IssueCounts:
    """Figures of the register. `by_severity` counts open ones only; `per_day` is oldest first. `ours`: open ones that
    this level has to do."""

    open: int
    total: int
    overdue: int
    by_state: dict[issues.State, int]
    by_severity: dict[issues.Severity, int]
    per_day: tuple[DayCount, ...]
    ours: int = 0


def counts(desk: Desk, area: str = "", last_days: int = 14) -> IssueCounts:
    """The figures of the register, with the last days one by one (for the small chart)."""
    event = settings.event_code(desk)
    today = days.today(desk)
    first = today - timedelta(days=last_days - 1)
    since = days.bounds(desk, first)[0]
    with desk.reading() as connection:
        held = issue_list.counts(connection, event, area)
        moments = issue_list.moments(connection, event, since)
        chosen = issue_register.IssueFilter(area=area, open_only=True)
        waiting = issue_list.search(connection, event, chosen, brief=True)
    by_state: Counter[issues.State] = Counter()
    by_severity: Counter[issues.Severity] = Counter()
    for state, severity, count in held:
        by_state[issues.state_of(state)] += count
        if issues.is_open(issues.state_of(state)):
            by_severity[issues.severity_of(severity)] += count
    timing = issue_hours.timing(desk)
    late = sum(issue_register.is_over(issue_register.deadline(raw, timing), timing.now) for raw in waiting)
    ours = sum(raw.row.handled_by in (None, desk.identity.level) for raw in waiting)
    return IssueCounts(
        open=sum(count for state, count in by_state.items() if issues.is_open(state)),
        total=sum(by_state.values()),
        overdue=late,
        by_state=dict(by_state),
        by_severity=dict(by_severity),
        per_day=tuple(_day(desk, first + timedelta(days=step), moments) for step in range(last_days)),
        ours=ours,
    )


def _day(desk: Desk, day: date, moments: list[tuple[int, int | None, str]]) -> DayCount:
    start, end = days.bounds(desk, day)
    return DayCount(
        day=day,
        reported=sum(start <= reported < end for reported, _, _ in moments),
        closed=sum(closed is not None and start <= closed < end for _, closed, _ in moments),
        open=sum(reported < end and (closed is None or closed >= end) for reported, closed, _ in moments),
    )
