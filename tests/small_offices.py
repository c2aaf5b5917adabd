# SPDX-License-Identifier: Apache-2.0
"""Small offices for tests: made in a moment, with a few TPS, a clock that stands and cheap key slots."""

from collections.abc import Callable
from pathlib import Path

from desk_app.domain import records
from desk_app.operations import offices
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

PASSWORD = "kata sandi uji"
KEY_MEMORY = 8 << 20
NOW = 1_707_800_400
"""13 February 2024, 13.00 WITA: the day before voting."""

EVENT = "pemilu-2024"
DISTRICT = "73.13.06"
VILLAGE = "73.13.06.1001"


def make(
    folder: Path, place: str = DISTRICT, *, stations: int = 3, now: Callable[[], int] = lambda: NOW
) -> offices.Made:
    """An open office of one operator, “Andi”; of a kecamatan with TPS 1 … `stations` in its first village."""
    asked = offices.NewOffice(place, EVENT, "Andi", PASSWORD, with_master_data=False)
    made = offices.create_office(folder, asked, now=now, key_memory=KEY_MEMORY)
    add_stations(made.desk, stations)
    return made


def add_stations(desk: Desk, count: int) -> None:
    rows = [((EVENT, VILLAGE, number), {"dpt_male": 140, "dpt_female": 150}) for number in range(1, count + 1)]
    transact(desk, "TPS", lambda unit: unit.put_many(records.STATION, rows), kind="setup")


def station(number: int) -> str:
    """The subject of a TPS of that village."""
    return f"{VILLAGE}-{number:03d}"
