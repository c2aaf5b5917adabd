# SPDX-License-Identifier: Apache-2.0
"""What reading a chat needs of the database: regions, TPS numbers, messages that the Buku Posko has already."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

import sqlalchemy
from sqlalchemy import func, select

from desk_app.data import duplicates, place_names, schema
from desk_app.domain import places

_region = schema.by_name["region"]
_station = schema.by_name["station"]
_line = schema.by_name["log_entry"]
_issue = schema.by_name["issue"]
_CHUNK = 500
_DISTRICT = 8


def regions(connection: sqlalchemy.Connection, event: str, area: str) -> list[tuple[str, str]]:
    """Code and name of the kecamatan and desa/kelurahan of an area."""
    query = select(_region.c.code, _region.c.name).where(
        _region.c.event == event, _region.c.alive != 0, func.length(_region.c.code) >= _DISTRICT
    )
    if area != places.NATION:
        query = query.where(_region.c.code >= area, _region.c.code < place_names.after(area))
    return [(row.code, row.name or row.code) for row in connection.execute(query.order_by(_region.c.code))]


def numbers(connection: sqlalchemy.Connection, event: str, area: str) -> dict[str, set[int]]:
    """The TPS numbers of each village of a kecamatan or of one village."""
    found: dict[str, set[int]] = defaultdict(set)
    rows = connection.execute(
        select(_station.c.village, _station.c.number).where(
            _station.c.event == event,
            _station.c.alive != 0,
            _station.c.village >= area,
            _station.c.village < place_names.after(area),
        )
    )
    for village, number in rows:
        found[village].add(number)
    return found


def known(connection: sqlalchemy.Connection, event: str, origins: Collection[str]) -> set[str]:
    """Which of some messages stand in the Buku Posko."""
    wanted = sorted(set(origins))
    found: set[str] = set()
    for start in range(0, len(wanted), _CHUNK):
        rows = connection.execute(
            select(_line.c.origin).where(
                _line.c.event == event,
                _line.c.alive != 0,
                _line.c.origin.in_(wanted[start : start + _CHUNK]),
            )
        )
        found.update(rows.scalars())
    return found


def open_issues(connection: sqlalchemy.Connection, event: str, states: Collection[str]) -> dict[tuple[str, str], str]:
    """The numbers of issues in some states by place and category."""
    rows: Any = connection.execute(
        select(_issue.c.place, _issue.c.category, _issue.c.number).where(
            _issue.c.event == event, duplicates.counted(_issue), _issue.c.state.in_(sorted(states))
        )
    )
    return {(row.place or "", row.category or ""): row.number or "" for row in rows}
