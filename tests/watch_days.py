# SPDX-License-Identifier: Apache-2.0
"""An office on voting day whose clock a test sets: "07.10" is ten past seven of 14 February 2024 at the office."""

from datetime import datetime
from pathlib import Path

from desk_app.domain import zones
from desk_app.operations.desk import Desk
from tests import small_offices


class Clock:
    """The office's clock; `set("07.10")`, `set("13.00", 13)` is the day before."""

    def __init__(self) -> None:
        self.moment = 0
        self.set("07.10")

    def __call__(self) -> int:
        return self.moment

    def set(self, hour: str, day: int = 14) -> None:
        """Set it to an hour of a day of February 2024, WITA."""
        head, _dot, tail = hour.partition(".")
        self.moment = zones.moment(datetime(2024, 2, day, int(head), int(tail)), zones.Zone.WITA)


def make(folder: Path, place: str = small_offices.DISTRICT, stations: int = 3) -> tuple[Desk, Clock]:
    """The office and its clock, at 07.10."""
    clock = Clock()
    return small_offices.make(folder, place, stations=stations, now=clock).desk, clock
