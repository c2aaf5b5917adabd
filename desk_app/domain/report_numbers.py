# SPDX-License-Identifier: Apache-2.0
"""The running number of an office's daily reports: by the days, and for good once a report is finished.

A finished report may be signed and sent: a report made later for an earlier day gets the next free number instead
of pushing the others on.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Numbered:
    """A report of a day (ISO text): the number given to it, 0 while it has none, and whether it is finished."""

    day: str
    given: int
    finished: bool


def numbers(held: Iterable[Numbered], *days: str) -> dict[str, int]:
    """The number of each report held, and what reports of other `days` would get; given ones are never altered."""
    reports = {one.day: one for one in held}
    known = {one.day: one.given for one in reports.values() if one.given}
    # Those that were finished before numbers were given for good come before what is still being written.
    waiting = sorted(reports.keys() - known.keys(), key=lambda day: (not reports[day].finished, day))
    for day in (*waiting, *sorted(set(days) - reports.keys())):
        wanted = 1 + sum(other < day for other in reports)
        known[day] = 1 + max(known.values()) if wanted in known.values() else wanted
    return known
