# SPDX-License-Identifier: Apache-2.0
"""Records as this office knew them after an earlier transaction, from the changes that had come in by then."""

from collections.abc import Iterable, Mapping
from typing import Any

from desk_app.data import lookups, schema
from desk_app.data.database import Connection
from desk_app.data.streams import StreamBook
from desk_app.domain import records
from desk_app.journal import codec, heads
from desk_app.journal.change import ALIVE, Change
from desk_app.journal.streams import Dot

_QUERY = "SELECT record, key, bytes, arrival FROM change WHERE record"


def rows(
    connection: Connection, declared: records.RecordType, numbers: Iterable[int], known: int
) -> dict[int, Mapping[str, Any]]:
    """Free records by number, as columns hold them (`no`, `alive` and the fields); what came later is left out.

    `known`: the number of the last transaction that counts. Unlike a moment it does not depend on the clock.
    """
    book = StreamBook(connection)
    changes: dict[int, dict[Dot, Change]] = {}
    asked = [(no,) for no in dict.fromkeys(numbers)]
    for record, key, body, arrival in lookups.found(connection, _QUERY, asked):
        if arrival <= known:
            change = codec.read(body, book.by_no(key >> schema.SHIFT).id)
            changes.setdefault(record, {})[book.dot(key)] = change
    return {no: _row(declared, no, held, book) for no, held in changes.items()}


def _row(
    declared: records.RecordType, no: int, changes: Mapping[Dot, Change], book: StreamBook
) -> dict[str, Any]:
    state = heads.record_state(changes)
    life = state.get(ALIVE)
    values: dict[str, Any] = {"no": no, "alive": 0 if life is not None and not life.shown and not life.disputed else 1}
    for field in declared.fields:
        shown = state[field.no].shown if field.no in state else None
        values[field.name] = book.key(shown) if isinstance(shown, Dot) else shown
    return values
