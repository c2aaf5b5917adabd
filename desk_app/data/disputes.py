# SPDX-License-Identifier: Apache-2.0
"""Open disagreements beside figures: what totals leave out meanwhile, and what a paper has to say of its values."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Column, ColumnElement, exists, func, select

from desk_app.data import place_names, schema
from desk_app.data.database import Connection
from desk_app.domain import places, records

_conflict = schema.conflict
_answer = schema.by_name["answer"]
_recap = schema.by_name["recap"]
_station = schema.by_name["station"]


def blocked(table: Any, declared: records.RecordType) -> ColumnElement[bool]:
    """Records that no total counts, since offices differ about a blocking field of theirs (exchange.md §5)."""
    return exists().where(_conflict.c.record == table.c.no, _conflict.c.field.in_(sorted(declared.blocking)))


def left_out(
    connection: Connection,
    declared: records.RecordType,
    place: Column[Any],
    area: str,
    width: int,
    *asked: ColumnElement[bool],
    fields: Collection[str] = (),
) -> dict[str, int]:
    """How many records of a kind no sum counts, by the region of their `place` (by the length of its code).

    `asked`: what else must hold of them. `fields`: of these alone, else of all that are blocking.
    """
    table = schema.tables[declared.no]
    wanted = [declared.field(name).no for name in fields] or sorted(declared.blocking)
    part = func.substr(place, 1, width).label("part")
    query = (
        select(part, func.count(table.c.no.distinct()).label("many"))
        .join(_conflict, _conflict.c.record == table.c.no)
        .where(table.c.alive != 0, _conflict.c.type == declared.no, _conflict.c.field.in_(wanted), *asked)
        .group_by(part)
    )
    if area != places.NATION:
        query = query.where(place >= area, place < place_names.after(area))
    return {row.part: row.many for row in connection.execute(query)}


def of_kind(connection: Connection, declared: records.RecordType) -> dict[int, frozenset[int]]:
    """Every record of a kind about which offices differ, with the wire numbers of the fields (0: being deleted)."""
    found: dict[int, set[int]] = {}
    for row in connection.execute(select(_conflict.c.record, _conflict.c.field).where(_conflict.c.type == declared.no)):
        found.setdefault(row.record, set()).add(row.field)
    return {record: frozenset(fields) for record, fields in found.items()}


def answers(connection: Connection, event: str, item: str, area: str) -> dict[str, int]:
    """How many TPS of each village have an answer to an item that no total counts."""
    query = (
        select(_answer.c.subject)
        .join(_conflict, _conflict.c.record == _answer.c.no)
        .where(
            _answer.c.event == event,
            _answer.c.item == item,
            _conflict.c.type == records.ANSWER.no,
            _conflict.c.field.in_(sorted(records.ANSWER.blocking)),
        )
        .distinct()
    )
    found: dict[str, int] = {}
    for subject in connection.execute(query).scalars():
        if places.kind_of(subject) is places.Kind.TPS and places.is_within(subject, area):
            found[subject[:13]] = found.get(subject[:13], 0) + 1
    return found


def recaps(connection: Connection, event: str) -> frozenset[int]:
    """The recaps that no total counts."""
    query = select(_recap.c.no).where(_recap.c.event == event, blocked(_recap, records.RECAP))
    return frozenset(connection.execute(query).scalars())


def stations(
    connection: Connection, event: str, area: str, width: int, fields: Collection[str]
) -> dict[str, int]:
    """How many TPS there are in each region (by the length of its code) about whose `fields` offices differ."""
    part = func.substr(_station.c.village, 1, width).label("part")
    wanted = [0, *(records.STATION.field(name).no for name in fields)]
    query = (
        select(part, func.count(_station.c.no.distinct()).label("many"))
        .join(_conflict, _conflict.c.record == _station.c.no)
        .where(_station.c.event == event, _station.c.alive != 0, _conflict.c.field.in_(wanted))
        .group_by(part)
    )
    if area != places.NATION:
        query = query.where(_station.c.village >= area, _station.c.village < place_names.after(area))
    return {row.part: row.many for row in connection.execute(query)}
