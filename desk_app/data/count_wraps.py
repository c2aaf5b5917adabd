# SPDX-License-Identifier: Apache-2.0
"""Who can open figures of the count, and the writing keys that are in a box for whom."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from desk_app.data import count_authors, schema
from desk_app.data.database import Connection
from desk_app.data.streams import StreamBook
from desk_app.domain import records
from desk_app.journal import codec

_reader = schema.by_name["count_reader"]
_wrap = schema.by_name["count_wrap"]
_WITHDRAWN = records.COUNT_READER.field("withdrawn").no
_BOX = records.COUNT_WRAP.field("box").no


@dataclass(frozen=True, slots=True)
class Reader:
    """An office's key of the count: `mark` its public half in hex, `no` its record."""

    no: int
    place: str
    mark: str
    name: str


@dataclass(frozen=True, slots=True)
class Wrap:
    """A writing key of a kecamatan in a box for one reader; all in hex but the box. `no`: its record."""

    no: int
    event: str
    place: str
    writing: str
    mark: str
    box: bytes


def readers(connection: Connection, places: Collection[str]) -> list[Reader]:
    """The keys of the count of the offices at these places that were not withdrawn, by their own word alone."""
    query = select(_reader).where(_reader.c.place.in_(list(places))).order_by(_reader.c.place, _reader.c.mark)
    rows = connection.execute(query).all()
    others = count_authors.left_of(connection, {row.no: (row.place,) for row in rows})
    found = []
    for row in rows:
        left = others.get(row.no)
        is_there = row.alive != 0 if left is None else left.is_there
        withdrawn = row.withdrawn if left is None else left.shown(_WITHDRAWN)
        if is_there and not withdrawn:
            found.append(Reader(row.no, row.place, row.mark, row.name or ""))
    return found


def is_known(connection: Connection, place: str, mark: str) -> bool:
    """Whether a key of the count was ever told of, withdrawn or not."""
    query = select(_reader.c.no).where(_reader.c.place == place, _reader.c.mark == mark)
    return connection.execute(query.limit(1)).first() is not None


def of_place(connection: Connection, event: str, place: str) -> list[Wrap]:
    """All boxes with writing keys of a kecamatan."""
    return _read(connection, select(_wrap).where(_wrap.c.event == event, _wrap.c.place == place))


def for_marks(connection: Connection, marks: Collection[str]) -> list[Wrap]:
    """All boxes for these readers, one that was deleted since too: what was boxed once can be opened."""
    return [_wrap_of(row) for row in connection.execute(select(_wrap).where(_wrap.c.mark.in_(list(marks))))]


def boxes_of(connection: Connection, no: int) -> list[bytes]:
    """Every box that was ever written into a record, the last one first."""
    book = StreamBook(connection)
    query = select(schema.change.c.key, schema.change.c.bytes).where(schema.change.c.record == no)
    rows = connection.execute(query.order_by(schema.change.c.arrival.desc(), schema.change.c.key.desc()))
    told = [codec.read(row.bytes, book.by_no(row.key >> schema.SHIFT).id).fields.get(_BOX) for row in rows]
    return [one for one in told if isinstance(one, bytes)]


def every(connection: Connection) -> list[Wrap]:
    """All boxes with writing keys."""
    return _read(connection, select(_wrap))


def _read(connection: Connection, query: Select[Any]) -> list[Wrap]:
    rows = connection.execute(query.where(_wrap.c.alive != 0, _wrap.c.box.is_not(None)))
    return [_wrap_of(row) for row in rows]


def _wrap_of(row: Any) -> Wrap:
    return Wrap(row.no, row.event, row.place, row.writing, row.mark, row.box or b"")
