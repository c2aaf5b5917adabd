# SPDX-License-Identifier: Apache-2.0
"""Days of the office: today by its own time zone, H-n, and the phase the desk works on."""

from datetime import date, datetime, timedelta

from desk_app.domain import elections as rules
from desk_app.domain import zones
from desk_app.operations import elections, settings
from desk_app.operations.desk import Desk


def local(desk: Desk, moment: int) -> datetime:
    """A moment (seconds UTC) in the zone of the office."""
    return zones.local(moment, settings.zone(desk))


def today(desk: Desk) -> date:
    """The day it is at the office."""
    return local(desk, desk.now()).date()


def bounds(desk: Desk, day: date) -> tuple[int, int]:
    """The first second of a day of the office, and that of the next one (seconds UTC)."""
    day = min(day, date.max - timedelta(days=1))
    zone = settings.zone(desk)
    start = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - `zones.moment` adds the zone
    return zones.moment(start, zone), zones.moment(start + timedelta(days=1), zone)


def day_words(desk: Desk, day: date) -> str:
    """A day as "H-6"."""
    return rules.day_words(rules.day_offset(elections.working_event(desk), day))


def is_daily(desk: Desk, day: date) -> bool:
    """Whether reports and packages are waited for on a day as on every one around it."""
    return rules.is_daily(elections.working_event(desk), day)


def phase(desk: Desk) -> int:
    """The phase the desk works on today (-1 is H-1)."""
    return rules.phase_on(elections.working_event(desk), today(desk))


def phases(desk: Desk) -> tuple[int, ...]:
    """The phases of the event, first to last."""
    return elections.working_event(desk).phases
