# SPDX-License-Identifier: Apache-2.0
"""Whose word a record of the count is: what an office wrote that may not write it is passed over.

An office's stream of a kecamatan is taken whole or not at all, so it may hold a reading under the name of somebody
else's operator, or a decision of an office that does not verify. Such changes stay in the journal and count nowhere;
what they replaced stands as if they were not there.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from desk_app.data import schema
from desk_app.data.database import Connection
from desk_app.data.streams import StreamBook
from desk_app.journal import codec, heads, streams
from desk_app.journal.change import ALIVE, Change, Value
from desk_app.journal.streams import Dot, ReaderClass

_change, _stream, _card, _replica = schema.change, schema.stream, schema.card, schema.replica
_CLASSES = (int(ReaderClass.COUNTS), int(ReaderClass.SHARED_DOWN))
_BATCH = 400


@dataclass(frozen=True, slots=True)
class Left:
    """A record by the word of who may write it alone. `values`: all that stand for each field, the shown one last.

    `is_there`: whether it was made by one of them and not deleted; `latest`: their last change.
    """

    values: Mapping[int, tuple[Value, ...]]
    is_there: bool
    latest: int

    def shown(self, field: int) -> Value:
        """The value of a field that a list shows."""
        standing = self.values.get(field, ())
        return standing[-1] if standing else None


def left_of(connection: Connection, writers: Mapping[int, Collection[str]]) -> dict[int, Left]:
    """Of these records those that an office wrote on which may not. `writers`: by record the places of who may.

    An author whose place is not known here was judged when the change came in, and is believed.
    """
    found: dict[int, Left] = {}
    if not writers:
        return found
    places = _places(connection)
    listed = list(writers)
    for start in range(0, len(listed), _BATCH):
        query = select(_change.c.record, _change.c.key).where(_change.c.record.in_(listed[start : start + _BATCH]))
        strange = {
            row.record
            for row in connection.execute(query)
            if places.get(row.key >> schema.SHIFT, "") not in ("", *writers[row.record])
        }
        for no in strange:
            found[no] = _left(connection, no, {"", *writers[no]}, places)
    return found


def _places(connection: Connection) -> dict[int, str]:
    """The place of the office that writes each stream, by the stream's number; "" where it is not known."""
    own = select(schema.meta.c.name, schema.meta.c.value).where(schema.meta.c.name.in_(("place", "public", "replica")))
    told = {row.name: row.value for row in connection.execute(own)}
    cards = {row.key: row.place for row in connection.execute(select(_card.c.key, _card.c.place))}
    cards[told["public"]] = told["place"].decode()
    query = (
        select(_stream.c.no, _stream.c.replica, _replica.c.office)
        .outerjoin(_replica, _replica.c.id == _stream.c.replica)
        .where(_stream.c.reader_class.in_(_CLASSES))
    )
    found: dict[int, str] = {}
    known: dict[bytes, str] = {told["replica"]: cards[told["public"]]}
    for row in connection.execute(query):
        if row.replica not in known:
            offices = [row.office] if row.office else [one for one in cards if streams.is_replica_of(row.replica, one)]
            known[row.replica] = next((cards[one] for one in offices if one in cards), "")
        found[row.no] = known[row.replica]
    return found


def _left(connection: Connection, no: int, writers: Collection[str], places: Mapping[int, str]) -> Left:
    book = StreamBook(connection)
    query = select(_change.c.key, _change.c.bytes).where(_change.c.record == no).order_by(_change.c.key)
    changes: dict[Dot, Change] = {}
    own: dict[Dot, int] = {}
    for row in connection.execute(query):
        dot = book.dot(row.key)
        changes[dot] = codec.read(row.bytes, dot.stream)
        if places.get(row.key >> schema.SHIFT, "") in writers:
            own[dot] = row.key
    standing: dict[int, set[Dot]] = {}
    for dot in own:
        for field in heads.fields_of(changes[dot]):
            standing.setdefault(field, set()).add(dot)
    for dot in own:
        for field in heads.fields_of(changes[dot]):
            standing[field].difference_update(_behind(changes, changes[dot].preds.get(field, ()), field))
    values = {field: _in_order(changes, dots, field) for field, dots in standing.items()}
    is_there = bool(own) and not _is_gone(changes, standing, values)
    return Left(values, is_there, max(own.values(), default=0))


def _behind(changes: Mapping[Dot, Change], replaced: Collection[Dot], field: int) -> Iterator[Dot]:
    """What was replaced, and what that had replaced: also by way of a change that counts for nothing."""
    waiting, met = list(replaced), set(replaced)
    while waiting:
        dot = waiting.pop()
        yield dot
        one = changes.get(dot)
        further = set(one.preds.get(field, ())) - met if one is not None else set()
        met |= further
        waiting += further


def _in_order(changes: Mapping[Dot, Change], dots: Collection[Dot], field: int) -> tuple[Value, ...]:
    told = [heads.Head(dot, heads.value_of(changes[dot], field), changes[dot].depth) for dot in dots]
    return tuple(heads.sides(told))


def _is_gone(
    changes: Mapping[Dot, Change], standing: Mapping[int, set[Dot]], values: Mapping[int, tuple[Value, ...]]
) -> bool:
    """Whether it was deleted by who had seen all that stands of it."""
    if ALIVE not in standing or values[ALIVE] != (False,):
        return False
    seen: set[Dot] = set()
    for dot in standing[ALIVE]:
        observed = changes[dot].observed
        seen.update(observed)
        for field in standing:
            seen.update(_behind(changes, observed, field))
    return not set().union(*(dots for field, dots in standing.items() if field != ALIVE)) - seen
