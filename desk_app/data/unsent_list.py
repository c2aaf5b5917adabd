# SPDX-License-Identifier: Apache-2.0
"""What waits to be sent to an office, counted by kind of record and by TPS."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import distinct, func, select

from desk_app.data import schema, streams
from desk_app.domain import records
from desk_app.journal.streams import Scope


@dataclass(frozen=True, slots=True)
class Unsent:
    """`changes`: in all; `kinds`: records touched, by the name of their kind; `stations`: TPS with answers.

    `kinds` is empty where there are more than `most` changes: then nobody reads single figures.
    """

    changes: int
    kinds: Mapping[str, int]
    stations: int


def unsent(
    connection: sqlalchemy.Connection, wanted: Callable[[Scope], bool], said: Mapping[bytes, int], most: int
) -> Unsent:
    """Count what a peer has not said it holds, of the streams that it may read."""
    ranges = [
        (one.key(said.get(one.id, 0)), one.key(one.held), one.held - said.get(one.id, 0))
        for one in streams.all_streams(connection)
        if one.scope is not None and wanted(one.scope) and one.held > said.get(one.id, 0)
    ]
    changes = sum(count for _first, _last, count in ranges)
    if not ranges or changes > most:
        return Unsent(changes, {}, 0)
    # A stream holds few kinds; to ask every table for every stream is still quicker than to decode the changes.
    touched: dict[str, set[int]] = {}
    stations: set[str] = set()
    for first, last, _count in ranges:
        in_range = (schema.change.c.key > first, schema.change.c.key <= last)
        left = connection.execute(select(func.count(distinct(schema.change.c.record))).where(*in_range)).scalar_one()
        for declared in records.TYPES.values():
            if not left:
                break
            table = schema.tables[declared.no]
            found = set(
                connection.execute(
                    select(schema.change.c.record)
                    .join(table, table.c.no == schema.change.c.record)
                    .where(*in_range)
                    .distinct()
                ).scalars()
            )
            left -= len(found)
            if found:
                touched.setdefault(declared.name, set()).update(found)
            if found and declared is records.ANSWER:
                stations.update(
                    connection.execute(
                        select(table.c.subject)
                        .join(schema.change, table.c.no == schema.change.c.record)
                        .where(*in_range, table.c.subject.not_like("%/%"))
                        .distinct()
                    ).scalars()
                )
    return Unsent(changes, {name: len(found) for name, found in touched.items()}, len(stations))


def last_number_to(connection: sqlalchemy.Connection, place: str) -> tuple[int, int] | None:
    """Number and moment of the last package made for a place."""
    table = schema.parcel
    row = connection.execute(
        select(table.c.number, table.c.at)
        .where(table.c.direction == "out", table.c.office_name == place)
        .order_by(table.c.number.desc())
        .limit(1)
    ).first()
    return None if row is None else (row.number, row.at)
