# SPDX-License-Identifier: Apache-2.0
"""Days and hours as they are typed in an office: "13-02-2024 07.30", "7.30", written with a point."""

import re
from datetime import date, datetime, time

from desk_app.domain import errors
from desk_app.domain.words import N_

_HOUR = re.compile(r"(?P<hour>\d{1,2})[.:](?P<minute>\d{2})|(?P<short>\d{1,2})(?P<tail>\d{2})?")
_DAY = re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})(?:[-/.](?P<year>\d{4}|\d{2}))?")


def parse_hour(text: str) -> time:
    """Read an hour: "07.30", "7:30", "0730", "7"; raises `Refused`."""
    match = _HOUR.fullmatch(text.strip())
    if match is not None:
        hour = int(match["hour"] or match["short"])
        minute = int(match["minute"] or match["tail"] or 0)
        if hour < 24 and minute < 60:
            return time(hour, minute)
    raise errors.Refused(N_("“{text}” bukan jam. Tulis misalnya 07.30."), text=text.strip())


def parse_moment(text: str, today: date) -> datetime | None:
    """Read a day and an hour ("13-02-2024 07.30", "13-02 07.30"), or an hour of today; empty is None."""
    cleaned = text.replace("pukul", " ").strip()
    if not cleaned:
        return None
    first, _space, rest = cleaned.partition(" ")
    match = _DAY.fullmatch(first)
    if match is None or (not rest.strip() and match["year"] is None):
        return datetime.combine(today, parse_hour(cleaned))
    year = int(match["year"] or today.year)
    try:
        day = date(year + 2000 if year < 100 else year, int(match["month"]), int(match["day"]))
    except ValueError:
        raise errors.Refused(N_("“{text}” bukan tanggal. Tulis misalnya 13-02-2024 07.30."), text=text) from None
    return datetime.combine(day, parse_hour(rest) if rest.strip() else time(0, 0))


def write_moment(moment: datetime) -> str:
    """Write a day and an hour as they are typed: "13-02-2024 07.30"."""
    return moment.strftime("%d-%m-%Y %H.%M")
