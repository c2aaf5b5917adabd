# SPDX-License-Identifier: Apache-2.0
"""Where a figure or a hit leads: a page of the window and what that page shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Page(StrEnum):
    """The keys of the pages."""

    HOME = "home"
    STATIONS = "stations"
    CHECKLIST = "checklist"
    LOGISTICS = "logistics"
    ISSUES = "issues"
    LOGBOOK = "logbook"
    TEAMS = "teams"
    ACTIVITIES = "activities"
    COUNTS = "counts"
    EXCHANGE = "exchange"
    REPORTS = "reports"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class Target:
    """What to open. `subject`: a place; `record`: a record number; `chosen`: fields of that page's filter by name
    (`StationFilter`, `IssueFilter`), such as {"states": ("masalah",)}; `phase` where it matters."""

    page: Page
    subject: str = ""
    record: int = 0
    chosen: Mapping[str, object] = field(default_factory=dict)
    phase: int | None = None
