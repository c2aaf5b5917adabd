# SPDX-License-Identifier: Apache-2.0
"""Settings of the office: kept in the journal, so that an old report is printed again as it was."""

import sqlalchemy
from sqlalchemy import bindparam, select

from desk_app.base import text
from desk_app.data import schema, unit_of_work
from desk_app.domain import records, words, zones
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact

N_ = words.N_

DEFAULTS: dict[str, str] = {
    "event": "pemilu-2024",
    "paper": "F4",
    "host_unit": "Badan Kesatuan Bangsa dan Politik",
    "zone": "",
    "language": "id",
    "theme": "system",
    "report_hour": "16.00",
    "letterhead_address": "",
    "city": "",
    "copies_to": "",
    "second_backup": "",
    "organisation": "",
}
"""Every setting with its default; an empty `zone` follows the province (domain.md §4.2)."""

_setting = schema.by_name["setting"]
_VALUE = select(_setting.c.value).where(
    _setting.c.place == bindparam("place"), _setting.c.name == bindparam("name"), _setting.c.alive != 0
)


def get(desk: Desk, name: str) -> str:
    """The value of a setting, its default where the office has written none."""
    known = desk.remembered.get(f"setting {name}")
    if not isinstance(known, str):
        with desk.reading() as connection:
            known = read(connection, desk.identity.place, name)
        desk.remembered[f"setting {name}"] = known
    return known


def read(connection: sqlalchemy.Connection, place: str, name: str) -> str:
    value = connection.execute(_VALUE, {"place": place, "name": name}).scalar_one_or_none()
    return str(value) if value is not None else DEFAULTS[name]


def all_of(desk: Desk) -> dict[str, str]:
    """Every setting with its present value."""
    with desk.reading() as connection:
        rows = connection.execute(
            select(_setting.c.name, _setting.c.value).where(
                _setting.c.place == desk.identity.place, _setting.c.alive != 0
            )
        )
        return DEFAULTS | {row.name: row.value for row in rows if row.value is not None}


def set_many(desk: Desk, values: dict[str, str]) -> None:
    """Write settings, as one change that can be undone. Raises KeyError for one that does not exist."""

    def work(unit: unit_of_work.Unit) -> None:
        for name, value in values.items():
            put(unit, desk.identity.place, name, value)

    transact(desk, N_("Pengaturan"), work)
    if "language" in values:
        text.use_language(values["language"] or "id")


def put(unit: unit_of_work.Unit, place: str, name: str, value: str) -> None:
    if name not in DEFAULTS:
        raise KeyError(name)
    unit.put(records.SETTING, (place, name), {"value": value})


def picture(desk: Desk, name: str) -> bytes | None:
    """An image that the office supplied, such as its arms (`arms`) or the Garuda (`garuda`)."""
    with desk.reading() as connection:
        data: bytes | None = connection.execute(
            select(_setting.c.data).where(
                _setting.c.place == desk.identity.place, _setting.c.name == f"picture:{name}"
            )
        ).scalar_one_or_none()
        return data


def set_picture(desk: Desk, name: str, data: bytes | None) -> None:
    """Keep an image for the letterhead, or take it away."""
    transact(
        desk,
        N_("Pengaturan"),
        lambda unit: unit.put(records.SETTING, (desk.identity.place, f"picture:{name}"), {"data": data}),
    )


def zone(desk: Desk) -> zones.Zone:
    """The time zone of the office: the setting, else its province's."""
    chosen = get(desk, "zone")
    return zones.Zone(chosen) if chosen else zones.zone_of(desk.identity.place)


def event_code(desk: Desk) -> str:
    """The code of the election event the office works on."""
    return get(desk, "event")
