# SPDX-License-Identifier: Apache-2.0
"""The office of Kabupaten Wajo with its regions and a dozen TPS in three kecamatan, for tests of the registers."""

from collections.abc import Callable
from pathlib import Path

from desk_app.domain import records
from desk_app.operations import offices
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.small_offices import EVENT, KEY_MEMORY, NOW, PASSWORD

TEMPE, BELAWA = "73.13.06", "73.13.07"
TEMPE_VILLAGE = "73.13.06.1003"
MADDUKELLENG = "73.13.06.1004"
BELAWA_VILLAGE = "73.13.07.1003"

STATIONS: dict[tuple[str, int], dict[str, object]] = {
    (TEMPE_VILLAGE, 1): {"dpt_male": 100, "dpt_female": 110, "site": "SDN 12", "risk": "rawan"},
    (TEMPE_VILLAGE, 2): {"dpt_male": 120, "dpt_female": 130, "risk": "kurang_rawan"},
    (TEMPE_VILLAGE, 3): {"dpt_male": 90, "dpt_female": 95},
    (TEMPE_VILLAGE, 5): {"dpt_male": 140, "dpt_female": 150, "risk": "sangat_rawan"},
    (MADDUKELLENG, 1): {"dpt_male": 110, "dpt_female": 111},
    (MADDUKELLENG, 5): {"dpt_male": 139, "dpt_female": 148, "site": "Aula kelurahan"},
    (BELAWA_VILLAGE, 1): {"dpt_male": 80, "dpt_female": 85, "risk": "rawan"},
    (BELAWA_VILLAGE, 2): {"dpt_male": 70},
    (BELAWA_VILLAGE, 901): {"dpt_male": 20, "dpt_female": 5, "risk": "khusus"},
}


def make(folder: Path, *, now: Callable[[], int] = lambda: NOW) -> Desk:
    """The open office; its TPS are `STATIONS`, one of them without a number of women."""
    asked = offices.NewOffice("73.13", EVENT, "Andi", PASSWORD)
    desk = offices.create_office(folder, asked, now=now, key_memory=KEY_MEMORY).desk
    rows = [((EVENT, village, number), values) for (village, number), values in STATIONS.items()]
    transact(desk, "TPS", lambda unit: unit.put_many(records.STATION, rows), kind="setup")
    return desk


def tps(village: str, number: int) -> str:
    """The subject of a TPS."""
    return f"{village}-{number:03d}"
