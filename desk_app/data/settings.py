# SPDX-License-Identifier: Apache-2.0
"""Settings as they are kept: the values of one office's place."""

from sqlalchemy import bindparam, select

from desk_app.data import schema
from desk_app.data.database import Connection

_setting = schema.by_name["setting"]
_VALUE = select(_setting.c.value).where(
    _setting.c.place == bindparam("place"), _setting.c.name == bindparam("name"), _setting.c.alive != 0
)


def value(connection: Connection, place: str, name: str) -> str | None:
    """What an office has written for a setting, None if nothing."""
    found: str | None = connection.execute(_VALUE, {"place": place, "name": name}).scalar_one_or_none()
    return found


def values(connection: Connection, place: str) -> dict[str, str]:
    """Every setting that an office has written."""
    rows = connection.execute(
        select(_setting.c.name, _setting.c.value).where(_setting.c.place == place, _setting.c.alive != 0)
    )
    return {row.name: row.value for row in rows if row.value is not None}


def data(connection: Connection, place: str, name: str) -> bytes | None:
    """The file kept under a setting, such as a picture."""
    found: bytes | None = connection.execute(
        select(_setting.c.data).where(
            _setting.c.place == place, _setting.c.name == name, _setting.c.alive != 0
        )
    ).scalar_one_or_none()
    return found
