# SPDX-License-Identifier: Apache-2.0
"""The columns that every sheet with a TPS on each row begins with: where it lies, its number, its DPT."""

from dataclasses import dataclass
from typing import Any

from desk_app.data import place_names, station_grid
from desk_app.domain import places, records, stations, words
from desk_app.operations import settings
from desk_app.operations.desk import Desk

N_ = words.N_

CODE = "Kode TPS (jangan diubah)"
FROZEN = 4
"""The code, where the TPS lies, and its number."""
COLUMNS = ("in_district", "in_village", "number", "dpt")
EXTRA = (
    records.Field(0, "in_district", records.FieldKind.TEXT, N_("Kecamatan"), most=80),
    records.Field(0, "in_village", records.FieldKind.TEXT, N_("Desa/Kelurahan"), most=80),
    records.Field(0, "dpt", records.FieldKind.NUMBER, N_("DPT")),
)


@dataclass(frozen=True, slots=True)
class Station:
    """A TPS and the cells that tell which one it is."""

    subject: str
    village: str
    number: int
    dpt: int | None
    cells: dict[str, Any]


def read(desk: Desk) -> list[Station]:
    """The TPS of the office in order of place."""
    event, area = settings.event_code(desk), desk.identity.place
    with desk.reading() as connection:
        rows = station_grid.stations(connection, event, area)
        codes = {row.village for row in rows}
        names = place_names.named(connection, event, codes | {code[:8] for code in codes})
    found = []
    for row in rows:
        subject = places.station_subject(row.village, row.number)
        dpt = stations.voters(row.dpt_male, row.dpt_female)
        told = {
            "no": subject,
            "in_district": names[row.village[:8]].name,
            "in_village": names[row.village].name,
            "number": row.number,
            "dpt": dpt,
        }
        found.append(Station(subject, row.village, row.number, dpt, told))
    return found


def title(row: Any) -> str:
    """What a person calls the TPS of a row."""
    return f"TPS {row['number']:03d} · {row['in_village']}, {row['in_district']}"
