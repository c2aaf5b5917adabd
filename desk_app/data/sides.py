# SPDX-License-Identifier: Apache-2.0
"""The different values of one field: those that stand side by side now, and those that a transaction settled."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from desk_app.data import history as kept
from desk_app.data import rows, schema
from desk_app.data.database import Connection
from desk_app.data.streams import StreamBook
from desk_app.journal import codec, heads
from desk_app.journal.change import ALIVE, Change

_change = schema.change


def standing(connection: Connection, book: StreamBook, record: int, no: int) -> tuple[Any, ...]:
    """The values, each once, that stand for a field on which offices differ; the one that is shown is the last."""
    return _values(connection, book, rows.standing_changes(connection, record, no), no)


def settled(connection: Connection, book: StreamBook, record: int, arrival: int) -> dict[int, tuple[Any, ...]]:
    """The fields of a record whose disagreement a transaction settled: their numbers, and the values that stood."""
    # `+ 0`, so that it goes by the record: a transaction may hold a hundred thousand changes.
    query = select(_change.c.key, _change.c.bytes).where(_change.c.arrival + 0 == arrival, _change.c.record == record)
    found: dict[int, tuple[Any, ...]] = {}
    for row in connection.execute(query.order_by(_change.c.key)):
        change = _read(book, row.key, row.bytes)
        for no, replaced in change.preds.items():
            if no != ALIVE and len(replaced) > 1:
                values = _values(connection, book, [book.key(dot) for dot in replaced], no)
                if len(values) > 1:
                    found[no] = values
    return found


def _values(connection: Connection, book: StreamBook, keys: Collection[int], no: int) -> tuple[Any, ...]:
    query = select(_change.c.key, _change.c.bytes).where(_change.c.key.in_(list(keys)))
    read = [(book.dot(row.key), _read(book, row.key, row.bytes)) for row in connection.execute(query)]
    found = [heads.Head(dot, heads.value_of(change, no), change.depth) for dot, change in read]
    return tuple(kept.local(value, book) for value in heads.sides(found))


def _read(book: StreamBook, key: int, raw: bytes) -> Change:
    return codec.read(raw, book.by_no(key >> schema.SHIFT).id)
