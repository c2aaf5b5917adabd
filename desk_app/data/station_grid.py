# SPDX-License-Identifier: Apache-2.0
"""What is kept of every TPS of an area at once, for sheets with a TPS on each row: answers and ticked indicators."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, ColumnElement, select

from desk_app.data import place_names, schema, station_list
from desk_app.data.database import Connection
from desk_app.domain import places

_answer = schema.by_name["answer"]
_risk = schema.by_name["station_risk"]


def answers(connection: Connection, event: str, area: str, items: Collection[str]) -> dict[str, dict[str, Any]]:
    """The rows of answers to some items, by subject and item."""
    query = select(
        _answer.c.subject, _answer.c.item, _answer.c.choice, _answer.c.quantity, _answer.c.written, _answer.c.version
    ).where(
        _answer.c.event == event,
        _answer.c.alive != 0,
        *_within(_answer.c.subject, area),
        _answer.c.item.in_(list(items)),
    )
    found: dict[str, dict[str, Any]] = {}
    for row in connection.execute(query):
        found.setdefault(row.subject, {})[row.item] = row
    return found


def indicators(connection: Connection, event: str, area: str) -> dict[tuple[str, int], set[str]]:
    """The indicators that are present at each TPS that has any, by village and number."""
    query = select(_risk.c.village, _risk.c.number, _risk.c.indicator).where(
        _risk.c.event == event, _risk.c.alive != 0, _risk.c.present != 0, *_within(_risk.c.village, area)
    )
    found: dict[tuple[str, int], set[str]] = {}
    for row in connection.execute(query):
        found.setdefault((row.village, row.number), set()).add(row.indicator)
    return found


def stations(connection: Connection, event: str, area: str) -> list[Any]:
    """The TPS of an area in order of place."""
    return list(station_list.all_rows(connection, event, area))


def _within(column: Column[Any], area: str) -> list[ColumnElement[bool]]:
    return [] if area == places.NATION else [column >= area, column < place_names.after(area)]
