# SPDX-License-Identifier: Apache-2.0
"""What was reported on voting day: recaps with their hour, and answers of TPS with the moment they were given."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import sqlalchemy
from sqlalchemy import func, select

from desk_app.data import disputes, place_names, schema
from desk_app.data.database import Connection
from desk_app.data.streams import StreamBook
from desk_app.domain import places, records
from desk_app.journal import codec

_answer = schema.by_name["answer"]
_recap = schema.by_name["recap"]
_CHOICE = records.ANSWER.field("choice").no
_CHUNK = 400


def recaps(
    connection: Connection, event: str, area: str, items: Collection[str], first: int, last: int
) -> Sequence[Any]:
    """The recaps of regions and TPS between two moments, oldest first; those no total counts have `blocked`."""
    query = (
        select(
            _recap.c.no,
            _recap.c.place,
            _recap.c.item,
            _recap.c["count"].label("counted"),
            _recap.c.total,
            _recap.c.hour,
            _recap.c.source,
            disputes.blocked(_recap, records.RECAP).label("blocked"),
        )
        .where(
            _recap.c.event == event,
            _recap.c.alive != 0,
            _recap.c.item.in_(sorted(items)),
            _recap.c.hour >= first,
            _recap.c.hour < last,
            *_range(_recap.c.place, area),
        )
        .order_by(_recap.c.hour, _recap.c.no)
    )
    return connection.execute(query).all()


def answers(connection: Connection, event: str, area: str, items: Collection[str]) -> Sequence[Any]:
    """The answers of TPS to some items that are a mark and not in dispute: subject, item, choice, the change that
    gave it, the moment and the kind of the transaction it came with."""
    # Where no head is kept, the record's first change stands (`record_states.State.standing`).
    gave = func.coalesce(schema.head.c.change, _answer.c.no)
    query = (
        select(
            _answer.c.subject,
            _answer.c.item,
            _answer.c.choice,
            gave.label("change"),
            schema.arrival.c.at,
            schema.arrival.c.kind,
        )
        .outerjoin(schema.head, (schema.head.c.record == _answer.c.no) & (schema.head.c.field == _CHOICE))
        .join(schema.change, schema.change.c.key == gave)
        .join(schema.arrival, schema.arrival.c.no == schema.change.c.arrival)
        .where(
            _answer.c.event == event,
            _answer.c.alive != 0,
            _answer.c.item.in_(sorted(items)),
            _answer.c.choice.is_not(None),
            ~disputes.blocked(_answer, records.ANSWER),
            *_range(_answer.c.subject, area),
        )
    )
    return connection.execute(query).all()


def given_at(connection: Connection, keys: Iterable[int]) -> dict[int, int]:
    """When changes were made, by their author's clock (seconds UTC), by their local keys."""
    book = StreamBook(connection)
    found: dict[int, int] = {}
    wanted = sorted(set(keys))
    for start in range(0, len(wanted), _CHUNK):
        rows = connection.execute(
            select(schema.change.c.key, schema.change.c.bytes).where(
                schema.change.c.key.in_(wanted[start : start + _CHUNK])
            )
        )
        for row in rows:
            found[row.key] = codec.read(row.bytes, book.by_no(row.key >> schema.SHIFT).id).claimed
    return found


def _range(column: sqlalchemy.Column[Any], area: str) -> list[sqlalchemy.ColumnElement[bool]]:
    if area == places.NATION:
        return []
    return [column >= area, column < place_names.after(area)]
