# SPDX-License-Identifier: Apache-2.0
"""Moments by the clock of the office, as this page shows and reads them."""

from datetime import datetime

from desk_app.domain import zones
from desk_app.operations import days, settings
from desk_app.operations.desk import Desk


def local(desk: Desk, moment: int | None) -> datetime | None:
    """A moment (seconds UTC) by the office's clock, to the minute."""
    if not moment:
        return None
    return days.local(desk, moment).replace(tzinfo=None, second=0, microsecond=0)


def kept(desk: Desk, moment: datetime | None) -> int | None:
    """A moment of the office's clock as it is kept."""
    return None if moment is None else zones.moment(moment, settings.zone(desk))


def short(desk: Desk, moment: int | None) -> str:
    """An hour of today as "16.30", of another day with its date: "12-02 16.30"."""
    found = local(desk, moment)
    if found is None:
        return ""
    is_today = found.date() == days.today(desk)
    return found.strftime("%H.%M" if is_today else "%d-%m %H.%M")
