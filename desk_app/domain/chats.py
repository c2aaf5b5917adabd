# SPDX-License-Identifier: Apache-2.0
"""Text copied out of a chat, taken apart into messages: hour, day, sender, words.

WhatsApp writes the head of a message in many ways, by the telephone, its language and whether it is copied or
exported: `[07.10, 14/2/2024] Camat: …`, `[13/02/24 10.15.22] Camat: …`, `[13/2 10.20] Camat: …`,
`[2/13/24, 10:15:22 AM] Camat: …`, `13/02/24 10.31 - Camat: …`. What is no head is a plain line, or belongs to the
message above it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One message: `hour` "07.10" and `day` where they were written, `sender` as in the chat."""

    text: str
    sender: str = ""
    hour: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class _Head:
    """When a message was sent: `day` as its two or three numbers, in the order in which they were written."""

    hour: str
    day: tuple[int, ...]
    said: str


def read(pasted: str, today: date | None = None) -> list[PastedLine]:
    """The messages of a pasted text; `today` gives the year to a day that is written without one."""
    lines = [line for raw in _plain(pasted).splitlines() if (line := raw.strip())]
    heads = [_head(line) for line in lines]
    month_first = _month_first(head.day for head in heads if head is not None)
    found: list[PastedLine] = []
    headed = False
    for line, head in zip(lines, heads, strict=True):
        if head is not None:
            headed = True
            sender, text = _sender(head.said)
            found.append(PastedLine(text, sender, head.hour, _day(head.day, month_first, today)))
        elif headed:
            last = found[-1]
            found[-1] = PastedLine(f"{last.text} {line}".strip(), last.sender, last.hour, last.day)
        else:
            found.append(PastedLine(line, "", _spoken_hour(line)))
    return [one for one in found if one.text]


_MARKS = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"))
"""Marks of the direction of writing, which telephones put before names and numbers."""

_BRACKET = re.compile(r"\[(?P<when>[^\[\]]{4,40})\]\s*(?P<said>.*)")
_DASH = re.compile(r"(?P<when>\d[^\[\]]{5,40}?)\s+[-–]\s+(?P<said>.*)")
_DATE = re.compile(r"\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?|\d{1,2}-\d{1,2}-\d{2,4}|\d{4}-\d{1,2}-\d{1,2}")
_TIME = re.compile(r"(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:]\d{2})?(?P<half>[ap]\.?m\.?)?", re.IGNORECASE)
_HALF = re.compile(r"[ap]\.?m\.?", re.IGNORECASE)
_SENDER = re.compile(r"(?:~\s*)?(?P<sender>[^:]{1,60}):(?!//)\s*(?P<text>.*)")
_SPOKEN = re.compile(r"(?<![\d./])(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?![\d./])")


def _plain(text: str) -> str:
    return text.translate(_MARKS).replace("\u202f", " ").replace("\u00a0", " ")


def _head(line: str) -> _Head | None:
    """The head of a message: in brackets, or a day and an hour before a dash."""
    match = _BRACKET.match(line)
    if match is not None:
        return _moment(match["when"], match["said"])
    match = _DASH.match(line)
    head = _moment(match["when"], match["said"]) if match is not None else None
    return head if head is not None and head.day else None


def _moment(when: str, said: str) -> _Head | None:
    """An hour, perhaps with its half of the day and with a date, and nothing else."""
    day: tuple[int, ...] | None = None
    hour: tuple[int, int] | None = None
    half = ""
    for part in when.replace(",", " ").split():
        time = _TIME.fullmatch(part)
        if time is not None and hour is None:
            hour, half = (int(time["hour"]), int(time["minute"])), time["half"] or ""
        elif _HALF.fullmatch(part) and hour is not None and not half:
            half = part
        elif _DATE.fullmatch(part) and day is None:
            day = tuple(int(number) for number in re.split("[/-]", part))
        else:
            return None
    if hour is None:
        return None
    return _Head(_hour(*hour, half), day or (), said.strip())


def _hour(hour: int, minute: int, half: str) -> str:
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return f"{hour:02d}.{minute:02d}" if hour < 24 and minute < 60 else ""


def _month_first(days: Iterable[tuple[int, ...]]) -> bool:
    """Whether a chat writes the month before the day, as one of its dates must show."""
    return any(len(day) > 1 and day[0] <= 12 < day[1] < 32 for day in days)


def _day(numbers: tuple[int, ...], month_first: bool, today: date | None) -> date | None:
    match numbers:
        case (year, month, day) if year > 31:
            pass
        case (first, second, *rest):
            day, month = (second, first) if month_first else (first, second)
            if not rest and today is None:
                return None
            year = rest[0] if rest else today.year if today is not None else 0
            year += 2000 if year < 100 else 0
        case _:
            return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    if len(numbers) == 2 and today is not None and found > today + timedelta(days=1):
        return _day((*numbers, today.year - 1), month_first, today)  # told in January of a day in December
    return found


def _sender(said: str) -> tuple[str, str]:
    match = _SENDER.fullmatch(said)
    return (match["sender"].strip(), match["text"].strip()) if match is not None else ("", said)


def _spoken_hour(line: str) -> str:
    """The hour that a plain line tells of."""
    match = _SPOKEN.search(line)
    return _hour(int(match["hour"]), int(match["minute"]), "") if match is not None else ""
