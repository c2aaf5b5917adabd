# SPDX-License-Identifier: Apache-2.0
"""Stages (tahapan) of an event with their days, H-n either way, and which days are worked.

A stage stands on dates or on days counted from voting day (H-n); a date wins. What no source gave stays blank.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from desk_app.domain import elections, errors
from desk_app.domain.words import N_

SATURDAY = 5


class State(StrEnum):
    """Where a stage is on a day."""

    RUNNING = "berjalan"
    COMING = "akan_datang"
    OVER = "selesai"
    OPEN = "tanpa_tanggal"
    """One of its days at least is not known."""


STATE_LABELS: dict[State, str] = {
    State.RUNNING: N_("Sedang berjalan"),
    State.COMING: N_("Akan datang"),
    State.OVER: N_("Sudah selesai"),
    State.OPEN: N_("Tanggal belum diisi"),
}


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage as an office has it. `source`: what its days stand on; `own`: the office has written something of it."""

    code: str
    name: str
    starts: date | None = None
    ends: date | None = None
    source: str = ""
    note: str = ""
    in_use: bool = True
    own: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day to come on which a stage begins or ends. `days`: how many days from today."""

    day: date
    days: int
    is_end: bool
    stage: Stage


def day_at(offset: int, voting_day: date) -> date:
    """The day that is H-n: -6 is six days before voting day."""
    return voting_day + timedelta(days=offset)


def offset_of(day: date, voting_day: date) -> int:
    """The days from voting day: -6 is H-6."""
    return (day - voting_day).days


def parse_day(text: str, voting_day: date) -> date | None:
    """Read a day as typed: "27-11-2024", "27/11/2024", or counted from voting day, "H-3"; empty is None."""
    cleaned = text.strip()
    if not cleaned:
        return None
    if re.fullmatch(r"[Hh]\s*(?:[-+−]\s*\d{1,4})?", cleaned, re.ASCII) or re.fullmatch(r"[Hh]\s*−\s*\d{1,4}", cleaned):
        return day_at(elections.parse_phase(cleaned.replace(" ", "")), voting_day)
    match = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", cleaned, re.ASCII)
    try:
        if match is None:
            return date.fromisoformat(cleaned)
        day, month, year = (int(part) for part in match.groups())
        return date(year, month, day)
    except ValueError:
        raise errors.Refused(
            N_("“{text}” bukan tanggal. Tulis seperti 24-11-2024, atau H-3."), text=text.strip()
        ) from None


def check(stage: Stage) -> None:
    """Raises Refused for a stage without a name, or one that ends before it begins."""
    if not stage.name.strip():
        raise errors.Refused(N_("Isi nama tahapan."))
    if stage.starts is not None and stage.ends is not None and stage.ends < stage.starts:
        raise errors.Refused(
            N_("Tahapan “{name}” selesai sebelum mulai. Periksa kedua tanggalnya."), name=stage.name
        )


def shipped(event: elections.Event, template: elections.Event) -> list[Stage]:
    """The stages that the program brings for an event.

    Their dates hold for the template's own voting day only: for another day they stay blank, but for the vote itself.
    """
    same = event.voting_day == template.voting_day
    found = []
    for one in template.stages:
        starts, ends = (one.starts, one.ends) if same else (None, None)
        if one.starts == one.ends == template.voting_day:
            starts = ends = event.voting_day
        found.append(Stage(one.code, one.label, starts, ends, one.source if same else ""))
    return found


def ordered(stages: Iterable[Stage]) -> list[Stage]:
    """In order of their days; what has none comes last, as it came."""
    return sorted(stages, key=lambda one: (one.starts or one.ends or date.max, one.ends or date.max))


def state_on(stage: Stage, day: date) -> State:
    """Where a stage is on a day."""
    if stage.ends is not None and stage.ends < day:
        return State.OVER
    if stage.starts is not None and stage.starts > day:
        return State.COMING
    if stage.starts is None or stage.ends is None:
        return State.OPEN
    return State.RUNNING


def running(stages: Iterable[Stage], day: date) -> list[Stage]:
    """The stages that run on a day, the one that ends first before."""
    found = [one for one in stages if state_on(one, day) is State.RUNNING]
    return sorted(found, key=lambda one: one.ends or date.max)


def deadlines(stages: Iterable[Stage], today: date, most: int = 6) -> list[Deadline]:
    """The next days on which stages begin or end, today among them. A stage of one day is told once."""
    found = []
    for one in stages:
        if one.starts is not None and one.starts >= today:
            found.append(Deadline(one.starts, (one.starts - today).days, False, one))
        if one.ends is not None and one.ends >= today and one.ends != one.starts:
            found.append(Deadline(one.ends, (one.ends - today).days, True, one))
    return sorted(found, key=lambda one: (one.day, not one.is_end))[:most]


def with_days(stage: Stage, starts: date | None, ends: date | None) -> Stage:
    """The stage on other days."""
    return replace(stage, starts=starts, ends=ends)


def working_day(day: date, holidays: Collection[date] = (), *, weekends: bool = True) -> bool:
    """Whether a day is worked.

    Stages of an election go on seven days a week, so Saturday and Sunday count as long as `weekends` is true; a day
    off is data (`operations.holidays.days_off(desk)`). A clock that counts office days (Monday to Friday) passes
    `weekends=False`, or asks only for the days off and looks at the days of the week itself.
    """
    return day not in holidays and (weekends or day.weekday() < SATURDAY)


def add_working_days(
    start: date, count: int, holidays: Collection[date] = (), *, weekends: bool = True
) -> date:
    """The `count`-th day worked after `start` (0: `start` itself, worked or not); the deadline of "dalam n hari"."""
    day, left = start, count
    while left > 0:
        day += timedelta(days=1)
        left -= working_day(day, holidays, weekends=weekends)
    return day


def working_days_between(
    start: date, end: date, holidays: Collection[date] = (), *, weekends: bool = True
) -> int:
    """How many days worked lie after `start` up to `end`; 0 where `end` is not later."""
    span = range(1, (end - start).days + 1)
    return sum(working_day(start + timedelta(days=step), holidays, weekends=weekends) for step in span)
