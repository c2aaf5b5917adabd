# SPDX-License-Identifier: Apache-2.0
"""The roster of a posko: shifts over midnight, hours with nobody, the week, hours as they are written.

Time is counted in minutes since day 1 of the calendar, so that what crosses midnight needs no case of its own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desk_app.domain import errors
from desk_app.domain.words import N_

DAY = 24 * 60
WEEK = 7
_FIRST, _LAST = date(1, 1, 15), date(9999, 12, 19)


class Reason(StrEnum):
    """Why somebody is away; of an illness nothing more is kept (`domain.md §7`)."""

    LEAVE = "cuti"
    TRAVEL = "dinas_luar"
    ILL = "sakit"
    OTHER = "lain"


REASON_LABELS: dict[Reason, str] = {
    Reason.LEAVE: N_("Cuti"),
    Reason.TRAVEL: N_("Dinas luar"),
    Reason.ILL: N_("Sakit"),
    Reason.OTHER: N_("Berhalangan"),
}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From a minute to a minute (not included)."""

    start: int
    end: int

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return date.fromordinal(self.start // DAY)

    @property
    def minutes(self) -> int:
        return self.end - self.start

    def meets(self, other: "Span") -> bool:
        """Whether both hold a minute in common."""
        return self.start < other.end and other.start < self.end


def span(day: date, start: int, end: int) -> Span:
    """A shift of a day; one that ends no later than it starts goes on past midnight."""
    begin = day.toordinal() * DAY + start
    return Span(begin, day.toordinal() * DAY + end + (DAY if end <= start else 0))


def days(first: date, last: date) -> Span:
    """Whole days, both included."""
    return Span(first.toordinal() * DAY, (last.toordinal() + 1) * DAY)


def monday(day: date) -> date:
    """The first day of its week; of the calendar's ends, where a clock gone wrong leads, of the nearest whole week."""
    within = min(max(day, _FIRST), _LAST)
    return within - timedelta(days=within.weekday())


def week(day: date) -> tuple[date, ...]:
    """The seven days of a week, from Monday."""
    first = monday(day)
    return tuple(first + timedelta(days=ahead) for ahead in range(WEEK))


def cut(whole: Span, day: date) -> Span | None:
    """What of a span lies in a day, None where nothing does."""
    room = days(day, day)
    found = Span(max(whole.start, room.start), min(whole.end, room.end))
    return found if found.start < found.end else None


def holes(open_hours: Iterable[Span], shifts: Iterable[Span]) -> list[Span]:
    """When somebody should be there and nobody is; what touches becomes one."""
    found: list[Span] = []
    filled = sorted(shifts)
    for wanted in _joined(open_hours):
        at = wanted.start
        for one in filled:
            if one.end <= at or one.start >= wanted.end:
                continue
            if one.start > at:
                found.append(Span(at, one.start))
            at = max(at, one.end)
        if at < wanted.end:
            found.append(Span(at, wanted.end))
    return found


def open_hours(first: date, last: date, start: int, end: int) -> list[Span]:
    """When the posko is open from a day to a day; equal hours: day and night."""
    if last < first:
        return []
    if start == end:
        return [days(first, last)]
    count = (last - first).days + 1
    return [span(first + timedelta(days=ahead), start, end) for ahead in range(count)]


def lanes(spans: Iterable[Span]) -> list[int]:
    """Beside whom each is drawn: the number of its lane; those that meet have different ones."""
    ends: list[int] = []
    placed = []
    for one in spans:
        free = next((lane for lane, end in enumerate(ends) if end <= one.start), len(ends))
        if free == len(ends):
            ends.append(0)
        ends[free] = one.end
        placed.append(free)
    return placed


def read_hour(text: str) -> int:
    """Minutes since midnight of "07.30", "7:30", "7", "0730" or "24.00". Raises Refused."""
    cleaned = text.strip().replace(":", ".").replace(",", ".")
    found = re.fullmatch(r"(\d{1,2})(?:\.(\d{2}))?", cleaned, re.ASCII)
    found = found or re.fullmatch(r"(\d{2})(\d{2})", cleaned, re.ASCII)
    minutes = int(found[1]) * 60 + int(found[2] or 0) if found is not None else -1
    if found is None or int(found[2] or 0) > 59 or minutes > DAY:
        raise errors.Refused(N_("“{text}” bukan jam. Tulis seperti 07.30."), text=text.strip())
    return minutes


def write_hour(minutes: int) -> str:
    """Minutes since midnight as "07.30"; the end of a day as "24.00"."""
    return f"{minutes // 60:02d}.{minutes % 60:02d}"


def write_hours(start: int, end: int) -> str:
    """ "19.00–07.00"."""
    return f"{write_hour(start)}–{write_hour(end)}"


def clock(minute: int, *, as_end: bool = False) -> str:
    """The hour of a minute of the calendar; midnight as the end of a span is 24.00."""
    within = minute % DAY
    return write_hour(DAY if as_end and within == 0 else within)


def _joined(spans: Iterable[Span]) -> list[Span]:
    ordered = sorted(spans)
    joined: list[Span] = []
    for one in ordered:
        if joined and one.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return joined
