# SPDX-License-Identifier: Apache-2.0
"""The two clocks of an issue: until the desk's first response, and of silence since the last word.

Around voting day they run day and night, otherwise in working hours only. Hours are defaults of this program, no law:
an office sets its own. No clock runs out at the moment in which an issue is written down, and none asks what time it
is: whoever looks gives the moment.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from desk_app.domain import errors, issues
from desk_app.domain.issues import Severity
from desk_app.domain.words import N_, Phrase, phrase

DAY = 24 * 60 * 60
_EPOCH = date(1970, 1, 1)
_LOOKED_AHEAD = 400
"""Days; where none of them is worked the clock runs day and night."""


class Pace(StrEnum):
    """How urgent the time is: ordinary days, or those around voting day."""

    ORDINARY = "biasa"
    VOTING = "hari_h"


PACE_LABELS: dict[Pace, str] = {
    Pace.ORDINARY: N_("Hari biasa (jam kerja)"),
    Pace.VOTING: N_("Sekitar hari-H (24 jam)"),
}


@dataclass(frozen=True, slots=True)
class Clock:
    """How long an issue may wait, in minutes: for the first response, and in silence after the last word; 0: ever."""

    first_response: int
    silence: int


CLOCKS: Mapping[tuple[Pace, Severity], Clock] = {
    (Pace.ORDINARY, Severity.URGENT): Clock(60, 3 * 60),
    (Pace.ORDINARY, Severity.HIGH): Clock(4 * 60, 8 * 60),
    (Pace.ORDINARY, Severity.MEDIUM): Clock(8 * 60, 24 * 60),
    (Pace.ORDINARY, Severity.LOW): Clock(24 * 60, 40 * 60),
    (Pace.VOTING, Severity.URGENT): Clock(60, 2 * 60),
    (Pace.VOTING, Severity.HIGH): Clock(2 * 60, 4 * 60),
    (Pace.VOTING, Severity.MEDIUM): Clock(6 * 60, 12 * 60),
    (Pace.VOTING, Severity.LOW): Clock(24 * 60, 24 * 60),
}
"""Defaults of this program; an office sets its own."""


def every_day(_day: date) -> bool:
    """Every day is worked."""
    return True


@dataclass(frozen=True, slots=True)
class Calendar:
    """When clocks run. `offset`: seconds that the office is ahead of UTC. From `before` days before voting day to
    `after` days after it they run day and night; on other days that `works` from minute `opens` to minute `closes`."""

    offset: int
    voting_day: date
    before: int = 3
    after: int = 1
    opens: int = 8 * 60
    closes: int = 16 * 60
    works: Callable[[date], bool] = every_day
    _spans: dict[int, tuple[int, int]] = field(default_factory=dict, compare=False, repr=False)

    def pace(self, moment: int) -> Pace:
        """The pace of the day in which a moment lies."""
        away = self._day((moment + self.offset) // DAY) - self.voting_day
        return Pace.VOTING if -self.before <= away.days <= self.after else Pace.ORDINARY

    def due(self, start: int, minutes: int) -> int:
        """The moment at which so many minutes of running time have passed since `start`."""
        left = minutes * 60
        at = start + self.offset
        for _step in range(_LOOKED_AHEAD):
            number = at // DAY
            opens, closes = self._span(number)
            begun = max(at, number * DAY + opens)
            room = number * DAY + closes - begun
            if left <= room:
                return begun + left - self.offset
            left -= max(room, 0)
            at = (number + 1) * DAY
        return start + minutes * 60

    def _span(self, number: int) -> tuple[int, int]:
        """From which second of a day to which the clocks run; the same twice where they stand still."""
        found = self._spans.get(number)
        if found is None:
            day = self._day(number)
            if -self.before <= (day - self.voting_day).days <= self.after:
                found = 0, DAY
            elif self.works(day):
                found = self.opens * 60, self.closes * 60
            else:
                found = 0, 0
            self._spans[number] = found
        return found

    @staticmethod
    def _day(number: int) -> date:
        try:
            return _EPOCH + timedelta(days=number)
        except OverflowError:
            return date.max if number > 0 else date.min


class Waiting(StrEnum):
    """What an issue waits for."""

    FIRST = "jawaban_pertama"
    WORD = "kabar"


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when (seconds UTC) an open issue waits, and for what."""

    waiting: Waiting
    due: int

    def is_over(self, now: int) -> bool:
        return now > self.due


def deadline(
    severity: Severity,
    state: issues.State,
    begun: int,
    last_word: int | None,
    calendar: Calendar,
    clocks: Mapping[tuple[Pace, Severity], Clock] = CLOCKS,
) -> Deadline | None:
    """Until when an issue waits; None for one that is closed, or whose clock is off.

    `begun`: when the desk could first respond, the later one of being reported and being written down. `last_word`:
    when something was last recorded about it, None while nothing was.
    """
    if not issues.is_open(state):
        return None
    start = begun if last_word is None else last_word
    clock = clocks[calendar.pace(start), severity]
    minutes = clock.first_response if last_word is None else clock.silence
    if minutes <= 0:
        return None
    waiting = Waiting.FIRST if last_word is None else Waiting.WORD
    return Deadline(waiting, calendar.due(start, minutes))


def told(one: Deadline, now: int) -> Phrase:
    """A deadline as lists show it: "jawaban pertama: 2 jam lagi", "jawaban pertama: lewat 3 jam"."""
    if one.is_over(now):
        return phrase(_OVER[one.waiting], time=_span((now - one.due) // 60))
    return phrase(_LEFT[one.waiting], time=_span((one.due - now) // 60))


_LEFT = {
    Waiting.FIRST: N_("jawaban pertama: {time} lagi"),
    Waiting.WORD: N_("kabar berikut: {time} lagi"),
}
_OVER = {
    Waiting.FIRST: N_("jawaban pertama: lewat {time}"),
    Waiting.WORD: N_("tanpa kabar: lewat {time}"),
}


def parse_hours(text: str) -> Clock:
    """Read "4/8": hours until the first response, and of silence. A dash or 0: this clock is off. Raises Refused."""
    first, slash, silence = text.partition("/")
    try:
        if not slash:
            raise ValueError(text)
        return Clock(_minutes(first), _minutes(silence))
    except ValueError:
        raise errors.Refused(
            N_("“{text}” bukan batas waktu. Tulis seperti 4/8: jawaban pertama 4 jam, tanpa kabar 8 jam."), text=text
        ) from None


def write_hours(clock: Clock) -> str:
    """The same in writing."""
    return "/".join(f"{minutes / 60:g}".replace(".", ",") for minutes in (clock.first_response, clock.silence))


def _minutes(text: str) -> int:
    plain = text.strip().replace(",", ".")
    hours = 0.0 if plain in ("-", "–") else float(plain)
    if not 0 <= hours <= 2000:
        raise ValueError(text)
    return round(hours * 60)


def _span(minutes: int) -> Phrase:
    if minutes >= 2880:
        return phrase(N_("{count} hari"), count=minutes // 1440)
    if minutes >= 120:
        return phrase(N_("{count} jam"), count=minutes // 60)
    return phrase(N_("{count} menit"), count=max(minutes, 1))
