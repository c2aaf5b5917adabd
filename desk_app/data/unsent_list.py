# SPDX-License-Identifier: Apache-2.0
"""What waits to be sent to an office, or was sent without an answer: counted by kind of record and by TPS."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy
from sqlalchemy import distinct, func, select

from desk_app.data import schema, streams
from desk_app.domain import records
from desk_app.journal.streams import Scope

MOST_COUNTED = 100_000
"""Changes beyond which the records that they are about are not counted apart."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """What an office has not said it holds: `changes`; `entries`: the records that they are about, what a person
    counts; `fresh`: those of them of which something has not even left; `kinds`: records by the name of their kind;
    `stations`: TPS with answers.

    `kinds` is empty where there are more than `most` changes: then nobody reads single figures.
    """

    changes: int
    entries: int
    fresh: int
    kinds: Mapping[str, int]
    stations: int


Span = tuple[int, int]
"""Keys of changes, beyond the first up to the second."""


def unsent(
    connection: sqlalchemy.Connection,
    wanted: Callable[[Scope], bool],
    said: Mapping[bytes, int],
    most: int,
    sent: Mapping[bytes, int] | None = None,
) -> Unsent:
    """Count what a peer has not said it holds, of the streams that it may read; `sent`: how far each went to it."""
    gone = sent or {}
    all_, fresh = list[Span](), list[Span]()
    changes = new = 0
    for one in streams.all_streams(connection):
        if one.scope is None or not wanted(one.scope):
            continue
        begun = said.get(one.id, 0)
        left = max(begun, min(gone.get(one.id, 0), one.held))
        if one.held > begun:
            all_.append((one.key(begun), one.key(one.held)))
            changes += one.held - begun
        if one.held > left:
            fresh.append((one.key(left), one.key(one.held)))
            new += one.held - left
    entries = records_in(connection, all_, changes)
    unseen = entries if new == changes else records_in(connection, fresh, new)
    if not all_ or changes > most:
        return Unsent(changes, entries, unseen, {}, 0)
    return Unsent(changes, entries, unseen, *_kinds(connection, all_))


def records_in(connection: sqlalchemy.Connection, spans: Sequence[Span], changes: int) -> int:
    """How many records the changes in some spans are about; as many as changes where these are very many."""
    if changes > MOST_COUNTED:
        return changes
    found: set[int] = set()
    for first, last in spans:
        query = select(schema.change.c.record).where(schema.change.c.key > first, schema.change.c.key <= last)
        found.update(connection.execute(query.distinct()).scalars())
    return len(found)


def _kinds(connection: sqlalchemy.Connection, spans: Sequence[Span]) -> tuple[dict[str, int], int]:
    """Records by kind, and TPS with answers."""
    # A stream holds few kinds; to ask every table for every stream is still quicker than to decode the changes.
    touched: dict[str, set[int]] = {}
    stations: set[str] = set()
    for first, last in spans:
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
    return {name: len(found) for name, found in touched.items()}, len(stations)


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
