# SPDX-License-Identifier: Apache-2.0
"""How regions are reached and heard of, read for lists."""

from typing import NamedTuple

import sqlalchemy
from sqlalchemy import or_, select

from desk_app.data import place_names, schema
from desk_app.domain import access, places

_region = schema.by_name["region"]


class Row(NamedTuple):
    """A region with what is known of it."""

    no: int
    code: str
    name: str
    facts: access.Facts


def regions(connection: sqlalchemy.Connection, event: str, area: str) -> list[Row]:
    """The kecamatan, desa and kelurahan of an area, itself included, in order of code."""
    query = select(_region).where(_region.c.event == event, _region.c.alive != 0).order_by(_region.c.code)
    if area != places.NATION:
        query = query.where(_region.c.code >= area, _region.c.code < place_names.after(area))
    return [
        Row(
            row.no,
            row.code,
            row.name or row.code,
            access.Facts(row.access or "", row.signal or "", row.travel, row.access_note or ""),
        )
        for row in connection.execute(query)
        if len(row.code) >= _DISTRICT
    ]


def told(connection: sqlalchemy.Connection, event: str, area: str) -> dict[str, access.Facts]:
    """What is known of the way and the signal of the kecamatan, desa and kelurahan of an area, where anything is."""
    query = select(_region.c.code, _region.c.access, _region.c.signal, _region.c.travel).where(
        _region.c.event == event,
        _region.c.alive != 0,
        or_(_region.c.access.is_not(None), _region.c.signal.is_not(None)),
    )
    if area != places.NATION:
        query = query.where(_region.c.code >= area, _region.c.code < place_names.after(area))
    return {
        row.code: access.Facts(row.access or "", row.signal or "", row.travel) for row in connection.execute(query)
    }


_DISTRICT = len("73.13.06")
