# SPDX-License-Identifier: Apache-2.0
"""Tasks: what somebody does by when; open until it is done or not needed any more, late once its day has passed."""

from datetime import date
from enum import StrEnum

from desk_app.domain.words import N_


class State(StrEnum):
    """What has become of a task; an empty state is an open task."""

    OPEN = "terbuka"
    DONE = "selesai"
    DROPPED = "batal"


STATE_LABELS: dict[str, str] = {
    State.OPEN: N_("Terbuka"),
    State.DONE: N_("Selesai"),
    State.DROPPED: N_("Tidak jadi"),
}

CLOSED = (State.DONE.value, State.DROPPED.value)
"""What a task that waits for nobody any more is; any other word, also a newer version's, is an open one."""


class Source(StrEnum):
    """What a task comes from."""

    ACTIVITY = "activity"
    ISSUE = "issue"
    HANDOVER = "handover"


SOURCE_LABELS: dict[str, str] = {
    Source.ACTIVITY: N_("Kegiatan"),
    Source.ISSUE: N_("Permasalahan"),
    Source.HANDOVER: N_("Serah terima piket"),
}


class Timing(StrEnum):
    """How a task stands towards its day."""

    LATE = "lewat"
    TODAY = "hari_ini"
    AHEAD = "akan_datang"
    UNDATED = "tanpa_batas"
    CLOSED = "selesai"


def is_open(state: str) -> bool:
    """Whether somebody still has to do it."""
    return state not in CLOSED


def timing(state: str, due: str, today: date) -> Timing:
    """How a task stands on a day; `due` as ISO text, "" where none was said. A task is late from the day after."""
    if not is_open(state):
        return Timing.CLOSED
    if not due:
        return Timing.UNDATED
    if due < today.isoformat():
        return Timing.LATE
    return Timing.TODAY if due == today.isoformat() else Timing.AHEAD


def days_late(due: str, today: date) -> int:
    """How many days a task has been late; 0 on its day and before."""
    return max(0, (today - date.fromisoformat(due)).days) if due else 0
