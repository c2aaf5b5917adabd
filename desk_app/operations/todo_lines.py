# SPDX-License-Identifier: Apache-2.0
"""One line of what waits: what it is about, how grave, how many, in words, and where it is done."""

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain import readiness
from desk_app.operations.targets import Target


class TodoKind(StrEnum):
    """What a line is about."""

    URGENT = "urgent"
    OVERDUE = "overdue"
    PASSED_ON = "passed_on"
    DISAGREEMENT = "disagreement"
    REPORT = "report"
    SILENT = "silent"
    FAILURE = "failure"
    MISSING_PACKAGE = "missing_package"
    CLOCK = "clock"
    SPARE_KEY = "spare_key"
    ALARM = "alarm"
    FIRST_STEP = "first_step"
    DUPLICATE = "duplicate"
    NEWER = "newer"
    TASK = "task"
    ACTIVITY = "activity"
    TEAM = "team"
    LOGISTICS = "logistics"
    WATCH = "watch"
    REVOTE = "revote"
    SUCCESSION = "succession"
    SHIFT = "shift"
    STAGE = "stage"
    CHECKLIST = "checklist"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Todo:
    """One line. `mark` is a state of readiness for the colour and the symbol, `words` are ready to be shown."""

    kind: TodoKind
    mark: readiness.Readiness
    count: int
    words: str
    target: Target
