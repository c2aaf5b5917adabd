# SPDX-License-Identifier: Apache-2.0
"""Who can open figures of the count, and the writing keys that are in a box for whom."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from desk_app.data import schema
from desk_app.data.database import Connection

_reader = schema.by_name["count_reader"]
_wrap = schema.by_name["count_wrap"]


@dataclass(frozen=True, slots=True)
class Reader:
    """An office's key of the count: `mark` its public half in hex, `no` its record."""

    no: int
    place: str
    mark: str
    name: str


@dataclass(frozen=True, slots=True)
class Wrap:
    """A writing key of a kecamatan in a box for one reader; all in hex but the box."""

    event: str
    place: str
    writing: str
    mark: str
    box: bytes


def readers(connection: Connection, places: Collection[str]) -> list[Reader]:
    """The keys of the count of the offices at these places that were not withdrawn."""
    query = select(_reader).where(
        _reader.c.place.in_(list(places)), _reader.c.alive != 0, _reader.c.withdrawn.is_not(True)
    )
    rows = connection.execute(query.order_by(_reader.c.place, _reader.c.mark))
    return [Reader(row.no, row.place, row.mark, row.name or "") for row in rows]


def of_place(connection: Connection, event: str, place: str) -> list[Wrap]:
    """All boxes with writing keys of a kecamatan."""
    return _read(connection, select(_wrap).where(_wrap.c.event == event, _wrap.c.place == place))


def for_marks(connection: Connection, marks: Collection[str]) -> list[Wrap]:
    """All boxes for these readers."""
    return _read(connection, select(_wrap).where(_wrap.c.mark.in_(list(marks))))


def every(connection: Connection) -> list[Wrap]:
    """All boxes with writing keys."""
    return _read(connection, select(_wrap))


def _read(connection: Connection, query: Select[Any]) -> list[Wrap]:
    rows = connection.execute(query.where(_wrap.c.alive != 0, _wrap.c.box.is_not(None)))
    return [Wrap(row.event, row.place, row.writing, row.mark, row.box) for row in rows]
